#include "views/widgets/stageblocks.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int BlockWidth = 8;
constexpr int BlockHeight = 6;
constexpr int Gap = 2;

ColorRole colorOf(PhaseState state)
{
    switch (state) {
    case PhaseState::Done:
        return ColorRole::Good;
    case PhaseState::Current:
        return ColorRole::Accent;
    case PhaseState::Blocked:
        return ColorRole::Soon;
    case PhaseState::Failed:
        return ColorRole::Bad;
    case PhaseState::NotStarted:
    case PhaseState::Unknown:
        return ColorRole::StrongLine;
    }
    return ColorRole::StrongLine;
}
} // namespace

StageStates stageStates(Stage stage)
{
    StageStates states{};
    const std::array<PhaseStatus, 8> phases = phasesOf(stage, {});
    std::transform(phases.begin(), phases.end(), states.begin(),
                   [](const PhaseStatus& phase) { return phase.state; });
    return states;
}

QSize stageBlocksSize()
{
    const int count = int(StageStates().size());
    return {count * BlockWidth + (count - 1) * Gap, BlockHeight};
}

int paintStageBlocks(QPainter* painter, const QRect& rect, const StageStates& states, const Theme& theme)
{
    // A painter on pixels knows no direction, and visualRect() takes "none" for right to left.
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    const Qt::LayoutDirection direction = mirrored ? Qt::RightToLeft : Qt::LeftToRight;
    const QRect whole =
        QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, stageBlocksSize(), rect);
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing);
    QRect block(whole.topLeft(), QSize(BlockWidth, BlockHeight));
    for (const PhaseState state : states) {
        const QRect placed = QStyle::visualRect(direction, whole, block);
        const QColor color = theme.color(colorOf(state));
        // What is not known is an outline, so that it does not look like "not yet".
        const bool hollow = state == PhaseState::Unknown;
        painter->setPen(hollow ? QPen(color, 1) : QPen(Qt::NoPen));
        painter->setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(color));
        const QRectF shape = hollow ? QRectF(placed).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(placed);
        painter->drawRoundedRect(shape, 1, 1);
        block.translate(BlockWidth + Gap, 0);
    }
    painter->restore();
    return std::min(whole.width(), rect.width());
}

} // namespace finhub::views
