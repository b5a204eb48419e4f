#pragma once

#include <QString>

#include <span>

namespace finhub::views {

/// The heading that a setting stands under.
enum class SettingsSection { Appearance, Review, Session, Documents, Keyboard };

/// One setting, for the dialog, its search and the command palette. Its row is named setting_<id>.
struct SettingInfo {
    const char* id;
    SettingsSection section;
    const char* text;        ///< in English, like the explanation
    const char* explanation; ///< also what a search looks through
};

std::span<const SettingInfo> settingsList();
const SettingInfo* findSetting(const QString& id);
QString textOf(const SettingInfo& setting);
QString explanationOf(const SettingInfo& setting);
QString textOf(SettingsSection section);

} // namespace finhub::views
