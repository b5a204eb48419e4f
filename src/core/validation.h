#pragma once

#include "core/enums.h"

#include <QByteArrayView>
#include <QDate>
#include <QList>
#include <QString>

/// The contract's rules for single values, asked by the forms of the console and by the sandbox alike.
namespace finhub {

/// 7.6: one `@` with text on both sides and a dot in the domain.
bool isEmail(const QString& text);
/// 2.4: E.164, `+` and 7 to 15 digits, the first not 0.
bool isPhone(const QString& text);
/// 2.4: what a password needs.
enum class PasswordRule { Length, UpperCase, LowerCase, Digit, Special };
/// The rules that a password breaks, in this order; empty: it is strong.
QList<PasswordRule> brokenPasswordRules(const QString& text);
/// 2.4: 8-128 characters with upper case, lower case, digit and special character.
bool isStrongPassword(const QString& text);
/// 2.4: at least 18 years old on that day.
bool isAdult(const QDate& dateOfBirth, const QDate& today);
/// 2.8: no `/`, `\` or control characters, 1-255 characters.
bool isFileName(const QString& text);
/// 2.8: the kind of file by its first bytes (`%PDF-`, `FF D8 FF`, the PNG signature), else Unknown.
MimeType kindByContent(QByteArrayView bytes);

/// Section 2: the longest text member unless something else is said, in UTF-16 units, which is at least as
/// strict as characters.
inline constexpr qsizetype MaxTextLength = 255;

/// 2.8: the largest document, in bytes.
inline constexpr qint64 MaxDocumentBytes = 10 * 1024 * 1024;

} // namespace finhub
