#include "views/widgets/stepper.h"

#include "views/style/controlpainter.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/steppainter.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int TopMargin = 3;
constexpr int CircleSize = 18;
constexpr int LabelGap = 4;
constexpr int ColumnGap = 4;
constexpr int ComfortableColumn = 132;
constexpr int NarrowColumn = 34;
constexpr int DetailColumn = 72; ///< below this a detail would be all ellipsis

int lineHeight()
{
    return QFontMetrics(Theme::font(TextSize::Small)).height();
}

int labelTop()
{
    return TopMargin + CircleSize + LabelGap;
}

std::size_t at(int step)
{
    return static_cast<std::size_t>(step);
}

bool isHere(PhaseState state)
{
    return state == PhaseState::Current || state == PhaseState::Blocked || state == PhaseState::Failed;
}
} // namespace

Stepper::Stepper(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Lifecycle"));
}

void Stepper::setSteps(const Phases& phases, const Texts& texts)
{
    m_phases = phases;
    m_texts = texts;
    for (StepText& text : m_texts) {
        text.label = displayLine(text.label);
        text.detail = displayLine(text.detail);
        text.accessible = displayLine(text.accessible);
    }
    const auto here = std::find_if(m_phases.begin(), m_phases.end(),
                                   [](const PhaseStatus& phase) { return isHere(phase.state); });
    m_focused = here == m_phases.end() ? 0 : int(here - m_phases.begin());
    describe();
    update();
}

void Stepper::setFocusedStep(int step)
{
    const int bounded = std::clamp(step, 0, StepCount - 1);
    if (bounded == m_focused)
        return;
    m_focused = bounded;
    describe();
    update();
    Q_EMIT focusedStepChanged(m_focused);
}

void Stepper::setDetailsShown(bool shown)
{
    m_details = shown;
    updateGeometry();
    update();
}

void Stepper::describe()
{
    setAccessibleDescription(m_texts.at(at(m_focused)).accessible);
}

QString Stepper::drawnLabel(int step) const
{
    const bool strong = isHere(m_phases.at(at(step)).state);
    return QFontMetrics(Theme::font(TextSize::Small, strong))
        .elidedText(m_texts.at(at(step)).label, Qt::ElideRight, stepRect(step).width() - ColumnGap);
}

QString Stepper::drawnDetail(int step) const
{
    const QRect column = stepRect(step);
    if (!m_details || column.width() < DetailColumn || height() < labelTop() + 2 * lineHeight())
        return {};
    return QFontMetrics(Theme::font(TextSize::Small))
        .elidedText(m_texts.at(at(step)).detail, Qt::ElideRight, column.width() - ColumnGap);
}

QRect Stepper::stepRect(int step) const
{
    const int left = width() * step / StepCount;
    const int right = width() * (step + 1) / StepCount;
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, right - left, height()));
}

int Stepper::stepAt(const QPoint& position) const
{
    for (int step = 0; step < StepCount; ++step) {
        if (stepRect(step).contains(position))
            return step;
    }
    return -1;
}

QSize Stepper::sizeHint() const
{
    return {StepCount * ComfortableColumn, labelTop() + (m_details ? 2 : 1) * lineHeight() + 3};
}

QSize Stepper::minimumSizeHint() const
{
    return {StepCount * NarrowColumn, sizeHint().height()};
}

bool Stepper::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int step = stepAt(help->pos());
        if (step < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(m_texts.at(at(step)).accessible), this,
                               stepRect(step));
        return true;
    }
    return QWidget::event(event);
}

void Stepper::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const auto circleOf = [this](int step) {
        const QRect column = stepRect(step);
        return QRectF(column.center().x() + 0.5 - CircleSize / 2.0, TopMargin, CircleSize, CircleSize);
    };
    for (int step = 0; step + 1 < StepCount; ++step)
        paintStepLine(painter, circleOf(step), circleOf(step + 1), m_phases.at(at(step)).state,
                      m_phases.at(at(step + 1)).state, theme);
    for (int step = 0; step < StepCount; ++step) {
        const PhaseState state = m_phases.at(at(step)).state;
        paintStepCircle(painter, circleOf(step), step + 1, state, theme);
        const QRect column = stepRect(step);
        const QRect label(column.left(), labelTop(), column.width(), lineHeight());
        painter.setFont(Theme::font(TextSize::Small, isHere(state)));
        painter.setPen(theme.color(stepInk(state)));
        painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine, drawnLabel(step));
        painter.setFont(Theme::font(TextSize::Small));
        painter.setPen(theme.color(ColorRole::Secondary));
        painter.drawText(label.translated(0, lineHeight()), Qt::AlignCenter | Qt::TextSingleLine,
                         drawnDetail(step));
    }
    if (hasFocus())
        paintFocusRing(&painter, stepRect(m_focused).adjusted(1, 0, -1, 0), metric::Radius, theme);
}

void Stepper::keyPressEvent(QKeyEvent* event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Right:
        setFocusedStep(m_focused + forward);
        return;
    case Qt::Key_Left:
        setFocusedStep(m_focused - forward);
        return;
    case Qt::Key_Home:
        setFocusedStep(0);
        return;
    case Qt::Key_End:
        setFocusedStep(StepCount - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT stepActivated(m_focused);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Stepper::mousePressEvent(QMouseEvent* event)
{
    const int step = stepAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || step < 0)
        return;
    setFocusedStep(step);
    Q_EMIT stepActivated(step);
}

void Stepper::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace finhub::views
