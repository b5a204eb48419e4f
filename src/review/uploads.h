#pragma once

#include "api/finhub.h"
#include "review/uploadjob.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <utility>

namespace finhub::review {

/// Files on their way into one verification (2.8): each is read and checked, waits until it is sent, and is
/// sent once. At most AtOnce are checked and at most AtOnce are sent at a time, so that no more than a few
/// are in memory; what was checked is read again for sending and compared by its SHA-256. A file that fails
/// does not stop the others.
///
/// A file whose answer was lost is never sent again by itself: the verification is read where the server
/// offers that, and a new document with its SHA-256 means that it arrived (R19). GUI thread; nothing here
/// blocks it. Deleting it aborts everything.
class Uploads : public QObject {
    Q_OBJECT

public:
    static constexpr int AtOnce = 2;
    /// So many files are taken at a time.
    static constexpr int MaxFiles = 200;

    Uploads(api::FinHub& finhub, TryOut tryOut, QObject* parent = nullptr);
    /// For tests: with a way of reading files of its own.
    Uploads(api::FinHub& finhub, TryOut tryOut, FileReader reader, QObject* parent = nullptr);
    ~Uploads() override;

    /// How files that are added from now on are read, where that is not plainFileReader().
    void setReader(FileReader reader) { m_means.reader = std::move(reader); }

    /// Where files are sent to from now on; those under way go where they were going.
    void setTarget(const CustomerId& customer, const VerificationId& verification);
    /// The documents that the verification is known to have: what is there already has not just arrived.
    void setPresent(const QList<Document>& documents);

    /// Takes files by their paths, in this order, and starts to check them. Returns how many were not taken,
    /// since the queue is full.
    int add(const QStringList& paths);
    /// Corrects the type, while the file is not on its way and has not arrived.
    void setType(int id, DocumentType type);
    /// Sends everything that is ready and has a type. Returns how many.
    int send();
    /// Takes a file back that is not with FinHub yet. One of which every byte was on its way may have
    /// arrived nevertheless: that is looked up.
    void cancel(int id);
    /// Checks or sends again what was refused, has failed or was cancelled; see maySendAgain() for the
    /// unknown ones. False, and nothing happens, where that is not possible now.
    bool retry(int id);
    /// Reads the verification once more for a file whose outcome is unknown.
    void lookAgain(int id);
    /// Whether a file whose outcome is unknown may be sent again: FinHub recognises the request by its key,
    /// or a second look has not found it, or the server cannot be asked.
    bool maySendAgain(int id) const;
    /// Takes a file off the list that is not on its way.
    void remove(int id);
    /// Lets go of everything; what is on its way is aborted.
    void clear();

    QList<Upload> all() const;
    /// nullptr when it is not (or no longer) in the queue.
    const Upload* find(int id) const;
    int count(UploadState state) const;
    /// How many would be sent now.
    int sendable() const;
    /// Whether something waits or is on its way.
    bool isBusy() const;

    /// The bytes of a file as they were checked, for looking at it; FileFault::Changed when they are others
    /// by now.
    CallPtr<DocumentFile> read(int id) const;

Q_SIGNALS:
    void added(int id);
    void changed(int id);
    void removed(int id);
    /// FinHub has recorded it and says where the verification stands.
    void answered(const finhub::UploadAnswer& answer);
    /// FinHub has it, by its answer or as a look has shown; with the bytes that were sent.
    void uploaded(const finhub::Document& document, const QByteArray& bytes);
    /// The verification was read for a file whose outcome was unknown.
    void verificationRead(const finhub::Verification& verification);

private:
    UploadJob* job(int id) const;
    void connectJob(UploadJob& job);
    void pump();

    UploadJob::Means m_means;
    CustomerId m_customer;
    VerificationId m_verification;
    QSet<DocumentId> m_present;
    QSet<QByteArray> m_presentHashes;
    std::map<int, std::unique_ptr<UploadJob>> m_jobs; ///< in the order they came
    int m_lastId = 0;
};

} // namespace finhub::review
