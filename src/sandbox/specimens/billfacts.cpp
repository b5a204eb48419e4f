#include "sandbox/specimens/billfacts.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/iban.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"

#include <cmath>

namespace finhub::sandbox {

namespace {
Company supplierFor(Utility utility, const PostalAddress& address, SpecimenRandom& random)
{
    static constexpr std::array<QStringView, 5> power{u"Lumenta", u"Voltaris", u"Norvega", u"Heliora",
                                                      u"Ampera Nova"};
    static constexpr std::array<QStringView, 5> water{u"Aquilena", u"Rivora", u"Fontalis", u"Hydrelle",
                                                      u"Clearbrook"};
    static constexpr std::array<QStringView, 5> net{u"Fibrano", u"Netvia", u"Linkora", u"Telmira",
                                                    u"Bluewave"};
    Company company;
    company.colour = houseColour(random);
    switch (utility) {
    case Utility::Electricity:
        company.name = random.pick(power).toString() + QStringLiteral(" Energy");
        company.line = QStringLiteral("Electricity supply · ") + address.city;
        company.sign = 1;
        break;
    case Utility::Water:
        company.name = random.pick(water).toString() + QStringLiteral(" Waterworks");
        company.line = QStringLiteral("Water and sewerage · ") + address.city;
        company.sign = 0;
        break;
    case Utility::Internet:
        company.name = random.pick(net).toString() + QStringLiteral(" Telecom");
        company.line = QStringLiteral("Internet and telephone · ") + address.city;
        company.sign = 4;
        break;
    }
    return company;
}

/// The price of one unit is in ten-thousandths of the currency, as tariffs are.
BillLine metered(const QString& text, int quantity, const QString& unit, int tenThousandths,
                 const Country& country)
{
    BillLine line;
    line.text = text;
    line.quantity = QString::number(quantity) + u' ' + unit;
    line.unitPrice = amountText(tenThousandths / 100, country) +
                     QStringLiteral("%1").arg(tenThousandths % 100, 2, 10, QLatin1Char('0'));
    line.amount = (static_cast<qint64>(quantity) * tenThousandths + 50) / 100;
    return line;
}

BillLine fixedFee(const QString& text, double euros, const Country& country)
{
    BillLine line;
    line.text = text;
    line.quantity = QStringLiteral("1");
    line.amount = std::llround(euros * currencyScale(country) * 100);
    line.unitPrice = amountText(line.amount, country);
    return line;
}

int price(double euros, const Country& country)
{
    return static_cast<int>(std::lround(euros * currencyScale(country) * 10000));
}
} // namespace

BillFacts billFacts(const SpecimenRequest& request)
{
    const Country country = countryNamed(request.person.nationality);
    const PostalAddress address = addressOf(request.person);
    SpecimenRandom random(request.seed ^ 0xB111ULL);
    BillFacts facts;
    facts.utility = static_cast<Utility>(random.below(3));
    facts.supplier = supplierFor(facts.utility, address, random);
    facts.customerNumber = QString::number(random.between(1000000, 9999999));
    facts.billedOn = request.uploadedOn.addDays(request.flaw == Flaw::BillTooOld ? -random.between(100, 420)
                                                                                 : -random.between(3, 80));
    facts.billNumber = QStringLiteral("%1-%2").arg(facts.billedOn.year()).arg(random.between(100000, 999999));
    facts.dueOn = facts.billedOn.addDays(random.between(14, 21));
    facts.periodTo = QDate(facts.billedOn.year(), facts.billedOn.month(), 1).addDays(-1);
    facts.periodFrom = QDate(facts.periodTo.year(), facts.periodTo.month(), 1);
    facts.vatPercent = random.between(19, 22);
    SpecimenRandom account(textSeed(facts.supplier.name) ^ textSeed(country.name));
    facts.iban = ibanFor(country, account);

    const int typical = facts.utility == Utility::Electricity ? 240
                        : facts.utility == Utility::Water     ? 11
                                                              : 380;
    for (std::size_t month = 0; month < facts.consumption.size(); ++month) {
        const double season =
            1 +
            0.25 * std::cos(2 * M_PI * (facts.periodTo.month() - 12 + static_cast<double>(month) + 1) / 12);
        facts.consumption[month] = std::max(1, static_cast<int>(typical * season * random.real(0.85, 1.15)));
    }
    const int used = facts.consumption.back();
    facts.readingBefore = random.between(1200, 48000);
    facts.readingAfter = facts.readingBefore + used;
    switch (facts.utility) {
    case Utility::Electricity: {
        facts.unit = QStringLiteral("kWh");
        facts.meterNumber = QStringLiteral("E-%1").arg(random.between(10000000, 99999999));
        const int night = used * random.between(20, 40) / 100;
        facts.lines = {metered(QStringLiteral("Electricity, day rate"), used - night, facts.unit,
                               price(random.real(0.16, 0.24), country), country),
                       metered(QStringLiteral("Electricity, night rate"), night, facts.unit,
                               price(random.real(0.1, 0.15), country), country),
                       fixedFee(QStringLiteral("Network access"), random.real(4, 9), country),
                       fixedFee(QStringLiteral("Renewables levy"), random.real(1, 3), country)};
        break;
    }
    case Utility::Water:
        facts.unit = QStringLiteral("m³");
        facts.meterNumber = QStringLiteral("W-%1").arg(random.between(100000, 999999));
        facts.lines = {metered(QStringLiteral("Drinking water"), used, facts.unit,
                               price(random.real(0.9, 1.8), country), country),
                       metered(QStringLiteral("Waste water"), used, facts.unit,
                               price(random.real(1.1, 2.2), country), country),
                       fixedFee(QStringLiteral("Meter rent"), random.real(1, 2.5), country)};
        break;
    case Utility::Internet:
        facts.unit = QStringLiteral("GB");
        facts.lines = {
            fixedFee(QStringLiteral("Fibre 500, monthly fee"), random.real(22, 34), country),
            fixedFee(QStringLiteral("Router rental"), random.real(2, 4), country),
            fixedFee(QStringLiteral("Landline, calls in the country"), random.real(1, 9), country)};
        break;
    }
    for (const BillLine& line : facts.lines)
        facts.net += line.amount;
    facts.vat = (facts.net * facts.vatPercent + 50) / 100;
    facts.total = facts.net + facts.vat;
    facts.secondPage = random.oneIn(2);
    return facts;
}

} // namespace finhub::sandbox
