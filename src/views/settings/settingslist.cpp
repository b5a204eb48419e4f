#include "views/settings/settingslist.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace finhub::views {

namespace {
using Section = SettingsSection;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::SettingsList)
};

#define NAME(text) QT_TRANSLATE_NOOP("finhub::views::SettingsList", text)

constexpr auto List = std::to_array<SettingInfo>({
    {"theme", Section::Appearance, NAME("Theme"), NAME("Light, dark, or whatever the system shows.")},
    {"textScale", Section::Appearance, NAME("Size of texts"),
     NAME("In percent of the system's size. Everything grows with it, the documents do not.")},
    {"motion", Section::Appearance, NAME("Reduce motion"),
     NAME("Nothing slides or pulses, also when the system does not ask for it.")},
    {"decisionHold", Section::Review, NAME("Time to undo a decision"),
     NAME("How many seconds a decision waits before it leaves. 0 sends it at once.")},
    {"holidays", Section::Review, NAME("Holidays"),
     NAME("Days that do not count as business days when a case is due, one a line, as 2026-12-25.")},
    {"idleLock", Section::Session, NAME("Lock when nobody is there"),
     NAME("After so many minutes without a key or the mouse the console locks itself.")},
    {"documentMemory", Section::Documents, NAME("Memory for documents"),
     NAME("How many MiB documents and their pages may take together in the viewer's cache. From the next "
          "start "
          "on.")},
    {"singleKeys", Section::Keyboard, NAME("Shortcuts of one letter"),
     NAME("Keys without Ctrl or Alt, such as A for Approve. Switched off, only keys with Ctrl or Alt and "
          "function "
          "keys do something.")},
    {"shortcuts", Section::Keyboard, NAME("Shortcuts"),
     NAME("Every key can be changed or switched off. Press Change, then the new key.")},
});

#undef NAME
} // namespace

std::span<const SettingInfo> settingsList()
{
    return List;
}

const SettingInfo* findSetting(const QString& id)
{
    const auto found = std::find_if(List.begin(), List.end(), [&id](const SettingInfo& setting) {
        return id == QLatin1String(setting.id);
    });
    return found == List.end() ? nullptr : &*found;
}

QString textOf(const SettingInfo& setting)
{
    return Text::tr(setting.text);
}

QString explanationOf(const SettingInfo& setting)
{
    return Text::tr(setting.explanation);
}

QString textOf(SettingsSection section)
{
    switch (section) {
    case Section::Appearance:
        return Text::tr("Appearance");
    case Section::Review:
        return Text::tr("Reviews");
    case Section::Session:
        return Text::tr("Session");
    case Section::Documents:
        return Text::tr("Documents");
    case Section::Keyboard:
        return Text::tr("Keyboard");
    }
    return {};
}

} // namespace finhub::views
