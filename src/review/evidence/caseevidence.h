#pragma once

#include "review/evidence/displayrecord.h"
#include "review/evidence/documentverdicts.h"
#include "review/fieldchecks.h"

namespace finhub::review {

/// Everything that a reviewer has found out about one case so far: which documents were displayed, what was
/// compared, what the verdicts on the documents are. GUI thread.
class CaseEvidence : public QObject {
    Q_OBJECT

public:
    explicit CaseEvidence(QObject* parent = nullptr);

    FieldChecks& checks() { return m_checks; }
    const FieldChecks& checks() const { return m_checks; }
    DocumentVerdicts& verdicts() { return m_verdicts; }
    const DocumentVerdicts& verdicts() const { return m_verdicts; }
    DisplayRecord& displays() { return m_displays; }
    const DisplayRecord& displays() const { return m_displays; }

Q_SIGNALS:
    /// Any of the three has changed.
    void changed();

private:
    FieldChecks m_checks;
    DocumentVerdicts m_verdicts;
    DisplayRecord m_displays;
};

/// The reasons for not accepting a document that the comparison with the declared data suggests: a name or a
/// date of birth that differs, or one that an identity document does not show legibly.
QStringList suggestedReasons(const FieldChecks& checks, const Document& document, const Person& person);

} // namespace finhub::review
