#pragma once

#include "core/values.h"
#include "views/actions/actiontable.h"

#include <QList>
#include <QString>

namespace finhub::views {

/// One thing that the command palette has found.
struct PaletteItem {
    enum class Kind { Action, Customer, Setting };

    Kind kind = Kind::Action;
    QString id;     ///< of the action, the customer or the setting
    QString title;  ///< plain text that may come from outside
    QString detail; ///< what it belongs to; of an action that cannot be carried out here, where it can
    QString key = {};
    bool available = true;

    friend bool operator==(const PaletteItem&, const PaletteItem&) = default;
};

/// Actions and settings in whose words every word of the text occurs; those whose title begins with it come
/// first, then those that can be carried out now. Without a text, the actions that can.
QList<PaletteItem> findActions(const QString& text);
QList<PaletteItem> findSettings(const QString& text);
/// A row of the directory; without the e-mail address where personal fields are masked.
PaletteItem customerItem(const DirectoryEntry& entry, bool masked);

} // namespace finhub::views
