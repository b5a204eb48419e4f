#include "documents/worker/workerrequest.h"

#include <QByteArray>

namespace finhub::documents {

namespace {
MimeType kindOf(const QByteArray& word)
{
    if (word == "pdf")
        return MimeType::Pdf;
    if (word == "jpeg")
        return MimeType::Jpeg;
    if (word == "png")
        return MimeType::Png;
    return MimeType::Unknown;
}
} // namespace

std::optional<WorkerRequest> WorkerRequest::fromArguments(int argc, char* const argv[])
{
    if (argc != 5)
        return std::nullopt;
    bool pageOk = false;
    bool widthOk = false;
    bool heightOk = false;
    WorkerRequest request;
    const QByteArray what = argv[1];
    if (what == "pdf-text")
        request.text = TextDetail::Text;
    else if (what == "pdf-places")
        request.text = TextDetail::Places;
    request.kind = request.text ? MimeType::Pdf : kindOf(what);
    request.page = QByteArray(argv[2]).toInt(&pageOk);
    request.box = {QByteArray(argv[3]).toInt(&widthOk), QByteArray(argv[4]).toInt(&heightOk)};
    if (request.kind == MimeType::Unknown || !pageOk || !widthOk || !heightOk)
        return std::nullopt;
    return request;
}

} // namespace finhub::documents
