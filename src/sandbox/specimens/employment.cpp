#include "sandbox/specimens/employment.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/money.h"
#include "sandbox/specimens/personseed.h"

#include <array>
#include <cmath>

namespace finhub::sandbox {

Employment employmentOf(const SpecimenPerson& person)
{
    static constexpr std::array<QStringView, 8> first{u"Orvela",  u"Tamarind", u"Brightwater", u"Kestrel",
                                                      u"Solvend", u"Arbora",   u"Quillon",     u"Marenta"};
    static constexpr std::array<QStringView, 6> second{u"Logistics",   u"Software", u"Textiles",
                                                       u"Engineering", u"Foods",    u"Medical Supplies"};
    static constexpr std::array<QStringView, 8> positions{
        u"Accountant",           u"Software developer",  u"Warehouse manager", u"Nurse",
        u"Marketing specialist", u"Mechanical engineer", u"Purchasing clerk",  u"Quality inspector"};
    const Country country = countryNamed(person.nationality);
    SpecimenRandom random(personSeed(person) ^ 0xE3910ULL);
    Employment employment;
    const QStringList words{random.pick(first).toString(), random.pick(second).toString()};
    employment.employer = words.join(u' ');
    employment.company.name = employment.employer;
    employment.company.line = QStringLiteral("Registered office: ") + addressOf(person).city;
    employment.company.colour = houseColour(random);
    employment.company.sign = random.oneIn(2) ? 2 : 4;
    employment.position = random.pick(positions).toString();
    // At the earliest at 18, and always before any document is uploaded.
    const QDate adult = person.dateOfBirth.isValid() ? person.dateOfBirth.addYears(18) : QDate(2010, 1, 1);
    const QDate usual{random.between(2012, 2022), random.between(1, 12), 1};
    employment.since = std::max(adult, usual);
    employment.grossSalary = std::llround(random.between(160, 520) * 10 * currencyScale(country)) * 100;
    employment.taxPermille = random.between(150, 240);
    employment.insurancePermille = random.between(80, 130);
    employment.tax = employment.grossSalary * employment.taxPermille / 1000;
    employment.insurance = employment.grossSalary * employment.insurancePermille / 1000;
    employment.netSalary = employment.grossSalary - employment.tax - employment.insurance;
    return employment;
}

} // namespace finhub::sandbox
