#pragma once

#include "sandbox/seed/seededcustomers.h"
#include "sandbox/store/directoryindex.h"
#include "sandbox/store/store.h"
#include "sandbox/store/verificationqueue.h"

#include <QHash>

namespace finhub::sandbox {

/// A row of the directory's answer (3.1).
struct DirectoryItem {
    CustomerId id;
    bool activated = false;
    Person person;
    CategoryId categoryId;
    Stage stage = Stage::Session;
    RiskLevel risk = RiskLevel::Low;
    std::optional<VerificationRecord> verification; ///< the current one
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// All customers of the tenant: those that were seeded and never touched are made up when asked for, the
/// others come from the store; the directory and the queue are kept up with every commit. One thread.
class Cases {
public:
    /// Reads what the store already holds.
    Cases(const SeededCustomers& seeded, Store& store);

    std::optional<CaseFile> byNumber(qint64 number);
    std::optional<CaseFile> byCustomer(const CustomerId& id);
    std::optional<CaseFile> byUser(const UserId& id);
    std::optional<CaseFile> byVerification(const VerificationId& id);
    /// 2.4: compared without case.
    bool isEmailTaken(const QString& email) const;

    /// Stores the case and moves it in directory and queue; a new one (number -1) is given its number. With
    /// `upload`, the bytes of a new document are stored in the same transaction. False: nothing changed.
    bool commit(CaseFile& file, const std::optional<std::pair<DocumentId, QByteArray>>& upload = {});
    QByteArray documentBytes(const DocumentId& id) { return m_store.documentBytes(id); }

    DirectoryHits find(const DirectorySelection& selection, qint64 offset, int limit);
    DirectoryItem itemAt(quint32 number);
    VerificationQueue::Hits queue(const QList<VerificationStatus>& statuses, qint64 offset, int limit) const;

private:
    void buildQueue();
    void enterSeeded(quint32 index);
    void enterStored(const CaseFile& file);
    bool isStored(qint64 number) const { return m_stored.test(std::size_t(number)); }

    const SeededCustomers& m_seeded;
    Store& m_store;
    DirectoryIndex m_directory;
    VerificationQueue m_queue;
    Bitset m_stored;                 ///< which customers the store holds
    QHash<QString, qint64> m_emails; ///< of registered customers, case-folded
};

} // namespace finhub::sandbox
