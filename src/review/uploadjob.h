#pragma once

#include "api/finhub.h"
#include "review/upload.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace finhub::review {

/// Tries to decode a file before it may be sent: completes when it can be shown, else fails with what is
/// wrong. The call is deleted when nobody waits any more.
using TryOut = std::function<CallPtr<Done>(int id, const QByteArray& bytes, MimeType kind)>;

/// One file of the queue Uploads, from its path to FinHub's answer. It does one thing at a time and only when
/// told to; the queue says when. GUI thread; deleting it aborts what is under way.
class UploadJob : public QObject {
    Q_OBJECT

public:
    /// What the jobs of a queue work with; outlives them.
    struct Means {
        api::FinHub& finhub;
        TryOut tryOut;
        FileReader reader;
        /// Whether another file of the queue is known to be this document.
        std::function<bool(const DocumentId& id)> isTaken;
    };

    UploadJob(int id, QString path, const Means& means);
    ~UploadJob() override;

    const Upload& upload() const { return m_upload; }
    UploadState state() const { return m_upload.state; }
    /// Checking, and at it.
    bool isAtWork() const { return m_reading || m_tryOut; }
    /// Ready, and it is known what it is.
    bool isSendable() const;

    /// Reads the file and tries it out.
    void check();
    /// Ready, with a type: to be sent when its turn comes.
    void wait();
    /// Reads the file again and sends it, provided that it is still the one that was checked. `present` are
    /// the documents that the verification is known to have.
    void send(const CustomerId& customer, const VerificationId& verification,
              const QSet<DocumentId>& present);
    void setType(DocumentType type);
    void setAgain(bool again) { m_upload.again = again; }
    void cancel();
    /// See Uploads::retry().
    bool retry();
    /// See Uploads::lookAgain().
    void lookAgain();
    /// See Uploads::maySendAgain().
    bool maySendAgain() const;
    /// See Uploads::read().
    CallPtr<DocumentFile> read() const;
    /// Aborts everything and is silent from now on.
    void abandon();

Q_SIGNALS:
    void changed();
    /// Size, kind and SHA-256 are known; it is being tried out next.
    void contentKnown();
    void answered(const finhub::UploadAnswer& answer);
    void arrived(const finhub::Document& document, const QByteArray& bytes);
    void verificationRead(const finhub::Verification& verification);

private:
    void onChecked(const DocumentFile& file);
    void onTriedOut(const Result<Done>& outcome);
    void onReadForSending(const DocumentFile& file);
    void onAnswer(const Result<UploadAnswer>& answer);
    void startLook();
    void onLooked(const Result<Verification>& read);
    void become(const Document& document);
    void setState(UploadState state);
    void setFault(UploadState state, FileFault fault, std::optional<Error> error);

    const Means& m_means;
    QString m_path;
    Upload m_upload;
    QByteArray m_bytes; ///< while they are on their way, and until a look has told whether they have arrived

    // What the last sending was about.
    CustomerId m_customer;
    VerificationId m_verification;
    QByteArray m_key;          ///< the same for the same intent, however often it is sent
    QSet<DocumentId> m_before; ///< the documents that were there already
    bool m_asCustomer = false; ///< a key is known together with who used it (3.7)
    bool m_mayHaveArrived = false;

    CallPtr<DocumentFile> m_reading;
    CallPtr<Done> m_tryOut;
    CallPtr<UploadAnswer> m_sending;
    CallPtr<Verification> m_look;
};

} // namespace finhub::review
