#pragma once

#include "review/journal/journalcheck.h"
#include "review/journal/journalfile.h"

#include <QTemporaryDir>

namespace finhub::test {

/// The event of this number: of one of seven customers, with all that an event can have.
review::JournalEvent sampleEvent(int number);

QByteArray contentOf(const QString& file);
bool setContent(const QString& file, const QByteArray& bytes);

/// A journal of that many entries as it would stand in a file, the first with its key among them; made in
/// memory.
QByteArray sampleJournal(int entries, const review::JournalKey& key);

/// The lines of a journal, each with its end.
QList<QByteArray> linesOf(const QByteArray& journal);

/// A journal in a folder of its own.
class JournalFixture {
public:
    JournalFixture();

    /// Another console on the same profile; the first one stays as it is.
    std::unique_ptr<review::JournalFile> another();
    QByteArray content() const { return contentOf(file); }
    review::JournalReport check(const QList<review::JournalAnchor>& anchors = {}) const;
    /// Names in the folder that begin so.
    QStringList names(const QString& beginning) const;

    QTemporaryDir folder;
    QString file;
    QString keyFile;
    review::Disk disk;
    review::JournalKeyFile key;
    review::JournalFile journal;
};

} // namespace finhub::test
