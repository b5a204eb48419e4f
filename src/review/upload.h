#pragma once

#include "core/requests.h"
#include "review/documentfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace finhub::review {

/// How far a file has come on its way to FinHub.
enum class UploadState {
    Checking,  ///< being read and looked at on this computer
    Ready,     ///< may be sent
    Refused,   ///< cannot be sent: `fault` says why
    Waiting,   ///< to be sent as soon as another one has ended
    Sending,   ///< `sent` of `total` bytes are on their way
    Uploaded,  ///< FinHub has it: `document`
    Failed,    ///< FinHub does not have it: `error` or `fault` says why
    Cancelled, ///< taken back before FinHub had it
    Unknown,   ///< FinHub may or may not have it (R19)
};

/// One file of the queue, as it can be shown.
struct Upload {
    int id = 0;       ///< of the queue; never used again
    QString fileName; ///< as it is sent
    DocumentType type = DocumentType::Unknown;
    UploadState state = UploadState::Checking;
    FileFault fault = FileFault::None;
    std::optional<Error> error; ///< FinHub's; with FileFault::Undecodable the decoder's
    qint64 size = -1;           ///< bytes; -1 while not known
    MimeType kind = MimeType::Unknown;
    QByteArray sha256;
    bool again = false;       ///< the same content is in the queue or at FinHub already
    qint64 sent = 0;          ///< bytes of the request
    qint64 total = 0;         ///< 0 before the first of them
    bool looking = false;     ///< the verification is being read for it
    int looks = 0;            ///< Unknown: how often it was looked for since and not found
    bool foundByLook = false; ///< Uploaded: the answer was lost, but the document is there
    Document document;        ///< Uploaded
};

} // namespace finhub::review
