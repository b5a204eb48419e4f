#pragma once

#include "models/timelinemodel.h"
#include "review/casefile.h"
#include "review/evidence/caseevidence.h"
#include "review/onboarding.h"

#include <QPointer>
#include <QScrollArea>

#include <optional>

class QLabel;
class QListView;
class QVBoxLayout;

namespace finhub::views {

class ActivationSection;
class ConsentSection;
class DeclaredSection;
class FieldList;
struct FieldRow;

/// What is known of the customer beside the document: declared data, required documents, outcome, consents,
/// activation and activity. GUI thread.
class EvidencePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit EvidencePanel(QWidget* parent = nullptr);

    /// Shows a case with what was found out about it; all outlive the panel or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::Onboarding* onboarding,
                 review::CaseEvidence* evidence);
    /// Puts a widget above everything that is known of the customer; it becomes the panel's.
    void addOnTop(QWidget* widget);
    /// The document that the declared data are compared with; nullopt while none is on the screen.
    void setDocument(const std::optional<Document>& document);
    /// Shows what has changed in the case.
    void refresh();

private:
    void showDocuments();
    void showOutcome();
    void showActivity();
    void showStep(QLabel* message, const QString& text, bool bad);

    FieldRow documentRow(const WireValue<Requirement>& requirement) const;

    QVBoxLayout* m_layout;
    const review::CaseFile* m_file = nullptr;
    QPointer<review::CaseEvidence> m_evidence;
    models::TimelineModel m_timeline;
    DeclaredSection* m_declared;
    FieldList* m_documents;
    FieldList* m_outcome;
    ConsentSection* m_consents;
    ActivationSection* m_activation;
    FieldList* m_activity;
    QLabel* m_activityMessage;
    QListView* m_activityList;
};

} // namespace finhub::views
