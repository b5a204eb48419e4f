#include "review/outbox/decisionnotes.h"

#include <QRegularExpression>

namespace finhub::review {

namespace {
constexpr qsizetype ShortLength = 16;

const QRegularExpression& tagPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        "(?:^|\\n)\\[finhub-console intent=([0-9a-f]{16}) journal=([0-9a-f]{64}|none)\\]\\s*\\z"));
    return pattern;
}
} // namespace

QByteArray shortIntent(const QByteArray& uuid)
{
    QByteArray digits = uuid.toLower();
    digits.replace('-', QByteArray());
    return digits.left(ShortLength);
}

std::optional<QString> composeNotes(const QString& words, const QByteArray& uuid,
                                    const QByteArray& journalHead)
{
    const QString own = words.trimmed();
    if (own.size() > MaxOfficerNotes)
        return std::nullopt;
    const QByteArray head = journalHead.isEmpty() ? QByteArrayLiteral("none") : journalHead;
    const QString tag = QStringLiteral("[finhub-console intent=%1 journal=%2]")
                            .arg(QLatin1String(shortIntent(uuid)), QLatin1String(head));
    return own.isEmpty() ? tag : own + u'\n' + tag;
}

std::optional<NotesTag> readNotesTag(const QString& notes)
{
    const QRegularExpressionMatch match = tagPattern().match(notes);
    if (!match.hasMatch())
        return std::nullopt;
    const QByteArray journal = match.captured(2).toLatin1();
    return NotesTag{match.captured(1).toLatin1(), journal == "none" ? QByteArray() : journal};
}

QString wordsOfNotes(const QString& notes)
{
    const QRegularExpressionMatch match = tagPattern().match(notes);
    return match.hasMatch() ? notes.left(match.capturedStart()) : notes;
}

} // namespace finhub::review
