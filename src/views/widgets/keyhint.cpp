#include "views/widgets/keyhint.h"

#include "views/style/buttonkind.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int CapPadding = 5;

QFont capFont()
{
    QFont font = Theme::font(TextSize::Small);
    font.setPixelSize(std::max(9, font.pixelSize() - 1));
    return font;
}
} // namespace

QSize keyCapSize(const QString& key)
{
    const QFontMetrics metrics(capFont());
    const int height = metrics.height() + 5;
    return {std::max(height, metrics.horizontalAdvance(key) + 2 * CapPadding), height};
}

void paintKeyCap(QPainter* painter, const QRect& rect, const QString& key, const QColor& ink,
                 const QColor& ground, const QColor& line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, 1));
    painter->setBrush(ground);
    const QRectF shape = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(shape, 3, 3);
    // The lower edge is stronger: it is a key.
    painter->drawLine(QPointF(shape.left() + 3, shape.bottom() - 1),
                      QPointF(shape.right() - 3, shape.bottom() - 1));
    painter->setFont(capFont());
    painter->setPen(ink);
    painter->drawText(rect.adjusted(0, 0, 0, -1), Qt::AlignCenter | Qt::TextSingleLine, key);
    painter->restore();
}

KeyHint::KeyHint(QWidget* parent)
    : KeyHint(QString(), parent)
{
}

KeyHint::KeyHint(const QString& key, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKey(key);
}

void KeyHint::setKey(const QString& key)
{
    m_key = displayLine(key);
    setAccessibleName(m_key);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    return m_key.isEmpty() ? QSize(0, 0) : keyCapSize(m_key);
}

void KeyHint::paintEvent(QPaintEvent* /*event*/)
{
    if (m_key.isEmpty())
        return;
    const Theme& theme = Theme::current();
    QPainter painter(this);
    paintKeyCap(&painter, QRect(QPoint(), sizeHint()), m_key, theme.color(ColorRole::Secondary),
                theme.color(ColorRole::Surface), theme.color(ColorRole::StrongLine));
}

void KeyHint::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

HintButton::HintButton(QWidget* parent)
    : QPushButton(parent)
{
}

HintButton::HintButton(const QString& text, const QString& key, QWidget* parent)
    : QPushButton(text, parent)
{
    setKeyHint(key);
}

void HintButton::setKeyHint(const QString& key)
{
    m_key = displayLine(key);
    updateGeometry();
    update();
}

QSize HintButton::sizeHint() const
{
    const QSize plain = QPushButton::sizeHint();
    if (m_key.isEmpty())
        return plain;
    return {plain.width() + metric::Small + keyCapSize(m_key).width(), plain.height()};
}

QSize HintButton::minimumSizeHint() const
{
    return {std::min(QPushButton::minimumSizeHint().width(), 4 * metric::Wide), sizeHint().height()};
}

void HintButton::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = Theme::current();
    const ButtonKind kind = kindOf(this);
    const QColor ink = buttonInk(kind, isEnabled(), theme, isChecked());
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    const QRect room = rect().adjusted(metric::Small, 0, -metric::Small, 0);
    const QFont font = buttonFont(kind);
    const QFontMetrics metrics(font);
    const QSize cap = m_key.isEmpty() ? QSize() : keyCapSize(m_key);
    int forText = m_key.isEmpty() ? room.width() : room.width() - cap.width() - metric::Small;
    const bool showsCap = !m_key.isEmpty() && forText >= 2 * metrics.averageCharWidth();
    if (!showsCap)
        forText = room.width();
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, forText, Qt::TextShowMnemonic);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, shown).width();
    const int whole = textWidth + (showsCap ? metric::Small + cap.width() : 0);
    const QRect line =
        QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, QSize(whole, room.height()), room);

    painter.setPen(ink);
    painter.setFont(font);
    const QRect textRect(line.left(), line.top(), textWidth, line.height());
    painter.drawText(QStyle::visualRect(layoutDirection(), line, textRect),
                     Qt::AlignCenter | Qt::TextShowMnemonic, shown);
    if (!showsCap)
        return;
    const QRect capRect(line.right() + 1 - cap.width(), (height() - cap.height()) / 2, cap.width(),
                        cap.height());
    const bool outlined = kind != ButtonKind::Primary && kind != ButtonKind::Good;
    const QColor ground = theme.color(ColorRole::Surface);
    paintKeyCap(&painter, QStyle::visualRect(layoutDirection(), line, capRect), m_key,
                theme.color(ColorRole::Secondary), ground,
                outlined ? theme.color(ColorRole::StrongLine) : ground);
}

} // namespace finhub::views
