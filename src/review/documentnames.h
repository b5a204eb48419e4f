#pragma once

#include "core/enums.h"

#include <QString>

/// What a file's name says, and how it is sent (2.8).
namespace finhub::review {

/// The last part of a path as a name that FinHub takes (2.8: isFileName()) and that reads as it is written:
/// slashes, control characters and halves of surrogate pairs become `_`, marks that turn the direction of
/// writing go. A name that is too long keeps its ending.
QString acceptableFileName(const QString& path);

/// The type of document that a file's name speaks of, in English; Unknown when it says nothing. Only a guess,
/// for a person to correct.
DocumentType guessDocumentType(const QString& fileName);

} // namespace finhub::review
