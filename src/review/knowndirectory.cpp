#include "review/knowndirectory.h"

#include "core/foldedtext.h"

#include <algorithm>
#include <compare>
#include <utility>

namespace finhub::review {

namespace {
/// A search as 3.1 reads it: every word has to be found.
class Search {
public:
    explicit Search(const QString& text)
        : m_words(foldedText(text).split(u' ', Qt::SkipEmptyParts))
    {
    }

    bool finds(const KnownCustomer& known, const Learned* learned) const
    {
        if (m_words.isEmpty())
            return true;
        QString text;
        if (learned) {
            const Person& person = learned->customer.person;
            text = foldedText(
                QStringList{person.fullName(), learned->name, person.email, person.phone}.join(u'\n'));
        }
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
            const auto starts = [&word](const QString& id) {
                return id.startsWith(word, Qt::CaseInsensitive);
            };
            return text.contains(word) || starts(known.id.text()) || starts(known.userId.text()) ||
                   std::any_of(known.verifications.begin(), known.verifications.end(),
                               [&starts](const VerificationId& id) { return starts(id.text()); });
        });
    }

private:
    QStringList m_words;
};

bool within(const QDateTime& time, const QDate& from, const QDate& to)
{
    const QDate day = time.toUTC().date();
    if (from.isValid() && !(time.isValid() && day >= from))
        return false;
    return !to.isValid() || (time.isValid() && day <= to);
}

template <typename E>
bool isAmong(const QList<E>& wanted, const WireValue<E>& value)
{
    return wanted.isEmpty() || wanted.contains(value.value());
}

/// The filters of what the state says; whoever's state is not known may belong.
bool stateFits(const DirectoryQuery& query, const DirectoryEntry& entry, bool unread)
{
    if (unread)
        return true;
    const WireValue<VerificationStatus> status =
        entry.verification ? entry.verification->status : WireValue(VerificationStatus::None);
    return isAmong(query.stages, entry.stage) && isAmong(query.statuses, status) &&
           isAmong(query.risks, entry.risk);
}

bool declaredFits(const DirectoryQuery& query, const DirectoryEntry& entry)
{
    const bool category = query.categories.isEmpty() || query.categories.contains(entry.categoryId);
    const bool nationality =
        query.nationalities.isEmpty() ||
        std::any_of(query.nationalities.begin(), query.nationalities.end(), [&entry](const QString& name) {
            return !entry.nationality.isEmpty() && name.compare(entry.nationality, Qt::CaseInsensitive) == 0;
        });
    return category && nationality && within(entry.createdAt, query.createdFrom, query.createdTo);
}

bool asksForState(const DirectoryQuery& query)
{
    return !query.stages.isEmpty() || !query.statuses.isEmpty() || !query.risks.isEmpty();
}

/// What an entry is sorted by; a missing value has nothing else.
struct Key {
    bool missing = false;
    QString text;
    qint64 number = 0;

    friend std::strong_ordering operator<=>(const Key&, const Key&) = default;
    friend bool operator==(const Key&, const Key&) = default;
};

/// A customer whom search and filters leave.
struct Candidate {
    qsizetype place = 0; ///< in KnownCustomers::all()
    bool unread = false; ///< left because the state is not known
    Stage stage = Stage::Unknown;
    Key key;
};

Key keyOf(const DirectoryEntry& entry, DirectorySort sort)
{
    const auto byText = [](const QString& text) { return Key{text.isEmpty(), text, 0}; };
    const auto byTime = [](const QDateTime& time) {
        return Key{!time.isValid(), {}, time.isValid() ? time.toMSecsSinceEpoch() : 0};
    };
    switch (sort) {
    case DirectorySort::CreatedAt:
        return byTime(entry.createdAt);
    case DirectorySort::UpdatedAt:
        return byTime(entry.updatedAt);
    case DirectorySort::SubmittedAt:
        return byTime(entry.verification ? entry.verification->submittedAt : QDateTime());
    case DirectorySort::Name:
        return byText(foldedText(QStringList{entry.lastName, entry.firstName}.join(u'\n').trimmed()));
    case DirectorySort::Email:
        return byText(foldedText(entry.email));
    case DirectorySort::Nationality:
        return byText(foldedText(entry.nationality));
    case DirectorySort::Category:
        return byText(foldedText(entry.categoryName));
    case DirectorySort::Stage:
        return entry.stage.isKnown() ? Key{false, {}, static_cast<qint64>(entry.stage.value())}
                                     : Key{true, {}, 0};
    case DirectorySort::Risk:
        return entry.risk.isKnown() ? Key{false, {}, static_cast<qint64>(entry.risk.value())}
                                    : Key{true, {}, 0};
    case DirectorySort::Unknown:
        break;
    }
    return {};
}

QList<Candidate> candidatesOf(const KnownCustomers& known, const DirectoryQuery& query)
{
    const Search search(query.search);
    const bool byState = asksForState(query);
    QList<Candidate> found;
    for (qsizetype place = 0; place < known.all().size(); ++place) {
        const KnownCustomer& customer = known.all().at(place);
        const Learned* learned = known.learned(customer.id);
        if (!search.finds(customer, learned))
            continue;
        DirectoryEntry entry;
        entry.createdAt = customer.addedAt;
        if (learned)
            entry = composedEntry(customer, *learned);
        // Whoever's state has been asked for in vain belongs to no state.
        const bool unread = byState && entry.stage.isAbsent() && !(learned && learned->asked);
        if (declaredFits(query, entry) && stateFits(query, entry, unread))
            found.append({place, unread, entry.stage.value(), keyOf(entry, query.sort)});
    }
    return found;
}
} // namespace

void KnownDirectory::evaluate(const DirectoryQuery& query) const
{
    ++m_evaluations;
    QList<Candidate> found = candidatesOf(m_known, query);
    // Who is without a value is last in either direction; ties stay in the order of adding.
    std::sort(found.begin(), found.end(), [&query](const Candidate& a, const Candidate& b) {
        if (a.unread != b.unread)
            return b.unread;
        if (a.key.missing != b.key.missing)
            return b.key.missing;
        if (a.key != b.key)
            return query.descending ? b.key < a.key : a.key < b.key;
        return a.place < b.place;
    });
    m_places.clear();
    m_places.reserve(found.size());
    for (const Candidate& candidate : std::as_const(found))
        m_places.append(candidate.place);

    // The counts are under every filter but the stage.
    if (!query.stages.isEmpty()) {
        DirectoryQuery everyStage = query;
        everyStage.stages = {};
        found = candidatesOf(m_known, everyStage);
    }
    m_counts = {};
    m_withoutStage = 0;
    for (const Candidate& candidate : std::as_const(found)) {
        if (candidate.stage == Stage::Unknown)
            ++m_withoutStage;
        else
            ++m_counts[static_cast<std::size_t>(candidate.stage)];
    }
    m_query = query;
    m_generation = m_known.generation();
}

DirectoryPage KnownDirectory::page(const DirectoryQuery& query, int page, int size) const
{
    if (m_generation != m_known.generation() || m_query != query)
        evaluate(query);
    DirectoryPage answer;
    answer.rows.page = page;
    answer.rows.size = size;
    answer.rows.total = m_places.size();
    const QList<qsizetype> places = m_places.mid(qsizetype(page) * size, size);
    for (const qsizetype place : places)
        answer.rows.items << m_known.entry(m_known.all().at(place).id);
    answer.stageCounts = m_counts;
    answer.withoutStage = m_withoutStage;
    return answer;
}

} // namespace finhub::review
