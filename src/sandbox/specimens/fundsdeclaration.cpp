#include "sandbox/specimens/fundsdeclaration.h"

#include "sandbox/specimens/countries.h"
#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/employment.h"
#include "sandbox/specimens/form.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace finhub::sandbox {

namespace {
constexpr double Full = Sheet::Right - Sheet::Left;

struct Source {
    QStringView label;
    QStringView explanation; ///< %1 is a year
    int least;               ///< euros
    int most;
};
constexpr std::array<Source, 6> Sources{
    {{u"Salary or pension", u"Monthly income from employment, paid to my account.", 18000, 52000},
     {u"Savings", u"Savings built up since %1 from regular income.", 6000, 60000},
     {u"Sale of property", u"Sale of a flat in %1; the contract of sale is kept by the notary.", 70000,
      260000},
     {u"Inheritance or gift", u"Inheritance after a close relative in %1, accepted before the court.", 12000,
      120000},
     {u"Dividends or interest", u"Dividends on listed shares held since %1.", 2000, 24000},
     {u"Sale of a business", u"Sale of my share in a family business in %1.", 40000, 300000}}};

struct Declared {
    std::size_t source;
    qint64 amount;
    int year;
};

struct Funds {
    Form form;
    Country country;
    Employment employment;
    QList<Declared> declared;
    qint64 total = 0;
    int expectedRange = 0;
};

Funds fundsOf(const SpecimenRequest& request)
{
    SpecimenRandom random(request.seed ^ 0xF02D5ULL);
    Funds funds{
        formFor(request, QStringLiteral("Declaration of the source of funds"), QStringLiteral("SOF-2"), 2),
        countryNamed(request.person.nationality),
        employmentOf(request.person),
        {},
        0,
        random.below(4)};
    for (std::size_t i = 0; i < Sources.size(); ++i) {
        if (i != 0 && !random.oneIn(3))
            continue;
        const double euros = random.between(Sources[i].least / 100, Sources[i].most / 100) * 100.0;
        Declared declared{i, std::llround(euros * currencyScale(funds.country)) * 100, 0};
        declared.year = request.uploadedOn.year() - random.between(1, 6);
        if (i == 0) {
            declared.year = request.uploadedOn.year() - 1;
            declared.amount = funds.employment.netSalary * 12;
        }
        funds.total += declared.amount;
        funds.declared.append(declared);
    }
    return funds;
}

bool declares(const Funds& funds, std::size_t source)
{
    return std::any_of(funds.declared.begin(), funds.declared.end(),
                       [&](const Declared& d) { return d.source == source; });
}

void drawFirstPage(Sheet& sheet, const Funds& funds, const SpecimenRequest& request)
{
    double y =
        drawFormHead(sheet, funds.form,
                     QStringLiteral("To be completed by every customer whose risk is not low. Please tick "
                                    "what applies, and give year and amount of each on the next page."));
    y = drawSection(sheet, y, QStringLiteral("1  Person"));
    y = drawPersonFields(sheet, y, request);
    y = drawSection(sheet, y, QStringLiteral("2  Employment"));
    sheet.formField(Sheet::Left, y, 820, QStringLiteral("Employer"), funds.employment.employer);
    sheet.formField(1080, y, 820, QStringLiteral("Position, since"),
                    funds.employment.position + QStringLiteral(", ") + shortDate(funds.employment.since));
    y += 140;
    y = drawSection(sheet, y, QStringLiteral("3  Where the money comes from"));
    for (std::size_t i = 0; i < Sources.size(); ++i)
        sheet.tickBox(Sheet::Left + (i % 2 == 0 ? 0 : 850), y + 66.0 * static_cast<double>(i / 2), 820,
                      declares(funds, i), Sources[i].label.toString());
    y += 66 * 3 + 50;
    y = drawSection(sheet, y, QStringLiteral("4  Expected turnover a year on this account"));
    const std::array<int, 5> limits{0, 10000, 50000, 150000, 500000};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto euros = [&](int value) {
            return moneyText(std::llround(value * currencyScale(funds.country)) * 100, funds.country);
        };
        sheet.tickBox(Sheet::Left + (i % 2 == 0 ? 0 : 850), y + 66.0 * static_cast<double>(i / 2), 820,
                      static_cast<int>(i) == funds.expectedRange,
                      euros(limits[i]) + QStringLiteral(" – ") + euros(limits[i + 1]), Ink{30});
    }
    drawFormFoot(sheet, funds.form, 1);
}

void drawSecondPage(Sheet& sheet, const Funds& funds)
{
    double y = drawFormHead(sheet, funds.form, QStringLiteral("Continued: amounts and evidence."));
    y = drawSection(sheet, y, QStringLiteral("5  Amounts"));
    sheet.text(Sheet::Left, y, 700, QStringLiteral("Source"), boldInk(30));
    sheet.text(1000, y, 300, QStringLiteral("Year"), boldInk(30));
    Ink head = boldInk(30);
    head.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1300, y, 600, QStringLiteral("Amount"), head);
    y += 56;
    for (const Declared& declared : funds.declared) {
        sheet.rule(y);
        sheet.text(Sheet::Left, y + 14, 780, Sources[declared.source].label.toString());
        sheet.text(1000, y + 14, 300, QString::number(declared.year));
        sheet.text(1300, y + 14, 600, moneyText(declared.amount, funds.country), rightInk());
        y += 76;
    }
    sheet.rule(y, QColor(0x50, 0x58, 0x62), 4);
    sheet.text(Sheet::Left, y + 14, 780, QStringLiteral("Total"), boldInk(36));
    Ink total = boldInk(36);
    total.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1300, y + 14, 600, moneyText(funds.total, funds.country), total);
    y += 130;
    y = drawSection(sheet, y, QStringLiteral("6  In my own words"));
    for (const Declared& declared : funds.declared)
        y = sheet.paragraph(Sheet::Left, y, Full,
                            Sources[declared.source].explanation.toString().replace(
                                QStringLiteral("%1"), QString::number(declared.year)),
                            Ink{33}) +
            14;
    y = drawSection(sheet, y + 40, QStringLiteral("7  Evidence enclosed"));
    const std::array<QString, 4> evidence{QStringLiteral("Bank statements"), QStringLiteral("Salary slips"),
                                          QStringLiteral("Contract of sale"),
                                          QStringLiteral("Certificate of inheritance")};
    const std::array<bool, 4> enclosed{true, true, declares(funds, 2), declares(funds, 3)};
    for (std::size_t i = 0; i < evidence.size(); ++i)
        sheet.tickBox(Sheet::Left + (i % 2 == 0 ? 0 : 850), y + 66.0 * static_cast<double>(i / 2), 820,
                      enclosed[i], evidence[i]);
    drawSignatureBlock(sheet, 2330, funds.form);
    drawFormFoot(sheet, funds.form, 2);
}
} // namespace

Paper sourceOfFunds(const SpecimenRequest& request)
{
    const Funds funds = fundsOf(request);
    Paper paper;
    paper.title = funds.form.title;
    paper.pages = {[funds, request](Sheet& sheet) { drawFirstPage(sheet, funds, request); },
                   [funds](Sheet& sheet) { drawSecondPage(sheet, funds); }};
    return paper;
}

} // namespace finhub::sandbox
