#include "views/export/caseexport.h"

#include "review/journal/journalcheck.h"
#include "views/errortext.h"
#include "views/export/exportfile.h"
#include "views/export/exporttexts.h"
#include "views/export/packsummary.h"
#include "views/opendialog.h"
#include "views/widgets/plaintext.h"

#include <utility>

namespace finhub::views {

CaseExport::CaseExport(api::FinHub& finhub, documents::DocumentService& documents, review::Journal& journal,
                       QWidget& window)
    : m_finhub(finhub)
    , m_documents(documents)
    , m_journal(journal)
    , m_window(window)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &CaseExport::cancel);
}

CaseExport::~CaseExport() = default;

void CaseExport::start(const review::CaseFile& file)
{
    if (m_dialog || !file.customer().value || !m_finhub.session())
        return;
    m_case = {.customer = *file.customer().value,
              .verification = file.verification().value.value_or(Verification()),
              .timeline = file.timeline().value ? file.timeline().value->items : QList<TimelineEvent>(),
              .officer = m_finhub.session()->userId.text(),
              .exportedAt = {}};
    m_dialog = new ExportDialog(packTexts(file), &m_window);
    connect(m_dialog, &ExportDialog::confirmed, this, &CaseExport::begin);
    connect(m_dialog, &QDialog::finished, this, &CaseExport::cancel);
    openCentred(m_dialog);
}

void CaseExport::cancel()
{
    m_load.reset();
    m_work.reset();
    m_case = {};
    if (const QPointer<ExportDialog> dialog = std::exchange(m_dialog, nullptr))
        dialog->close();
}

void CaseExport::begin(const QString& file, bool withDocuments)
{
    m_case.exportedAt = QDateTime::currentDateTimeUtc();
    m_work.emplace(Work{.of = m_case,
                        .file = file,
                        .wanted = withDocuments ? m_case.verification.documents : QList<Document>()});
    m_dialog->showBusy(tr("Putting the evidence together…"));
    fetchNext();
}

void CaseExport::fetchNext()
{
    if (m_work->wanted.isEmpty()) {
        finish();
        return;
    }
    m_load = m_documents.load(m_work->wanted.first());
    m_load->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
        if (!loaded) {
            end(false, tr("Nothing was exported: a document could not be fetched. %1")
                           .arg(errorText(loaded.error(), Attempt::LoadDocument).sentence()));
            return;
        }
        const auto number = static_cast<int>(m_work->documents.size()) + 1;
        // A copy of its own: the cache overwrites what it lets go of.
        m_work->documents << review::PackFile{
            .name = review::packDocumentName(m_work->wanted.first(), number),
            .content = QByteArray(loaded->bytes.constData(), loaded->bytes.size())};
        m_work->wanted.removeFirst();
        fetchNext();
    });
}

void CaseExport::finish()
{
    const review::PackCase& of = m_work->of;
    QList<review::JournalEntry> entries;
    if (const auto before = m_journal.slice(of.customer.id))
        review::checkJournal(*before, {}, [&entries, &of](const review::JournalEntry& entry) {
            if (entry.event.customer == of.customer.id)
                entries << entry;
        });
    QList<review::PackFile> files = review::packRecords(of);
    files << m_work->documents
          << review::PackFile{.name = review::packname::Summary, .content = packSummary(of, entries)}
          << review::PackFile{.name = review::packname::ReadMe, .content = packReadMe(of)};
    const review::PackFile contents = review::packContents(files, of.customer.id);
    if (!m_journal.append({.kind = review::JournalKind::Exported,
                           .officer = of.officer,
                           .customer = of.customer.id,
                           .verification = of.verification.id,
                           .detail = QString::fromLatin1(review::packHash(contents.content))})) {
        end(false, notJournaledText());
        return;
    }
    const QByteArray pack = makePack(std::move(files), contents);
    if (pack.isEmpty()) {
        end(false,
            tr("The evidence could not be put together; nothing was written. The journal has the export "
               "all the same, since it is noted first."));
        return;
    }
    const QString problem = writeExport(m_work->file, pack);
    end(problem.isEmpty(), problem.isEmpty()
                               ? tr("Saved as %1. It can be checked with finhub-console --verify-journal.")
                                     .arg(displayLine(m_work->file))
                               : problem);
}

QByteArray CaseExport::makePack(QList<review::PackFile> files, const review::PackFile& contents)
{
    const auto slice = m_journal.slice(m_work->of.customer.id);
    if (!slice)
        return {};
    files << contents << review::PackFile{.name = review::packname::Journal, .content = *slice};
    return review::zipPack(files, m_work->of.exportedAt);
}

void CaseExport::end(bool done, const QString& text)
{
    m_load.reset();
    m_work.reset();
    if (m_dialog)
        m_dialog->showResult(done, text);
}

} // namespace finhub::views
