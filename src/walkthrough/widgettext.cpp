#include "walkthrough/widgettext.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTextEdit>

namespace finhub::walkthrough {

namespace {

/// Beyond this many rows only those in sight are read: a model that loads what is asked for would otherwise
/// be made to load everything.
constexpr int MostRowsRead = 500;

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        plain += text.at(i);
    }
    return plain;
}

QString shownText(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->buddy() ? withoutMnemonic(label->text()) : label->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        return edit->displayText();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return withoutMnemonic(button->text());
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget))
        return plain->toPlainText();
    if (const auto* rich = qobject_cast<const QTextEdit*>(widget))
        return rich->toPlainText();
    if (const auto* combo = qobject_cast<const QComboBox*>(widget))
        return combo->currentText();
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget))
        return spin->text();
    if (const auto* progress = qobject_cast<const QProgressBar*>(widget))
        return progress->text();
    if (const auto* group = qobject_cast<const QGroupBox*>(widget))
        return withoutMnemonic(group->title());
    return widget->property("text").toString();
}

/// First and last row to read; an empty range is {0, -1}.
std::pair<int, int> readableRows(const QAbstractItemView* view)
{
    const int count = view->model()->rowCount(view->rootIndex());
    if (count <= MostRowsRead)
        return {0, count - 1};
    const QRect area = view->viewport()->rect();
    const QModelIndex top = view->indexAt(area.topLeft() + QPoint(1, 1));
    const QModelIndex bottom = view->indexAt(area.bottomLeft() + QPoint(1, -1));
    const int first = top.isValid() ? top.row() : 0;
    const int last = bottom.isValid() ? bottom.row() : first + MostRowsRead;
    return {first, std::min({last, count - 1, first + MostRowsRead})};
}

QStringList cellTexts(const QAbstractItemView* view, int row, int column)
{
    const QAbstractItemModel* model = view->model();
    const int columns = model->columnCount(view->rootIndex());
    QStringList texts;
    for (int c = column < 0 ? 0 : column; c < columns && (column < 0 || c == column); ++c) {
        const QModelIndex index = model->index(row, c, view->rootIndex());
        for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::AccessibleTextRole)}) {
            const QString text = index.data(role).toString();
            if (!text.isEmpty())
                texts << text;
        }
    }
    return texts;
}

} // namespace

QStringList shownTexts(const QWidget* widget, int row, int column)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (!view)
        return {shownText(widget)};
    if (!view->model())
        return {};
    auto [first, last] = readableRows(view);
    if (row >= 0) {
        first = row;
        last = std::min(row, view->model()->rowCount(view->rootIndex()) - 1);
    }
    QStringList texts;
    for (int r = first; r <= last; ++r)
        texts << cellTexts(view, r, column);
    return texts;
}

std::optional<int> rowCount(const QWidget* widget)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(widget))
        return combo->count();
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (!view)
        return std::nullopt;
    return view->model() ? view->model()->rowCount(view->rootIndex()) : 0;
}

int findRow(const QAbstractItemView* view, const QString& text)
{
    if (!view->model())
        return -1;
    const auto [first, last] = readableRows(view);
    for (int row = first; row <= last; ++row) {
        const QStringList texts = cellTexts(view, row, -1);
        for (const QString& cell : texts) {
            if (cell.contains(text))
                return row;
        }
    }
    return -1;
}

} // namespace finhub::walkthrough
