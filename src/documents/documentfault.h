#pragma once

#include "core/result.h"

namespace finhub::documents {

/// ErrorKind::BrokenDocument with what is wrong with it; `technical` is for logs, without personal data.
Error brokenDocument(DocumentFault fault, const QString& technical = {});

/// How much of it a document may have at most.
qint64 limitOf(DocumentMeasure measure);

/// DocumentFault::TooLarge with the number, which is above limitOf(measure), and the limit.
Error oversizedDocument(DocumentMeasure measure, qint64 number);

} // namespace finhub::documents
