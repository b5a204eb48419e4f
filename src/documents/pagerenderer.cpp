#include "documents/pagerenderer.h"

namespace finhub::documents {

PageRenderer::~PageRenderer() = default;

void PageRenderer::promote(const Call<RenderedPage>& /*call*/) {}

void PageRenderer::getReady() {}

CallPtr<ZoneText> PageRenderer::readZone(const QByteArray&, MimeType, const ZoneRequest&)
{
    auto call = std::make_unique<Call<ZoneText>>();
    call->finishLater(failure(Error::of(ErrorKind::NotOffered)));
    return call;
}

CallPtr<PageText> PageRenderer::text(const QByteArray&, int, TextDetail)
{
    auto call = std::make_unique<Call<PageText>>();
    call->finishLater(failure(Error::of(ErrorKind::NotOffered)));
    return call;
}

} // namespace finhub::documents
