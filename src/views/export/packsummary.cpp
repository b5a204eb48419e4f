#include "views/export/packsummary.h"

#include "core/reasoncode.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace finhub::views {

namespace {
constexpr int SummaryDpi = 150;
constexpr double TitlePoints = 16;
constexpr double HeadingPoints = 12;
constexpr double TextPoints = 9;
constexpr double CodePoints = 7.5;
/// A hash is broken where a line may end, since it has no place of its own for that.
constexpr qsizetype HashPart = 32;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::packsummary", text);
}

QString utcText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QStringLiteral("–");
}

QString broken(const QByteArray& hash)
{
    QStringList parts;
    for (qsizetype at = 0; at < hash.size(); at += HashPart)
        parts << QString::fromLatin1(hash.mid(at, HashPart));
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(u' ');
}

/// Writes plain text from top to bottom; nothing in it is taken for markup.
class Paper {
public:
    Paper()
        : m_cursor(&m_document)
    {
        QFont font = m_document.defaultFont();
        font.setPointSizeF(TextPoints);
        m_document.setDefaultFont(font);
        m_document.setUndoRedoEnabled(false);
    }

    void title(const QString& text) { paragraph(text, TitlePoints, true); }
    void heading(const QString& text) { paragraph(text, HeadingPoints, true); }
    void text(const QString& text) { paragraph(text, TextPoints, false); }

    void table(const QList<QStringList>& rows, bool hasHeader)
    {
        if (rows.isEmpty())
            return;
        const auto columns = static_cast<int>(rows.first().size());
        QTextTableFormat format;
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setCellPadding(3);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setHeaderRowCount(hasHeader ? 1 : 0);
        QTextTable* table = m_cursor.insertTable(static_cast<int>(rows.size()), columns, format);
        for (int row = 0; row < rows.size(); ++row) {
            for (int column = 0; column < columns; ++column) {
                const bool strong = hasHeader ? row == 0 : column == 0;
                table->cellAt(row, column)
                    .firstCursorPosition()
                    .insertText(displayText(rows.at(row).at(column)),
                                characters(hasHeader ? CodePoints : TextPoints, strong));
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    QByteArray print(const QString& title)
    {
        QByteArray pdf;
        QBuffer buffer(&pdf);
        if (!buffer.open(QIODevice::WriteOnly))
            return {};
        {
            QPdfWriter writer(&buffer);
            writer.setPageSize(QPageSize(QPageSize::A4));
            writer.setResolution(SummaryDpi);
            writer.setTitle(title);
            writer.setCreator(tr("FinHub Console"));
            m_document.print(&writer);
        }
        return pdf;
    }

private:
    static QTextCharFormat characters(double points, bool strong)
    {
        QTextCharFormat format;
        format.setFontPointSize(points);
        format.setFontWeight(strong ? QFont::DemiBold : QFont::Normal);
        return format;
    }
    void paragraph(const QString& text, double points, bool strong)
    {
        QTextBlockFormat block;
        block.setTopMargin(strong ? points : 0);
        block.setBottomMargin(points / 2);
        if (!m_document.isEmpty())
            m_cursor.insertBlock();
        m_cursor.setBlockFormat(block);
        m_cursor.insertText(displayText(text), characters(points, strong));
        m_cursor.insertBlock(QTextBlockFormat());
    }

    QTextDocument m_document;
    QTextCursor m_cursor;
};

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QList<QStringList> declared(const Customer& customer)
{
    const Person& person = customer.person;
    return {{tr("Name"), orDash(person.fullName())},
            {tr("Born"), dateText(person.dateOfBirth)},
            {tr("Nationality"), orDash(person.nationality)},
            {tr("Place of birth"), orDash(person.placeOfBirth)},
            {tr("E-mail"), orDash(person.email)},
            {tr("Phone"), orDash(person.phone)},
            {tr("Category"), orDash(customer.categoryName)},
            {tr("Risk"), words::riskLong(customer.risk)}};
}

QList<QStringList> decision(const Verification& verification)
{
    QStringList reasons;
    for (const QString& code : mostSevereFirst(verification.reasonCodes))
        reasons << QStringLiteral("%1 (%2)").arg(words::reason(code), code);
    return {{tr("Verification"), verification.id.text()},
            {tr("Status"), words::status(verification.status)},
            {tr("Level"), words::level(verification.level)},
            {tr("Round"), QString::number(verification.round)},
            {tr("Decided at"), utcText(verification.decidedAt)},
            {tr("Decided by"), orDash(verification.decidedBy)},
            {tr("Reasons"), orDash(reasons.join(u'\n'))},
            {tr("Text for the customer"), orDash(verification.comment)},
            {tr("Internal notes"), orDash(verification.notes)}};
}

QList<QStringList> documents(const QList<Document>& documents)
{
    QList<QStringList> rows{{tr("Document"), tr("Id"), tr("Uploaded"), tr("SHA-256")}};
    for (const Document& document : documents)
        rows << QStringList{words::documentType(document.type), document.id.text(),
                            utcText(document.uploadedAt), broken(document.sha256)};
    return rows;
}

QList<QStringList> entries(const QList<review::JournalEntry>& journal)
{
    QList<QStringList> rows{{tr("Entry"), tr("Time (UTC)"), tr("Kind"), tr("Officer"), tr("Detail")}};
    for (const review::JournalEntry& entry : journal) {
        QStringList details = entry.event.reasonCodes;
        if (!entry.event.document.isEmpty())
            details.prepend(entry.event.document.text());
        if (!entry.event.detail.isEmpty())
            details << (entry.event.detail.size() > HashPart ? broken(entry.event.detail.toLatin1())
                                                             : entry.event.detail);
        rows << QStringList{QString::number(entry.sequence), utcText(entry.time), entry.kind,
                            entry.event.officer, details.join(u'\n')};
    }
    return rows;
}
} // namespace

QByteArray packSummary(const review::PackCase& of, const QList<review::JournalEntry>& journal)
{
    Paper paper;
    const QString title = tr("Evidence of customer %1").arg(of.customer.id.text());
    paper.title(title);
    paper.text(
        tr("Exported on %1 by %2. Times are UTC. The text of record.json and of the journal counts where "
           "this page differs.")
            .arg(utcText(of.exportedAt), of.officer));
    paper.heading(tr("Declared data"));
    paper.table(declared(of.customer), false);
    paper.heading(tr("Decision"));
    paper.table(decision(of.verification), false);
    paper.heading(tr("Documents"));
    if (of.verification.documents.isEmpty())
        paper.text(tr("None are known."));
    else
        paper.table(documents(of.verification.documents), true);
    paper.heading(tr("Journal of this console"));
    if (journal.isEmpty()) {
        paper.text(tr("This console has no entry of the customer before the export itself."));
    } else {
        paper.table(entries(journal), true);
        paper.text(tr("Hash of entry %1: %2")
                       .arg(QString::number(journal.last().sequence), broken(journal.last().hash)));
    }
    return paper.print(title);
}

QByteArray packReadMe(const review::PackCase& of)
{
    const QStringList lines{
        tr("Evidence of customer %1, exported on %2.").arg(of.customer.id.text(), utcText(of.exportedAt)),
        QString(),
        tr("To check it, on a computer with the FinHub Console:"),
        tr("    finhub-console --verify-journal PACK.zip"),
        QString(),
        tr("record.json, reasons.json, documents.json: the case as FinHub showed it to this console."),
        tr("documents/: the documents themselves, where they were asked for."),
        tr("summary.pdf: the same for people."),
        tr("contents.json: the SHA-256 of all of these files."),
        tr("journal.jsonl: what this console has noted of the case; its last entry has the SHA-256 of "
           "contents.json. Of entries about others there is only a hash."),
        QString(),
        tr("What it proves: none of the files was changed after the export by anybody without the key of "
           "that console's journal. A hash from the journal in the internal notes of a decision "
           "(\"journal=...\") also proves, with --anchor, that the journal was not written anew."),
        tr("It holds personal data. Keep it like the case itself."),
    };
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace finhub::views
