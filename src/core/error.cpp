#include "core/error.h"

#include <utility>

namespace finhub {

int statusOf(ErrorWord word)
{
    switch (word) {
    case ErrorWord::ValidationFailed:
    case ErrorWord::MalformedJson:
    case ErrorWord::MissingHeaders:
    case ErrorWord::InvalidCategorization:
    case ErrorWord::MissingConsents:
        return 400;
    case ErrorWord::Authentication:
    case ErrorWord::InvalidToken:
    case ErrorWord::TokenExpired:
        return 401;
    case ErrorWord::TenantAccessDenied:
    case ErrorWord::InsufficientPermissions:
    case ErrorWord::LevelNotAllowed:
        return 403;
    case ErrorWord::NotFound:
        return 404;
    case ErrorWord::MethodNotAllowed:
        return 405;
    case ErrorWord::DuplicateEmail:
    case ErrorWord::VerificationAlreadyOpen:
    case ErrorWord::AlreadyVerified:
    case ErrorWord::VerificationClosed:
    case ErrorWord::AlreadyDecided:
    case ErrorWord::InvalidState:
    case ErrorWord::AlreadyActive:
    case ErrorWord::Claimed:
    case ErrorWord::AlreadyRecommended:
    case ErrorWord::IdempotencyInProgress:
        return 409;
    case ErrorWord::StaleVersion:
        return 412;
    case ErrorWord::PayloadTooLarge:
        return 413;
    case ErrorWord::UnsupportedMediaType:
        return 415;
    case ErrorWord::RangeNotSatisfiable:
        return 416;
    case ErrorWord::RequiredDocumentsMissing:
    case ErrorWord::VerificationNotApproved:
    case ErrorWord::ReasonNotRetryable:
    case ErrorWord::SecondPersonRequired:
    case ErrorWord::NotEligible:
    case ErrorWord::IdempotencyKeyReused:
        return 422;
    case ErrorWord::RateLimited:
        return 429;
    case ErrorWord::InternalError:
    case ErrorWord::SimulatedFailure:
        return 500;
    case ErrorWord::Unknown:
        return 0;
    }
    return 0;
}

QString normalizedErrorWord(const QString& word)
{
    QString out;
    out.reserve(word.size());
    bool gap = false;
    for (const QChar c : word) {
        const char16_t u = c.toUpper().unicode();
        if ((u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9')) {
            if (gap)
                out += u'_';
            gap = false;
            out += QChar(u);
        } else {
            gap = true;
        }
    }
    if (gap && !out.isEmpty())
        out += u'_';
    return out;
}

Error Error::of(ErrorKind kind, QString technical)
{
    Error error;
    error.kind = kind;
    error.technical = std::move(technical);
    return error;
}

} // namespace finhub
