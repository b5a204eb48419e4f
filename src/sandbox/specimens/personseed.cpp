#include "sandbox/specimens/personseed.h"

#include "sandbox/specimens/specimenrandom.h"

namespace finhub::sandbox {

quint64 textSeed(QStringView text)
{
    quint64 hash = 0xCBF29CE484222325ULL;
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

QString referenceFor(quint64 seed)
{
    // splitmix64 maps the 64-bit numbers one to one.
    return QStringLiteral("%1").arg(SpecimenRandom(seed).next(), 16, 16, QLatin1Char('0'));
}

quint64 personSeed(const SpecimenPerson& person)
{
    return textSeed(person.firstName + u'\n' + person.lastName + u'\n' +
                    person.dateOfBirth.toString(Qt::ISODate) + u'\n' + person.nationality);
}

} // namespace finhub::sandbox
