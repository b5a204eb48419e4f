#pragma once

#include "crash/sandboxprobe.h"

#include <QStringList>

namespace finhub::test {

/// What a client came to know of one decision, in the order in which it did: `applied`, `refused`, `not-sent`,
/// `unknown`, each with the key of its intent.
struct HistoryEntry {
    QByteArray word;
    QByteArray key;
};

/// What is wrong between a client's history of its decisions on one case, the sandbox's ledger of them, and
/// the case as it ended; empty when nothing is:
///
/// - no key is committed twice, and the case is decided at most once;
/// - a decision that was called applied is committed; one that was called refused or not sent is not;
/// - the last word of every key is not `unknown`;
/// - what is committed stands in the case, with the tag of its key in the notes;
/// - a commit without any word was never lost: the last word of its key is `applied`.
QStringList violations(const QList<HistoryEntry>& history, const QList<LedgerEntry>& ledger,
                       const Verification& end);

} // namespace finhub::test
