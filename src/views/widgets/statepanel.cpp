#include "views/widgets/statepanel.h"

#include "views/style/buttonkind.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int IconSize = 32;
constexpr int TextWidth = 460;

QLabel* label(const QString& name, QWidget* parent)
{
    auto* result = new QLabel(parent);
    result->setObjectName(name);
    result->setTextFormat(Qt::PlainText);
    result->setAlignment(Qt::AlignCenter);
    result->setWordWrap(true);
    result->setMaximumWidth(TextWidth);
    result->hide();
    return result;
}
} // namespace

StatePanel::StatePanel(QWidget* parent)
    : QWidget(parent)
    , m_icon(label(QStringLiteral("statePanelIcon"), this))
    , m_title(label(QStringLiteral("statePanelTitle"), this))
    , m_text(label(QStringLiteral("statePanelText"), this))
    , m_button(new QPushButton(this))
{
    m_title->setProperty("textSize", QStringLiteral("title"));
    m_title->setProperty("strong", true);
    m_text->setProperty("ink", QStringLiteral("secondary"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("statePanelButton"));
    m_button->hide();
    setFocusProxy(m_button);
    setKind(m_button, ButtonKind::Primary);
    connect(m_button, &QPushButton::clicked, this, &StatePanel::actionTriggered);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Wide);
    layout->setSpacing(metric::Small);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    // Filled, not aligned: only so does a wrapping label get its height for its width.
    for (QLabel* const part : {m_title, m_text}) {
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(part, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addSpacing(metric::Tight);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void StatePanel::setState(const QString& title, const QString& text, const QString& action)
{
    setPlainText(m_title, title);
    m_title->setVisible(!title.isEmpty());
    setPlainText(m_text, text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(displayLine(action));
    m_button->setAccessibleName(displayLine(action));
    m_button->setVisible(!action.isEmpty());
    m_button->setEnabled(true);
    setAccessibleName(displayLine(title));
    setAccessibleDescription(displayLine(text));
}

void StatePanel::setIcon(std::optional<IconName> name)
{
    m_iconName = name;
    showIcon();
}

void StatePanel::setActionEnabled(bool enabled)
{
    m_button->setEnabled(enabled);
}

QString StatePanel::title() const
{
    return m_title->text();
}

QString StatePanel::text() const
{
    return m_text->text();
}

void StatePanel::changeEvent(QEvent* event)
{
    // A label holds the pixels of its icon, not the icon.
    if (event->type() == QEvent::StyleChange)
        showIcon();
    QWidget::changeEvent(event);
}

void StatePanel::showIcon()
{
    m_icon->setVisible(m_iconName.has_value());
    if (m_iconName)
        m_icon->setPixmap(
            icon(*m_iconName, ColorRole::Secondary).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace finhub::views
