#include "documents/documentservice.h"

namespace finhub::documents {

DocumentService::~DocumentService() = default;

CallPtr<PageText> DocumentService::text(const LoadedDocument&, int, TextDetail)
{
    auto call = std::make_unique<Call<PageText>>();
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
