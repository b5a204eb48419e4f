#include "views/widgets/wheelguard.h"

#include <QEvent>
#include <QWidget>

namespace finhub::views {

namespace {
class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* box = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || !box || box->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};
} // namespace

void leaveWheelToPage(QWidget* box)
{
    // Not the default of a box, by which the wheel gives it the focus.
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(new WheelGuard(box));
}

} // namespace finhub::views
