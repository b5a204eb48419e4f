#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace finhub::api {

/// How much of a JSON text is shown.
enum class Disclosure {
    Whole,
    Redacted, ///< what is not known to be harmless (harmless.h) is shown as "…"
};

/// A JSON text for people: indented, members in the order in which they came, letters instead of their
/// escapes. What cannot be seen or would end a line stays escaped, so that no value can pass for a member. A
/// text of more than MaxPrinted characters is cut, and its last line is `…`. Any thread. ErrorKind::BadAnswer
/// when the text is refused (JsonText).
Result<QString> printJson(const QByteArray& text, Disclosure disclosure);

inline constexpr qsizetype MaxPrinted = 512 * 1024;

} // namespace finhub::api
