#pragma once

#include "core/call.h"
#include "review/casefile.h"
#include "views/mrz/chosenzone.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

class QPushButton;

namespace finhub::views {

class MrzPanel;

/// The side of the evidence with the way to the machine-readable zone: a button below it, and the zone's
/// panel in its place while that is wanted. GUI thread.
class MrzSide : public QWidget {
    Q_OBJECT

public:
    /// Takes the evidence over.
    explicit MrzSide(QWidget* evidence, std::function<QDateTime()> now, QWidget* parent = nullptr);

    /// Closes the panel and forgets what was typed.
    void setCase(const review::CaseFile* file);
    void refresh();
    /// Opens the panel and has the zone read into it; where that cannot be done it says what is missing, and
    /// the lines are typed. `service` outlives it.
    void readZone(documents::DocumentService& service, const ChosenZone& zone);

private:
    void open();
    void close();

    CallPtr<documents::ZoneText> m_reading;
    QWidget* m_evidence;
    MrzPanel* m_panel;
    QWidget* m_bar;
    QPushButton* m_button;
};

} // namespace finhub::views
