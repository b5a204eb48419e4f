#include "api/codecs/directorycodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/pagecodec.h"
#include "api/codecs/verificationcodec.h"

namespace finhub::api {

namespace {
template <typename E>
QString listFilter(const QList<E>& values)
{
    QStringList names;
    for (const E value : values)
        names.append(WireValue<E>::nameOf(value));
    names.removeAll(QString());
    return names.join(u',');
}

DirectoryEntry readEntry(const JsonPlace& place)
{
    DirectoryEntry entry;
    entry.id = place.firstOf({"id", "customerId"}).required().id<CustomerId>();
    entry.firstName = place.member("firstName").text();
    entry.lastName = place.member("lastName").text();
    entry.email = place.member("email").text();
    entry.nationality = place.member("nationality").text();
    const JsonPlace category = place.member("category");
    entry.categoryId = category.member("id").id<CategoryId>();
    entry.categoryName = category.member("name").text();
    entry.stage = place.member("stage").word<Stage>();
    entry.risk = place.member("risk").word<RiskLevel>();
    if (const JsonPlace verification = place.member("verification"); verification.isPresent())
        entry.verification = readVerification(verification);
    entry.createdAt = place.member("createdAt").time();
    entry.updatedAt = place.member("updatedAt").time();
    return entry;
}

std::optional<StageCounts> readStageCounts(const JsonPlace& facets)
{
    const JsonPlace stages = facets.member("stage");
    if (!stages.isPresent())
        return std::nullopt;
    StageCounts counts{};
    for (const auto& [stage, name] : WireNames<Stage>::table)
        counts[static_cast<std::size_t>(stage)] = stages.member(name).integer(0).value_or(0);
    return counts;
}
} // namespace

Result<QueryItems> writeDirectoryQuery(const DirectoryQuery& query, int page, int size)
{
    QueryItems items;
    const auto add = [&items](const char* name, const QString& value) {
        if (!value.isEmpty())
            items.append({QLatin1String(name), value});
    };
    QStringList categories;
    for (const CategoryId& category : query.categories) {
        if (!category.isValid())
            return failure(Error::of(ErrorKind::Refused, QStringLiteral("category")));
        categories.append(category.text());
    }
    for (const QString& nationality : query.nationalities) {
        if (nationality.contains(u','))
            return failure(Error::of(ErrorKind::Refused, QStringLiteral("nationality")));
    }

    add("search", query.search.trimmed());
    add("stage", listFilter(query.stages));
    add("status", listFilter(query.statuses));
    add("risk", listFilter(query.risks));
    add("category", categories.join(u','));
    add("nationality", query.nationalities.join(u','));
    add("createdFrom", query.createdFrom.toString(Qt::ISODate));
    add("createdTo", query.createdTo.toString(Qt::ISODate));
    add("claim", listFilter(query.claims));
    const QString sort = WireValue<DirectorySort>::nameOf(query.sort);
    if (!sort.isEmpty())
        add("sort", query.descending ? u'-' + sort : sort);
    add("page", QString::number(page));
    add("size", QString::number(size));
    return items;
}

Result<DirectoryPage> readDirectoryPage(const QByteArray& body, int page, int size)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload();
    DirectoryPage out;
    out.rows = readPage<DirectoryEntry>(payload, "customers", page, size, readEntry);
    out.stageCounts = readStageCounts(payload.member("facets"));
    return envelope->checked(out);
}

} // namespace finhub::api
