#pragma once

#include "review/casefile.h"
#include "review/decisiondesk.h"
#include "review/evidence/approvalgaps.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class DecisionBar;
}

namespace finhub::views {

/// Where a case is decided: always in the same place, with what is still missing in words above the buttons.
/// It asks the lifecycle table what is possible and shows what became of a decision; it decides nothing
/// itself. GUI thread.
class DecisionBar : public QWidget {
    Q_OBJECT

public:
    explicit DecisionBar(review::DecisionDesk& desk, QWidget* parent = nullptr);
    ~DecisionBar() override;

    void setCase(const review::CaseFile* file);
    /// Whether decisions can be written into the journal; without it nothing is decided.
    void setJournalWritable(bool writable);
    /// What an approval has to rest on; nullptr where the documents cannot be looked at here.
    void setEvidence(const review::CaseEvidence* evidence);
    /// What an approval of the case still lacks; empty where nothing can be asked of the evidence.
    QList<review::ApprovalGap> gaps() const;
    /// Shows what has changed in the case or at the desk.
    void refresh();
    /// Remembers how the last decision on this case ended, until another one is made.
    void showOutcome(const DecisionRequest& request, const review::DecisionOutcome& outcome);
    /// Shows the keys of the actions that press its buttons.
    void showKeys(const QAction* approve, const QAction* reject, const QAction* resubmission);

public Q_SLOTS:
    void pressApprove();
    void pressReject();
    void pressResubmission();

Q_SIGNALS:
    void decisionWanted(finhub::Verdict verdict);

private:
    bool isDecidable() const;
    QString explanation() const;
    QString appliedText(const review::DecisionOutcome& outcome) const;
    QString decidableText() const;
    QString approveText() const;
    QString runningText(const review::Decision& decision) const;

    std::unique_ptr<Ui::DecisionBar> m_ui;
    review::DecisionDesk& m_desk;
    const review::CaseFile* m_file = nullptr;
    bool m_journalWritable = true;
    QPointer<const review::CaseEvidence> m_evidence;
    std::optional<std::pair<DecisionRequest, review::DecisionOutcome>> m_last;
};

} // namespace finhub::views
