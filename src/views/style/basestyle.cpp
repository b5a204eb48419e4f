#include "views/style/basestyle.h"

#include "views/style/controlgeometry.h"
#include "views/style/controlpainter.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

#include <algorithm>

namespace finhub::views {

namespace {
ControlState stateOf(const QStyleOption& option)
{
    return {.enabled = option.state.testFlag(QStyle::State_Enabled),
            .hovered = option.state.testFlag(QStyle::State_MouseOver),
            .pressed = option.state.testFlag(QStyle::State_Sunken),
            .checked = option.state.testFlag(QStyle::State_On),
            .focused = option.state.testFlag(QStyle::State_HasFocus)};
}

Qt::CheckState checkOf(const QStyleOption& option)
{
    if (option.state.testFlag(QStyle::State_NoChange))
        return Qt::PartiallyChecked;
    return option.state.testFlag(QStyle::State_On) ? Qt::Checked : Qt::Unchecked;
}

ButtonKind kindOfWidget(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button ? kindOf(button) : ButtonKind::Secondary;
}

/// The rows of a list: what is chosen, what is pointed at.
void paintRow(const QStyleOption& option, QPainter* painter)
{
    const Theme& theme = Theme::current();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(ColorRole::AccentGround));
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter->fillRect(option.rect, theme.color(ColorRole::Window));
}

void paintFocus(const QStyleOption& option, QPainter* painter)
{
    // Fusion's own rule: rings are for those who move by keyboard.
    if (option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, option.rect, metric::Tight, Theme::current());
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (int(element)) {
    case QStyle::PE_IndicatorArrowUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::DownArrow;
    }
}

void paintHeaderArrow(const QStyleOption& option, QPainter* painter)
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt calls the indicator of an ascending order "down"; people read a rising arrow.
    const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
    paintChevron(painter, option.rect, ascending ? Qt::UpArrow : Qt::DownArrow,
                 Theme::current().color(ColorRole::Secondary));
}

void paintButton(const QStyleOption& option, QPainter* painter, ButtonKind kind, bool hasMenu)
{
    const Theme& theme = Theme::current();
    const ControlState state = stateOf(option);
    paintButtonGround(painter, option.rect, kind, state, theme);
    if (hasMenu)
        paintChevron(painter, arrowRect(option), Qt::DownArrow,
                     buttonInk(kind, state.enabled, theme, state.checked));
}

void paintSpinBox(const QStyleOptionSpinBox& option, QPainter* painter)
{
    const Theme& theme = Theme::current();
    paintField(painter, option.rect, stateOf(option), theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QColor ink = theme.color(ColorRole::Secondary);
    paintChevron(painter, stepArrowRect(option, true), Qt::UpArrow, ink);
    paintChevron(painter, stepArrowRect(option, false), Qt::DownArrow, ink);
}
} // namespace

BaseStyle::BaseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void BaseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* button = qobject_cast<QPushButton*>(widget)) {
        button->setAttribute(Qt::WA_Hover);
    } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
        header->setFont(Theme::font(TextSize::Small, true));
    } else if (auto* spin = qobject_cast<QAbstractSpinBox*>(widget)) {
        spin->setMinimumHeight(metric::Control);
    }
}

void BaseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const Theme& theme = Theme::current();
    switch (int(element)) {
    case PE_FrameFocusRect:
        paintFocus(*option, painter);
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(item->rect, item->backgroundBrush);
        paintRow(*option, painter);
        return;
    case PE_PanelItemViewRow:
        paintRow(*option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(painter, option->rect, checkOf(*option), stateOf(*option), theme);
        return;
    case PE_IndicatorRadioButton:
        paintRadioMark(painter, option->rect, stateOf(*option), theme);
        return;
    case PE_IndicatorHeaderArrow:
        paintHeaderArrow(*option, painter);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        paintChevron(painter, option->rect, arrowOf(element), theme.color(ColorRole::Secondary));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BaseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button && element == CE_PushButton) {
        // Without Fusion's focus frame: the ground has the ring.
        proxy()->drawControl(CE_PushButtonBevel, option, painter, widget);
        proxy()->drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    }
    if (button && element == CE_PushButtonBevel) {
        paintButton(*option, painter, kindOfWidget(widget),
                    button->features.testFlag(QStyleOptionButton::HasMenu));
        return;
    }
    if (button && element == CE_PushButtonLabel) {
        QStyleOptionButton label(*button);
        const bool enabled = option->state.testFlag(State_Enabled);
        const bool on = option->state.testFlag(State_On);
        const ButtonKind kind = kindOfWidget(widget);
        label.palette.setColor(QPalette::ButtonText, buttonInk(kind, enabled, Theme::current(), on));
        painter->save();
        painter->setFont(buttonFont(kind));
        label.fontMetrics = painter->fontMetrics();
        QProxyStyle::drawControl(element, &label, painter, widget);
        painter->restore();
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        tool && element == CE_ToolButtonLabel) {
        QStyleOptionToolButton label(*tool);
        const bool on = option->state.testFlag(State_On);
        label.palette.setColor(QPalette::ButtonText,
                               Theme::current().color(on ? ColorRole::Accent : ColorRole::Secondary));
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BaseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::current();
    if (control == CC_ComboBox) {
        paintField(painter, option->rect, stateOf(*option), theme);
        paintChevron(painter, arrowRect(*option), Qt::DownArrow, theme.color(ColorRole::Secondary));
        return;
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
        paintSpinBox(*spin, painter);
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
        const bool popsUp = tool->features.testFlag(QStyleOptionToolButton::HasMenu) &&
                            tool->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
        paintButton(*option, painter, ButtonKind::Flat, popsUp);
        QStyleOptionToolButton label(*tool);
        if (popsUp)
            label.rect.adjust(0, 0, -MarkSize, 0);
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize BaseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    switch (int(type)) {
    case CT_PushButton:
        return buttonSize(*option, size, kindOfWidget(widget));
    case CT_ItemViewItem:
        return itemSize(QProxyStyle::sizeFromContents(type, option, size, widget));
    case CT_ComboBox:
    case CT_SpinBox:
        return fieldSize(size);
    case CT_ToolButton:
        return {size.width() + metric::Medium, std::max(size.height() + metric::Small, 28)};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect BaseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return arrowRect(*option);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return fieldTextRect(*option);
    if (control == CC_SpinBox && (subControl == SC_SpinBoxUp || subControl == SC_SpinBoxDown))
        return stepArrowRect(*option, subControl == SC_SpinBoxUp);
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return fieldTextRect(*option);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int BaseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (int(metric)) {
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return MarkSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metric::Small;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
        // The space before and after the text of an item.
        if (qobject_cast<const QAbstractItemView*>(widget))
            return metric::Small;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return 10;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BaseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returnData) const
{
    switch (int(hint)) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace finhub::views
