#pragma once

#include "models/timelinemodel.h"
#include "review/casefile.h"
#include "review/onboarding.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace finhub::views {

class BusyBar;
class FieldList;

/// What is known of the customer beside the document: declared data, required documents, outcome, consents,
/// activation and activity. Consents and activation are carried out here (2.10, 2.11). GUI thread.
class EvidencePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit EvidencePanel(QWidget* parent = nullptr);

    /// Shows a case; both outlive the panel or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::Onboarding* onboarding);
    /// Shows what has changed in the case.
    void refresh();

private:
    void showDeclared(const Customer& customer);
    void showDocuments();
    void showOutcome();
    void showConsents();
    void showActivation();
    void showActivity();
    void showStep(QLabel* message, const QString& text, bool bad);

    const review::CaseFile* m_file = nullptr;
    review::Onboarding* m_onboarding = nullptr;
    models::TimelineModel m_timeline;
    FieldList* m_declared;
    FieldList* m_documents;
    FieldList* m_outcome;
    FieldList* m_consents;
    QPushButton* m_acceptButton;
    QLabel* m_consentMessage;
    FieldList* m_activation;
    QLineEdit* m_codeEdit;
    QPushButton* m_activateButton;
    QLabel* m_activationMessage;
    BusyBar* m_busy;
    FieldList* m_activity;
    QLabel* m_activityMessage;
    QListView* m_activityList;
    bool m_activating = false;
};

} // namespace finhub::views
