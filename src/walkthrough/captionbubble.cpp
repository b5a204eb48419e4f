#include "walkthrough/captionbubble.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace finhub::walkthrough {

namespace {

constexpr int CaptionWidth = 300;
constexpr int Padding = 12;
constexpr int Radius = 8;

} // namespace

CaptionBubble::CaptionBubble(Controls controls, QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_position(new QLabel(this))
{
    setObjectName(QStringLiteral("walkthroughBubble"));
    setAccessibleName(tr("Walkthrough"));
    m_caption->setObjectName(QStringLiteral("walkthroughCaption"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setFixedWidth(CaptionWidth);
    m_position->setTextFormat(Qt::PlainText);
    for (QLabel* label : {m_caption, m_position})
        label->setForegroundRole(QPalette::Text);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Padding, Padding, Padding, Padding);
    layout->setSpacing(Padding / 2);
    layout->addWidget(m_caption);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(Padding / 2);
    bar->addWidget(m_position);
    bar->addStretch();
    layout->addLayout(bar);
    if (controls == Controls::Hidden)
        return;
    m_pause = addButton(QStringLiteral("walkthroughPause"), tr("Pause"));
    connect(m_pause, &QToolButton::clicked, this, &CaptionBubble::pauseToggled);
    connect(addButton(QStringLiteral("walkthroughStep"), tr("Step")), &QToolButton::clicked, this,
            &CaptionBubble::stepRequested);
    connect(addButton(QStringLiteral("walkthroughStop"), tr("Stop")), &QToolButton::clicked, this,
            &CaptionBubble::stopRequested);
}

QToolButton* CaptionBubble::addButton(const QString& name, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    // The keyboard stays with the program that is being shown.
    button->setFocusPolicy(Qt::NoFocus);
    layout()->itemAt(1)->layout()->addWidget(button);
    return button;
}

void CaptionBubble::setCaption(const QString& caption, int number, int count)
{
    m_caption->setText(caption);
    m_position->setText(tr("%1 of %2").arg(number).arg(count));
    m_caption->setFixedHeight(m_caption->heightForWidth(CaptionWidth));
    adjustSize();
}

void CaptionBubble::setPaused(bool paused)
{
    if (!m_pause)
        return;
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    adjustSize();
}

void CaptionBubble::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(palette().color(QPalette::Link), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Radius, Radius);
}

void CaptionBubble::mousePressEvent(QMouseEvent* event)
{
    // A press beside the buttons is for the bubble, not for the window behind it.
    event->accept();
}

} // namespace finhub::walkthrough
