#include "documents/documentservice.h"

namespace finhub::documents {

DocumentService::~DocumentService() = default;

CallPtr<LoadedDocument> DocumentService::loadAhead(const Document& document)
{
    return load(document);
}

bool DocumentService::isBusy() const
{
    return false;
}

CallPtr<PageText> DocumentService::text(const LoadedDocument&, int, TextDetail)
{
    auto call = std::make_unique<Call<PageText>>();
    call->finishLater(failure(Error::of(ErrorKind::NotOffered)));
    return call;
}

CallPtr<ZoneText> DocumentService::readZone(const LoadedDocument&, const ZoneRequest&)
{
    auto call = std::make_unique<Call<ZoneText>>();
    call->finishLater(failure(Error::of(ErrorKind::NotOffered)));
    return call;
}

Result<void> DocumentService::keep(const Document&, const QByteArray&)
{
    return failure(Error::of(ErrorKind::NotOffered));
}

bool DocumentService::isKept(const Document&) const
{
    return false;
}

} // namespace finhub::documents
