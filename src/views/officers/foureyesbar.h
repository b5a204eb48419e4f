#pragma once

#include "review/casefile.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace finhub::views {

/// Where two people have to approve a case (3.9): what has been recommended in this round, as far as this
/// officer may see it, and the way to one's own recommendation. Where the server does not see to it, it says
/// so. Hidden for every other case. GUI thread.
class FourEyesBar : public QWidget {
    Q_OBJECT

public:
    explicit FourEyesBar(QWidget* parent = nullptr);

    void setCase(const review::CaseFile* file);
    void refresh();
    /// Without a journal nothing is recommended either: it is half of a decision.
    void setJournalWritable(bool writable);

Q_SIGNALS:
    void recommendWanted();

private:
    QString text() const;

    const review::CaseFile* m_file = nullptr;
    bool m_journalWritable = true;
    QLabel* m_text;
    QPushButton* m_recommend;
};

} // namespace finhub::views
