#include "core/mrzcomparison.h"

#include "core/mrz.h"
#include "core/mrzcountry.h"

#include <algorithm>

namespace finhub {

namespace {
constexpr char16_t Filler = u'<';

/// The names of one field, in the zone's alphabet.
QStringList namesOf(const QString& transliterated)
{
    return transliterated.split(QChar(Filler), Qt::SkipEmptyParts);
}

/// Without accents instead of spelled out: part 3, section 6 leaves states the choice for some letters.
QString withoutAccents(const QString& name)
{
    QString plain;
    const QString decomposed = name.normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain;
}

bool contains(const QStringList& some, const QStringList& all)
{
    return std::all_of(some.begin(), some.end(), [&all](const QString& name) { return all.contains(name); });
}

/// Whether what is written could be the declared names where room ran out: each the beginning of the declared
/// one in its place, and at least the first of them there.
bool isCutFrom(const QStringList& written, const QStringList& declared)
{
    if (written.isEmpty() || written.size() > declared.size())
        return false;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (!declared.at(i).startsWith(written.at(i)))
            return false;
    }
    return true;
}

MrzMatch matchOf(const QStringList& written, const QStringList& declared, bool mayBeCut)
{
    if (written == declared)
        return MrzMatch::Same;
    if (mayBeCut && isCutFrom(written, declared))
        return MrzMatch::SameAsFarAsItGoes;
    if (contains(written, declared) || contains(declared, written))
        return MrzMatch::Partly;
    return MrzMatch::Differs;
}

/// The better one of both ways to spell.
MrzComparedField compareNames(MrzField field, const QString& written, const QString& declared, bool mayBeCut)
{
    MrzComparedField compared;
    compared.field = field;
    compared.written = written;
    const QStringList names = written.split(u' ', Qt::SkipEmptyParts);
    const QStringList spelled = namesOf(mrzTransliterated(declared));
    const QStringList plain = namesOf(mrzTransliterated(withoutAccents(declared)));
    compared.declared = spelled.join(u' ');
    if (spelled.isEmpty()) {
        compared.match = MrzMatch::NotDeclared;
        return compared;
    }
    if (names.isEmpty()) {
        compared.match = mayBeCut ? MrzMatch::SameAsFarAsItGoes : MrzMatch::NotWritten;
        return compared;
    }
    const MrzMatch first = matchOf(names, spelled, mayBeCut);
    const MrzMatch second = matchOf(names, plain, mayBeCut);
    compared.match = std::min(first, second);
    if (second < first)
        compared.declared = plain.join(u' ');
    return compared;
}

MrzComparedField compareNationality(const MrzReading& reading, const Person& person)
{
    MrzComparedField compared;
    compared.field = MrzField::Nationality;
    compared.written = reading.text(MrzField::Nationality);
    compared.declared = mrzCountryCode(person.nationality);
    // A country that nobody knows a code for is not declared in a way that could be compared.
    if (compared.declared.isEmpty())
        compared.match = MrzMatch::NotDeclared;
    else if (compared.written.isEmpty())
        compared.match = MrzMatch::NotWritten;
    else
        compared.match = compared.written == compared.declared ? MrzMatch::Same : MrzMatch::Differs;
    return compared;
}

MrzComparedField compareBirth(const MrzReading& reading, const Person& person)
{
    MrzComparedField compared;
    compared.field = MrzField::DateOfBirth;
    compared.written = reading.birthDigits;
    if (!person.dateOfBirth.isValid())
        return compared;
    compared.declared = person.dateOfBirth.toString(QStringLiteral("yyMMdd"));
    bool open = false;
    for (qsizetype i = 0; i < compared.declared.size(); ++i) {
        const bool unknown = compared.written.at(i) == Filler;
        open = open || unknown;
        if (!unknown && compared.written.at(i) != compared.declared.at(i)) {
            compared.match = MrzMatch::Differs;
            return compared;
        }
    }
    if (compared.written == QString(6, QChar(Filler)))
        compared.match = MrzMatch::NotWritten;
    else if (open)
        compared.match = MrzMatch::SameAsFarAsItGoes;
    else // of another century the digits are the same
        compared.match = reading.dateOfBirth == person.dateOfBirth ? MrzMatch::Same : MrzMatch::Differs;
    return compared;
}

MrzComparedField compareSex(const MrzReading& reading, const Person& person)
{
    MrzComparedField compared;
    compared.field = MrzField::Sex;
    compared.written = reading.text(MrzField::Sex);
    if (person.gender == QLatin1String("MALE"))
        compared.declared = QStringLiteral("M");
    else if (person.gender == QLatin1String("FEMALE"))
        compared.declared = QStringLiteral("F");
    else if (person.gender != QLatin1String("OTHER"))
        return compared;
    if (compared.written == compared.declared)
        compared.match = MrzMatch::Same; // a zone that says neither says what OTHER says
    else
        compared.match = compared.written.isEmpty() ? MrzMatch::NotWritten : MrzMatch::Differs;
    return compared;
}
} // namespace

QList<MrzComparedField> compareMrz(const MrzReading& reading, const Person& declared)
{
    // Where room runs out, states cut given names at the end, and names of a long surname to a letter as well
    // (part 4, 4.2.2.1).
    return {compareNames(MrzField::Surname, reading.text(MrzField::Surname), declared.lastName,
                         reading.namesMayBeCut),
            compareNames(MrzField::GivenNames, reading.text(MrzField::GivenNames), declared.firstName,
                         reading.namesMayBeCut),
            compareNationality(reading, declared), compareBirth(reading, declared),
            compareSex(reading, declared)};
}

} // namespace finhub
