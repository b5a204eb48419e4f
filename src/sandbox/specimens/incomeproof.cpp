#include "sandbox/specimens/incomeproof.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/employment.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/shownperson.h"
#include "sandbox/specimens/signature.h"

#include <QPainter>

namespace finhub::sandbox {

namespace {
constexpr double Full = Sheet::Right - Sheet::Left;

struct Income {
    Employment employment;
    Country country;
    PostalAddress address;
    QString name;
    QDate month; ///< the first day of the newest one
    QDate writtenOn;
    QString number;
    int slips = 0; ///< 0: a letter
};

double drawAmount(Sheet& sheet, double y, const QString& label, const QString& rate, qint64 amount,
                  const Country& country)
{
    sheet.text(Sheet::Left + 20, y, 900, label);
    sheet.text(1100, y, 260, rate, rightInk());
    sheet.text(1400, y, 480, amountText(amount, country), rightInk());
    sheet.rule(y + 58);
    return y + 72;
}

double drawTableHead(Sheet& sheet, double y, const QString& title, const Income& income)
{
    sheet.fill(QRectF(Sheet::Left, y, Full, 60), income.employment.company.colour);
    Ink head = boldInk(30);
    head.colour = Qt::white;
    sheet.text(Sheet::Left + 20, y + 8, 900, title, head);
    head.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1100, y + 8, 260, QStringLiteral("Rate"), head);
    sheet.text(1400, y + 8, 480, income.country.currency, head);
    return y + 76;
}

QString permille(int value, const Country& country)
{
    return QStringLiteral("%1%2%3 %")
        .arg(value / 10)
        .arg(QChar(country.decimalComma ? u',' : u'.'))
        .arg(value % 10);
}

void drawSlip(Sheet& sheet, const Income& income, int index)
{
    const Employment& job = income.employment;
    const QDate month = income.month.addMonths(-index);
    drawLetterhead(sheet, job.company);
    sheet.text(Sheet::Left, 380, Full,
               QStringLiteral("Salary slip ") + month.toString(QStringLiteral("MM/yyyy")), boldInk(54));
    double y = 500;
    sheet.formField(Sheet::Left, y, Full, QStringLiteral("Employee"), income.name);
    sheet.formField(Sheet::Left, y + 120, 1100, QStringLiteral("Position"), job.position);
    sheet.formField(1360, y + 120, 540, QStringLiteral("Employee No."), income.number);
    sheet.formField(Sheet::Left, y + 240, 1100, QStringLiteral("Address"),
                    income.address.lines().join(QStringLiteral(", ")));
    sheet.formField(1360, y + 240, 540, QStringLiteral("Employed since"), shortDate(job.since));
    y = drawTableHead(sheet, 890, QStringLiteral("Earnings"), income);
    y = drawAmount(sheet, y, QStringLiteral("Basic salary"), QString(), job.grossSalary, income.country);
    y = drawTableHead(sheet, y + 40, QStringLiteral("Deductions"), income);
    y = drawAmount(sheet, y, QStringLiteral("Income tax"), permille(job.taxPermille, income.country),
                   -job.tax, income.country);
    y = drawAmount(sheet, y, QStringLiteral("Social insurance"),
                   permille(job.insurancePermille, income.country), -job.insurance, income.country);
    y += 40;
    sheet.fill(QRectF(Sheet::Left, y, Full, 100), QColor(0xEE, 0xF1, 0xF5));
    Ink net = boldInk(44);
    sheet.text(Sheet::Left + 20, y + 18, 700, QStringLiteral("Net salary"), net);
    net.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1000, y + 18, 880, moneyText(job.netSalary, income.country), net);
    y += 170;
    const int months = month.month();
    y = drawTableHead(sheet, y, QStringLiteral("Since the beginning of the year"), income);
    y = drawAmount(sheet, y, QStringLiteral("Gross"), QString(), job.grossSalary * months, income.country);
    y = drawAmount(sheet, y, QStringLiteral("Net"), QString(), job.netSalary * months, income.country);
    sheet.paragraph(
        Sheet::Left, y + 40, Full,
        QStringLiteral("Paid on %1 to the account named in the contract of employment. This slip was "
                       "made by machine and is valid without a signature.")
            .arg(shortDate(month.addDays(24))),
        faintInk(30));
    sheet.specimenMarks(QStringLiteral("%1 · employee %2 · page %3 of %4")
                            .arg(job.employer, income.number)
                            .arg(index + 1)
                            .arg(income.slips));
}

/// The round mark of a rubber stamp.
void drawStamp(Sheet& sheet, const QPointF& centre, const Income& income)
{
    QPainter& painter = sheet.painter();
    painter.save();
    painter.translate(centre);
    painter.rotate(-11);
    QColor ink = income.employment.company.colour;
    ink.setAlpha(150);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 7));
    painter.drawEllipse(QPointF(0, 0), 170, 170);
    painter.setPen(QPen(ink, 3));
    painter.drawEllipse(QPointF(0, 0), 150, 150);
    drawFitted(painter, QRectF(-135, -62, 270, 50),
               {income.employment.employer, Typeface::SansBold, 34, 16, ink, Qt::AlignCenter});
    drawFitted(painter, QRectF(-135, -8, 270, 40),
               {QStringLiteral("Personnel department"), Typeface::Sans, 24, 12, ink, Qt::AlignCenter});
    drawFitted(painter, QRectF(-135, 36, 270, 40),
               {QStringLiteral("SPECIMEN"), Typeface::SansBold, 28, 12, ink, Qt::AlignCenter});
    painter.restore();
}

void drawLetter(Sheet& sheet, const Income& income)
{
    const Employment& job = income.employment;
    drawLetterhead(sheet, job.company);
    sheet.lines(Sheet::Left, 420, 900, QStringList{income.name} + income.address.lines(), Ink{36});
    sheet.text(1100, 700, Sheet::Right - 1100,
               income.address.city + QStringLiteral(", ") + shortDate(income.writtenOn), rightInk(33));
    sheet.text(Sheet::Left, 850, Full, QStringLiteral("Confirmation of employment and income"), boldInk(48));
    const QStringList paragraphs{
        QStringLiteral("To whom it may concern"),
        QStringLiteral(
            "We confirm that %1 has been employed with us since %2 as %3, under a contract without limit "
            "of time.")
            .arg(income.name, shortDate(job.since), job.position.toLower()),
        QStringLiteral(
            "The gross salary is %1 a month. After income tax of %2 and social insurance of %3 the net "
            "salary is %4, paid on the 25th of each month.")
            .arg(moneyText(job.grossSalary, income.country), moneyText(job.tax, income.country),
                 moneyText(job.insurance, income.country), moneyText(job.netSalary, income.country)),
        QStringLiteral(
            "The contract has not been given notice of by either side. This letter is issued at the "
            "employee’s request for the use of a financial institution."),
        QStringLiteral("Yours faithfully")};
    double y = 990;
    for (const QString& words : paragraphs)
        y = sheet.paragraph(Sheet::Left, y, Full, words, Ink{36}) + 46;
    drawSignature(sheet.painter(), QRectF(Sheet::Left, y + 10, 560, 190), QStringLiteral("H Torvald"),
                  textSeed(job.employer), QColor(0x1E, 0x2A, 0x5A));
    drawStamp(sheet, QPointF(1150, y + 170), income);
    sheet.fill(QRectF(Sheet::Left, y + 220, 640, 2.5), QColor(0xA8, 0xB0, 0xBA));
    sheet.lines(
        Sheet::Left, y + 232, 640,
        {QStringLiteral("Head of Personnel"), job.employer + QStringLiteral(" · employee ") + income.number},
        faintInk(30));
    sheet.specimenMarks(job.employer + QStringLiteral(" · confirmation of employment · page 1 of 1"));
}
} // namespace

Paper incomeProof(const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    SpecimenRandom random(request.seed ^ 0x14C03EULL);
    Income income;
    income.employment = employmentOf(request.person);
    income.country = countryNamed(request.person.nationality);
    income.address = addressOf(request.person);
    income.name = QStringList{shown.firstName, shown.lastName}.join(u' ');
    income.month = QDate(request.uploadedOn.year(), request.uploadedOn.month(), 1).addMonths(-1);
    income.writtenOn = request.uploadedOn.addDays(-random.between(2, 25));
    income.number = QString::number(random.between(10000, 999999));
    income.slips = random.oneIn(3) ? 0 : random.between(1, 3);
    Paper paper;
    if (income.slips == 0) {
        paper.title = QStringLiteral("Confirmation of employment");
        paper.pages.append([income](Sheet& sheet) { drawLetter(sheet, income); });
        return paper;
    }
    paper.title = QStringLiteral("Salary slip");
    for (int i = 0; i < income.slips; ++i)
        paper.pages.append([income, i](Sheet& sheet) { drawSlip(sheet, income, i); });
    return paper;
}

} // namespace finhub::sandbox
