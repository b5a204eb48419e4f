#pragma once

#include "api/finhub.h"
#include "documents/documentservice.h"
#include "review/casefile.h"
#include "review/journal/journal.h"
#include "review/pack/evidencepack.h"
#include "views/export/exportdialog.h"

#include <QPointer>

#include <optional>

namespace finhub::views {

/// The evidence of a case in one file: asks, fetches the documents where they are wanted, notes the export in
/// the journal, and only then writes. One at a time; it ends with the session. GUI thread.
class CaseExport : public QObject {
    Q_OBJECT

public:
    /// All outlive it; dialogs open over the window.
    CaseExport(api::FinHub& finhub, documents::DocumentService& documents, review::Journal& journal,
               QWidget& window);
    ~CaseExport() override;

    /// Asks whether to export this case, as far as it has been read.
    void start(const review::CaseFile& file);
    /// Lets go of everything.
    void cancel();

private:
    /// What is being exported.
    struct Work {
        review::PackCase of;
        QString file;
        QList<Document> wanted; ///< documents that are still to be fetched
        QList<review::PackFile> documents = {};
    };

    void begin(const QString& file, bool withDocuments);
    void fetchNext();
    void finish();
    QByteArray makePack(QList<review::PackFile> files, const review::PackFile& contents);
    void end(bool done, const QString& text);

    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    review::Journal& m_journal;
    QWidget& m_window;
    QPointer<ExportDialog> m_dialog;
    review::PackCase m_case;
    std::optional<Work> m_work;
    CallPtr<documents::LoadedDocument> m_load;
};

} // namespace finhub::views
