#pragma once

#include <QList>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace finhub::views {

/// Lays sections out in as many columns as the width has room for; which section stands in which column is
/// said for every number of columns. One-pixel lines part the columns.
class ColumnFlow : public QWidget {
    Q_OBJECT

public:
    /// For one number of columns: from which width on it is used, and the column of each section.
    struct Arrangement {
        int fromWidth;
        std::vector<int> columnOf;
    };

    /// The narrowest arrangement comes first and starts at 0. `growing` are sections with a list of their
    /// own, which take the height that is left.
    ColumnFlow(const QList<QWidget*>& sections, const QList<QWidget*>& growing,
               std::vector<Arrangement> arrangements, QWidget* parent = nullptr);

    int columnCount() const { return static_cast<int>(m_columns.size()); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange(const Arrangement& arrangement);

    QList<QWidget*> m_sections;
    QList<QWidget*> m_growing;
    std::vector<Arrangement> m_arrangements;
    const Arrangement* m_current = nullptr;
    std::vector<QWidget*> m_columns;
};

} // namespace finhub::views
