#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace finhub::views {

/// What a person has changed about the keys: the id of an action and its keys, portable, several apart by
/// "; ". An empty text switches its keys off. What is not named has the keys of the table.
using KeyChanges = QMap<QString, QString>;

/// Whether a key types a character when it is pressed alone (WCAG 2.1.4): a letter, a digit, a sign.
bool isSingleKey(const QKeySequence& key);

/// Portable and back; nullopt for what is not a list of keys.
QString portableText(const QList<QKeySequence>& keys);
std::optional<QList<QKeySequence>> readKeys(const QString& portable);

/// Why nobody may give this key to an action, in a sentence; empty where they may. Clashes with other actions
/// are the registry's.
QString keyFault(const QKeySequence& key);

} // namespace finhub::views
