#pragma once

#include "documents/documentservice.h"
#include "views/documenttext.h"
#include "views/textspans.h"
#include "views/widgets/pagemarks.h"

#include <QObject>

#include <optional>

class QAction;

namespace finhub::views {

class DocumentCanvas;
class FindBar;
class ViewTools;

/// Looking for text in a PDF, and selecting and copying it: what the canvas marks, what the bar says, which
/// page comes next. GUI thread.
class TextTools : public QObject {
    Q_OBJECT

public:
    TextTools(documents::DocumentService& service, DocumentCanvas* canvas, FindBar* bar, ViewTools& tools,
              QWidget* viewer);

    /// This page is on the canvas now, at `scale` logical pixels a point.
    void showPage(const documents::LoadedDocument& document, int page, int pageCount, double scale);
    /// No document is on the canvas any more; nothing of its text is kept.
    void clear();

Q_SIGNALS:
    /// A hit is on this page.
    void pageWanted(int page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addActions(ViewTools& tools);
    void onText(const QString& text);
    void onPlaces(const documents::PageText& page);
    void onFound(int page);
    void goOn(bool forward);
    void select(QPointF from, QPointF to);
    void copy();
    void mark();
    void showCurrent();
    QList<QRectF> onPage(const TextSpan& span) const;
    bool needsPlaces() const;

    DocumentText m_text;
    DocumentCanvas* m_canvas;
    FindBar* m_bar;
    QAction* m_find = nullptr;
    QAction* m_selecting = nullptr;
    QAction* m_copy = nullptr;
    DocumentId m_document;
    int m_page = -1;
    int m_pageCount = 0;
    double m_scale = 1;
    std::optional<documents::PageText> m_places;
    QList<TextSpan> m_hits;
    int m_current = -1;
    bool m_forward = true;
    TextSpan m_selection;
};

} // namespace finhub::views
