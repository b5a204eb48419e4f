#pragma once

#include "views/widgets/chip.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>
#include <QWidget>

/// A page as somebody without a mouse, or without sight, goes through it. The page has to be shown and be a
/// window of its own.
namespace finhub::test {

inline QString nameOf(const QWidget* widget)
{
    return widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className())
                                          : widget->objectName();
}

/// Where Tab stops, in the order in which it gets there.
inline QList<QWidget*> tabStops(QWidget& page)
{
    QList<QWidget*> stops;
    QWidget* start = page.nextInFocusChain();
    while (start != &page &&
           !(start->isVisible() && start->isEnabled() && (start->focusPolicy() & Qt::TabFocus) != 0))
        start = start->nextInFocusChain();
    if (start == &page)
        return stops;
    start->setFocus(Qt::TabFocusReason);
    QWidget* at = page.focusWidget();
    while (at && !stops.contains(at) && stops.size() < 500) {
        stops << at;
        QTest::keyClick(at, Qt::Key_Tab);
        at = page.focusWidget();
    }
    return stops;
}

/// The controls without a name that a screen reader could say.
inline QStringList namelessControls(QWidget& page)
{
    QStringList nameless;
    const QList<QWidget*> stops = tabStops(page);
    for (QWidget* stop : stops) {
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(stop);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            nameless << nameOf(stop);
    }
    return nameless;
}

/// The steps of Tab that go up, or against the reading direction in a row: "from > to".
inline QStringList stepsBack(QWidget& page)
{
    const auto placeOf = [&page](const QWidget* widget) {
        return QRect(widget->mapTo(&page, QPoint()), widget->size());
    };
    QStringList back;
    const QList<QWidget*> stops = tabStops(page);
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const QRect from = placeOf(stops.at(i - 1));
        const QRect to = placeOf(stops.at(i));
        const bool sameRow = from.top() <= to.bottom() && to.top() <= from.bottom();
        if (sameRow ? to.left() < from.left() : to.top() < from.top())
            back << QStringLiteral("%1 > %2").arg(nameOf(stops.at(i - 1)), nameOf(stops.at(i)));
    }
    return back;
}

/// Everything that can be read on the page, a line for each label and chip.
inline QString readable(const QWidget& page)
{
    QStringList texts;
    const QList<QWidget*> widgets = page.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool isText = qobject_cast<const QLabel*>(widget) || qobject_cast<const views::Chip*>(widget);
        if (const QString text = widget->property("text").toString();
            isText && widget->isVisible() && !text.isEmpty())
            texts << text;
    }
    // Long words may be broken where nothing is seen.
    return texts.join(u'\n').remove(QChar(0x200b));
}

/// For a failure: what was looked for, and where.
inline QString missingIn(const QString& text, const QString& part)
{
    return QStringLiteral("\"%1\" is not in: %2").arg(part, text);
}

} // namespace finhub::test
