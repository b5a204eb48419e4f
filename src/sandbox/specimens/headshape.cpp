#include "sandbox/specimens/headshape.h"

#include <algorithm>

namespace finhub::sandbox {

HeadShape::HeadShape(const Face& face)
    : halfWidth(63 * face.width)
    , height(176 * face.length)
    , top(191 - height / 2)
    , chin(191 + height / 2)
    , eyes(top + height * 0.5)
    , mouth(top + height * 0.795)
{
    const double jaw = std::clamp(0.62 * face.jaw, 0.46, 0.78) * halfWidth;
    const double jawLine = chin - height * 0.12;
    outline.moveTo(centre, top);
    outline.cubicTo(centre + halfWidth * 0.62, top, centre + halfWidth, top + height * 0.17,
                    centre + halfWidth, top + height * 0.44);
    outline.cubicTo(centre + halfWidth, top + height * 0.66, centre + jaw * 1.22, jawLine - height * 0.05,
                    centre + jaw * 0.92, jawLine + height * 0.02);
    outline.cubicTo(centre + jaw * 0.62, chin - height * 0.02, centre + jaw * 0.34, chin, centre, chin);
    outline.cubicTo(centre - jaw * 0.34, chin, centre - jaw * 0.62, chin - height * 0.02, centre - jaw * 0.92,
                    jawLine + height * 0.02);
    outline.cubicTo(centre - jaw * 1.22, jawLine - height * 0.05, centre - halfWidth, top + height * 0.66,
                    centre - halfWidth, top + height * 0.44);
    outline.cubicTo(centre - halfWidth, top + height * 0.17, centre - halfWidth * 0.62, top, centre, top);
    outline.closeSubpath();
}

} // namespace finhub::sandbox
