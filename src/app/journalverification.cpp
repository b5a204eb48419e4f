#include "app/journalverification.h"

#include "review/pack/packcheck.h"
#include "review/pack/packzip.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <utility>

namespace finhub::app {

namespace {
using review::JournalFault;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::app::journalverification", text);
}

QString faultText(const review::JournalFinding& finding)
{
    const QString sequence = QString::number(finding.sequence.value_or(0));
    const QString expected = QString::number(finding.expected);
    switch (finding.fault) {
    case JournalFault::TooLong:
        return tr("This line is longer than any that a console writes.");
    case JournalFault::Unreadable:
        return tr("This line is no entry. Entry %1 should stand here.").arg(expected);
    case JournalFault::Edited:
        return tr("Entry %1 was changed: what it says does not fit its hash.").arg(expected);
    case JournalFault::NotSigned:
        return tr("Entry %1 is not signed with the key of this journal.").arg(expected);
    case JournalFault::NoBeginning:
        return finding.line == 0 ? tr("There is no entry in this file.")
                                 : tr("The first entry is missing, and with it the key of the journal. "
                                      "Nothing that follows was checked.");
    case JournalFault::Missing:
        return *finding.sequence == finding.expected + 1
                   ? tr("Entry %1 is missing before entry %2.").arg(expected, sequence)
                   : tr("Entries %1 to %2 are missing before entry %3.")
                         .arg(expected, QString::number(*finding.sequence - 1), sequence);
    case JournalFault::Repeated:
        return tr("Entry %1 stands here once more.").arg(sequence);
    case JournalFault::OutOfOrder:
        return tr("Entry %1 does not belong here; entry %2 should follow.").arg(sequence, expected);
    case JournalFault::Unlinked:
        return tr("Entry %1 follows another entry than the one that stands before it now.").arg(sequence);
    case JournalFault::AnchorAfterEnd:
        return tr("The journal ends before entry %1, which is anchored: it was cut.").arg(sequence);
    case JournalFault::AnchorDiffers:
        return tr("Entry %1 is another than the anchored one: the journal was rewritten.").arg(sequence);
    case JournalFault::AnchorNotFound:
        return tr("No entry has the anchored hash: the journal was cut or rewritten.");
    }
    return {};
}

/// A zip begins with this.
constexpr QByteArrayView ZipMark = "PK\x03\x04";

QStringList packReportText(const review::PackReport& report, qsizetype anchors)
{
    if (!report.isPack)
        return {
            tr("This is no evidence pack: it has no list of contents, no journal, or files that no console "
               "puts into one.")};
    QStringList lines{tr("This is the evidence pack of customer %1.").arg(report.customer.text())};
    for (const QString& name : report.changed)
        lines << tr("%1 was changed.").arg(name);
    for (const QString& name : report.missing)
        lines << tr("%1 is missing.").arg(name);
    for (const QString& name : report.unlisted)
        lines << tr("%1 was added.").arg(name);
    if (!report.isSealed)
        lines << tr("The journal does not know these contents: the list of them was changed, or the pack was "
                    "put together from others.");
    lines << journalReportText(report.journal, anchors);
    lines << (report.isIntact() ? tr("The evidence pack is intact.")
                                : tr("The evidence pack is NOT intact."));
    return lines;
}

VerificationEnd verifyPack(QFile& file, const QList<review::JournalAnchor>& anchors, QTextStream& out)
{
    if (file.size() > review::MaxPackBytes) {
        out << tr("%1 is too large for an evidence pack.").arg(file.fileName()) << '\n';
        return VerificationEnd::NotChecked;
    }
    const review::PackReport report = review::checkPack(file.readAll(), anchors);
    for (const QString& line : packReportText(report, anchors.size()))
        out << line << '\n';
    return report.isIntact() ? VerificationEnd::Intact : VerificationEnd::Broken;
}

/// Goes through the file with no more than a line of it in memory.
bool checkFile(QFile& file, review::JournalCheck& check)
{
    QByteArray line;
    qint64 offset = 0;
    bool tooLong = false; // in the middle of a line whose beginning has been reported
    for (;;) {
        line = file.readLine(review::MaxJournalLine + 1);
        if (line.isEmpty())
            return file.atEnd() && file.error() == QFileDevice::NoError;
        const bool ends = line.endsWith('\n');
        if (!tooLong && (ends || line.size() >= review::MaxJournalLine))
            check.take(ends ? line.chopped(1) : line, offset);
        else if (!tooLong && file.atEnd())
            check.takeUnfinished(line.size());
        tooLong = !ends;
        offset += line.size();
    }
}
} // namespace

tl::expected<review::JournalAnchor, QString> readAnchor(const QString& text)
{
    const auto refused = [] {
        return tl::unexpected(tr("--anchor takes SEQ:HASH or HASH; a hash has 64 hexadecimal digits."));
    };
    review::JournalAnchor anchor;
    const qsizetype colon = text.indexOf(u':');
    anchor.hash = text.mid(colon + 1).toLatin1().toLower();
    if (!review::isHex(anchor.hash, 64))
        return refused();
    if (colon >= 0) {
        bool ok = false;
        anchor.sequence = text.left(colon).toULongLong(&ok);
        if (!ok || *anchor.sequence == 0)
            return refused();
    }
    return anchor;
}

QStringList journalReportText(const review::JournalReport& report, qsizetype anchors)
{
    QStringList lines;
    for (const review::JournalFinding& finding : report.findings) {
        const QString what = faultText(finding);
        lines << (finding.line > 0
                      ? tr("Line %1, byte %2: %3").arg(finding.line).arg(finding.offset).arg(what)
                      : what);
    }
    if (report.more)
        lines << tr("There is more, which is not listed.");
    if (report.unfinished > 0)
        lines << tr("The last entry is unfinished, as a power cut leaves it (%1 bytes). The console mends "
                    "it when it writes again.")
                     .arg(report.unfinished);
    if (report.isSlice)
        lines << tr("This is a part of a journal: %1 entries are shown, of %2 only the hash.")
                     .arg(report.entries)
                     .arg(report.skipped);
    else
        lines << tr("Entries: %1").arg(report.entries);
    if (!report.head.isEmpty())
        lines << tr("Last entry: %1:%2").arg(report.lastSequence).arg(QLatin1String(report.head));
    if (!report.publicKey.isEmpty())
        lines << tr("Signed with: %1").arg(QLatin1String(report.publicKey));
    if (!report.continues.isEmpty())
        lines << tr("Continues the journal that ended with %1.").arg(QLatin1String(report.continues));
    if (anchors > 0)
        lines << tr("Anchors that fit: %1 of %2").arg(report.anchored).arg(anchors);
    if (!report.isIntact())
        lines << tr("The journal is NOT intact.");
    else if (anchors > 0)
        lines << tr("The journal is intact.");
    else
        lines << tr("The journal is intact in itself. Without an anchor nobody can tell whether its end was "
                    "cut off, or whether all of it was written anew by somebody who has the key.");
    return lines;
}

VerificationEnd verifyJournal(const QString& file, const QList<review::JournalAnchor>& anchors,
                              QTextStream& out)
{
    QFile journal(file);
    review::JournalCheck check(anchors);
    const bool opened = journal.open(QIODevice::ReadOnly);
    if (opened && journal.peek(ZipMark.size()) == ZipMark)
        return verifyPack(journal, anchors, out);
    if (!opened || !checkFile(journal, check)) {
        out << tr("%1 cannot be read.").arg(file) << '\n';
        return VerificationEnd::NotChecked;
    }
    const review::JournalReport report = check.finish();
    for (const QString& line : journalReportText(report, anchors.size()))
        out << line << '\n';
    return report.isIntact() ? VerificationEnd::Intact : VerificationEnd::Broken;
}

} // namespace finhub::app
