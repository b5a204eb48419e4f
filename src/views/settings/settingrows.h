#pragma once

#include "views/settings/preferences.h"

#include <QList>

#include <functional>

class QWidget;

namespace finhub::views {

class SettingRow;

/// Says that one setting is another one: the function changes it in the preferences as they are then.
using PreferenceEdit = std::function<void(Preferences&)>;
using TakeEdit = std::function<void(const PreferenceEdit&)>;

/// The rows of each section, showing these preferences; edits are handed over as they are made.
QList<SettingRow*> appearanceRows(const Preferences& present, const TakeEdit& take, QWidget* parent);
QList<SettingRow*> reviewRows(const Preferences& present, const TakeEdit& take, QWidget* parent);
QList<SettingRow*> sessionRows(const Preferences& present, const TakeEdit& take, QWidget* parent);
QList<SettingRow*> documentRows(const Preferences& present, const TakeEdit& take, QWidget* parent);
/// These change the registry themselves, which knows what clashes.
QList<SettingRow*> keyboardRows(QWidget* parent);

} // namespace finhub::views
