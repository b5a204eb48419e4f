#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Things beside the cases that have to survive a restart: consent templates, subscriptions, deliveries,
/// failed logins, answers that may be asked for again. The store keeps them as they are given to it; what a
/// value means is known to whoever wrote it.
namespace finhub::sandbox {

struct RecordKey {
    QString kind; ///< what sort of thing it is
    QString id;   ///< unique within the kind
};

struct KeptRecord {
    RecordKey key;
    qint64 place = 0; ///< the order in which records of a kind are read back
    QByteArray value; ///< JSON, never empty
};

/// What is written in one transaction: either all of it or nothing.
struct RecordChanges {
    QList<KeptRecord> put; ///< added, or put in the place of the record with the same key
    QList<RecordKey> removed;
};

} // namespace finhub::sandbox
