#include "views/actions/keychanges.h"

#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr qsizetype LongestList = 200;
constexpr qsizetype MostKeys = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::KeyChanges)
};

/// Keys of the control that has the focus, without which nobody gets around without a mouse.
bool isOfControls(int key)
{
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Backspace:
        return true;
    default:
        return false;
    }
}
} // namespace

bool isSingleKey(const QKeySequence& key)
{
    if (key.isEmpty())
        return false;
    const QKeyCombination combination = key[0];
    constexpr Qt::KeyboardModifiers NotTyping = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    // What is no character has a number of its own from here on.
    return !(combination.keyboardModifiers() & NotTyping) && combination.key() < Qt::Key_Escape;
}

QString portableText(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::PortableText);
    return texts.join(QStringLiteral("; "));
}

std::optional<QList<QKeySequence>> readKeys(const QString& portable)
{
    if (portable.size() > LongestList)
        return std::nullopt;
    QList<QKeySequence> keys;
    for (const QString& text : portable.split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        const QKeySequence key(text, QKeySequence::PortableText);
        if (key.count() != 1 || key[0].key() == Qt::Key_unknown || key[0].key() == 0)
            return std::nullopt;
        if (!keys.contains(key))
            keys << key;
    }
    if (keys.size() > MostKeys)
        return std::nullopt;
    return keys;
}

QString keyFault(const QKeySequence& key)
{
    if (key.count() != 1)
        return Text::tr("A shortcut is one key, alone or with Ctrl, Alt or Shift.");
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    if (isOfControls(key[0].key()) &&
        !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return Text::tr("%1 belongs to the control that has the focus and cannot be a shortcut.")
            .arg(key.toString(QKeySequence::NativeText));
    return {};
}

} // namespace finhub::views
