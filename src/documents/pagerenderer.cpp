#include "documents/pagerenderer.h"

namespace finhub::documents {

PageRenderer::~PageRenderer() = default;

} // namespace finhub::documents
