#include "views/zonetool.h"

#include "views/actions/keytexts.h"
#include "views/pageoncanvas.h"
#include "views/viewtools.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/zoneband.h"

#include <QAction>

namespace finhub::views {

ZoneTool::ZoneTool(DocumentCanvas* canvas, PageOnCanvas* pages, ViewTools& tools, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_pages(pages)
    , m_band(new ZoneBand(canvas))
    , m_action(tools.addToggle(QStringLiteral("selectZoneAction")))
{
    onKeysChanged(this, [this] {
        m_action->setToolTip(
            withKey(tr("Draw a frame around the machine-readable zone to have it read"), m_action));
    });
    connect(m_action, &QAction::triggered, m_band, [this](bool on) {
        if (on)
            m_band->begin();
        else
            m_band->leave();
    });
    connect(m_band, &ZoneBand::onChanged, m_action, &QAction::setChecked);
    connect(m_band, &ZoneBand::chosen, this, &ZoneTool::choose);
    showPage();
}

void ZoneTool::showPage()
{
    m_band->leave();
    m_action->setEnabled(m_pages->pageCount() > 0);
}

void ZoneTool::choose(const QRectF& place)
{
    if (m_pages->document())
        Q_EMIT zoneChosen({*m_pages->document(), zoneRequest(m_pages->page(), m_canvas->view(), place)});
}

} // namespace finhub::views
