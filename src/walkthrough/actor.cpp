#include "walkthrough/actor.h"

#include "walkthrough/userinput.h"

#include <QAbstractItemView>

namespace finhub::walkthrough {

namespace {

bool takesFocus(const QWidget* widget)
{
    const QWidget* focus = widget->window()->focusWidget();
    return focus && (focus == widget || widget->isAncestorOf(focus) || widget->focusProxy() == focus);
}

/// As the Tab key does it; setFocus() alone would also work on widgets that no key ever reaches.
bool giveFocus(QWidget* widget)
{
    if (widget->focusPolicy() == Qt::NoFocus && !widget->focusProxy())
        return false;
    widget->setFocus(Qt::TabFocusReason);
    return takesFocus(widget);
}

QString selectRow(const Aim& aim)
{
    click(aim);
    const auto* view = qobject_cast<const QAbstractItemView*>(aim.widget.data());
    if (view && view->isVisible() && view->currentIndex().row() != aim.row)
        return QStringLiteral("row %1 did not become the current one").arg(aim.row);
    return {};
}

QString startTyping(const Step& step, const Aim& aim)
{
    click(aim);
    if (!aim.widget || !takesFocus(aim.widget))
        return QStringLiteral("does not take the keyboard");
    if (step.replace)
        pressKey(aim.widget->window(), Qt::ControlModifier | Qt::Key_A);
    return {};
}

} // namespace

AimResult Actor::aim(const Step& step) const
{
    if (step.target.isEmpty())
        return Aim{};
    QWidget* widget = m_finder.find(step.target);
    if (step.action == Action::None || step.action == Action::Call)
        return pointAt(widget);
    if (!widget)
        return tl::make_unexpected(QStringLiteral("no such widget"));
    return step.isByRow() ? aimAtRow(widget, step.row, step.rowText) : aimAt(widget);
}

QString Actor::act(const Step& step, const Aim& aim, QWidget* keyWindow)
{
    switch (step.action) {
    case Action::None:
    case Action::Call:
        break;
    case Action::Click:
        click(aim);
        break;
    case Action::DoubleClick:
        doubleClick(aim);
        break;
    case Action::SelectRow:
        return selectRow(aim);
    case Action::Type:
        return startTyping(step, aim);
    case Action::Key:
        if (aim.widget && !giveFocus(aim.widget))
            return QStringLiteral("does not take the keyboard");
        pressKey(aim.widget ? aim.widget->window() : keyWindow, step.key);
        break;
    }
    return {};
}

} // namespace finhub::walkthrough
