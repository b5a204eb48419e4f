#include "sandbox/seed/seededcustomers.h"

#include "core/foldedtext.h"
#include "sandbox/seed/names.h"
#include "sandbox/seed/seedreplay.h"
#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/specimenrandom.h"

#include <algorithm>
#include <numeric>

namespace finhub::sandbox {

namespace {
const NameGroup& groupFor(SpecimenRandom& random)
{
    const auto& groups = nameGroups();
    static const int total = std::accumulate(groups.begin(), groups.end(), 0,
                                             [](int sum, const NameGroup& g) { return sum + g.weight; });
    int ticket = random.below(total);
    for (const NameGroup& group : groups) {
        ticket -= group.weight;
        if (ticket < 0)
            return group;
    }
    return groups.front();
}

const NameGroup& groupOf(const QString& country)
{
    const auto& groups = nameGroups();
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&country](const NameGroup& group) { return group.country == country; });
    return found == groups.end() ? groups.front() : *found;
}

QString pickName(const QStringList& names, SpecimenRandom& random)
{
    return names.at(random.below(static_cast<int>(names.size())));
}

/// The letters a to z of a name, which is what people put into their addresses.
QString mailLetters(const QString& name)
{
    QString letters;
    for (const QChar c : foldedText(name)) {
        if (c >= u'a' && c <= u'z')
            letters += c;
    }
    return letters.left(24);
}

/// Ends in the customer's place, which no other customer shares.
QString mailFor(const Person& person, quint32 index, SpecimenRandom& random)
{
    static constexpr char16_t Joints[] = {u'.', u'_', u'-', u'.'};
    const QString first = mailLetters(person.firstName);
    const QString last = mailLetters(person.lastName);
    QString local = random.oneIn(5) ? first.left(1) : first;
    if (!local.isEmpty() && !last.isEmpty())
        local += QChar(random.pick(Joints));
    local += last;
    return QStringLiteral("%1%2@example.%3")
        .arg(local)
        .arg(index + 1)
        .arg(random.oneIn(3) ? QStringLiteral("org") : QStringLiteral("com"));
}

QString phoneFor(const NameGroup& group, SpecimenRandom& random)
{
    QString phone = group.callingCode + group.mobile;
    for (int i = 0; i < group.subscriberDigits; ++i)
        phone += QChar(u'0' + random.below(10));
    return phone;
}

/// A few customers far down in the list try the layout of windows with their names.
bool isUnusual(quint32 index)
{
    return index % 60 == 17;
}

Person unusualPerson(SpecimenRandom& random)
{
    const UnusualName& name = random.pick(unusualNames());
    Person person;
    person.firstName = name.first;
    person.lastName = name.last;
    person.gender = name.gender;
    person.nationality = name.country;
    return person;
}

Person ordinaryPerson(SpecimenRandom& random)
{
    const NameGroup& group = groupFor(random);
    const int kind = random.below(100);
    const bool woman = kind < 50;
    Person person;
    person.firstName = pickName(woman ? group.women : group.men, random);
    person.lastName = pickName(woman ? group.womensFamilies : group.mensFamilies, random);
    person.gender = woman ? QStringLiteral("FEMALE") : QStringLiteral("MALE");
    if (kind >= 97)
        person.gender = kind == 99 ? QStringLiteral("OTHER") : QString();
    person.nationality = group.country;
    return person;
}
} // namespace

SeededCustomers::SeededCustomers(quint64 seed, int count, const QDateTime& start)
    : m_seed(seed)
    , m_count(count)
    , m_start(start.toMSecsSinceEpoch())
    , m_ids(seed)
{
}

std::optional<quint32> SeededCustomers::placeOf(const QString& id, IdKind kind) const
{
    const auto thing = m_ids.thingOf(id);
    if (!thing || thing->kind != kind || thing->index >= quint32(m_count))
        return std::nullopt;
    return thing->index;
}

bool SeededCustomers::hasEmail(const QString& email) const
{
    // The number before the `@` says whose it can only be.
    const qsizetype at = email.indexOf(u'@');
    qsizetype first = std::max<qsizetype>(at, 0);
    while (first > 0 && email.at(first - 1).isDigit())
        --first;
    bool ok = false;
    const int place = email.mid(first, at - first).toInt(&ok) - 1;
    return ok && place >= 0 && place < m_count &&
           personAt(quint32(place)).email.compare(email, Qt::CaseInsensitive) == 0;
}

Person SeededCustomers::personAt(quint32 index) const
{
    SpecimenRandom random(seedStream(m_seed, index, SeedStream::Person));
    Person person = isUnusual(index) ? unusualPerson(random) : ordinaryPerson(random);
    person.email = mailFor(person, index, random);
    person.phone = phoneFor(groupOf(person.nationality), random);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_start, Qt::UTC).date();
    // 19 years and more, so that nobody was under age when registering up to 90 days ago.
    person.dateOfBirth = today.addYears(-19 - random.below(60)).addDays(-random.below(365));
    person.placeOfBirth = cityOf(person.nationality, random.next());
    return person;
}

SeedPlan SeededCustomers::planAt(quint32 index) const
{
    return SeedPlan::of(m_seed, index, m_start);
}

CaseFile SeededCustomers::caseFileAt(quint32 index) const
{
    return SeedReplay(*this, index).run();
}

} // namespace finhub::sandbox
