#pragma once

#include "models/customertablemodel.h"

namespace finhub::views {

/// The words of the customer table, for its model: what a cell says to a screen reader and to whoever copies
/// it. `now` is asked each time a waiting time is put into words; `listsKnown` whether the list is that of
/// the customers whom the console knows by itself, by default never.
models::CustomerTexts customerTexts(std::function<QDateTime()> now, std::function<bool()> listsKnown = {});

/// "In review", "Not started": the state of a row's current verification.
QString verificationText(const DirectoryEntry& entry);

/// Since when the officer's work on this row waits; invalid when it does not wait for an officer.
QDateTime waitingSince(const DirectoryEntry& entry);

} // namespace finhub::views
