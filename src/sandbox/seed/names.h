#pragma once

#include <QString>
#include <QStringList>

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

/// A name that tries a window's layout: very long, or a single letter.
struct UnusualName {
    QString country; ///< one of the groups'
    QString first;
    QString last;
    QString gender;
};
const std::vector<UnusualName>& unusualNames();

} // namespace finhub::sandbox
