#include "directoryreference.h"

#include "core/foldedtext.h"

#include <algorithm>
#include <utility>

namespace finhub::test {

namespace {
bool oneOf(const QString& list, const QString& value)
{
    return list.isEmpty() || list.split(u',').contains(value, Qt::CaseInsensitive);
}

bool hasWord(const DirectoryReference::Customer& customer, const QString& word)
{
    const QString name = foldedText(customer.first + u' ' + customer.last);
    return name.contains(word) || foldedText(customer.email).contains(word) ||
           customer.phone.contains(word) || customer.id.startsWith(word);
}

/// What a sort compares; an empty one is missing.
QStringList keyOf(const DirectoryReference::Customer& customer, const QString& sort)
{
    static const QStringList stages{QStringLiteral("SESSION"),   QStringLiteral("VERIFICATION"),
                                    QStringLiteral("DOCUMENTS"), QStringLiteral("APPROVAL"),
                                    QStringLiteral("CONSENTS"),  QStringLiteral("ACTIVATION"),
                                    QStringLiteral("ACTIVE"),    QStringLiteral("REJECTED")};
    static const QStringList risks{QStringLiteral("LOW"), QStringLiteral("MEDIUM"), QStringLiteral("HIGH")};
    if (sort == QLatin1String("createdAt"))
        return {customer.createdAt};
    if (sort == QLatin1String("updatedAt"))
        return {customer.updatedAt};
    if (sort == QLatin1String("submittedAt"))
        return customer.submittedAt.isEmpty() ? QStringList() : QStringList{customer.submittedAt};
    if (sort == QLatin1String("name"))
        return {foldedText(customer.last), foldedText(customer.first)};
    if (sort == QLatin1String("email"))
        return {foldedText(customer.email)};
    if (sort == QLatin1String("stage"))
        return {QString::number(stages.indexOf(customer.stage))};
    if (sort == QLatin1String("risk"))
        return {QString::number(risks.indexOf(customer.risk))};
    if (sort == QLatin1String("category"))
        return {customer.category};
    return customer.nationality.isEmpty() ? QStringList() : QStringList{customer.nationality.toLower()};
}
} // namespace

DirectoryReference::DirectoryReference(std::vector<Customer> customers)
    : m_customers(std::move(customers))
{
    for (Customer& customer : m_customers)
        customer.searched = foldedText(customer.first + u' ' + customer.last + u'\n' + customer.email);
}

QStringList DirectoryReference::ids(const Query& query) const
{
    const bool descending = query.sort.startsWith(u'-');
    const QString sort = descending ? query.sort.mid(1) : query.sort;
    std::vector<std::pair<QStringList, QString>> selected;
    for (const Customer& customer : m_customers) {
        if (selects(query, customer))
            selected.emplace_back(keyOf(customer, sort), customer.id);
    }
    std::sort(selected.begin(), selected.end(), [descending](const auto& a, const auto& b) {
        if (a.first.isEmpty() != b.first.isEmpty())
            return b.first.isEmpty();
        if (a.first != b.first)
            return descending ? a.first > b.first : a.first < b.first;
        return a.second < b.second;
    });
    QStringList ids;
    for (const auto& [key, id] : selected)
        ids << id;
    return ids;
}

QHash<QString, int> DirectoryReference::stages(Query query) const
{
    query.stage.clear();
    QHash<QString, int> counts;
    for (const Customer& customer : m_customers) {
        if (selects(query, customer))
            ++counts[customer.stage];
    }
    return counts;
}

bool DirectoryReference::selects(const Query& query, const Customer& customer)
{
    for (const QString& word : foldedText(query.search).split(u' ', Qt::SkipEmptyParts)) {
        if (!hasWord(customer, word))
            return false;
    }
    return oneOf(query.stage, customer.stage) && oneOf(query.status, customer.status) &&
           oneOf(query.risk, customer.risk) && oneOf(query.category, customer.category) &&
           oneOf(query.nationality, customer.nationality) &&
           (query.createdFrom.isEmpty() || customer.createdAt >= query.createdFrom) &&
           (query.createdTo.isEmpty() || customer.createdAt <= query.createdTo);
}

} // namespace finhub::test
