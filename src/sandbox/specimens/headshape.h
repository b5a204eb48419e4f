#pragma once

#include "sandbox/specimens/face.h"

#include <QPainterPath>

namespace finhub::sandbox {

/// Where the parts of a head are in PortraitFrame.
struct HeadShape {
    explicit HeadShape(const Face& face);

    double centre = 150;
    double halfWidth = 0;
    double height = 0;
    double top = 0;
    double chin = 0;
    double eyes = 0;  ///< y of the eye line
    double mouth = 0; ///< y
    QPainterPath outline;
};

} // namespace finhub::sandbox
