#include "documents/documentfault.h"

#include "core/validation.h"
#include "documents/pagegeometry.h"

namespace finhub::documents {

namespace {
QLatin1String nameOf(DocumentMeasure measure)
{
    switch (measure) {
    case DocumentMeasure::Bytes:
        return QLatin1String("bytes");
    case DocumentMeasure::Pixels:
        return QLatin1String("pixels");
    case DocumentMeasure::Pages:
        return QLatin1String("pages");
    }
    return {};
}
} // namespace

Error brokenDocument(DocumentFault fault, const QString& technical)
{
    Error error = Error::of(ErrorKind::BrokenDocument, technical);
    error.documentFault = fault;
    return error;
}

qint64 limitOf(DocumentMeasure measure)
{
    switch (measure) {
    case DocumentMeasure::Bytes:
        return MaxDocumentBytes;
    case DocumentMeasure::Pixels:
        return MaxPagePixels;
    case DocumentMeasure::Pages:
        return MaxPages;
    }
    return 0;
}

Error oversizedDocument(DocumentMeasure measure, qint64 number)
{
    Error error =
        brokenDocument(DocumentFault::TooLarge, QString::number(number) + QLatin1Char(' ') + nameOf(measure));
    error.documentExcess = DocumentExcess{measure, number, limitOf(measure)};
    return error;
}

} // namespace finhub::documents
