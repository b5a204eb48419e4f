#include "views/style/basestyle.h"
#include "views/style/stylesheet.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

namespace finhub::views {

namespace {
ThemeManager* s_instance = nullptr;

QPalette paletteOf(const Theme& theme)
{
    const auto color = [&theme](ColorRole role) { return theme.color(role); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Surface));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Window));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Surface));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::Secondary));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::Button, color(ColorRole::Surface));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::BrightText, color(ColorRole::Bad));
    palette.setColor(QPalette::Light, color(ColorRole::Surface));
    palette.setColor(QPalette::Midlight, color(ColorRole::Line));
    palette.setColor(QPalette::Mid, color(ColorRole::StrongLine));
    palette.setColor(QPalette::Dark, color(ColorRole::StrongLine));
    palette.setColor(QPalette::Shadow, color(ColorRole::StrongLine));
    palette.setColor(QPalette::Highlight, color(ColorRole::AccentGround));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::Text));
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::Secondary));
    return palette;
}
} // namespace

ThemeManager::ThemeManager(QObject* parent)
    : QObject(parent)
{
    Q_ASSERT(!s_instance);
    s_instance = this;
    readSystem();
    QApplication::setStyle(new BaseStyle);
    apply();
    qApp->installEventFilter(this);
}

ThemeManager::~ThemeManager()
{
    s_instance = nullptr;
}

ThemeManager* ThemeManager::instance()
{
    return s_instance;
}

void ThemeManager::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

bool ThemeManager::motionReduced()
{
    if (s_instance && s_instance->m_motionReduced)
        return true;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

void ThemeManager::setMotionReduced(bool reduced)
{
    m_motionReduced = reduced;
}

bool ThemeManager::eventFilter(QObject* watched, QEvent* event)
{
    // The desktop has changed its theme; Qt tells every window, the first one is enough.
    if (event->type() == QEvent::ThemeChange && !m_applying) {
        m_applying = true;
        // An empty palette brings the system's back, so that it can be looked at.
        QApplication::setPalette(QPalette());
        m_applying = false;
        readSystem();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void ThemeManager::readSystem()
{
    const QPalette palette = QGuiApplication::palette();
    m_systemDark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void ThemeManager::apply()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
    const Theme& theme = dark ? Theme::dark() : Theme::light();
    static int dressedScale = textScale();
    const bool different = &theme != &Theme::current() || dressedScale != textScale();
    dressedScale = textScale();
    m_applying = true;
    Theme::setCurrent(theme);
    QApplication::setFont(Theme::font(TextSize::Body));
    QApplication::setPalette(paletteOf(theme));
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(Theme::font(TextSize::Small));
    qApp->setStyleSheet(styleSheet(theme));
    m_applying = false;
    if (different)
        Q_EMIT changed();
}

} // namespace finhub::views
