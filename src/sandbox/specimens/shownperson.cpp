#include "sandbox/specimens/shownperson.h"

#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/specimenrandom.h"

#include <array>

namespace finhub::sandbox {

namespace {
constexpr std::array<QStringView, 8> MaleNames{u"Martin", u"Daniel", u"Viktor", u"Adrian",
                                               u"Simon",  u"Thomas", u"Robert", u"Leon"};
constexpr std::array<QStringView, 8> FemaleNames{u"Maria",  u"Eva",    u"Helena", u"Monika",
                                                 u"Teresa", u"Julija", u"Klara",  u"Irena"};

QString anotherGivenName(const SpecimenPerson& person, SpecimenRandom& random)
{
    const auto& names = sexOf(person) == Sex::Female ? FemaleNames : MaleNames;
    const int start = random.below(static_cast<int>(names.size()));
    const QStringView first = names[static_cast<std::size_t>(start)];
    if (first.compare(person.firstName, Qt::CaseInsensitive) != 0)
        return first.toString();
    return names[(static_cast<std::size_t>(start) + 1) % names.size()].toString();
}

/// A spelling that a clerk could have got wrong: two neighbouring letters change places.
QString misspelt(const QString& name, SpecimenRandom& random)
{
    QList<qsizetype> places;
    for (qsizetype i = 1; i + 1 < name.size(); ++i)
        if (name.at(i).isLetter() && name.at(i + 1).isLetter() && name.at(i) != name.at(i + 1))
            places.append(i);
    if (places.isEmpty())
        return name + u's';
    const qsizetype place = places.at(random.below(static_cast<int>(places.size())));
    QString out = name;
    out[place] = name.at(place + 1);
    out[place + 1] = name.at(place);
    return out;
}

QDate anotherBirthDate(const QDate& date, SpecimenRandom& random)
{
    const QDate swapped(date.year(), date.day(), date.month());
    if (swapped.isValid() && swapped != date && random.oneIn(2))
        return swapped;
    return date.addYears(random.oneIn(2) ? 1 : -1);
}
} // namespace

Sex sexOf(const SpecimenPerson& person)
{
    if (person.gender.compare(QLatin1String("MALE"), Qt::CaseInsensitive) == 0)
        return Sex::Male;
    if (person.gender.compare(QLatin1String("FEMALE"), Qt::CaseInsensitive) == 0)
        return Sex::Female;
    if (!person.gender.isEmpty())
        return Sex::Unspecified;
    return SpecimenRandom(personSeed(person)).oneIn(2) ? Sex::Male : Sex::Female;
}

SpecimenPerson shownPerson(const SpecimenRequest& request)
{
    SpecimenPerson shown = request.person;
    SpecimenRandom random(request.seed ^ 0xD1FFE25ULL);
    if (request.flaw == Flaw::NameDiffers) {
        if (random.oneIn(2))
            shown.firstName = anotherGivenName(request.person, random);
        else
            shown.lastName = misspelt(request.person.lastName, random);
    } else if (request.flaw == Flaw::BirthDateDiffers && request.person.dateOfBirth.isValid()) {
        shown.dateOfBirth = anotherBirthDate(request.person.dateOfBirth, random);
    }
    return shown;
}

} // namespace finhub::sandbox
