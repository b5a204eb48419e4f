#pragma once

#include <QDateTime>
#include <QString>

namespace finhub {

/// R10: ISO 8601 with 0-9 fraction digits, with or without zone (none means UTC). The result is UTC, invalid
/// when the text cannot be read; never "now". Digits beyond milliseconds are cut off.
QDateTime parseWireTime(const QString& text);

/// 1.6: RFC 3339 in UTC with milliseconds, `2026-03-31T09:15:00.000Z`; empty for an invalid time.
QString formatWireTime(const QDateTime& time);

} // namespace finhub
