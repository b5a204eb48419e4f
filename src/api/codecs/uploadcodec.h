#pragma once

#include "core/requests.h"
#include "core/result.h"

#include <atomic>

namespace finhub::api {

/// Why a file cannot be uploaded (2.8): ErrorKind::Refused with the member in `technical`, or nothing. The
/// declared kind has to be that of the content's first bytes.
std::optional<Error> faultOf(const UploadRequest& request);

/// 2.8's body. Takes time: made for another thread than the GUI's. When `stop` becomes true it returns soon,
/// with something that is of no use. The caller wipes it.
QByteArray writeUpload(const UploadRequest& request, const std::atomic<bool>& stop);

/// What is known of the document before it is uploaded: everything but id, hash and status.
Document documentOf(const UploadRequest& request);
/// 2.8's answer. Only the document's id has to be there; a verification that is named has to be the one that
/// was sent to. What the answer leaves out of the document is as it was sent.
Result<UploadAnswer> readUploadAnswer(const QByteArray& body, const Document& sent);

} // namespace finhub::api
