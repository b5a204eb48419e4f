#include "views/support/masking.h"

#include <QLocale>

#include <algorithm>

namespace finhub::views::masking {

namespace {
constexpr QChar Dot(u'•');
constexpr int ShortestIban = 15;
constexpr int ShortestPhone = 7;
constexpr int LongestExtension = 5;

QString dots(int count)
{
    return QString(count, Dot);
}

/// The first character with its second half, where it has one.
QString firstLetter(const QString& text)
{
    const bool pair = text.size() > 1 && text.at(0).isHighSurrogate() && text.at(1).isLowSurrogate();
    return text.left(pair ? 2 : 1);
}

bool isLetterOrDigit(QChar c)
{
    return c.isLetterOrNumber();
}
} // namespace

QString text(const QString& text)
{
    return text.isEmpty() ? QString() : dots(3);
}

QString email(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const QString domain = address.mid(at + 1);
    const qsizetype lastDot = domain.lastIndexOf(u'.');
    if (at < 1 || lastDot < 1)
        return text(address);
    return QStringLiteral("%1%2@%3%2%4")
        .arg(firstLetter(address), dots(3), firstLetter(domain), domain.mid(lastDot));
}

QString phone(const QString& number)
{
    if (number.isEmpty())
        return {};
    QString digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
                 [](QChar c) { return c.isDigit(); });
    return digits.size() < ShortestPhone ? dots(4) : QStringLiteral("%1 %2").arg(dots(4), digits.right(2));
}

QString date(const QDate& date)
{
    return date.isValid() ? QStringLiteral("%1 %2 %3").arg(dots(2), dots(3), QString::number(date.year()))
                          : QString();
}

QString iban(const QString& iban)
{
    const QString bare = QString(iban).remove(u' ');
    if (bare.size() < ShortestIban)
        return text(iban);
    return QStringLiteral("%1%2 %3 %4").arg(bare.left(2), dots(2), dots(4), bare.right(4));
}

QString fileName(const QString& name)
{
    const QString extension = name.mid(name.lastIndexOf(u'.') + 1);
    const bool plain = !extension.isEmpty() && extension.size() < name.size() &&
                       extension.size() <= LongestExtension &&
                       std::all_of(extension.begin(), extension.end(), isLetterOrDigit);
    return plain ? QStringLiteral("%1.%2").arg(dots(3), extension) : text(name);
}

QString userName(const QString& name)
{
    return email(name);
}

} // namespace finhub::views::masking
