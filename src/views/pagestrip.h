#pragma once

#include "documents/documentservice.h"
#include "models/pagelistmodel.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QListView;
class QPushButton;

namespace finhub::views {

/// The pages of the document that is shown, small: where one is, and a way to another. Only the pages in
/// sight are rendered, one after the other and once the list has come to rest; what is scrolled away is not
/// waited for. Hidden for a document of one page. GUI thread.
class PageStrip : public QWidget {
    Q_OBJECT

public:
    explicit PageStrip(QWidget* parent = nullptr);
    ~PageStrip() override;

    /// Buttons of the heading; `service` outlives the strip.
    void attach(documents::DocumentService& service, QAction* previous, QAction* next);

    /// Shows the pages of this document; the same one again keeps its thumbnails.
    void setDocument(const documents::LoadedDocument& document, int pageCount);
    void setCurrentPage(int page);
    /// Marks the pages, from 0, that have been displayed whole and readable.
    void setDisplayedPages(const QSet<int>& pages) { m_model.setDisplayed(pages); }
    /// Nothing to show; lets go of every pixel.
    void clear();
    /// Whether somebody wants to see the strip at all.
    void setWanted(bool wanted);

    /// How long the list rests before it is looked at; 80 ms at the start.
    void setDebounce(std::chrono::milliseconds delay);

Q_SIGNALS:
    void pageWanted(int page);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void lookAtVisiblePages();
    bool isInSight(int page) const;
    void showState();

    documents::DocumentService* m_service = nullptr;
    std::optional<documents::LoadedDocument> m_document;
    models::PageListModel m_model;
    QPushButton* m_previous;
    QLabel* m_label;
    QPushButton* m_next;
    QListView* m_list;
    QTimer m_rest;
    CallPtr<documents::RenderedPage> m_render;
    int m_rendering = -1;
    bool m_wanted = true;
};

} // namespace finhub::views
