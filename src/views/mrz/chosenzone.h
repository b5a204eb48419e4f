#pragma once

#include "documents/documentservice.h"
#include "views/widgets/pageview.h"

#include <QRectF>

namespace finhub::views {

/// A part of a page that somebody wants to have read.
struct ChosenZone {
    documents::LoadedDocument document;
    documents::ZoneRequest request;
};

/// The request for a place of a page (page coordinates), in about as many pixels as reading wants, and turned as
/// it is looked at. A mirrored view shows nothing else than the page: it is read as it is.
documents::ZoneRequest zoneRequest(int page, const PageView& view, const QRectF& place);

} // namespace finhub::views
