#include "sandbox/routes/reasons.h"

#include "core/reasoncode.h"

#include <QSet>

namespace finhub::sandbox {

Verdict readVerdict(const RequestContext& context, Fields& fields, const char* name)
{
    const auto verdict = fields.word<Verdict>(name, Need::Required);
    if (verdict != Verdict::Approve && verdict != Verdict::Unknown &&
        !context.state.offers(Extension::VerificationReject))
        fields.fault(name, QStringLiteral("is not one of the allowed values"));
    return verdict;
}

QStringList readReasons(Fields& fields, Verdict verdict)
{
    QStringList codes = fields.texts("reasonCodes", Need::Optional).value_or(QStringList());
    for (const QString& code : std::as_const(codes)) {
        if (!findReason(code))
            fields.fault("reasonCodes", QStringLiteral("holds a code that is not in the catalogue"));
    }
    if (QSet<QString>(codes.cbegin(), codes.cend()).size() != codes.size())
        fields.fault("reasonCodes", QStringLiteral("holds a code twice"));
    if (verdict == Verdict::Approve && !codes.isEmpty())
        fields.fault("reasonCodes", QStringLiteral("must be empty for an approval"));
    const bool negative = verdict == Verdict::Reject || verdict == Verdict::RequestResubmission;
    if (negative && (codes.isEmpty() || codes.size() > 10))
        fields.fault("reasonCodes", QStringLiteral("must hold 1 to 10 codes"));
    return codes;
}

std::optional<Refusal> checkRetryable(Verdict verdict, const QStringList& codes)
{
    if (verdict != Verdict::RequestResubmission)
        return std::nullopt;
    QStringList offending;
    for (const QString& code : codes) {
        if (findReason(code)->disposition != Disposition::Retry)
            offending << code;
    }
    if (offending.isEmpty())
        return std::nullopt;
    return refuse(ErrorWord::ReasonNotRetryable, Json{{"reasonCodes", jsonTexts(offending)}});
}

} // namespace finhub::sandbox
