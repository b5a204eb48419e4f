#include "views/widgets/viewsign.h"

#include "views/widgets/documentcanvas.h"

#include <QEvent>
#include <QLocale>

namespace finhub::views {

namespace {
QString signedNumber(int number)
{
    return (number > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(number);
}
} // namespace

ViewSign::ViewSign(DocumentCanvas* canvas)
    : Chip(QString(), Tone::Soon, canvas)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("viewSign"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas->installEventFilter(this);
    connect(canvas, &DocumentCanvas::adjustmentChanged, this, &ViewSign::showState);
    connect(canvas, &DocumentCanvas::flippedChanged, this, &ViewSign::showState);
    showState();
}

void ViewSign::showState()
{
    const PageAdjustment& adjustment = m_canvas->adjustment();
    QStringList changes;
    if (adjustment.brightness != 0)
        changes << tr("brightness %1").arg(signedNumber(adjustment.brightness));
    if (adjustment.contrast != 0)
        changes << tr("contrast %1").arg(signedNumber(adjustment.contrast));
    if (adjustment.grey)
        changes << tr("grey");
    if (adjustment.inverted)
        changes << tr("inverted");
    if (m_canvas->isFlipped())
        changes << tr("mirrored");
    setText(tr("View changed: %1").arg(changes.join(QStringLiteral(", "))));
    setToolTip(tr("The document itself is as it was uploaded. Reset view: V"));
    setVisible(!changes.isEmpty());
    place();
}

void ViewSign::place()
{
    const QSize size = sizeHint();
    setGeometry(metric::Small, metric::Small, std::min(size.width(), m_canvas->width() - 2 * metric::Small),
                size.height());
}

bool ViewSign::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return Chip::eventFilter(watched, event);
}

} // namespace finhub::views
