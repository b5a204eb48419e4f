#include "app/preferencestore.h"

#include "views/settings/holidaytext.h"

#include <QCoreApplication>
#include <QSettings>

#include <array>
#include <utility>

namespace finhub::app {

namespace {
using views::Preferences;
using views::ThemeManager;
namespace limit = views::limit;

constexpr QLatin1String HoldKey("decisions/hold-seconds");
constexpr QLatin1String IdleKey("lock/idle-minutes");
constexpr QLatin1String HolidaysKey("queue/holidays");
constexpr QLatin1String ThemeKey("appearance/theme");
constexpr QLatin1String TextKey("appearance/text-percent");
constexpr QLatin1String MotionKey("appearance/reduced-motion");
constexpr QLatin1String MemoryKey("documents/memory-mib");
constexpr QLatin1String SingleKey("keyboard/single-keys");
constexpr QLatin1String KeysGroup("shortcuts");
constexpr qsizetype MostChanges = 500;

constexpr std::array<std::pair<ThemeManager::Mode, const char*>, 3> Themes{
    {{ThemeManager::Mode::System, "system"},
     {ThemeManager::Mode::Light, "light"},
     {ThemeManager::Mode::Dark, "dark"}}};

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::app::PreferenceStore)
};

/// Reads values and notes which of them make no sense.
class Reader {
public:
    Reader(const QSettings& settings, QStringList& faults)
        : m_settings(settings)
        , m_faults(faults)
    {
    }

    int number(QLatin1String key, int least, int most, int usual) const
    {
        if (!m_settings.contains(key))
            return usual;
        bool isNumber = false;
        const int value = m_settings.value(key).toString().toInt(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        fault(key);
        return usual;
    }

    bool flag(QLatin1String key, bool usual) const { return number(key, 0, 1, usual ? 1 : 0) == 1; }

    ThemeManager::Mode theme() const
    {
        const QString word = m_settings.value(ThemeKey).toString();
        for (const auto& [mode, name] : Themes) {
            if (word == QLatin1String(name))
                return mode;
        }
        if (m_settings.contains(ThemeKey))
            fault(ThemeKey);
        return ThemeManager::Mode::System;
    }

    /// One bad day does not take the others along.
    QList<QDate> holidays() const
    {
        const views::HolidayList list =
            views::readHolidays(m_settings.value(HolidaysKey).toStringList().join(u'\n'));
        if (!list.faults.isEmpty())
            fault(HolidaysKey);
        return list.days;
    }

private:
    void fault(QLatin1String key) const
    {
        m_faults << Text::tr("The stored setting “%1” makes no sense; it is left out.").arg(key);
    }

    const QSettings& m_settings;
    QStringList& m_faults;
};
} // namespace

PreferenceStore::PreferenceStore(QString file)
    : m_file(std::move(file))
{
}

PreferenceStore::Stored PreferenceStore::read() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    Stored stored;
    const Reader reader(settings, stored.faults);
    const Preferences usual;
    Preferences& read = stored.preferences;
    read.decisionHold = std::chrono::seconds(
        reader.number(HoldKey, 0, int(limit::LongestHold.count()), int(usual.decisionHold.count())));
    read.idleLockMinutes =
        reader.number(IdleKey, limit::ShortestIdle, limit::LongestIdle, usual.idleLockMinutes);
    read.holidays = reader.holidays();
    read.theme = reader.theme();
    read.textScale = reader.number(TextKey, limit::SmallestText, limit::LargestText, usual.textScale);
    read.reducedMotion = reader.flag(MotionKey, usual.reducedMotion);
    read.documentMemory =
        reader.number(MemoryKey, limit::LeastDocumentMemory, limit::MostDocumentMemory, usual.documentMemory);
    read.singleKeys = reader.flag(SingleKey, usual.singleKeys);
    settings.beginGroup(KeysGroup);
    const QStringList ids = settings.childKeys().mid(0, MostChanges);
    for (const QString& id : ids)
        read.keys.insert(id, settings.value(id).toString());
    return stored;
}

bool PreferenceStore::write(const Preferences& preferences)
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(HoldKey, QString::number(preferences.decisionHold.count()));
    settings.setValue(IdleKey, QString::number(preferences.idleLockMinutes));
    settings.setValue(HolidaysKey, views::holidayText(preferences.holidays).split(u'\n', Qt::SkipEmptyParts));
    for (const auto& [mode, name] : Themes) {
        if (mode == preferences.theme)
            settings.setValue(ThemeKey, QLatin1String(name));
    }
    settings.setValue(TextKey, QString::number(preferences.textScale));
    settings.setValue(MotionKey, preferences.reducedMotion ? 1 : 0);
    settings.setValue(MemoryKey, QString::number(preferences.documentMemory));
    settings.setValue(SingleKey, preferences.singleKeys ? 1 : 0);
    settings.remove(KeysGroup);
    settings.beginGroup(KeysGroup);
    for (auto key = preferences.keys.begin(); key != preferences.keys.end(); ++key)
        settings.setValue(key.key(), key.value());
    settings.endGroup();
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace finhub::app
