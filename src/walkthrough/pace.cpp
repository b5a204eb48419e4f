#include "walkthrough/pace.h"

#include <QStringList>

namespace finhub::walkthrough {

using namespace std::chrono_literals;

Pace Pace::fast()
{
    return {};
}

Pace Pace::forReading()
{
    return {50ms, 1200ms, 300ms, 70ms};
}

std::chrono::milliseconds Pace::readingTime(const QString& caption) const
{
    return perStep + perWord * caption.simplified().split(u' ', Qt::SkipEmptyParts).size();
}

} // namespace finhub::walkthrough
