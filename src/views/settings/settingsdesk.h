#pragma once

#include "views/settings/preferences.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace finhub::views {

class SettingsDialog;

/// Carries the preferences out as far as the views do: theme, size of texts, motion, keys. Opens the
/// settings, whose action belongs to the window. What a person changes is told for whoever keeps it and
/// carries out the rest. GUI thread.
class SettingsDesk : public QObject {
    Q_OBJECT

public:
    explicit SettingsDesk(QWidget* window);

    const Preferences& preferences() const { return m_preferences; }
    /// Takes over what was stored, with sentences about what was left out; says nothing of it.
    void begin(const Preferences& stored, const QStringList& faults);
    /// The theme or the hold was chosen elsewhere in the window.
    void setTheme(ThemeManager::Mode mode);
    void setDecisionHold(std::chrono::seconds hold);

public Q_SLOTS:
    void open();
    /// Opens the settings at this one.
    void openAt(const QString& id);

Q_SIGNALS:
    void changed(const finhub::views::Preferences& preferences);
    void decisionHoldChanged(std::chrono::seconds hold);

private:
    void take(const Preferences& preferences);
    void carryOut();
    void noteKeys();

    QWidget* m_window;
    Preferences m_preferences;
    QStringList m_faults;
    QPointer<SettingsDialog> m_dialog;
    bool m_carryingOut = false;
};

} // namespace finhub::views
