#include "review/uploads.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

Uploads::Uploads(api::FinHub& finhub, TryOut tryOut, QObject* parent)
    : Uploads(finhub, std::move(tryOut), plainFileReader(), parent)
{
}

Uploads::Uploads(api::FinHub& finhub, TryOut tryOut, FileReader reader, QObject* parent)
    : QObject(parent)
    , m_means{finhub, std::move(tryOut), std::move(reader), [this](const DocumentId& id) {
                  return std::any_of(m_jobs.begin(), m_jobs.end(), [&id](const auto& entry) {
                      return entry.second->state() == UploadState::Uploaded &&
                             entry.second->upload().document.id == id;
                  });
              }}
{
}

Uploads::~Uploads() = default;

void Uploads::setTarget(const CustomerId& customer, const VerificationId& verification)
{
    m_customer = customer;
    m_verification = verification;
}

void Uploads::setPresent(const QList<Document>& documents)
{
    m_present.clear();
    m_presentHashes.clear();
    for (const Document& document : documents) {
        m_present.insert(document.id);
        m_presentHashes.insert(document.sha256.toLower());
    }
}

int Uploads::add(const QStringList& paths)
{
    int left = 0;
    for (const QString& path : paths) {
        if (m_jobs.size() >= static_cast<std::size_t>(MaxFiles)) {
            ++left;
            continue;
        }
        const int id = ++m_lastId;
        connectJob(*m_jobs.emplace(id, std::make_unique<UploadJob>(id, path, m_means)).first->second);
        Q_EMIT added(id);
    }
    pump();
    return left;
}

void Uploads::connectJob(UploadJob& job)
{
    const int id = job.upload().id;
    connect(&job, &UploadJob::contentKnown, this, [this, &job] {
        const QByteArray& sha256 = job.upload().sha256;
        job.setAgain(m_presentHashes.contains(sha256) ||
                     std::any_of(m_jobs.begin(), m_jobs.end(), [&](const auto& entry) {
                         return entry.first < job.upload().id && entry.second->upload().sha256 == sha256;
                     }));
    });
    connect(&job, &UploadJob::changed, this, [this, id] {
        Q_EMIT changed(id);
        pump();
    });
    connect(&job, &UploadJob::arrived, this, [this](const Document& document, const QByteArray& bytes) {
        m_present.insert(document.id);
        m_presentHashes.insert(document.sha256.toLower());
        Q_EMIT uploaded(document, bytes);
    });
    connect(&job, &UploadJob::answered, this, &Uploads::answered);
    connect(&job, &UploadJob::verificationRead, this, &Uploads::verificationRead);
}

/// Lets as many work as may. Whoever is told of a change may change the queue, so every step looks anew.
void Uploads::pump()
{
    const auto next = [this](UploadState waiting, auto isWorking) -> UploadJob* {
        const auto working = std::count_if(m_jobs.begin(), m_jobs.end(),
                                           [&](const auto& entry) { return isWorking(*entry.second); });
        if (working >= AtOnce)
            return nullptr;
        const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto& entry) {
            return entry.second->state() == waiting && !isWorking(*entry.second);
        });
        return found == m_jobs.end() ? nullptr : found->second.get();
    };
    const auto isChecked = [](const UploadJob& job) {
        return job.state() == UploadState::Checking && job.isAtWork();
    };
    const auto isSent = [](const UploadJob& job) { return job.state() == UploadState::Sending; };
    while (UploadJob* const job = next(UploadState::Checking, isChecked))
        job->check();
    while (UploadJob* const job = next(UploadState::Waiting, isSent))
        job->send(m_customer, m_verification, m_present);
}

int Uploads::send()
{
    QList<int> ids;
    for (const auto& [id, job] : m_jobs) {
        if (job->isSendable())
            ids << id;
    }
    for (const int id : std::as_const(ids)) {
        if (UploadJob* const there = job(id))
            there->wait();
    }
    return static_cast<int>(ids.size());
}

void Uploads::setType(int id, DocumentType type)
{
    if (UploadJob* const there = job(id))
        there->setType(type);
}

void Uploads::cancel(int id)
{
    if (UploadJob* const there = job(id))
        there->cancel();
}

bool Uploads::retry(int id)
{
    UploadJob* const there = job(id);
    return there && there->retry();
}

void Uploads::lookAgain(int id)
{
    if (UploadJob* const there = job(id))
        there->lookAgain();
}

bool Uploads::maySendAgain(int id) const
{
    const UploadJob* const there = job(id);
    return there && there->maySendAgain();
}

void Uploads::remove(int id)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || found->second->state() == UploadState::Sending)
        return;
    found->second->abandon();
    // It may be the one that is just telling about a change.
    found->second.release()->deleteLater();
    m_jobs.erase(found);
    Q_EMIT removed(id);
    pump();
}

void Uploads::clear()
{
    std::map<int, std::unique_ptr<UploadJob>> gone = std::exchange(m_jobs, {});
    for (auto& [id, job] : gone) {
        job->abandon();
        job.release()->deleteLater();
        Q_EMIT removed(id);
    }
}

QList<Upload> Uploads::all() const
{
    QList<Upload> uploads;
    for (const auto& [id, job] : m_jobs)
        uploads << job->upload();
    return uploads;
}

const Upload* Uploads::find(int id) const
{
    const UploadJob* const there = job(id);
    return there ? &there->upload() : nullptr;
}

int Uploads::count(UploadState state) const
{
    return static_cast<int>(std::count_if(
        m_jobs.begin(), m_jobs.end(), [state](const auto& entry) { return entry.second->state() == state; }));
}

int Uploads::sendable() const
{
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(),
                                          [](const auto& entry) { return entry.second->isSendable(); }));
}

bool Uploads::isBusy() const
{
    return count(UploadState::Waiting) + count(UploadState::Sending) > 0;
}

CallPtr<DocumentFile> Uploads::read(int id) const
{
    if (const UploadJob* const there = job(id))
        return there->read();
    auto call = std::make_unique<Call<DocumentFile>>();
    call->finishLater(DocumentFile{.fault = FileFault::Missing});
    return call;
}

UploadJob* Uploads::job(int id) const
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : found->second.get();
}

} // namespace finhub::review
