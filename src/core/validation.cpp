#include "core/validation.h"

#include <algorithm>

namespace finhub {

bool isEmail(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || at != text.lastIndexOf(u'@') || at + 1 == text.size())
        return false;
    return text.indexOf(u'.', at + 1) >= 0 && text.size() <= 255 &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

bool isPhone(const QString& text)
{
    if (text.size() < 8 || text.size() > 16 || !text.startsWith(u'+') || text.at(1) == u'0')
        return false;
    return std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QList<PasswordRule> brokenPasswordRules(const QString& text)
{
    bool upper = false;
    bool lower = false;
    bool digit = false;
    bool special = false;
    for (const QChar c : text) {
        if (c.isUpper())
            upper = true;
        else if (c.isLower())
            lower = true;
        else if (c.isDigit())
            digit = true;
        else if (!c.isLetter())
            special = true;
    }
    QList<PasswordRule> broken;
    if (text.size() < 8 || text.size() > 128)
        broken << PasswordRule::Length;
    if (!upper)
        broken << PasswordRule::UpperCase;
    if (!lower)
        broken << PasswordRule::LowerCase;
    if (!digit)
        broken << PasswordRule::Digit;
    if (!special)
        broken << PasswordRule::Special;
    return broken;
}

bool isStrongPassword(const QString& text)
{
    return brokenPasswordRules(text).isEmpty();
}

bool isAdult(const QDate& dateOfBirth, const QDate& today)
{
    // Counted back from today: adding years to a leap day lands on 28 February, a day too early.
    return dateOfBirth.isValid() && dateOfBirth <= today.addYears(-18);
}

bool isFileName(const QString& text)
{
    if (text.isEmpty() || text.size() > 255)
        return false;
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control;
    });
}

MimeType kindByContent(QByteArrayView bytes)
{
    if (bytes.startsWith("%PDF-"))
        return MimeType::Pdf;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return MimeType::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return MimeType::Png;
    return MimeType::Unknown;
}

} // namespace finhub
