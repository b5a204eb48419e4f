#pragma once

#include "views/settings/preferences.h"

#include <QString>
#include <QStringList>

namespace finhub::app {

/// The preferences of the settings dialog in the console's settings file: no secrets, nothing personal.
class PreferenceStore {
public:
    explicit PreferenceStore(QString file);

    /// The preferences, and one sentence for each value that made no sense and is left out.
    struct Stored {
        views::Preferences preferences;
        QStringList faults;
    };
    Stored read() const;
    /// False when the file cannot be written.
    bool write(const views::Preferences& preferences);

private:
    QString m_file;
};

} // namespace finhub::app
