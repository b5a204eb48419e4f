#pragma once

#include "review/casefile.h"

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

private:
    void open();
    void close();

    QWidget* m_evidence;
    MrzPanel* m_panel;
    QWidget* m_bar;
    QPushButton* m_button;
};

} // namespace finhub::views
