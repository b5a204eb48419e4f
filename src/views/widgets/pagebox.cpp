#include "views/widgets/pagebox.h"

#include "views/widgets/wheelguard.h"

#include <QKeyEvent>

namespace finhub::views {

PageBox::PageBox(QWidget* parent)
    : QComboBox(parent)
{
    leaveWheelToPage(this);
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

} // namespace finhub::views
