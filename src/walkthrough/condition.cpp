#include "walkthrough/condition.h"

namespace finhub::walkthrough {

namespace {

QString place(const Condition& condition)
{
    QString text = QStringLiteral("text");
    if (condition.row >= 0)
        text += QStringLiteral(" of row %1").arg(condition.row);
    if (condition.column >= 0)
        text += QStringLiteral(" in column %1").arg(condition.column);
    return text;
}

} // namespace

QString Condition::describe() const
{
    switch (check) {
    case Check::Visible:
        return QStringLiteral("visible");
    case Check::Hidden:
        return QStringLiteral("hidden");
    case Check::Enabled:
        return QStringLiteral("enabled");
    case Check::Disabled:
        return QStringLiteral("disabled");
    case Check::Focused:
        return QStringLiteral("focused");
    case Check::TextEquals:
        return QStringLiteral("%1 equals \"%2\"").arg(place(*this), text);
    case Check::TextContains:
        return QStringLiteral("%1 contains \"%2\"").arg(place(*this), text);
    case Check::TextDiffers:
        return QStringLiteral("%1 differs from \"%2\"").arg(place(*this), text);
    case Check::RowsAtLeast:
        return QStringLiteral("at least %1 rows").arg(rows);
    case Check::PropertyEquals:
        return QStringLiteral("property %1 equals %2").arg(QString::fromLatin1(property), value.toString());
    }
    return {};
}

} // namespace finhub::walkthrough
