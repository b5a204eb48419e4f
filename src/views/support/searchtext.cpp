#include "views/support/searchtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr qsizetype MaxSearch = 100;
constexpr int FewestPhoneDigits = 6;
constexpr int LongestLocalNumber = 10;

/// Marks of direction and width, which numbers bring along from address books and web pages.
bool isInvisibleMark(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x200b || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) ||
           (u >= 0x2060 && u <= 0x2069) || u == 0xfeff;
}

/// Without the brackets or quotes around the whole, also several times.
QString unwrapped(QString text)
{
    static const QStringList pairs{QStringLiteral("<>"), QStringLiteral("\"\""), QStringLiteral("''"),
                                   QStringLiteral("“”"), QStringLiteral("„“"),   QStringLiteral("‘’")};
    const auto isWrapped = [&text](const QString& pair) {
        return text.size() > 1 && text.front() == pair.front() && text.back() == pair.back();
    };
    while (std::any_of(pairs.begin(), pairs.end(), isWrapped))
        text = text.mid(1, text.size() - 2).trimmed();
    return text;
}

/// A word without what stands beside it in mails and tables: `"Rasa`, `<rasa@example.com>;`. An apostrophe
/// belongs to it, as in O'Neill.
QString bareWord(QString word)
{
    static const QString before = QStringLiteral("<\"“„");
    static const QString after = QStringLiteral(">\"”“,;");
    while (!word.isEmpty() && after.contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && before.contains(word.front()))
        word.remove(0, 1);
    return unwrapped(word);
}

QString withoutScheme(const QString& word)
{
    for (const QLatin1String scheme : {QLatin1String("mailto:"), QLatin1String("tel:")}) {
        // A link may go on with a subject.
        if (word.startsWith(scheme, Qt::CaseInsensitive))
            return word.mid(scheme.size()).section(u'?', 0, 0);
    }
    return word;
}

/// The start of a UUID may consist of digits and dashes only; it is no phone number.
bool looksLikeUuid(const QString& text)
{
    static const QRegularExpression uuid(
        QStringLiteral("^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{0,4}|[0-9a-fA-F]{4}-[0-9a-fA-F-]{0,22})$"));
    return uuid.match(text).hasMatch();
}

/// The number without what is only there to be read, if it is one: a leading 00 is the international +, and
/// the (0) of a number at home is not dialled from abroad. A plain number may be an id and stays as it is.
QString asPhone(const QString& text)
{
    static const QRegularExpression phone(QStringLiteral("^\\+?[0-9 ().\\-/‐‑–]+$"));
    static const QRegularExpression separators(QStringLiteral("[ ().\\-/‐‑–]"));
    if (!phone.match(text).hasMatch() || looksLikeUuid(text))
        return text;
    QString number = text;
    if (text.startsWith(u'+') || text.startsWith(QLatin1String("00")))
        number.remove(QLatin1String("(0)"));
    number.remove(separators);
    if (number.size() < FewestPhoneDigits)
        return text;
    const bool hadSeparators = number != text; // which nobody writes into an id
    if (number.startsWith(QLatin1String("00")) && (hadSeparators || number.size() > LongestLocalNumber))
        number.replace(0, 2, u'+');
    return number;
}
} // namespace

QString searchTextOf(const QString& typed)
{
    QString text = typed;
    text.removeIf(isInvisibleMark);
    // Line breaks, tabs and no-break spaces become spaces.
    text = unwrapped(text.simplified());
    QStringList words;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString word = withoutScheme(bareWord(part));
        if (!word.isEmpty())
            words << word;
    }
    return asPhone(words.join(u' ')).left(MaxSearch).trimmed();
}

} // namespace finhub::views
