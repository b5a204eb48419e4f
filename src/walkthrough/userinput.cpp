#include "walkthrough/userinput.h"

#include "walkthrough/shortcutinput.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWindow>

namespace finhub::walkthrough {

namespace {

/// The mouse over one point of one window, for as long as that window lives.
class Mouse {
public:
    explicit Mouse(const Aim& aim)
        : m_window(aim.widget->window()->windowHandle())
        , m_point(aim.point)
        , m_global(aim.widget->window()->mapToGlobal(aim.point))
    {
    }

    void moveHere()
    {
        if (!m_window)
            return;
        QEnterEvent enter(m_point, m_point, m_global);
        QCoreApplication::sendEvent(m_window, &enter);
        send(QEvent::MouseMove, Qt::NoButton, Qt::NoButton);
    }

    void press(QEvent::Type type) { send(type, Qt::LeftButton, Qt::LeftButton); }

    void release() { send(QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton); }

private:
    void send(QEvent::Type type, Qt::MouseButton button, Qt::MouseButtons buttons)
    {
        if (!m_window)
            return;
        QMouseEvent event(type, m_point, m_point, m_global, button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &event);
    }

    QPointer<QWindow> m_window;
    QPointF m_point;
    QPointF m_global;
};

/// The text that a key press carries.
QString textOf(QKeyCombination key)
{
    if (key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("\r");
    case Qt::Key_Tab:
        return QStringLiteral("\t");
    case Qt::Key_Backspace:
        return QStringLiteral("\b");
    case Qt::Key_Escape:
        return QStringLiteral("\x1b");
    default:
        break;
    }
    if (key.key() >= 0x100)
        return {};
    const QChar character(static_cast<char16_t>(key.key()));
    return key.keyboardModifiers() & Qt::ShiftModifier ? character : character.toLower();
}

void sendKey(QWidget* window, QKeyCombination key, const QString& text)
{
    const QPointer<QWindow> handle = window->windowHandle();
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        if (!handle)
            return;
        QKeyEvent event(type, key.key(), key.keyboardModifiers(), text);
        QCoreApplication::sendEvent(handle, &event);
    }
}

bool claimsKey(QWidget* focus, QKeyCombination key, const QString& text)
{
    QKeyEvent event(QEvent::ShortcutOverride, key.key(), key.keyboardModifiers(), text);
    event.ignore();
    QCoreApplication::sendEvent(focus, &event);
    return event.isAccepted();
}

} // namespace

void click(const Aim& aim)
{
    Mouse mouse(aim);
    mouse.moveHere();
    mouse.press(QEvent::MouseButtonPress);
    mouse.release();
}

void doubleClick(const Aim& aim)
{
    Mouse mouse(aim);
    mouse.moveHere();
    mouse.press(QEvent::MouseButtonPress);
    mouse.release();
    mouse.press(QEvent::MouseButtonDblClick);
    mouse.release();
}

void pressKey(QWidget* window, QKeyCombination key)
{
    const QString text = textOf(key);
    QWidget* focus = window->focusWidget() ? window->focusWidget() : window;
    if (!claimsKey(focus, key, text) && activateShortcut(focus, QKeySequence(key)))
        return;
    sendKey(window, key, text);
}

void typeCharacter(QWidget* window, QChar character)
{
    if (character == u'\n') {
        sendKey(window, Qt::Key_Return, QStringLiteral("\r"));
        return;
    }
    const auto key = static_cast<Qt::Key>(character.toUpper().unicode());
    const Qt::KeyboardModifiers modifiers = character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier;
    sendKey(window, modifiers | key, QString(character));
}

} // namespace finhub::walkthrough
