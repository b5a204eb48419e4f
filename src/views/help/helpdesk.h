#pragma once

#include "api/finhub.h"

#include <QObject>

class QWidget;

namespace finhub::views {

/// The shortcut sheet, help with words and codes, About and the diagnostics: actions of the window that work
/// also before anybody signs in. Help opens at what the person looks at: the reason under the focus, else the
/// word of the last answer that was an error. GUI thread.
class HelpDesk : public QObject {
    Q_OBJECT

public:
    HelpDesk(api::FinHub& finhub, QWidget* window);

public Q_SLOTS:
    void showShortcuts();
    void showHelp();
    void showAbout();
    void copyDiagnostics();

Q_SIGNALS:
    /// The person wants to change shortcuts.
    void shortcutsWanted();

private:
    QString lastErrorWord() const;

    api::FinHub& m_finhub;
    QWidget* m_window;
};

} // namespace finhub::views
