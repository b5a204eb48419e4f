#pragma once

#include "api/finhub.h"

#include <QObject>

class QWidget;

namespace finhub::views {

/// Opens the command palette over a page of the window, which has its action, and carries out what is chosen
/// once the palette is closed, from the event loop: by then the focus is back where it was. GUI thread.
class PaletteDesk : public QObject {
    Q_OBJECT

public:
    PaletteDesk(api::FinHub& finhub, QWidget* page);

Q_SIGNALS:
    void customerChosen(const finhub::DirectoryEntry& customer);
    void settingChosen(const QString& id);

private:
    void open();

    api::FinHub& m_finhub;
    QWidget* m_page;
};

} // namespace finhub::views
