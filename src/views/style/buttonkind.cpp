#include "views/style/buttonkind.h"

#include <QAbstractButton>
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
    button->setProperty(KindProperty, value);
    button->style()->polish(button);
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

QColor buttonInk(ButtonKind kind, bool enabled, const Theme& theme)
{
    if (!enabled)
        return theme.color(ColorRole::Secondary);
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Good:
        return theme.onFilled();
    case ButtonKind::Danger:
        return theme.color(ColorRole::Bad);
    case ButtonKind::Secondary:
    case ButtonKind::Pill:
        return theme.color(ColorRole::Text);
    case ButtonKind::Flat:
        return theme.color(ColorRole::Secondary);
    }
    return theme.color(ColorRole::Text);
}

} // namespace finhub::views
