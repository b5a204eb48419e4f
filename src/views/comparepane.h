#pragma once

#include "documents/documentservice.h"
#include "views/widgets/documentcanvas.h"

#include <QWidget>

class QAction;
class QCheckBox;

namespace finhub::views {

class PageBox;
class PageOnCanvas;
class ViewLock;
class ViewTools;

/// A second document beside the one of the viewer, chosen by a list of its own, with its own page, and its zoom
/// locked to the other's unless that is switched off. Loads nothing while it is hidden. GUI thread.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget* parent = nullptr);
    ~ComparePane() override;

    /// `service` and `other`, the canvas beside it, outlive the pane.
    void attach(documents::DocumentService& service, DocumentCanvas* other);
    /// Adds the keys for the pages of this document.
    void addPageActions(ViewTools& tools);
    /// The documents to choose from. One that is shown stays; else a selfie is proposed, or whatever is not
    /// on the other canvas.
    void setDocuments(const QList<Document>& documents, const DocumentId& other);
    /// Lets go of everything, pixels included.
    void clear();

Q_SIGNALS:
    void closeWanted();
    /// The first page of this document is on the screen.
    void documentShown(const finhub::Document& document);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void propose();
    void load();
    void letGo();
    void showPages();
    void showError(const Error& error);

    documents::DocumentService* m_service = nullptr;
    QList<Document> m_documents;
    DocumentId m_other;
    DocumentId m_shown;
    CallPtr<documents::LoadedDocument> m_loadCall;
    PageBox* m_chooser;
    QWidget* m_pageBar;
    PageBox* m_page;
    QAction* m_previousPage = nullptr;
    QAction* m_nextPage = nullptr;
    PageOnCanvas* m_pages = nullptr;
    QCheckBox* m_locked;
    DocumentCanvas* m_canvas;
    ViewLock* m_lock = nullptr;
};

} // namespace finhub::views
