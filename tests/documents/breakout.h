#pragma once

#include "documents/worker/workermain.h"

namespace finhub::documents {

/// Tries the one of `Breakouts` that the page number says, on the file that the document names after the
/// signature of a PDF. Shows a white page when it was refused; ends with `Escaped` when it was
/// not.
[[noreturn]] void breakOut(const AnswerSheet& sheet, const QByteArray& bytes, const WorkerRequest& request);

inline constexpr char Signature[] = "%PDF-";

} // namespace finhub::documents
