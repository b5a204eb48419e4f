#pragma once

#include "documents/documentservice.h"
#include "models/documentlistmodel.h"
#include "views/mrz/chosenzone.h"
#include "views/widgets/pageadjustment.h"
#include "views/widgets/pageview.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class DocumentViewer;
}

class QAction;

namespace finhub::review {
class CaseEvidence;
class CaseFile;
} // namespace finhub::review

namespace finhub::views {

class PageOnCanvas;
class TextTools;
class ViewTools;
class ViewerEvidence;
class ZoneTool;

/// Shows the documents of one verification: a strip of thumbnails, the chosen document as large as there is
/// room, its pages. Bytes come through the DocumentService, pixels from its worker; a document that cannot be
/// shown says why in its place and leaves the others alone. GUI thread.
class DocumentViewer : public QWidget {
    Q_OBJECT

public:
    explicit DocumentViewer(documents::DocumentService& service, QWidget* parent = nullptr);
    ~DocumentViewer() override;

    /// Shows these documents; the one that is shown stays if it is still among them.
    void setDocuments(const QList<Document>& documents);
    /// Instead of documents: why there are none.
    void setMessage(const QString& title, const QString& text);
    /// Grey places while it is not known which documents there are.
    void setWaiting();
    /// Lets go of everything, pixels included.
    void clear();
    /// The same, but the next documents are shown where these were left, if that one is among them.
    void leavePlace();
    /// The boxes, in device pixels, in which first pages are asked for as the viewer is now: that of the
    /// document on the screen, and that of the strip.
    QList<QSize> firstPageBoxes() const;

    /// What was found out about the case that the documents belong to, and where it is kept; both outlive the
    /// viewer or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::CaseEvidence* evidence);
    /// Shows what has changed in the case.
    void refreshEvidence();

    /// Says in the menu whether the viewer stands in a window of its own.
    void setDetached(bool detached);

public Q_SLOTS:
    void showNextDocument();
    void showPreviousDocument();
    void showNextPage();
    void showPreviousPage();

Q_SIGNALS:
    /// A page of this document is on the screen.
    void documentShown(const finhub::DocumentId& id);
    /// The viewer wants into a window of its own, or out of it.
    void detachWanted(bool detached);
    /// A part of the page on the screen is to be read as a machine-readable zone.
    void zoneChosen(const finhub::views::ChosenZone& zone);
    /// Another document has come onto the screen; nullopt: the one before has left it.
    void documentChanged(const std::optional<finhub::Document>& document);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectTools();
    void connectPanes();
    void showDocument(int row);
    void loadCurrent();
    void onPageShown();
    void announce(const std::optional<Document>& document);
    int rowToShow() const;
    void returnToPlace();
    void showError(const Error& error);
    void showPageTools();
    void loadThumbnails();
    std::optional<Document> documentAt(int row) const;

    std::unique_ptr<Ui::DocumentViewer> m_ui;
    documents::DocumentService& m_service;
    models::DocumentListModel m_model;
    ViewTools* m_tools;
    PageOnCanvas* m_pages = nullptr;
    TextTools* m_text = nullptr;
    ViewerEvidence* m_evidence;
    ZoneTool* m_zone = nullptr;
    QAction* m_previousPage = nullptr;
    QAction* m_nextPage = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_detach = nullptr;
    DocumentId m_current;
    struct Place {
        DocumentId document;
        int page = 0;
        PageView view;
        PageAdjustment adjustment;
    };
    std::optional<Place> m_place; ///< where to go on
    bool m_looked = false; ///< somebody has seen a document of these
    DocumentId m_announced;
    CallPtr<documents::LoadedDocument> m_loadCall;
    DocumentId m_thumbnailOf;
    CallPtr<documents::LoadedDocument> m_thumbnailLoad;
    CallPtr<documents::RenderedPage> m_thumbnailRender;
};

} // namespace finhub::views
