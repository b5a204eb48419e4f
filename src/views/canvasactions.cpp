#include "views/canvasactions.h"

#include "views/actions/keytexts.h"
#include "views/viewtools.h"
#include "views/widgets/adjustbar.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/heldkey.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int AdjustStep = 10;

/// The names of the actions.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::CanvasActions)
};

QAction* connected(QAction* action, DocumentCanvas* canvas, void (DocumentCanvas::*slot)())
{
    QObject::connect(action, &QAction::triggered, canvas, slot);
    return action;
}

/// Changes one number of the adjustment by a step with every press.
void addStep(ViewTools& tools, DocumentCanvas* canvas, const QString& name, int PageAdjustment::*number,
             int step)
{
    QObject::connect(tools.add(name), &QAction::triggered, canvas, [canvas, number, step] {
        PageAdjustment adjustment = canvas->adjustment();
        adjustment.*number =
            std::clamp(adjustment.*number + step, -PageAdjustment::Limit, PageAdjustment::Limit);
        canvas->setAdjustment(adjustment);
    });
}

/// Switches one property of the adjustment and shows it.
void addSwitch(ViewTools& tools, DocumentCanvas* canvas, const QString& name, bool PageAdjustment::*property)
{
    QAction* action = tools.addToggle(name);
    QObject::connect(action, &QAction::triggered, canvas, [canvas, property](bool on) {
        PageAdjustment adjustment = canvas->adjustment();
        adjustment.*property = on;
        canvas->setAdjustment(adjustment);
    });
    QObject::connect(
        canvas, &DocumentCanvas::adjustmentChanged, action,
        [action, property](const PageAdjustment& adjustment) { action->setChecked(adjustment.*property); });
}

QAction* addLoupe(ViewTools& tools, DocumentCanvas* canvas)
{
    QAction* loupe = tools.addToggle(QStringLiteral("loupeAction"));
    onKeysChanged(loupe, [loupe] {
        const QString key = keyOf(loupe);
        loupe->setToolTip(key.isEmpty() ? loupe->text()
                                        : Text::tr("Loupe (%1; held down: while it is held)").arg(key));
    });
    QObject::connect(loupe, &QAction::toggled, canvas, &DocumentCanvas::setLoupeOn);
    QObject::connect(canvas, &DocumentCanvas::loupeChanged, loupe, &QAction::setChecked);
    new HeldKey(loupe);
    return loupe;
}

QAction* addAdjustments(ViewTools& tools, DocumentCanvas* canvas, AdjustBar* bar)
{
    QAction* adjust = tools.addToggle(QStringLiteral("adjustAction"));
    bar->setCanvas(canvas);
    bar->hide();
    QObject::connect(adjust, &QAction::toggled, bar, &QWidget::setVisible);
    QObject::connect(bar, &AdjustBar::resetWanted, canvas, &DocumentCanvas::resetView);
    addSwitch(tools, canvas, QStringLiteral("greyAction"), &PageAdjustment::grey);
    addSwitch(tools, canvas, QStringLiteral("invertedAction"), &PageAdjustment::inverted);
    addStep(tools, canvas, QStringLiteral("brighterAction"), &PageAdjustment::brightness, AdjustStep);
    addStep(tools, canvas, QStringLiteral("darkerAction"), &PageAdjustment::brightness, -AdjustStep);
    addStep(tools, canvas, QStringLiteral("moreContrastAction"), &PageAdjustment::contrast, AdjustStep);
    addStep(tools, canvas, QStringLiteral("lessContrastAction"), &PageAdjustment::contrast, -AdjustStep);
    return adjust;
}
} // namespace

CanvasActions addCanvasActions(ViewTools& tools, DocumentCanvas* canvas, AdjustBar* bar)
{
    CanvasActions actions{};
    actions.zoomIn = connected(tools.add(QStringLiteral("zoomInAction")), canvas, &DocumentCanvas::zoomIn);
    actions.zoomOut = connected(tools.add(QStringLiteral("zoomOutAction")), canvas, &DocumentCanvas::zoomOut);
    actions.fitPage =
        connected(tools.addToMenu(QStringLiteral("fitPageAction")), canvas, &DocumentCanvas::fitPage);
    connected(tools.addToMenu(QStringLiteral("fitWidthAction")), canvas, &DocumentCanvas::fitWidth);
    connected(tools.addToMenu(QStringLiteral("actualSizeAction")), canvas, &DocumentCanvas::actualSize);
    tools.addSeparator();
    actions.rotateLeft =
        connected(tools.addToMenu(QStringLiteral("rotateLeftAction")), canvas, &DocumentCanvas::rotateLeft);
    actions.rotateRight =
        connected(tools.addToMenu(QStringLiteral("rotateRightAction")), canvas, &DocumentCanvas::rotateRight);
    connected(tools.addToMenu(QStringLiteral("flipAction")), canvas, &DocumentCanvas::flip);
    tools.addSeparator();
    actions.loupe = addLoupe(tools, canvas);
    actions.adjust = addAdjustments(tools, canvas, bar);
    connected(tools.addToMenu(QStringLiteral("resetViewAction")), canvas, &DocumentCanvas::resetView);
    return actions;
}

} // namespace finhub::views
