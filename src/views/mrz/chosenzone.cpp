#include "views/mrz/chosenzone.h"

#include <algorithm>
#include <cmath>

namespace finhub::views {

namespace {
/// So many pixels from the first to the last character of a line read best.
constexpr double LineLength = 800;
constexpr double MostPixels = 8'000'000;
} // namespace

documents::ZoneRequest zoneRequest(int page, const PageView& view, const QRectF& place)
{
    const int turned = view.rotation() / 90;
    const bool lies = turned % 2 != 0;
    const double line = std::max(1.0, lies ? place.height() : place.width());
    const double scale =
        std::min(LineLength / line, std::sqrt(MostPixels / std::max(1.0, place.width() * place.height())));
    documents::ZoneRequest request;
    request.page = page;
    request.box = (view.pageSize() * scale).toSize().expandedTo({1, 1});
    request.region = QRectF(place.topLeft() * scale, place.size() * scale).toAlignedRect();
    // A mirror before a turn is the turn the other way without it.
    request.quarters = view.isFlipped() ? (4 - turned) % 4 : turned;
    return request;
}

} // namespace finhub::views
