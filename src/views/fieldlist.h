#pragma once

#include "views/widgets/chippainter.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace finhub::views {

class Chip;

/// One line of a section: what it is, what it says, and a chip for its state where it has one.
struct FieldRow {
    QString name;
    QString value;
    QString chip;
    Tone tone = Tone::Neutral;

    friend bool operator==(const FieldRow&, const FieldRow&) = default;
};

/// A titled section of the evidence beside the document: names and values in two columns, all plain text.
/// Rows that stay the same keep their widgets, so that nothing flickers and a selection of text survives.
class FieldList : public QWidget {
    Q_OBJECT

public:
    explicit FieldList(const QString& title, QWidget* parent = nullptr);

    void setRows(const QList<FieldRow>& rows);
    /// Adds a widget below the rows, over the whole width.
    void addBelow(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct RowWidgets {
        QLabel* name;
        QLabel* value;
        Chip* chip;
    };

    void makeRow(int row);
    void showRow(int row, const FieldRow& field);

    QGridLayout* m_grid;
    QWidget* m_below;
    QList<FieldRow> m_rows;
    std::vector<RowWidgets> m_widgets;
};

} // namespace finhub::views
