#include "views/settings/settingsdesk.h"

#include "views/actions/actionregistry.h"
#include "views/opendialog.h"
#include "views/settings/settingsdialog.h"
#include "views/style/textscale.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QWidget>

namespace finhub::views {

SettingsDesk::SettingsDesk(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    ActionRegistry& registry = ActionRegistry::instance();
    connect(registry.make(QStringLiteral("settingsAction"), window), &QAction::triggered, this,
            &SettingsDesk::open);
    connect(&registry, &ActionRegistry::changed, this, &SettingsDesk::noteKeys);
}

void SettingsDesk::begin(const Preferences& stored, const QStringList& faults)
{
    m_preferences = stored;
    m_faults = faults;
    const QScopedValueRollback<bool> quiet(m_carryingOut, true);
    ActionRegistry& registry = ActionRegistry::instance();
    m_faults << registry.setChanges(stored.keys);
    registry.setSingleKeys(stored.singleKeys);
    m_preferences.keys = registry.changes();
    carryOut();
}

void SettingsDesk::setTheme(ThemeManager::Mode mode)
{
    Preferences preferences = m_preferences;
    preferences.theme = mode;
    take(preferences);
}

void SettingsDesk::setDecisionHold(std::chrono::seconds hold)
{
    Preferences preferences = m_preferences;
    preferences.decisionHold = hold;
    take(preferences);
}

void SettingsDesk::open()
{
    openAt(QString());
}

void SettingsDesk::openAt(const QString& id)
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_preferences, m_faults, m_window);
        connect(m_dialog, &SettingsDialog::changed, this, [this](const Preferences& edited) {
            // The keys are the registry's.
            Preferences preferences = edited;
            preferences.keys = m_preferences.keys;
            preferences.singleKeys = m_preferences.singleKeys;
            take(preferences);
        });
        openCentred(m_dialog);
    }
    if (!id.isEmpty())
        m_dialog->showSetting(id);
}

void SettingsDesk::take(const Preferences& preferences)
{
    if (m_preferences == preferences)
        return;
    const bool otherHold = m_preferences.decisionHold != preferences.decisionHold;
    m_preferences = preferences;
    carryOut();
    Q_EMIT changed(m_preferences);
    if (otherHold)
        Q_EMIT decisionHoldChanged(m_preferences.decisionHold);
}

void SettingsDesk::carryOut()
{
    ThemeManager* manager = ThemeManager::instance();
    if (!manager)
        return;
    setTextScale(m_preferences.textScale);
    manager->setMode(m_preferences.theme);
    manager->setMotionReduced(m_preferences.reducedMotion);
}

void SettingsDesk::noteKeys()
{
    if (m_carryingOut)
        return;
    const ActionRegistry& registry = ActionRegistry::instance();
    m_preferences.keys = registry.changes();
    m_preferences.singleKeys = registry.singleKeys();
    Q_EMIT changed(m_preferences);
}

} // namespace finhub::views
