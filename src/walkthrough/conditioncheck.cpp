#include "walkthrough/conditioncheck.h"

#include "walkthrough/widgettext.h"

#include <algorithm>

namespace finhub::walkthrough {

namespace {

constexpr int LongestActual = 200;

/// What was seen, where the condition does not hold.
using Seen = std::optional<QString>;

QString quoted(const QStringList& texts)
{
    QString text = QStringLiteral("\"%1\"").arg(texts.join(QStringLiteral("\", \"")));
    if (text.size() > LongestActual)
        text = text.left(LongestActual) + QStringLiteral("…");
    return texts.isEmpty() ? QStringLiteral("nothing") : text;
}

Seen seenInText(const Condition& condition, const QWidget* widget)
{
    const QStringList texts = shownTexts(widget, condition.row, condition.column);
    const bool equal = texts.contains(condition.text);
    const bool contained = std::any_of(texts.cbegin(), texts.cend(), [&condition](const QString& text) {
        return text.contains(condition.text);
    });
    const bool holds = condition.check == Check::TextEquals     ? equal
                       : condition.check == Check::TextContains ? contained
                                                                : !equal && !texts.isEmpty();
    return holds ? Seen() : quoted(texts);
}

Seen seenInRows(const Condition& condition, const QWidget* widget)
{
    const std::optional<int> rows = rowCount(widget);
    if (!rows)
        return QStringLiteral("has no rows");
    return *rows >= condition.rows ? Seen() : QStringLiteral("%1 rows").arg(*rows);
}

Seen seenInProperty(const Condition& condition, const QWidget* widget)
{
    const QVariant actual = widget->property(condition.property.constData());
    if (!actual.isValid())
        return QStringLiteral("no such property");
    // A script knows true, false, numbers and texts; the property is asked for what it is as one of those.
    QVariant comparable = actual;
    if (!comparable.convert(condition.value.metaType()) || comparable != condition.value)
        return actual.toString();
    return {};
}

Seen seenWhenVisible(const Condition& condition, const QWidget* widget)
{
    switch (condition.check) {
    case Check::Visible:
        return {};
    case Check::Enabled:
        return widget->isEnabled() ? Seen() : QStringLiteral("disabled");
    case Check::Disabled:
        return widget->isEnabled() ? QStringLiteral("enabled") : Seen();
    case Check::Focused:
        return widget->window()->focusWidget() == widget ? Seen() : QStringLiteral("not focused");
    case Check::TextEquals:
    case Check::TextContains:
    case Check::TextDiffers:
        return seenInText(condition, widget);
    case Check::RowsAtLeast:
        return seenInRows(condition, widget);
    case Check::Hidden:
    case Check::PropertyEquals:
        break;
    }
    return {};
}

Seen seen(const Condition& condition, const QWidget* widget)
{
    if (condition.check == Check::Hidden)
        return widget && widget->isVisible() ? QStringLiteral("visible") : Seen();
    if (!widget)
        return QStringLiteral("no such widget");
    if (condition.check == Check::PropertyEquals)
        return seenInProperty(condition, widget);
    return widget->isVisible() ? seenWhenVisible(condition, widget) : QStringLiteral("hidden");
}

} // namespace

std::optional<FailedCondition> failureOf(const Condition& condition, const WidgetFinder& finder)
{
    const Seen actual = seen(condition, finder.find(condition.target));
    if (!actual)
        return std::nullopt;
    return FailedCondition{condition.target, condition.describe(), *actual};
}

QList<FailedCondition> failuresOf(const QList<Condition>& conditions, const WidgetFinder& finder)
{
    QList<FailedCondition> failures;
    for (const Condition& condition : conditions) {
        if (const auto failure = failureOf(condition, finder))
            failures << *failure;
    }
    return failures;
}

} // namespace finhub::walkthrough
