#pragma once

#include "core/validation.h"

namespace finhub::api {

/// 2.7, 2.9: `notes`.
inline constexpr qsizetype MaxNotes = 4000;
/// 2.10, 2.14: the version of a consent.
inline constexpr qsizetype MaxConsentVersion = 20;

/// A required text: the server trims it, and something has to be left.
inline bool isText(const QString& text, qsizetype longest = MaxTextLength)
{
    return text.size() <= longest && !text.trimmed().isEmpty();
}

/// A text that is left out when it is empty.
inline bool isOptionalText(const QString& text, qsizetype longest = MaxTextLength)
{
    return text.isEmpty() || isText(text, longest);
}

} // namespace finhub::api
