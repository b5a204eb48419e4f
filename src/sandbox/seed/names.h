#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <utility>
#include <vector>

namespace finhub::sandbox {

/// The names that people of a country carry.
struct NameGroup {
    QString country;     ///< English short name (1.6)
    QString callingCode; ///< with `+`
    QString mobile;      ///< how its mobile numbers begin, after the calling code
    int subscriberDigits = 7;
    int weight = 1; ///< how many of its people the sandbox knows, relative to others
    QStringList women;
    QStringList men;
    QStringList womensFamilies;
    QStringList mensFamilies;
};

/// All groups, in a fixed order: a seeded customer's country is a place in it.
const std::vector<NameGroup>& nameGroups();

/// Names that try a window's layout: very long ones and single letters, as first and last name in turn.
std::span<const std::pair<const char*, const char*>> unusualNames();

} // namespace finhub::sandbox
