#include "views/widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace finhub::views {

namespace {
void collect(QWidget* widget, QList<QWidget*>& stops);

void collect(const QLayout* layout, QList<QWidget*>& stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (QWidget* widget = item->widget())
            collect(widget, stops);
        else if (const QLayout* inner = item->layout())
            collect(inner, stops);
    }
}

void collect(QWidget* widget, QList<QWidget*>& stops)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        stops << widget;
    if (const auto* scroll = qobject_cast<QScrollArea*>(widget); scroll && scroll->widget())
        collect(scroll->widget(), stops);
    else if (const QLayout* layout = widget->layout())
        collect(layout, stops);
}
} // namespace

void tabAlongLayout(QWidget* page)
{
    QList<QWidget*> stops;
    collect(page, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace finhub::views
