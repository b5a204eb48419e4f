#pragma once

#include "api/finhub.h"
#include "review/journal/journal.h"
#include "views/export/exportdialog.h"

#include <QPointer>
#include <QSet>

namespace finhub::views {

/// The customers of a view as a CSV file: asks, reads them page by page, notes the export in the journal, and
/// only then writes. One at a time; it ends with the session. GUI thread.
class ListExport : public QObject {
    Q_OBJECT

public:
    /// All outlive it; the dialog opens over the window.
    ListExport(api::FinHub& finhub, review::Journal& journal, QWidget& window);
    ~ListExport() override;

    void start(const DirectoryQuery& query);
    /// The same of customers that were chosen one by one, as the list has them.
    void startChosen(const QList<DirectoryEntry>& entries);
    /// Lets go of everything.
    void cancel();

    static constexpr int MostRows = 10'000;

private:
    void open(const ExportTexts& texts);
    void begin(const QString& file);
    void readPage(int page);
    void takeIn(const QList<DirectoryEntry>& entries);
    void finish();
    void end(bool done, const QString& text);

    api::FinHub& m_finhub;
    review::Journal& m_journal;
    QWidget& m_window;
    QPointer<ExportDialog> m_dialog;
    DirectoryQuery m_query;
    QList<DirectoryEntry> m_chosen; ///< empty: those of the query
    QString m_file;
    QByteArray m_csv;
    QSet<CustomerId> m_ids; ///< who is in it: rows move while pages are read
    CallPtr<DirectoryPage> m_call;
};

/// What a line of the file says of a customer; without an entry, what its columns are.
QStringList csvCells(const DirectoryEntry* entry, bool masked);

} // namespace finhub::views
