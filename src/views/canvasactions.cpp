#include "views/canvasactions.h"

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
void addStep(ViewTools& tools, DocumentCanvas* canvas, const QString& name, const QString& text,
             const QKeySequence& key, int PageAdjustment::*number, int step)
{
    QObject::connect(tools.add(name, text, key), &QAction::triggered, canvas, [canvas, number, step] {
        PageAdjustment adjustment = canvas->adjustment();
        adjustment.*number =
            std::clamp(adjustment.*number + step, -PageAdjustment::Limit, PageAdjustment::Limit);
        canvas->setAdjustment(adjustment);
    });
}

/// Switches one property of the adjustment and shows it.
void addSwitch(ViewTools& tools, DocumentCanvas* canvas, const QString& name, const QString& text,
               const QKeySequence& key, bool PageAdjustment::*property)
{
    QAction* action = tools.addToggle(name, text, key);
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
    QAction* loupe = tools.addToggle(QStringLiteral("loupeAction"), Text::tr("Loupe"), Qt::Key_Z);
    loupe->setToolTip(Text::tr("Loupe (Z; held down: while it is held)"));
    QObject::connect(loupe, &QAction::toggled, canvas, &DocumentCanvas::setLoupeOn);
    QObject::connect(canvas, &DocumentCanvas::loupeChanged, loupe, &QAction::setChecked);
    new HeldKey(loupe);
    return loupe;
}

QAction* addAdjustments(ViewTools& tools, DocumentCanvas* canvas, AdjustBar* bar)
{
    QAction* adjust =
        tools.addToggle(QStringLiteral("adjustAction"), Text::tr("Brightness and contrast"), Qt::Key_B);
    bar->setCanvas(canvas);
    bar->hide();
    QObject::connect(adjust, &QAction::toggled, bar, &QWidget::setVisible);
    QObject::connect(bar, &AdjustBar::resetWanted, canvas, &DocumentCanvas::resetView);
    addSwitch(tools, canvas, QStringLiteral("greyAction"), Text::tr("Grey"), Qt::Key_G,
              &PageAdjustment::grey);
    addSwitch(tools, canvas, QStringLiteral("invertedAction"), Text::tr("Inverted"), Qt::Key_I,
              &PageAdjustment::inverted);
    addStep(tools, canvas, QStringLiteral("brighterAction"), Text::tr("Brighter"), Qt::CTRL | Qt::Key_Up,
            &PageAdjustment::brightness, AdjustStep);
    addStep(tools, canvas, QStringLiteral("darkerAction"), Text::tr("Darker"), Qt::CTRL | Qt::Key_Down,
            &PageAdjustment::brightness, -AdjustStep);
    addStep(tools, canvas, QStringLiteral("moreContrastAction"), Text::tr("More contrast"),
            Qt::CTRL | Qt::Key_Right, &PageAdjustment::contrast, AdjustStep);
    addStep(tools, canvas, QStringLiteral("lessContrastAction"), Text::tr("Less contrast"),
            Qt::CTRL | Qt::Key_Left, &PageAdjustment::contrast, -AdjustStep);
    return adjust;
}
} // namespace

CanvasActions addCanvasActions(ViewTools& tools, DocumentCanvas* canvas, AdjustBar* bar)
{
    CanvasActions actions{};
    actions.zoomIn = connected(tools.add(QStringLiteral("zoomInAction"), Text::tr("Zoom in"), Qt::Key_Plus),
                               canvas, &DocumentCanvas::zoomIn);
    actions.zoomOut =
        connected(tools.add(QStringLiteral("zoomOutAction"), Text::tr("Zoom out"), Qt::Key_Minus), canvas,
                  &DocumentCanvas::zoomOut);
    actions.fitPage =
        connected(tools.addToMenu(QStringLiteral("fitPageAction"), Text::tr("Fit page"), Qt::Key_0), canvas,
                  &DocumentCanvas::fitPage);
    connected(tools.addToMenu(QStringLiteral("fitWidthAction"), Text::tr("Fit width"), Qt::Key_W), canvas,
              &DocumentCanvas::fitWidth);
    connected(tools.addToMenu(QStringLiteral("actualSizeAction"), Text::tr("Actual size"), Qt::Key_1), canvas,
              &DocumentCanvas::actualSize);
    tools.addSeparator();
    actions.rotateLeft = connected(
        tools.addToMenu(QStringLiteral("rotateLeftAction"), Text::tr("Rotate left"), Qt::SHIFT | Qt::Key_L),
        canvas, &DocumentCanvas::rotateLeft);
    actions.rotateRight =
        connected(tools.addToMenu(QStringLiteral("rotateRightAction"), Text::tr("Rotate right"), Qt::Key_L),
                  canvas, &DocumentCanvas::rotateRight);
    connected(tools.addToMenu(QStringLiteral("flipAction"), Text::tr("Mirror"), Qt::Key_H), canvas,
              &DocumentCanvas::flip);
    tools.addSeparator();
    actions.loupe = addLoupe(tools, canvas);
    actions.adjust = addAdjustments(tools, canvas, bar);
    connected(tools.addToMenu(QStringLiteral("resetViewAction"), Text::tr("Reset view"), Qt::Key_V), canvas,
              &DocumentCanvas::resetView);
    return actions;
}

} // namespace finhub::views
