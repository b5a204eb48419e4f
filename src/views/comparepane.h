#pragma once

#include "documents/documentservice.h"
#include "views/widgets/documentcanvas.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace finhub::views {

class ViewLock;

/// A second document beside the one of the viewer, chosen by a list of its own, with its zoom locked to the
/// other's unless that is switched off. Loads nothing while it is hidden. GUI thread.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    explicit ComparePane(QWidget* parent = nullptr);
    ~ComparePane() override;

    /// `service` and `other`, the canvas beside it, outlive the pane.
    void attach(documents::DocumentService& service, DocumentCanvas* other);
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
    void render(QSize box, bool sharper);
    void showError(const Error& error);

    documents::DocumentService* m_service = nullptr;
    QList<Document> m_documents;
    DocumentId m_other;
    DocumentId m_shown;
    std::optional<documents::LoadedDocument> m_loaded;
    CallPtr<documents::LoadedDocument> m_loadCall;
    CallPtr<documents::RenderedPage> m_renderCall;
    QComboBox* m_chooser;
    QCheckBox* m_locked;
    DocumentCanvas* m_canvas;
    ViewLock* m_lock = nullptr;
};

} // namespace finhub::views
