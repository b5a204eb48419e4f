#include "views/widgets/noticestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;
}

NoticeStrip::NoticeStrip(const Look& look, const QString& buttonText, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_label(new QLabel(this))
    , m_button(new QPushButton(buttonText, this))
{
    m_label->setWordWrap(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large + IconSize + metric::Small, metric::Tight, metric::Medium,
                               metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
}

void NoticeStrip::setLook(const Look& look)
{
    m_look = look;
    update();
}

void NoticeStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(m_look.ground));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ColorRole::Line));
    paintIcon(&painter, QRectF(metric::Large, (height() - IconSize) / 2.0, IconSize, IconSize), m_look.icon,
              theme.color(m_look.ink));
}

} // namespace finhub::views
