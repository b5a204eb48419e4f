#include "views/export/listexport.h"

#include "review/pack/csvtext.h"
#include "review/pack/evidencepack.h"
#include "views/customertexts.h"
#include "views/errortext.h"
#include "views/export/exportfile.h"
#include "views/export/exporttexts.h"
#include "views/opendialog.h"
#include "views/support/disclosure.h"
#include "views/support/masking.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLocale>

#include <utility>

namespace finhub::views {

namespace {
constexpr int RowsOfAPage = 100;
constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF"; ///< else spreadsheets take UTF-8 for something else

QString utcText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}
} // namespace

ListExport::ListExport(api::FinHub& finhub, review::Journal& journal, QWidget& window)
    : m_finhub(finhub)
    , m_journal(journal)
    , m_window(window)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &ListExport::cancel);
}

ListExport::~ListExport() = default;

void ListExport::start(const DirectoryQuery& query)
{
    if (m_dialog || !m_finhub.session())
        return;
    m_query = query;
    m_chosen.clear();
    open(listTexts(MostRows));
}

void ListExport::startChosen(const QList<DirectoryEntry>& entries)
{
    if (m_dialog || !m_finhub.session() || entries.isEmpty())
        return;
    m_chosen = entries;
    open(chosenTexts(static_cast<int>(entries.size())));
}

void ListExport::open(const ExportTexts& texts)
{
    m_dialog = new ExportDialog(texts, &m_window);
    connect(m_dialog, &ExportDialog::confirmed, this, &ListExport::begin);
    connect(m_dialog, &QDialog::finished, this, &ListExport::cancel);
    openCentred(m_dialog);
}

void ListExport::cancel()
{
    m_call.reset();
    m_csv.clear();
    m_ids.clear();
    m_chosen.clear();
    if (const QPointer<ExportDialog> dialog = std::exchange(m_dialog, nullptr))
        dialog->close();
}

void ListExport::begin(const QString& file)
{
    m_file = file;
    m_ids.clear();
    m_csv = ByteOrderMark.toByteArray() + review::csvRecord(csvCells(nullptr, false));
    if (!m_chosen.isEmpty()) {
        takeIn(m_chosen);
        finish();
        return;
    }
    m_dialog->showBusy(tr("Reading the customers…"));
    readPage(0);
}

void ListExport::readPage(int page)
{
    m_call = m_finhub.directory(m_query, page, RowsOfAPage);
    m_call->onFinished(this, [this, page](const Result<DirectoryPage>& answer) {
        if (!answer) {
            end(false, tr("Nothing was exported: the customers could not be read to the end. %1")
                           .arg(errorText(answer.error(), Attempt::LoadCustomers).sentence()));
            return;
        }
        takeIn(answer->rows.items);
        if (answer->rows.items.size() < RowsOfAPage || m_ids.size() >= MostRows) {
            finish();
            return;
        }
        m_dialog->showBusy(tr("Reading the customers… %1").arg(QLocale().toString(m_ids.size())));
        readPage(page + 1);
    });
}

void ListExport::takeIn(const QList<DirectoryEntry>& entries)
{
    const bool masked = masksPersonal(m_finhub.session());
    for (const DirectoryEntry& entry : entries) {
        if (m_ids.size() >= MostRows || m_ids.contains(entry.id))
            continue;
        m_ids << entry.id;
        m_csv += review::csvRecord(csvCells(&entry, masked));
    }
}

void ListExport::finish()
{
    if (!m_journal.append({.kind = review::JournalKind::Exported,
                           .officer = m_finhub.session()->userId.text(),
                           .detail = QString::fromLatin1(review::packHash(m_csv))})) {
        end(false, notJournaledText());
        return;
    }
    const QString problem = writeExport(m_file, m_csv);
    end(problem.isEmpty(),
        problem.isEmpty()
            ? tr("%1 customers were saved in %2.").arg(QLocale().toString(m_ids.size()), displayLine(m_file))
            : problem);
}

void ListExport::end(bool done, const QString& text)
{
    m_call.reset();
    m_csv.clear();
    m_ids.clear();
    if (m_dialog)
        m_dialog->showResult(done, text);
}

QStringList csvCells(const DirectoryEntry* entry, bool masked)
{
    if (!entry)
        return {ListExport::tr("Customer id"),
                ListExport::tr("Name"),
                ListExport::tr("E-mail"),
                ListExport::tr("Nationality"),
                ListExport::tr("Category"),
                ListExport::tr("Risk"),
                ListExport::tr("Stage"),
                ListExport::tr("Verification"),
                ListExport::tr("Waiting since (UTC)"),
                ListExport::tr("Created (UTC)")};
    return {entry->id.text(),
            displayLine(entry->fullName()),
            displayLine(masked ? masking::email(entry->email) : entry->email),
            displayLine(entry->nationality),
            displayLine(entry->categoryName),
            words::risk(entry->risk),
            words::stage(entry->stage),
            entry->verification ? words::status(entry->verification->status) : QString(),
            utcText(waitingSince(*entry)),
            utcText(entry->createdAt)};
}

} // namespace finhub::views
