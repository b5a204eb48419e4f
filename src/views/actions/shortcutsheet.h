#pragma once

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace finhub::views {

/// Every key of the console on one sheet, as they are now: the actions by category, the keys that belong to
/// controls, and the keys of the reasons. Typing finds a line.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The person wants to change keys.
    void settingsWanted();

private:
    struct Line {
        QWidget* widget;
        QString searched; ///< folded: key, text and category
    };
    struct Section {
        QWidget* widget;
        QList<Line> lines;
    };

    void fill();
    QWidget* addSection(const QString& title, const QList<std::pair<QString, QString>>& rows);
    void filter();

    QLineEdit* m_search;
    QLabel* m_note;
    QWidget* m_sheet = nullptr;
    QVBoxLayout* m_place;
    QLabel* m_nothing;
    QList<Section> m_sections;
};

} // namespace finhub::views
