#include "sandbox/specimens/statement.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/specimens/ledger.h"
#include "sandbox/specimens/letterhead.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/shownperson.h"

#include <algorithm>
#include <array>

namespace finhub::sandbox {

namespace {
constexpr double RowHeight = 64;
constexpr qsizetype RowsOnFirstPage = 20;
constexpr qsizetype RowsOnOtherPages = 31;

struct Statement {
    Ledger ledger;
    Company bank;
    Country country;
    PostalAddress address;
    QString name;
    QString number;
};

Company bankOf(const SpecimenPerson& person)
{
    static constexpr std::array<QStringView, 5> names{
        u"Meridiana Bank", u"Norvela Savings Bank", u"Castellum Bank", u"Tilia Bank", u"Harbour & Vale Bank"};
    SpecimenRandom random(personSeed(person) ^ 0xBA2CULL);
    Company bank;
    bank.name = random.pick(names).toString();
    bank.line = QStringLiteral("Branch ") + addressOf(person).city;
    bank.colour = houseColour(random);
    bank.sign = 3;
    return bank;
}

qsizetype pageCount(const Ledger& ledger)
{
    const qsizetype further = std::max<qsizetype>(0, ledger.entries.size() - RowsOnFirstPage);
    return 1 + (further + RowsOnOtherPages - 1) / RowsOnOtherPages;
}

void drawSummary(Sheet& sheet, const Statement& statement, double y)
{
    const Ledger& ledger = statement.ledger;
    sheet.fill(QRectF(Sheet::Left, y, Sheet::Right - Sheet::Left, 150), QColor(0xF2, 0xF5, 0xF8));
    const std::array<std::pair<QString, qint64>, 4> cells{
        {{QStringLiteral("Opening balance"), ledger.opening},
         {QStringLiteral("Money in"), ledger.moneyIn},
         {QStringLiteral("Money out"), ledger.moneyOut},
         {QStringLiteral("Closing balance"), ledger.closing}}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double x = Sheet::Left + 24 + 425.0 * static_cast<double>(i);
        sheet.text(x, y + 22, 390, cells[i].first, faintInk(26));
        sheet.text(x, y + 70, 390, moneyText(cells[i].second, statement.country), boldInk(36));
    }
}

double drawTableHead(Sheet& sheet, const Statement& statement, double y)
{
    sheet.fill(QRectF(Sheet::Left, y, Sheet::Right - Sheet::Left, 60), statement.bank.colour);
    Ink head = boldInk(27);
    head.colour = Qt::white;
    sheet.text(Sheet::Left + 16, y + 10, 200, QStringLiteral("Date"), head);
    sheet.text(420, y + 10, 700, QStringLiteral("Transaction"), head);
    head.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1290, y + 10, 290, QStringLiteral("Amount ") + statement.country.currency, head);
    sheet.text(1600, y + 10, 284, QStringLiteral("Balance"), head);
    return y + 68;
}

void drawRow(Sheet& sheet, const Statement& statement, const LedgerEntry& entry, double y)
{
    Ink amount = rightInk(29);
    if (entry.amount > 0)
        amount.colour = QColor(0x1B, 0x6B, 0x43);
    sheet.text(Sheet::Left + 16, y + 10, 200, shortDate(entry.on), Ink{29});
    sheet.text(420, y + 2, 850, entry.text, Ink{29});
    sheet.text(420, y + 36, 850, entry.detail, faintInk(20));
    sheet.text(1290, y + 10, 290, amountText(entry.amount, statement.country), amount);
    sheet.text(1600, y + 10, 284, amountText(entry.balance, statement.country), rightInk(29));
    sheet.rule(y + RowHeight - 2, QColor(0xDE, 0xE2, 0xE8), 2);
}

void drawCarried(Sheet& sheet, const Statement& statement, const QString& label, qint64 balance, double y)
{
    sheet.text(420, y + 8, 850, label, boldInk(29));
    Ink amount = boldInk(29);
    amount.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1600, y + 8, 284, amountText(balance, statement.country), amount);
}

double drawFirstHead(Sheet& sheet, const Statement& statement)
{
    sheet.lines(Sheet::Left, 400, 800, QStringList{statement.name} + statement.address.lines(), Ink{36});
    sheet.text(1050, 400, 260, QStringLiteral("Statement No."), faintInk(28));
    sheet.text(1310, 400, 590, statement.number, boldInk(30));
    sheet.text(1050, 454, 260, QStringLiteral("Period"), faintInk(28));
    sheet.text(1310, 454, 590,
               shortDate(statement.ledger.from) + QStringLiteral(" – ") + shortDate(statement.ledger.to),
               boldInk(30));
    sheet.text(1050, 508, 260, QStringLiteral("Account holder"), faintInk(28));
    sheet.text(1310, 508, 590, statement.name, boldInk(30));
    sheet.text(1050, 562, 260, QStringLiteral("IBAN"), faintInk(28));
    sheet.text(1310, 562, 590, ibanText(statement.ledger.iban), boldInk(30));
    sheet.text(Sheet::Left, 720, 1700, QStringLiteral("Account statement"), boldInk(54));
    drawSummary(sheet, statement, 830);
    return 1030;
}

void drawPage(Sheet& sheet, const Statement& statement, qsizetype page)
{
    const Ledger& ledger = statement.ledger;
    const qsizetype pages = pageCount(ledger);
    const qsizetype begin = page == 0 ? 0 : RowsOnFirstPage + (page - 1) * RowsOnOtherPages;
    const qsizetype end =
        std::min(ledger.entries.size(), begin + (page == 0 ? RowsOnFirstPage : RowsOnOtherPages));
    drawLetterhead(sheet, statement.bank);
    double y = page == 0 ? drawFirstHead(sheet, statement) : 360;
    y = drawTableHead(sheet, statement, y);
    const qint64 before = begin == 0 ? ledger.opening : ledger.entries.at(begin - 1).balance;
    drawCarried(sheet, statement,
                begin == 0 ? QStringLiteral("Opening balance") : QStringLiteral("Brought forward"), before,
                y);
    y += RowHeight;
    for (qsizetype i = begin; i < end; ++i, y += RowHeight)
        drawRow(sheet, statement, ledger.entries.at(i), y);
    const bool last = page + 1 == pages;
    drawCarried(sheet, statement,
                last ? QStringLiteral("Closing balance") : QStringLiteral("Carried forward"),
                ledger.entries.at(end - 1).balance, y);
    sheet.specimenMarks(QStringLiteral("%1 · statement %2 · page %3 of %4")
                            .arg(statement.bank.name, statement.number)
                            .arg(page + 1)
                            .arg(pages));
}
} // namespace

Paper bankStatement(const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    Statement statement;
    statement.ledger = ledgerFor(request);
    statement.bank = bankOf(request.person);
    statement.country = countryNamed(request.person.nationality);
    statement.address = addressOf(request.person);
    statement.name = QStringList{shown.firstName, shown.lastName}.join(u' ');
    statement.number =
        QStringLiteral("%1/%2")
            .arg(statement.ledger.to.year())
            .arg(SpecimenRandom(request.seed ^ 0x57A7ULL).between(1, 9999), 4, 10, QLatin1Char('0'));
    Paper paper;
    paper.title = statement.bank.name + QStringLiteral(" statement ") + statement.number;
    for (qsizetype page = 0; page < pageCount(statement.ledger); ++page)
        paper.pages.append([statement, page](Sheet& sheet) { drawPage(sheet, statement, page); });
    return paper;
}

} // namespace finhub::sandbox
