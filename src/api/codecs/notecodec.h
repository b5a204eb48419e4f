#pragma once

#include "core/result.h"
#include "core/values.h"

namespace finhub::api {

/// 3.10's body.
QByteArray writeNote(const QString& text);

/// 3.10's answer to `POST`. It has to have an id; a verification that is named has to be the one that was
/// written about.
Result<Note> readNoteAnswer(const QByteArray& body, const VerificationId& asked);
/// 3.10's page, in the order of the server (newest first).
Result<Page<Note>> readNotePage(const QByteArray& body, int page, int size);

} // namespace finhub::api
