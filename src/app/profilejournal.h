#pragma once

#include "api/finhub.h"
#include "review/journal/journalfile.h"

#include <map>
#include <memory>

namespace finhub::app {

/// The journals of a folder, one a connection, signed with one key: what is appended goes into that of the
/// connection which is or was in use last. GUI thread.
class ProfileJournal : public review::Journal {
public:
    /// `finhub` outlives it.
    ProfileJournal(const api::FinHub& finhub, QString folder);
    ~ProfileJournal() override;

    /// The sandbox of a demonstration has another address each time; its journal is one and the same.
    void setDemo(const QUrl& server) { m_demo = server; }

    bool append(const review::JournalEvent& event) override;
    QByteArray head() const override;
    bool isWritable() const override;
    bool retry() override;
    QString damagedFile() const override;
    std::optional<QByteArray> slice(const CustomerId& customer) const override;

    /// The file of the connection in use.
    QString file() const;

private:
    review::JournalFile& current();
    const review::JournalFile* known() const;

    const api::FinHub& m_finhub;
    QString m_folder;
    QUrl m_demo;
    review::Disk m_disk;
    review::JournalKeyFile m_key;
    std::map<QString, std::unique_ptr<review::JournalFile>> m_journals;
};

} // namespace finhub::app
