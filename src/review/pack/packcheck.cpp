#include "review/pack/packcheck.h"

#include "review/journal/journalwords.h"
#include "review/pack/evidencepack.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace finhub::review {

namespace {
constexpr qsizetype MaxContents = 1024 * 1024;

/// The list of contents as hashes by name; nullopt when it is none.
std::optional<QHash<QString, QByteArray>> readContents(const QByteArray& json, CustomerId& customer)
{
    // One object in another is all there is: whatever is nested deeper is not parsed.
    if (json.size() > MaxContents || json.count('{') > 2 || json.contains('['))
        return std::nullopt;
    const QJsonObject contents = QJsonDocument::fromJson(json).object();
    if (contents.value(QStringLiteral("evidencePack")).toInt() != 1)
        return std::nullopt;
    customer = CustomerId(contents.value(QStringLiteral("customerId")).toString());
    QHash<QString, QByteArray> hashes;
    const QJsonObject listed = contents.value(QStringLiteral("sha256")).toObject();
    for (auto it = listed.begin(); it != listed.end(); ++it)
        hashes.insert(it.key(), it.value().toString().toLatin1());
    return hashes;
}
} // namespace

PackReport checkPack(const QByteArray& zip, const QList<JournalAnchor>& anchors)
{
    PackReport report;
    const auto files = unzipPack(zip);
    if (!files)
        return report;
    QHash<QString, QByteArray> contents;
    for (const PackFile& file : *files)
        contents.insert(file.name, file.content);
    const auto listed = readContents(contents.value(packname::Contents), report.customer);
    report.isPack = listed && contents.contains(packname::Journal);
    if (!report.isPack)
        return report;

    const QByteArray seal = packHash(contents.value(packname::Contents));
    const QString exported = journalWord(JournalKind::Exported);
    report.journal = checkJournal(contents.value(packname::Journal), anchors, [&](const JournalEntry& entry) {
        if (entry.kind == exported && entry.event.detail.toLatin1() == seal &&
            entry.event.customer == report.customer)
            report.isSealed = true;
    });
    for (auto it = listed->begin(); it != listed->end(); ++it) {
        if (!contents.contains(it.key()))
            report.missing << it.key();
        else if (packHash(contents.value(it.key())) != it.value())
            report.changed << it.key();
    }
    for (const PackFile& file : *files) {
        if (!listed->contains(file.name) && file.name != packname::Contents && file.name != packname::Journal)
            report.unlisted << file.name;
    }
    for (QStringList* names : {&report.changed, &report.missing, &report.unlisted})
        names->sort();
    return report;
}

} // namespace finhub::review
