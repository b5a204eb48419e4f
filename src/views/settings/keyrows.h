#pragma once

#include "views/actions/actiontable.h"
#include "views/settings/settingrow.h"

#include <QList>

class QPushButton;

namespace finhub::views {

class KeyButton;
class WordSearch;

/// One action and its key, which can be changed, switched off or made the usual one again.
class KeyRow : public QWidget {
    Q_OBJECT

public:
    explicit KeyRow(const ActionInfo& action, QWidget* parent = nullptr);

    /// Whether the search finds every word in its texts.
    bool fits(const WordSearch& search) const;

private:
    void setKeys(const QList<QKeySequence>& keys);
    void refresh();

    const ActionInfo& m_action;
    KeyButton* m_button;
    QPushButton* m_off = nullptr;
    QPushButton* m_usual = nullptr;
    QLabel* m_fault;
};

/// Every action of the registry, by category.
class KeyList : public QWidget {
    Q_OBJECT

public:
    explicit KeyList(QWidget* parent = nullptr);

    /// Shows what the search finds; false when that is nothing.
    bool filter(const WordSearch& search);

private:
    struct Group {
        QLabel* heading;
        QList<KeyRow*> rows;
    };

    QList<Group> m_groups;
};

/// The list as a row of the settings: a search looks through its actions.
class KeysRow : public SettingRow {
    Q_OBJECT

public:
    explicit KeysRow(QWidget* parent = nullptr);
    bool fits(const WordSearch& search) const override;
};

} // namespace finhub::views
