#pragma once

#include "review/journal/journalcheck.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

class QTextStream;

namespace finhub::app {

/// How `--verify-journal` ends.
enum class VerificationEnd {
    Intact = 0,
    Broken = 1,
    NotChecked = 2, ///< the file cannot be read
};

/// Reads an anchor as it is given on the command line: `SEQ:HASH` or `HASH`. The error is a sentence.
tl::expected<review::JournalAnchor, QString> readAnchor(const QString& text);

/// Checks a journal, a slice of one, or an evidence pack, and tells the person at the terminal what it found.
/// Needs neither a display nor a network. The file may be anything; a journal is read line by line.
VerificationEnd verifyJournal(const QString& file, const QList<review::JournalAnchor>& anchors,
                              QTextStream& out);

/// What a report says, for people.
QStringList journalReportText(const review::JournalReport& report, qsizetype anchors);

} // namespace finhub::app
