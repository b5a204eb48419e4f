#include "views/widgets/pagebox.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace finhub::views {

PageBox::PageBox(QWidget* parent)
    : QComboBox(parent)
{
    // Not the default, by which the wheel gives it the focus.
    setFocusPolicy(Qt::StrongFocus);
}

bool PageBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool isLetter = !key->text().isEmpty() && key->text().front().isPrint();
        if (isLetter && (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QComboBox::event(event);
}

void PageBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace finhub::views
