#include "views/style/textscale.h"

#include "views/style/theme.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int Smallest = 100;
constexpr int Largest = 200;
int s_percent = Smallest;
} // namespace

int textScale()
{
    return s_percent;
}

void setTextScale(int percent)
{
    const int scale = std::clamp(percent, Smallest, Largest);
    if (scale == s_percent)
        return;
    s_percent = scale;
    // The theme manager dresses everything anew, as when the desktop has another theme.
    QEvent change(QEvent::ThemeChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
}

int textScaled(int pixels)
{
    return (pixels * s_percent + 50) / 100;
}

} // namespace finhub::views
