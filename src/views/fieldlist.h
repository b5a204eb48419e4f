#pragma once

#include "views/widgets/chippainter.h"
#include "views/widgets/tickbutton.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace finhub::views {

class Chip;
class CopyButton;

/// One line of a section: what it is, what it says, a chip for its state where it has one, and what can be
/// done with the value.
struct FieldRow {
    QString name;
    QString value = {};
    QString chip = {};
    Tone tone = Tone::Neutral;
    QString key = {};              ///< the field's name in code; names the row's buttons
    QString copy = {};             ///< what a button at the end copies; empty: no button
    QString copyOf = {};           ///< what that is, when it is not the value that `name` names
    bool masked = false;           ///< `value` is masked: a button offers to show what it stands for
    std::optional<Tick> tick = {}; ///< how it compares with a document; nullopt: it cannot be compared
    bool current = false;          ///< the tick that keys change

    friend bool operator==(const FieldRow&, const FieldRow&) = default;
};

/// A titled section of the evidence beside the document: names and values in two columns, all plain text.
/// Rows that stay the same are not touched, so that nothing flickers and a selection of text survives.
/// The buttons of a row are named copyButton_<key>, revealButton_<key> and tickButton_<key>.
class FieldList : public QWidget {
    Q_OBJECT

public:
    explicit FieldList(const QString& title, QWidget* parent = nullptr);

    void setRows(const QList<FieldRow>& rows);
    /// Adds a widget below the rows, over the whole width.
    void addBelow(QWidget* widget, int stretch = 0);
    /// Adds a small widget to the line of the title, at its end.
    void addToHeading(QWidget* widget);

Q_SIGNALS:
    /// The person wants to see what is masked in the row of this key.
    void revealWanted(const QString& key);
    /// The person has clicked on the tick in the row of this key.
    void tickWanted(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct RowWidgets {
        QLabel* name;
        QHBoxLayout* line; ///< what stands beside the name
        QLabel* value;
        Chip* chip;
        QPushButton* reveal;
        CopyButton* copy;
        TickButton* tick;
    };

    void makeRow(int row);
    static void emptyRow(RowWidgets& widgets);
    void showRow(int row, const FieldRow& field);
    void showButtons(RowWidgets& widgets, const FieldRow& field);
    void showTick(RowWidgets& widgets, const FieldRow& field);

    QHBoxLayout* m_heading;
    QGridLayout* m_grid;
    QWidget* m_below;
    QList<FieldRow> m_rows;
    std::vector<RowWidgets> m_widgets;
};

} // namespace finhub::views
