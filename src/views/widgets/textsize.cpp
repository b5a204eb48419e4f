#include "views/widgets/textsize.h"

#include "views/style/theme.h"

namespace finhub::views {

void followTextSize(QObject* context, const std::function<void()>& adapt)
{
    adapt();
    if (ThemeManager* manager = ThemeManager::instance())
        QObject::connect(manager, &ThemeManager::changed, context, adapt);
}

} // namespace finhub::views
