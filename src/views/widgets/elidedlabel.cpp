#include "views/widgets/elidedlabel.h"

#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace finhub::views {

ElidedLabel::ElidedLabel(QWidget* parent)
    : ElidedLabel(QString(), parent)
{
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = displayLine(text);
    setAccessibleName(m_text);
    refresh();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    refresh();
}

void ElidedLabel::setTextSize(TextSize size, bool strong)
{
    m_size = size;
    m_strong = strong;
    refresh();
}

void ElidedLabel::setInk(ColorRole role)
{
    m_ink = role;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QString ElidedLabel::drawnText() const
{
    return QFontMetrics(Theme::font(m_size, m_strong)).elidedText(m_text, m_mode, width());
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(m_size, m_strong));
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(Theme::font(m_size, m_strong));
    return {std::min(sizeHint().width(), metrics.averageCharWidth() * 4), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(Theme::font(m_size, m_strong));
    painter.setPen(Theme::current().color(isEnabled() ? m_ink : ColorRole::Secondary));
    const Qt::Alignment alignment = QStyle::visualAlignment(layoutDirection(), m_alignment);
    painter.drawText(rect(), int(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine, drawnText());
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setToolTip(drawnText() == m_text ? QString() : plainToolTip(m_text));
}

void ElidedLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

void ElidedLabel::refresh()
{
    setToolTip(drawnText() == m_text ? QString() : plainToolTip(m_text));
    updateGeometry();
    update();
}

} // namespace finhub::views
