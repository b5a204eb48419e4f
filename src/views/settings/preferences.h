#pragma once

#include "views/actions/keychanges.h"
#include "views/style/theme.h"

#include <QDate>
#include <QList>

#include <chrono>

namespace finhub::views {

/// What a person can choose about how the console works: plain values, nothing personal. Who keeps them is
/// the composition root's business.
struct Preferences {
    ThemeManager::Mode theme = ThemeManager::Mode::System;
    int textScale = 100;                  ///< percent of the system's size, 100 to 200
    bool reducedMotion = false;           ///< also when the system does not ask for it
    std::chrono::seconds decisionHold{5}; ///< 0 to 60
    int idleLockMinutes = 5;              ///< 1 to 15
    QList<QDate> holidays;                ///< days that are no business days, ascending, each once
    int documentMemory = 256; ///< MiB for documents and their pages, 16 to 4096; from the next start on
    bool singleKeys = true;   ///< whether keys of one character are heard (WCAG 2.1.4)
    KeyChanges keys;

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// The limits above, for fields and for whoever reads them from a file.
namespace limit {
inline constexpr int SmallestText = 100;
inline constexpr int LargestText = 200;
inline constexpr std::chrono::seconds LongestHold{60};
inline constexpr int ShortestIdle = 1;
inline constexpr int LongestIdle = 15;
inline constexpr int LeastDocumentMemory = 16;
inline constexpr int MostDocumentMemory = 4096;
inline constexpr int MostHolidays = 1000;
} // namespace limit

} // namespace finhub::views
