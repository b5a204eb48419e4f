#include "views/palette/palettedesk.h"

#include "views/actions/actionregistry.h"
#include "views/palette/commandpalette.h"

#include <QAction>
#include <QWidget>

namespace finhub::views {

PaletteDesk::PaletteDesk(api::FinHub& finhub, QWidget* page)
    : QObject(page)
    , m_finhub(finhub)
    , m_page(page)
{
    connect(ActionRegistry::instance().make(QStringLiteral("paletteAction"), page), &QAction::triggered, this,
            &PaletteDesk::open);
}

void PaletteDesk::open()
{
    auto* palette = new CommandPalette(m_finhub, m_page);
    connect(palette, &CommandPalette::customerChosen, this, &PaletteDesk::customerChosen,
            Qt::QueuedConnection);
    connect(palette, &CommandPalette::settingChosen, this, &PaletteDesk::settingChosen, Qt::QueuedConnection);
    connect(
        palette, &CommandPalette::actionChosen, this,
        [](const QString& id) {
            if (QAction* action = ActionRegistry::instance().available(id))
                action->trigger();
        },
        Qt::QueuedConnection);
    palette->openOver(m_page->window());
}

} // namespace finhub::views
