#include "views/style/buttonkind.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QStyle>
#include <QVariant>

#include <array>
#include <utility>

namespace finhub::views {

namespace {
constexpr std::array<std::pair<ButtonKind, const char*>, 5> KindNames{{{ButtonKind::Primary, "primary"},
                                                                       {ButtonKind::Good, "good"},
                                                                       {ButtonKind::Danger, "danger"},
                                                                       {ButtonKind::Flat, "flat"},
                                                                       {ButtonKind::Pill, "pill"}}};
constexpr const char* KindProperty = "kind";
} // namespace

void setKind(QAbstractButton* button, ButtonKind kind)
{
    QVariant value;
    for (const auto& [known, name] : KindNames) {
        if (known == kind)
            value = QString::fromLatin1(name);
    }
    if (button->property(KindProperty) == value)
        return;
    button->setProperty(KindProperty, value);
    button->style()->polish(button);
    // Buttons keep their size until their style changes.
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(button, &change);
    button->updateGeometry();
    button->update();
}

ButtonKind kindOf(const QAbstractButton* button)
{
    const QString value = button->property(KindProperty).toString();
    for (const auto& [kind, name] : KindNames) {
        if (value == QLatin1String(name))
            return kind;
    }
    return ButtonKind::Secondary;
}

QFont buttonFont(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Good:
        return Theme::font(TextSize::Body, true);
    case ButtonKind::Pill:
        return Theme::font(TextSize::Small);
    case ButtonKind::Secondary:
    case ButtonKind::Danger:
    case ButtonKind::Flat:
        return Theme::font(TextSize::Body);
    }
    return Theme::font(TextSize::Body);
}

QColor buttonInk(ButtonKind kind, bool enabled, const Theme& theme, bool checked)
{
    if (!enabled)
        return theme.color(ColorRole::Secondary);
    const auto unlessChecked = [&](ColorRole role) {
        return theme.color(checked ? ColorRole::Accent : role);
    };
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Good:
        return theme.onFilled();
    case ButtonKind::Danger:
        return unlessChecked(ColorRole::Bad);
    case ButtonKind::Secondary:
    case ButtonKind::Pill:
        return unlessChecked(ColorRole::Text);
    case ButtonKind::Flat:
        return unlessChecked(ColorRole::Secondary);
    }
    return theme.color(ColorRole::Text);
}

} // namespace finhub::views
