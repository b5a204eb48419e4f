#include "app/profilejournal.h"

#include "api/connectionkey.h"

#include <utility>

namespace finhub::app {

ProfileJournal::ProfileJournal(const api::FinHub& finhub, QString folder)
    : m_finhub(finhub)
    , m_folder(std::move(folder))
    , m_key(m_folder + QStringLiteral("/journal-key"), m_disk)
{
}

ProfileJournal::~ProfileJournal() = default;

bool ProfileJournal::append(const review::JournalEvent& event)
{
    return current().append(event);
}

QByteArray ProfileJournal::head() const
{
    const review::JournalFile* journal = known();
    return journal ? journal->head() : QByteArray();
}

bool ProfileJournal::isWritable() const
{
    const review::JournalFile* journal = known();
    return !journal || journal->isWritable();
}

bool ProfileJournal::retry()
{
    return current().retry();
}

QString ProfileJournal::damagedFile() const
{
    const review::JournalFile* journal = known();
    return journal ? journal->damagedFile() : QString();
}

std::optional<QByteArray> ProfileJournal::slice(const CustomerId& customer) const
{
    const review::JournalFile* journal = known();
    return journal ? journal->slice(customer) : std::nullopt;
}

QString ProfileJournal::file() const
{
    const api::ConnectionProfile& profile = m_finhub.profile();
    const bool isDemo = !m_demo.isEmpty() && profile.baseUrl == m_demo;
    return QStringLiteral("%1/journal-%2.jsonl")
        .arg(m_folder, isDemo ? QStringLiteral("demo") : api::connectionKey(profile));
}

review::JournalFile& ProfileJournal::current()
{
    std::unique_ptr<review::JournalFile>& journal = m_journals[file()];
    if (!journal)
        journal = std::make_unique<review::JournalFile>(file(), m_key, m_disk);
    return *journal;
}

const review::JournalFile* ProfileJournal::known() const
{
    const auto found = m_journals.find(file());
    return found == m_journals.end() ? nullptr : found->second.get();
}

} // namespace finhub::app
