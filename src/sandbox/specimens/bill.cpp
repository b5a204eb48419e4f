#include "sandbox/specimens/bill.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/billfacts.h"
#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/shownperson.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
struct Bill {
    BillFacts facts;
    Country country;
    PostalAddress address;
    QString name;
};

QString footer(const Bill& bill, int page)
{
    return QStringLiteral("%1 · bill %2 · page %3 of %4")
        .arg(bill.facts.supplier.name, bill.facts.billNumber)
        .arg(page)
        .arg(bill.facts.secondPage ? 2 : 1);
}

void drawPair(Sheet& sheet, double x, double y, const QString& label, const QString& value)
{
    sheet.text(x, y, 230, label, faintInk(28));
    sheet.text(x + 240, y, 610, value, boldInk(30));
}

/// Returns the y below the table.
double drawLines(Sheet& sheet, const Bill& bill, double y)
{
    const QColor shade = bill.facts.supplier.colour;
    sheet.fill(QRectF(Sheet::Left, y, Sheet::Right - Sheet::Left, 62), shade);
    Ink head = boldInk(28);
    head.colour = Qt::white;
    sheet.text(Sheet::Left + 20, y + 10, 800, QStringLiteral("Service"), head);
    head.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1000, y + 10, 260, QStringLiteral("Quantity"), head);
    sheet.text(1280, y + 10, 280, QStringLiteral("Unit price"), head);
    sheet.text(1580, y + 10, 300, QStringLiteral("Amount ") + bill.country.currency, head);
    y += 76;
    for (const BillLine& line : bill.facts.lines) {
        sheet.text(Sheet::Left + 20, y, 800, line.text);
        sheet.text(1000, y, 260, line.quantity, rightInk());
        sheet.text(1280, y, 280, line.unitPrice, rightInk());
        sheet.text(1580, y, 300, amountText(line.amount, bill.country), rightInk());
        sheet.rule(y + 58);
        y += 70;
    }
    sheet.text(1000, y, 560, QStringLiteral("Net"), rightInk());
    sheet.text(1580, y, 300, amountText(bill.facts.net, bill.country), rightInk());
    y += 56;
    sheet.text(1000, y, 560, QStringLiteral("VAT %1 %").arg(bill.facts.vatPercent), rightInk());
    sheet.text(1580, y, 300, amountText(bill.facts.vat, bill.country), rightInk());
    y += 66;
    sheet.fill(QRectF(1000, y, Sheet::Right - 1000, 84), QColor(0xEE, 0xF1, 0xF5));
    Ink total = boldInk(40);
    sheet.text(1024, y + 13, 400, QStringLiteral("To pay"), total);
    total.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1400, y + 13, 480, moneyText(bill.facts.total, bill.country), total);
    return y + 130;
}

void drawConsumption(Sheet& sheet, const Bill& bill, double y)
{
    const auto& months = bill.facts.consumption;
    const int most = *std::max_element(months.begin(), months.end());
    sheet.text(Sheet::Left, y, 1200,
               QStringLiteral("Your consumption in the last twelve months, ") + bill.facts.unit, boldInk(30));
    const double base = y + 330;
    const double step = (Sheet::Right - Sheet::Left) / 12.0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const double height = 220.0 * months[i] / most;
        const double x = Sheet::Left + step * static_cast<double>(i);
        sheet.fill(QRectF(x + 22, base - height, step - 44, height),
                   i + 1 == months.size() ? bill.facts.supplier.colour : QColor(0xC8, 0xD0, 0xDA));
        Ink small = faintInk(22);
        small.alignment = Qt::AlignCenter;
        sheet.text(x, base - height - 36, step, QString::number(months[i]), small);
        const QDate month = bill.facts.periodFrom.addMonths(static_cast<int>(i) - 11);
        sheet.text(x, base + 6, step, month.toString(QStringLiteral("MM/yy")), small);
    }
    sheet.rule(base);
}

void drawPayment(Sheet& sheet, const Bill& bill, double y)
{
    sheet.frame(QRectF(Sheet::Left, y, Sheet::Right - Sheet::Left, 210));
    drawPair(sheet, Sheet::Left + 24, y + 24, QStringLiteral("Pay to"), bill.facts.supplier.name);
    drawPair(sheet, Sheet::Left + 24, y + 82, QStringLiteral("IBAN"), ibanText(bill.facts.iban));
    drawPair(sheet, Sheet::Left + 24, y + 140, QStringLiteral("Reference"), bill.facts.billNumber);
    drawPair(sheet, 1090, y + 24, QStringLiteral("Amount"), moneyText(bill.facts.total, bill.country));
    drawPair(sheet, 1090, y + 82, QStringLiteral("Due on"), shortDate(bill.facts.dueOn));
}

void drawFirstPage(Sheet& sheet, const Bill& bill)
{
    const BillFacts& facts = bill.facts;
    drawLetterhead(sheet, facts.supplier);
    sheet.text(Sheet::Left, 420, 800, facts.supplier.name + QStringLiteral(" · ") + bill.address.city,
               faintInk(22));
    sheet.lines(Sheet::Left, 466, 800, QStringList{bill.name} + bill.address.lines(), Ink{36});
    drawPair(sheet, 1150, 420, QStringLiteral("Bill No."), facts.billNumber);
    drawPair(sheet, 1150, 474, QStringLiteral("Customer No."), facts.customerNumber);
    drawPair(sheet, 1150, 528, QStringLiteral("Date of bill"), shortDate(facts.billedOn));
    drawPair(sheet, 1150, 582, QStringLiteral("Due on"), shortDate(facts.dueOn));
    sheet.text(Sheet::Left, 790, 1700,
               bill.country.invoiceWord + QStringLiteral(" · Bill for ") + shortDate(facts.periodFrom) +
                   QStringLiteral(" – ") + shortDate(facts.periodTo),
               boldInk(50));
    sheet.text(Sheet::Left, 872, 1700,
               QStringLiteral("Place of supply: ") + bill.address.street + QStringLiteral(", ") +
                   bill.address.lines().at(1),
               Ink{32});
    double y = 970;
    if (!facts.meterNumber.isEmpty()) {
        sheet.fill(QRectF(Sheet::Left, y, Sheet::Right - Sheet::Left, 130), QColor(0xF4, 0xF6, 0xF8));
        const std::array<std::pair<QString, QString>, 4> cells{
            {{QStringLiteral("Meter"), facts.meterNumber},
             {QStringLiteral("Reading ") + shortDate(facts.periodFrom), QString::number(facts.readingBefore)},
             {QStringLiteral("Reading ") + shortDate(facts.periodTo), QString::number(facts.readingAfter)},
             {QStringLiteral("Consumption"),
              QString::number(facts.readingAfter - facts.readingBefore) + u' ' + facts.unit}}};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double x = Sheet::Left + 20 + 425.0 * static_cast<double>(i);
            sheet.text(x, y + 14, 400, cells[i].first, faintInk(25));
            sheet.text(x, y + 58, 400, cells[i].second, boldInk(36));
        }
        y += 180;
    }
    y = drawLines(sheet, bill, y);
    drawConsumption(sheet, bill, y + 20);
    drawPayment(sheet, bill, 2520);
    sheet.specimenMarks(footer(bill, 1));
}

void drawSecondPage(Sheet& sheet, const Bill& bill)
{
    drawLetterhead(sheet, bill.facts.supplier);
    double y = 380;
    sheet.text(Sheet::Left, y, 1700, QStringLiteral("Explanations to bill ") + bill.facts.billNumber,
               boldInk(46));
    y += 110;
    const std::array<std::pair<QString, QString>, 5> parts{
        {{QStringLiteral("How we calculate"),
          QStringLiteral(
              "The amount is the quantity multiplied by the unit price of your tariff, rounded to the "
              "nearest hundredth, plus the fixed fees of the month. Value added tax is added to the sum.")},
         {QStringLiteral("If you move"),
          QStringLiteral(
              "Tell us the day of your move and the reading of the meter two weeks ahead. Your contract "
              "for this place of supply ends with the final bill.")},
         {QStringLiteral("Payment"),
          QStringLiteral(
              "Please transfer the amount with the reference given on the first page. Reminders are sent "
              "ten days after the due date and cost a fee.")},
         {QStringLiteral("Questions"),
          QStringLiteral(
              "Our service desk answers on working days from 8 to 18. Have your customer number ready: "
              "it stands at the top of the first page.")},
         {QStringLiteral("Contract holder"),
          bill.name + QStringLiteral(", ") + bill.address.lines().join(QStringLiteral(", "))}}};
    for (const auto& [title, words] : parts) {
        sheet.text(Sheet::Left, y, 1700, title, boldInk(36));
        y = sheet.paragraph(Sheet::Left, y + 62, Sheet::Right - Sheet::Left, words, Ink{32}) + 50;
    }
    sheet.specimenMarks(footer(bill, 2));
}
} // namespace

Paper utilityBill(const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    const Bill bill{billFacts(request), countryNamed(request.person.nationality), addressOf(request.person),
                    QStringList{shown.firstName, shown.lastName}.join(u' ')};
    Paper paper;
    paper.title = bill.facts.supplier.name + QStringLiteral(" bill ") + bill.facts.billNumber;
    paper.pages.append([bill](Sheet& sheet) { drawFirstPage(sheet, bill); });
    if (bill.facts.secondPage)
        paper.pages.append([bill](Sheet& sheet) { drawSecondPage(sheet, bill); });
    return paper;
}

} // namespace finhub::sandbox
