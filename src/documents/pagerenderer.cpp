#include "documents/pagerenderer.h"

namespace finhub::documents {

PageRenderer::~PageRenderer() = default;

void PageRenderer::promote(const Call<RenderedPage>& /*call*/) {}

} // namespace finhub::documents
