#pragma once

#include "core/enums.h"
#include "core/id.h"
#include "core/officers.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace finhub {

/// What kind of failure ended an operation. None of them carries text for people: `views/errortext` turns an
/// error and the action it ended into a sentence.
enum class ErrorKind {
    Refused,        ///< Nothing was sent: the request itself was not acceptable (id, header, address, state).
    Unreachable,    ///< No connection to the server; nothing was sent.
    Tls,            ///< The server's identity could not be established; nothing was sent.
    Timeout,        ///< The overall deadline of a read passed.
    TooLarge,       ///< The answer grew beyond its limit and was cut off.
    BadAnswer,      ///< A read was answered, but not with something that can be understood (R18, R1).
    Status,         ///< The server answered with an error status (1.4).
    SessionEnded,   ///< 401 that remained after the one refresh of W4.
    NotOffered,     ///< The extension that this needs is not offered by the server (section 3).
    OutcomeUnknown, ///< A write may or may not have been carried out (R19); the state has to be read back.
    BrokenDocument, ///< A document's bytes are not what was promised or cannot be shown.
};

/// The error words of 1.4 in the normal form of R17.
enum class ErrorWord {
    ValidationFailed,
    MalformedJson,
    MissingHeaders,
    InvalidCategorization,
    MissingConsents,
    Authentication,
    InvalidToken,
    TokenExpired,
    TenantAccessDenied,
    InsufficientPermissions,
    LevelNotAllowed,
    NotFound,
    MethodNotAllowed,
    DuplicateEmail,
    VerificationAlreadyOpen,
    AlreadyVerified,
    VerificationClosed,
    AlreadyDecided,
    InvalidState,
    AlreadyActive,
    Claimed,
    AlreadyRecommended,
    IdempotencyInProgress,
    StaleVersion,
    PayloadTooLarge,
    UnsupportedMediaType,
    RangeNotSatisfiable,
    RequiredDocumentsMissing,
    VerificationNotApproved,
    ReasonNotRetryable,
    SecondPersonRequired,
    NotEligible,
    IdempotencyKeyReused,
    RateLimited,
    InternalError,
    SimulatedFailure,
    Unknown
};
template <>
struct WireNames<ErrorWord> {
    static constexpr std::array<std::pair<ErrorWord, const char*>, 36> table{
        {{ErrorWord::ValidationFailed, "VALIDATION_FAILED"},
         {ErrorWord::MalformedJson, "MALFORMED_JSON"},
         {ErrorWord::MissingHeaders, "MISSING_HEADERS"},
         {ErrorWord::InvalidCategorization, "INVALID_CATEGORIZATION"},
         {ErrorWord::MissingConsents, "MISSING_CONSENTS"},
         {ErrorWord::Authentication, "AUTHENTICATION"},
         {ErrorWord::InvalidToken, "INVALID_TOKEN"},
         {ErrorWord::TokenExpired, "TOKEN_EXPIRED"},
         {ErrorWord::TenantAccessDenied, "TENANT_ACCESS_DENIED"},
         {ErrorWord::InsufficientPermissions, "INSUFFICIENT_PERMISSIONS"},
         {ErrorWord::LevelNotAllowed, "LEVEL_NOT_ALLOWED"},
         {ErrorWord::NotFound, "NOT_FOUND"},
         {ErrorWord::MethodNotAllowed, "METHOD_NOT_ALLOWED"},
         {ErrorWord::DuplicateEmail, "DUPLICATE_EMAIL"},
         {ErrorWord::VerificationAlreadyOpen, "VERIFICATION_ALREADY_OPEN"},
         {ErrorWord::AlreadyVerified, "ALREADY_VERIFIED"},
         {ErrorWord::VerificationClosed, "VERIFICATION_CLOSED"},
         {ErrorWord::AlreadyDecided, "ALREADY_DECIDED"},
         {ErrorWord::InvalidState, "INVALID_STATE"},
         {ErrorWord::AlreadyActive, "ALREADY_ACTIVE"},
         {ErrorWord::Claimed, "CLAIMED"},
         {ErrorWord::AlreadyRecommended, "ALREADY_RECOMMENDED"},
         {ErrorWord::IdempotencyInProgress, "IDEMPOTENCY_IN_PROGRESS"},
         {ErrorWord::StaleVersion, "STALE_VERSION"},
         {ErrorWord::PayloadTooLarge, "PAYLOAD_TOO_LARGE"},
         {ErrorWord::UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"},
         {ErrorWord::RangeNotSatisfiable, "RANGE_NOT_SATISFIABLE"},
         {ErrorWord::RequiredDocumentsMissing, "REQUIRED_DOCUMENTS_MISSING"},
         {ErrorWord::VerificationNotApproved, "VERIFICATION_NOT_APPROVED"},
         {ErrorWord::ReasonNotRetryable, "REASON_NOT_RETRYABLE"},
         {ErrorWord::SecondPersonRequired, "SECOND_PERSON_REQUIRED"},
         {ErrorWord::NotEligible, "NOT_ELIGIBLE"},
         {ErrorWord::IdempotencyKeyReused, "IDEMPOTENCY_KEY_REUSED"},
         {ErrorWord::RateLimited, "RATE_LIMITED"},
         {ErrorWord::InternalError, "INTERNAL_ERROR"},
         {ErrorWord::SimulatedFailure, "SIMULATED_FAILURE"}}};
};

/// The HTTP status that 1.4 gives an error word; 0 for `Unknown`. INTERNAL_ERROR and SIMULATED_FAILURE: 500.
int statusOf(ErrorWord word);

/// Brings an error word into the normal form of R17: upper case, every run of other characters one `_`.
QString normalizedErrorWord(const QString& word);

/// What was wrong with a document's bytes (ErrorKind::BrokenDocument).
enum class DocumentFault {
    None,
    HashMismatch,    ///< SHA-256 differs from the verification's; the bytes are not shown (3.3).
    UnsupportedKind, ///< Neither PDF nor JPEG nor PNG by its first bytes.
    TooLarge,        ///< More than 10 MB of bytes, 100 megapixels or 500 pages.
    Unreadable,      ///< The file is damaged: it could not be decoded.
    WorkerFailed,    ///< The process that decodes it crashed, hung or answered nonsense.
    WorkerMissing,   ///< The process that decodes it could not be started or could not lock itself in.
};

/// What a document can have more of than is shown.
enum class DocumentMeasure { Bytes, Pixels, Pages };

/// Why a server's identity could not be established, or no safe connection be made (ErrorKind::Tls). All of
/// them are final: nothing was sent, and nobody is asked whether to go on.
enum class TlsFault {
    Unknown,          ///< Something else about the certificate or the handshake.
    Expired,          ///< The certificate, or one above it, is no longer valid by this computer's clock.
    NotYetValid,      ///< The certificate, or one above it, is not valid yet by this computer's clock.
    WrongHost,        ///< The certificate names other hosts.
    SelfSigned,       ///< The certificate is signed by nobody but itself.
    UnknownAuthority, ///< The certificate comes from an authority that is not trusted here.
    WrongUse,         ///< The certificate is not one for servers, or its authority may not sign any.
    OldProtocol,      ///< The server offers nothing newer than TLS 1.1.
    NoCommonCipher,   ///< Server and console have no way of encrypting in common.
    NotTls,           ///< What answered does not speak TLS.
    OtherKey,         ///< The certificate is good, but its key is not one that the connection is pinned to.
};

/// How much too much a document is (DocumentFault::TooLarge). `number` is above `limit`. Pixels are those of
/// one page; a page of a PDF counts as it would at 150 dpi.
struct DocumentExcess {
    DocumentMeasure measure = DocumentMeasure::Bytes;
    qint64 number = 0;
    qint64 limit = 0;

    friend bool operator==(const DocumentExcess&, const DocumentExcess&) = default;
};

/// One entry of `errors[]` (VALIDATION_FAILED).
struct FieldFault {
    QString field;
    QString message;

    friend bool operator==(const FieldFault&, const FieldFault&) = default;
};

/// A failure as a value: what happened, never a sentence for people. Texts in it come from the server and are
/// shown as plain text only (R2, R18).
struct Error {
    ErrorKind kind = ErrorKind::BadAnswer;
    int status = 0;            ///< HTTP status, 0 when there was none.
    WireValue<ErrorWord> word; ///< `data.error` normalised (R17); absent when the body had none.
    QString serverMessage;     ///< `message`/`msg` (R2); never branched on.
    QString technical;         ///< For logs and diagnostics: JSON path, Qt error name. No personal data.
    /// VALIDATION_FAILED by member as in the request, `customerCategory.id` for one inside an object;
    /// INVALID_CATEGORIZATION as `parametrization.<key>` or `customerCategory.id`; DUPLICATE_EMAIL and
    /// NOT_ELIGIBLE by the member they name.
    QList<FieldFault> fields;
    std::optional<std::chrono::seconds> retryAfter; ///< R20.

    // Members of `data` that change what a person is told (1.4); absent ones stay empty.
    int attempts = 0;
    int maxAttempts = 0;
    QDateTime lockoutTime;                            ///< AUTHENTICATION: end of the lock, UTC.
    QList<WireValue<Requirement>> missingDocuments;   ///< REQUIRED_DOCUMENTS_MISSING.
    QList<WireValue<ConsentType>> missingConsents;    ///< MISSING_CONSENTS.
    QStringList requiredRoles;                        ///< INSUFFICIENT_PERMISSIONS, LEVEL_NOT_ALLOWED.
    WireValue<VerificationLevel> requiredLevel;       ///< LEVEL_NOT_ALLOWED.
    WireValue<VerificationStatus> verificationStatus; ///< ALREADY_DECIDED, STALE_VERSION, …
    VerificationId verificationId;                    ///< VERIFICATION_ALREADY_OPEN, ALREADY_VERIFIED, …
    QStringList reasonCodes;                          ///< REASON_NOT_RETRYABLE, NOT_ELIGIBLE.
    WireValue<Extension> extension;                   ///< ErrorKind::NotOffered.
    TlsFault tlsFault = TlsFault::Unknown;            ///< ErrorKind::Tls.
    DocumentFault documentFault = DocumentFault::None;
    std::optional<DocumentExcess> documentExcess; ///< DocumentFault::TooLarge, where it was counted.
    std::optional<Claim> claim; ///< CLAIMED: who holds it; nullopt: nobody does (3.8, `to`).
    /// The call was the customer's whom the officer acts as (2.5); SessionEnded: theirs ended, not the
    /// officer's.
    bool asCustomer = false;

    static Error of(ErrorKind kind, QString technical = {});
    friend bool operator==(const Error&, const Error&) = default;
    bool is(ErrorWord expected) const { return word.value() == expected; }
};

} // namespace finhub
