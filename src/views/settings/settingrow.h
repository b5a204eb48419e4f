#pragma once

#include "views/settings/settingslist.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace finhub::views {

class WordSearch;

/// One setting in the dialog: its name, what it means, the control that changes it, and what is wrong with
/// what was entered.
class SettingRow : public QWidget {
    Q_OBJECT

public:
    /// The editor stands beside the texts, or below them over the whole width.
    enum class Place { Beside, Below };

    SettingRow(const QString& id, QWidget* editor, Place place, QWidget* parent = nullptr);

    QString id() const { return m_id; }
    QWidget* editor() const { return m_editor; }
    SettingsSection section() const;
    /// Whether the search finds every word in what the row says.
    virtual bool fits(const WordSearch& search) const;
    /// Shows what is wrong, or nothing.
    void setFault(const QString& text);

private:
    QString m_id;
    QWidget* m_editor;
    QLabel* m_fault;
};

} // namespace finhub::views
