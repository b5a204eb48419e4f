#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace finhub::review {

/// What the last line of a decision's internal `notes` says (2.9): whose decision it was, so that a read-back
/// (3.2) tells it from another officer's, and where the console's journal stood, which FinHub's record then
/// anchors.
struct NotesTag {
    QByteArray intent;  ///< the first 16 hex digits of the intent's UUID
    QByteArray journal; ///< hash of the journal's last entry, 64 hex digits; empty without a journal

    friend bool operator==(const NotesTag&, const NotesTag&) = default;
};

/// What is left of the 4000 characters of 2.9 for the officer's own words.
inline constexpr qsizetype MaxOfficerNotes = 4000 - 114;

/// The 16 hex digits that stand for an intent. UUIDs of version 4 are random but for six bits, so two
/// decisions of one case never share them.
QByteArray shortIntent(const QByteArray& uuid);

/// The officer's words and, on a line of its own, `[finhub-console intent=… journal=…]`. Words beyond
/// MaxOfficerNotes are a mistake of the caller: nothing is composed then.
std::optional<QString> composeNotes(const QString& words, const QByteArray& uuid,
                                    const QByteArray& journalHead);

/// The tag in the last line, or nothing: no notes, or none of this program's.
std::optional<NotesTag> readNotesTag(const QString& notes);

/// The notes without a tag in the last line, for people.
QString wordsOfNotes(const QString& notes);

} // namespace finhub::review
