#pragma once

#include "views/settings/preferences.h"

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace finhub::views {

class SettingRow;

/// The settings, all in one column by section, with a search. What is changed is in force at once; there is
/// nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `faults` are sentences about stored settings that were left out.
    SettingsDialog(const Preferences& present, const QStringList& faults, QWidget* parent = nullptr);

    /// Brings a setting into sight and gives it the focus.
    void showSetting(const QString& id);
    const Preferences& preferences() const { return m_preferences; }

Q_SIGNALS:
    void changed(const finhub::views::Preferences& preferences);

private:
    void addRows(QWidget* place);
    void filter(const QString& text);
    void showSection(int section);

    Preferences m_preferences;
    QLineEdit* m_search;
    QListWidget* m_sections;
    QScrollArea* m_area;
    QLabel* m_nothing;
    QList<SettingRow*> m_rows;
    QList<QLabel*> m_headings; ///< one a section, in their order
};

} // namespace finhub::views
