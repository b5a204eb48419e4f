#include "views/phases/uploadthumbnail.h"

#include "views/style/icons.h"
#include "views/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace finhub::views {

namespace {
constexpr QSize Size(40, 48);
constexpr int SignSize = 16;
constexpr double Corner = 4;
} // namespace

UploadThumbnail::UploadThumbnail(QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("uploadThumbnail"));
    setFixedSize(Size);
    setFocusPolicy(Qt::TabFocus);
    setEnabled(false);
}

void UploadThumbnail::setPicture(const QImage& picture)
{
    m_picture = picture;
    setEnabled(!m_picture.isNull());
    update();
}

void UploadThumbnail::setBroken(bool broken)
{
    m_broken = broken;
    update();
}

QSize UploadThumbnail::sizeHint() const
{
    return Size;
}

void UploadThumbnail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath outline;
    outline.addRoundedRect(frame, Corner, Corner);
    if (!m_picture.isNull()) {
        const QSizeF size = QSizeF(m_picture.size()).scaled(frame.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), size);
        target.moveCenter(frame.center());
        painter.setClipPath(outline);
        painter.drawImage(target, m_picture);
        painter.setClipping(false);
    } else {
        painter.fillPath(outline, m_broken ? theme.color(ColorRole::Window) : theme.skeleton());
    }
    if (m_broken) {
        QRectF sign(0, 0, SignSize, SignSize);
        sign.moveCenter(frame.center());
        paintIcon(&painter, sign, IconName::Warning, theme.color(ColorRole::Bad));
    }
    const bool active = hasFocus() || (isEnabled() && underMouse());
    painter.setPen(QPen(theme.color(active ? ColorRole::Accent : ColorRole::StrongLine),
                        hasFocus() ? metric::FocusRing : 1));
    painter.drawPath(outline);
}

} // namespace finhub::views
