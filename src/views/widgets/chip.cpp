#include "views/widgets/chip.h"

#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace finhub::views {

Chip::Chip(QWidget* parent)
    : Chip(QString(), Tone::Neutral, parent)
{
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(text);
}

void Chip::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(displayLine(text));
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_text);
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(chipSize(m_text).width(), chipSize(QStringLiteral("MM…")).width()),
            chipSize(m_text).height()};
}

void Chip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    paintChip(&painter, rect(), m_text, m_tone);
}

void Chip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // A chip that is cut says the whole in its tool tip; one that is not leaves the tip to its owner.
    const bool cut = width() < sizeHint().width();
    if (cut || m_cut)
        setToolTip(cut ? plainToolTip(m_text) : QString());
    m_cut = cut;
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace finhub::views
