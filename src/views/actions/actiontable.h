#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <span>

namespace finhub::views {

/// The heading that an action stands under in the menu, on the shortcut sheet and in the settings.
enum class ActionCategory { General, Customers, Case, Decision, Document, Fields, Texts, Data };

/// Where a key acts. Keys of two scopes that can hear the same key press must differ.
enum class ActionScope {
    Window,     ///< everywhere in the main window
    List,       ///< while the list of customers has the focus
    Case,       ///< while a case is open, also from the window of its documents
    Viewer,     ///< while the documents have the focus; there it goes before the window's
    Uploads,    ///< while the page for uploads of an open case has the focus
    Texts,      ///< on the page of the consent texts
    Outbox,     ///< on the page of unsettled decisions
    JsonDialog, ///< in the window of the server's JSON
};

/// One action that a person can carry out: the row of the registry.
struct ActionInfo {
    const char* id;   ///< the object name of its QAction
    const char* text; ///< in English; textOf() is what people read
    ActionCategory category;
    ActionScope scope;
    const char* keys = ""; ///< the keys at first, portable, several apart by "; "
    bool repeats = false;  ///< whether a key that is held down carries it out again and again
};

/// Keys that belong to a control while it has the focus, which nobody can change: for the sheet.
struct FixedKeys {
    const char* keys; ///< in English
    const char* text;
    ActionCategory category;
};

/// Every action of the console, in the order of the sheet.
std::span<const ActionInfo> actionTable();
std::span<const FixedKeys> fixedKeys();

/// nullptr for an id that is not of the table.
const ActionInfo* findAction(const QString& id);
QString textOf(const ActionInfo& action);
QList<QKeySequence> defaultKeys(const ActionInfo& action);
QString textOf(ActionCategory category);
/// "in an open case".
QString textOf(ActionScope scope);
/// Keys and text of one row, translated.
QString keysOf(const FixedKeys& row);
QString textOf(const FixedKeys& row);

/// Whether one key press can mean an action of either.
bool overlap(ActionScope one, ActionScope other);

} // namespace finhub::views
