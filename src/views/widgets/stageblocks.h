#pragma once

#include "core/lifecycle.h"
#include "views/style/theme.h"

#include <QRect>
#include <QSize>

#include <array>

class QPainter;

namespace finhub::views {

/// The eight states of a row.
using StageStates = std::array<PhaseState, 8>;

/// The states of a customer who waits in this stage, from the one lifecycle table.
StageStates stageStates(Stage stage);

/// The size of the eight blocks.
QSize stageBlocksSize();

/// Paints the eight blocks at the leading edge of the rectangle, centred in its height; returns the width
/// that they took. The word for the stage belongs beside them: colour alone says nothing.
int paintStageBlocks(QPainter* painter, const QRect& rect, const StageStates& states,
                     const Theme& theme = Theme::current());

} // namespace finhub::views
