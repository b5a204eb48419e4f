#include "crash/checker.h"

#include "review/outbox/decisionnotes.h"

#include <QMap>
#include <QSet>

namespace finhub::test {

QStringList violations(const QList<HistoryEntry>& history, const QList<LedgerEntry>& ledger,
                       const Verification& end)
{
    QStringList wrong;
    QMap<QByteArray, int> commits;
    int all = 0;
    for (const LedgerEntry& entry : ledger) {
        commits[entry.key] += entry.committed ? 1 : 0;
        all += entry.committed ? 1 : 0;
    }
    QMap<QByteArray, QByteArray> lastWords;
    for (const HistoryEntry& entry : history) {
        const bool isCommitted = commits.value(entry.key) > 0;
        if (entry.word == "applied" && !isCommitted)
            wrong << QStringLiteral("called applied, but not committed");
        if ((entry.word == "refused" || entry.word == "not-sent") && isCommitted)
            wrong << QStringLiteral("called %1, but committed").arg(QLatin1String(entry.word));
        lastWords.insert(entry.key, entry.word);
    }
    if (all > 1)
        wrong << QStringLiteral("decided %1 times").arg(all);
    for (auto it = commits.cbegin(); it != commits.cend(); ++it) {
        if (it.key().isEmpty())
            wrong << QStringLiteral("sent without a key");
        if (it.value() > 1)
            wrong << QStringLiteral("one key committed %1 times").arg(it.value());
        if (it.value() > 0 && lastWords.value(it.key()) != "applied")
            wrong << QStringLiteral("committed, but the last word is “%1”")
                         .arg(QLatin1String(lastWords.value(it.key())));
        const auto tag = review::readNotesTag(end.notes);
        if (it.value() > 0 && (!tag || tag->intent != review::shortIntent(it.key())))
            wrong << QStringLiteral("committed, but the case does not carry its tag");
    }
    for (auto it = lastWords.cbegin(); it != lastWords.cend(); ++it) {
        if (it.value() == "unknown")
            wrong << QStringLiteral("stays unknown");
    }
    const bool isDecided =
        end.status == VerificationStatus::Approved || end.status == VerificationStatus::Rejected ||
        end.status == VerificationStatus::ResubmissionRequested;
    if (isDecided != (all > 0))
        wrong << QStringLiteral("the case is %1 after %2 commits").arg(end.status.text()).arg(all);
    return wrong;
}

} // namespace finhub::test
