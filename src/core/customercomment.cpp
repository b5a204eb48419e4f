#include "core/customercomment.h"

#include "core/reasoncode.h"

#include <algorithm>
#include <array>

namespace finhub {

namespace {
/// Words that no customer reads without being warned; a star stands for any ending.
constexpr std::array Telling{"sanction*", "pep",      "peps",    "politically exposed", "adverse media",
                             "tamper*",   "forge",    "forged",  "forgery",             "forgeries",
                             "forging",   "watchlist", "watch list"};

/// Without the characters that nobody sees.
QString visibleText(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return text;
}

/// Lower case, without accents, one space for whatever stands between words.
QString plainWords(const QString& text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString words;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!c.isMark() && !words.endsWith(u' '))
            words += u' ';
    }
    return words.trimmed();
}

bool holdsWords(const QString& words, QString wanted)
{
    const bool anyEnding = wanted.endsWith(u'*');
    if (anyEnding)
        wanted.chop(1);
    const QString between = QStringLiteral(" %1 ").arg(words);
    return between.contains(anyEnding ? QStringLiteral(" %1").arg(wanted)
                                      : QStringLiteral(" %1 ").arg(wanted));
}

bool hasInternal(const QStringList& codes)
{
    return std::any_of(codes.begin(), codes.end(), [](const QString& code) {
        const ReasonCode* reason = findReason(code);
        return reason && reason->internal;
    });
}
} // namespace

QString givenAway(const QString& text)
{
    const QString visible = visibleText(text);
    const QString words = plainWords(visible);
    for (const ReasonCode& reason : reasonCatalogue()) {
        QString name = reason.codeText().toLower().replace(u'_', u' ');
        if (reason.internal && holdsWords(words, name))
            return name;
        // A code that reads like a sentence's words is one only with its underscores.
        if (reason.codeText().contains(u'_') && visible.contains(reason.codeText(), Qt::CaseInsensitive))
            return reason.codeText();
    }
    for (const char* telling : Telling) {
        QString word = QLatin1String(telling);
        if (holdsWords(words, word))
            return word.remove(u'*');
    }
    return {};
}

QString customerComment(const QStringList& reasonCodes, const QString& own)
{
    if (hasInternal(reasonCodes))
        return neutralReasonText();
    const QString text = own.trimmed();
    return text.isEmpty() || !givenAway(text).isEmpty() ? customerText(reasonCodes) : text;
}

} // namespace finhub
