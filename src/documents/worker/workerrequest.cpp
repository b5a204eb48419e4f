#include "documents/worker/workerrequest.h"

namespace finhub::documents {

std::optional<WorkerRequest> WorkerRequest::fromOrder(const WorkerOrder& order)
{
    if (order.magic != OrderMagic || order.version != OrderVersion)
        return std::nullopt;
    WorkerRequest request;
    request.page = order.page;
    request.box = {order.width, order.height};
    if (order.regionWidth > 0 && order.regionHeight > 0)
        request.region = {order.regionLeft, order.regionTop, order.regionWidth, order.regionHeight};
    const auto zone = [&](MimeType kind) -> std::optional<WorkerRequest> {
        if (order.quarters < 0 || order.quarters > 3 || request.region.isEmpty())
            return std::nullopt;
        request.zone = order.quarters;
        request.kind = kind;
        return request;
    };
    switch (static_cast<WorkerJobKind>(order.kind)) {
    case WorkerJobKind::PdfText:
        request.text = TextDetail::Text;
        request.kind = MimeType::Pdf;
        return request;
    case WorkerJobKind::PdfPlaces:
        request.text = TextDetail::Places;
        request.kind = MimeType::Pdf;
        return request;
    case WorkerJobKind::PdfZone:
        return zone(MimeType::Pdf);
    case WorkerJobKind::JpegZone:
        return zone(MimeType::Jpeg);
    case WorkerJobKind::PngZone:
        return zone(MimeType::Png);
    case WorkerJobKind::PdfPage:
        request.kind = MimeType::Pdf;
        return request;
    case WorkerJobKind::JpegPage:
        request.kind = MimeType::Jpeg;
        return request;
    case WorkerJobKind::PngPage:
        request.kind = MimeType::Png;
        return request;
    }
    return std::nullopt;
}

} // namespace finhub::documents
