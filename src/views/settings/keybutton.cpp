#include "views/settings/keybutton.h"

#include <QKeyEvent>

namespace finhub::views {

namespace {
bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
           key == Qt::Key_Meta || key == Qt::Key_CapsLock || key == Qt::Key_NumLock ||
           key == Qt::Key_unknown || key == 0;
}

/// The key as shortcuts name it: a sign that needs Shift has it in its name already, a letter has not.
QKeySequence sequenceOf(const QKeyEvent& event)
{
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isLetter = event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z;
    if (event.key() < Qt::Key_Escape && !isLetter)
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
}
} // namespace

KeyButton::KeyButton(QWidget* parent)
    : QPushButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, [this] { setRecording(true); });
}

void KeyButton::setKeys(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    m_keys = texts.isEmpty() ? tr("No key") : texts.join(tr(" or "));
    setRecording(false);
}

void KeyButton::setRecording(bool recording)
{
    m_recording = recording;
    setText(recording ? tr("Press a key…") : m_keys);
}

bool KeyButton::event(QEvent* event)
{
    if (!m_recording || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QPushButton::event(event);
    auto* key = static_cast<QKeyEvent*>(event);
    // Tab goes on, as everywhere.
    if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
        return QPushButton::event(event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride || isModifier(key->key()) || key->isAutoRepeat())
        return true;
    setRecording(false);
    if (key->key() != Qt::Key_Escape)
        Q_EMIT recorded(sequenceOf(*key));
    return true;
}

void KeyButton::focusOutEvent(QFocusEvent* event)
{
    setRecording(false);
    QPushButton::focusOutEvent(event);
}

} // namespace finhub::views
