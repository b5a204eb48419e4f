#pragma once

#include "views/mrz/chosenzone.h"

#include <QObject>

class QAction;

namespace finhub::views {

class DocumentCanvas;
class PageOnCanvas;
class ViewTools;
class ZoneBand;

/// Choosing the machine-readable zone on the page: the action, its key and the frame. GUI thread.
class ZoneTool : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    ZoneTool(DocumentCanvas* canvas, PageOnCanvas* pages, ViewTools& tools, QObject* parent);

    /// There is a page to choose from, or another one than before: what was begun is left.
    void showPage();

Q_SIGNALS:
    void zoneChosen(const finhub::views::ChosenZone& zone);

private:
    void choose(const QRectF& place);

    DocumentCanvas* m_canvas;
    PageOnCanvas* m_pages;
    ZoneBand* m_band;
    QAction* m_action;
};

} // namespace finhub::views
