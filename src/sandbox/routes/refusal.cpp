#include "sandbox/routes/refusal.h"

#include <utility>

namespace finhub::sandbox {

namespace {
const char* messageOf(ErrorWord word)
{
    switch (word) {
    case ErrorWord::ValidationFailed:
        return "Request validation failed";
    case ErrorWord::MalformedJson:
        return "Malformed JSON";
    case ErrorWord::MissingHeaders:
        return "Missing required header(s)";
    case ErrorWord::InvalidCategorization:
        return "Categorization validation failed";
    case ErrorWord::MissingConsents:
        return "Required consents are missing";
    case ErrorWord::Authentication:
        return "Authentication failed";
    case ErrorWord::InvalidToken:
        return "Unauthorized";
    case ErrorWord::TokenExpired:
        return "Token expired";
    case ErrorWord::TenantAccessDenied:
        return "Tenant access denied or categorization not available";
    case ErrorWord::InsufficientPermissions:
        return "Insufficient permission";
    case ErrorWord::LevelNotAllowed:
        return "Approval level not allowed";
    case ErrorWord::NotFound:
        return "Not found";
    case ErrorWord::MethodNotAllowed:
        return "Method not allowed";
    case ErrorWord::DuplicateEmail:
        return "Customer already exists";
    case ErrorWord::VerificationAlreadyOpen:
        return "A verification is already open";
    case ErrorWord::AlreadyVerified:
        return "Customer is already verified";
    case ErrorWord::VerificationClosed:
        return "Verification is closed";
    case ErrorWord::AlreadyDecided:
        return "Verification already decided";
    case ErrorWord::InvalidState:
        return "Not possible in this state";
    case ErrorWord::AlreadyActive:
        return "Customer is already active";
    case ErrorWord::Claimed:
        return "Verification is claimed by another officer";
    case ErrorWord::AlreadyRecommended:
        return "Already recommended in this round";
    case ErrorWord::IdempotencyInProgress:
        return "Request in progress";
    case ErrorWord::StaleVersion:
        return "Verification has changed";
    case ErrorWord::PayloadTooLarge:
        return "Payload too large";
    case ErrorWord::UnsupportedMediaType:
        return "Unsupported media type";
    case ErrorWord::RangeNotSatisfiable:
        return "Range not satisfiable";
    case ErrorWord::RequiredDocumentsMissing:
        return "Required documents are missing";
    case ErrorWord::VerificationNotApproved:
        return "Customer is not verified";
    case ErrorWord::ReasonNotRetryable:
        return "Reason does not allow resubmission";
    case ErrorWord::SecondPersonRequired:
        return "A second person is required";
    case ErrorWord::NotEligible:
        return "Customer is not eligible";
    case ErrorWord::IdempotencyKeyReused:
        return "Idempotency key reused";
    case ErrorWord::RateLimited:
        return "Too many requests";
    case ErrorWord::InternalError:
    case ErrorWord::SimulatedFailure:
    case ErrorWord::Unknown:
        break;
    }
    return "Internal server error";
}

/// `consentTemplate` becomes `Consent template`.
QString resourceTitle(const QString& resource)
{
    QString title;
    for (const QChar c : resource) {
        if (c.isUpper())
            title += u' ';
        title += title.isEmpty() ? c.toUpper() : c.toLower();
    }
    return title;
}
} // namespace

Refusal refuse(ErrorWord word, Json more)
{
    return {word, statusOf(word), QLatin1String(messageOf(word)), std::move(more), {}};
}

Refusal notFound(const QString& resource, const QString& id)
{
    Refusal refusal = refuse(ErrorWord::NotFound, Json{{"resource", jsonText(resource)}});
    refusal.message = resourceTitle(resource) + QStringLiteral(" not found");
    if (!id.isEmpty())
        refusal.data["id"] = jsonText(id);
    return refusal;
}

Refusal userNotFound(const QString& id)
{
    Refusal refusal = notFound(QStringLiteral("user"), id);
    refusal.data["success"] = false;
    refusal.data["errorType"] = "NOT_FOUND";
    return refusal;
}

Refusal validationFailed(const QList<FieldFault>& faults)
{
    Json errors = Json::array();
    for (const FieldFault& fault : faults)
        errors.push_back({{"field", jsonText(fault.field)}, {"message", jsonText(fault.message)}});
    return refuse(ErrorWord::ValidationFailed, Json{{"errors", errors}});
}

Refusal tenantDenied(const QString& tenant)
{
    return refuse(ErrorWord::TenantAccessDenied, Json{{"tenantId", jsonText(tenant)}});
}

QString wireWord(ErrorWord word)
{
    if (word == ErrorWord::InvalidCategorization)
        return QStringLiteral("Invalid categorization");
    if (word == ErrorWord::TenantAccessDenied)
        return QStringLiteral("Tenant access denied");
    return WireValue<ErrorWord>::nameOf(word);
}

HttpReply replyOf(const Refusal& refusal)
{
    Json data{{"error", jsonText(wireWord(refusal.word))}};
    data.update(refusal.data);
    const Json body{{"code", refusal.status}, {"message", jsonText(refusal.message)}, {"data", data}};
    return {
        refusal.status, QByteArrayLiteral("application/json"), jsonBytes(body), refusal.headers, false, {}};
}

} // namespace finhub::sandbox
