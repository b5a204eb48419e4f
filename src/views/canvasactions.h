#pragma once

class QAction;
class QWidget;

namespace finhub::views {

class AdjustBar;
class DocumentCanvas;
class ViewTools;

/// What can be done with the page on a canvas, as far as buttons want to be bound to it.
struct CanvasActions {
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* fitPage;
    QAction* rotateLeft;
    QAction* rotateRight;
    QAction* adjust;
    QAction* loupe;
};

/// Makes the actions of a canvas, in the order of the View menu: fitting, turning, looking closer. The bar is
/// shown and hidden by one of them.
CanvasActions addCanvasActions(ViewTools& tools, DocumentCanvas* canvas, AdjustBar* bar);

} // namespace finhub::views
