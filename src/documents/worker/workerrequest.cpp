#include "documents/worker/workerrequest.h"

namespace finhub::documents {

std::optional<WorkerRequest> WorkerRequest::fromOrder(const WorkerOrder& order)
{
    if (order.magic != OrderMagic || order.version != OrderVersion)
        return std::nullopt;
    WorkerRequest request;
    request.page = order.page;
    request.box = {order.width, order.height};
    switch (static_cast<WorkerJobKind>(order.kind)) {
    case WorkerJobKind::PdfText:
        request.text = TextDetail::Text;
        request.kind = MimeType::Pdf;
        return request;
    case WorkerJobKind::PdfPlaces:
        request.text = TextDetail::Places;
        request.kind = MimeType::Pdf;
        return request;
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
