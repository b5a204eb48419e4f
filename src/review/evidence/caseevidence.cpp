#include "review/evidence/caseevidence.h"

#include "core/reasoncode.h"
#include "core/requireddocuments.h"

namespace finhub::review {

CaseEvidence::CaseEvidence(QObject* parent)
    : QObject(parent)
{
    connect(&m_checks, &FieldChecks::changed, this, &CaseEvidence::changed);
    connect(&m_verdicts, &DocumentVerdicts::changed, this, &CaseEvidence::changed);
    connect(&m_displays, &DisplayRecord::changed, this, &CaseEvidence::changed);
}

QStringList suggestedReasons(const FieldChecks& checks, const Document& document, const Person& person)
{
    const bool identity = requirementOf(document.type.value()) == Requirement::GovernmentId;
    QStringList codes;
    const auto suggest = [&](DeclaredField field, const QString& differs) {
        switch (checks.check(document, field, declaredValue(person, field))) {
        case FieldCheck::Differs:
            codes << differs;
            break;
        case FieldCheck::NotShown:
            // Of any other document it is no fault that it does not say when somebody was born.
            if (identity || field == DeclaredField::Name)
                codes << QStringLiteral("DOCUMENT_UNREADABLE");
            break;
        case FieldCheck::Open:
        case FieldCheck::Matches:
            break;
        }
    };
    suggest(DeclaredField::Name, QStringLiteral("DATA_MISMATCH_NAME"));
    suggest(DeclaredField::DateOfBirth, QStringLiteral("DATA_MISMATCH_DOB"));
    return mostSevereFirst(codes);
}

} // namespace finhub::review
