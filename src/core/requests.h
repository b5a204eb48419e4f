#pragma once

#include "core/values.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// What the console sends for a customer, ready to be sent, and the answers that are more than one of the
/// values. Registrations have a header of their own.
namespace finhub {

/// 2.6: a verification of the identity, started for or by the customer. What is not known is not sent.
struct StartVerificationRequest {
    CustomerId customerId;
    DueDiligence diligence = DueDiligence::Unknown;
    DocumentType documentType = DocumentType::Unknown; ///< of the document that the customer will send
    QString documentNumber;
};

/// 2.7: a verification of any type, started by an admin. Empty texts are not sent.
struct CreateVerificationRequest {
    CustomerId customerId;
    VerificationType type = VerificationType::Identity;
    VerificationLevel requestedLevel = VerificationLevel::Tenant; ///< raised to what the risk needs (4.4)
    QString notes;                                                ///< internal, at most 4000 characters
    QString reason;                                               ///< `additionalData.verificationReason`
    Priority priority = Priority::Unknown;
    QString description;
};

/// 2.8: a file for a verification.
struct UploadRequest {
    VerificationId verificationId;
    CustomerId customerId;
    DocumentType type = DocumentType::Unknown;
    QString fileName; ///< no `/`, `\` or control characters
    MimeType mimeType = MimeType::Unknown;
    QByteArray content;        ///< 1 byte to MaxDocumentBytes
    QString description;       ///< not sent when empty
    QByteArray idempotencyKey; ///< UUID of the intent, sent where `idempotent-decision` is offered
};

/// 2.8's answer: the document, and where the verification stands now.
struct UploadAnswer {
    Document document;
    WireValue<VerificationStatus> verificationStatus;
    std::optional<int> version;
};

/// 2.14: the text of a consent. One version of each type is the active one.
struct ConsentTemplate {
    QString id; ///< empty: not saved yet
    WireValue<ConsentType> type;
    QString version;
    WireValue<TemplateStatus> status;
    QDate effectiveDate;
    QString title;
    QString body;
    QString locale; ///< e.g. `en`; empty when not given

    friend bool operator==(const ConsentTemplate&, const ConsentTemplate&) = default;
};

/// 2.9: what an officer decided, ready to be sent.
struct DecisionRequest {
    VerificationId verificationId;
    CustomerId customerId;
    WireValue<VerificationType> type;
    Verdict verdict = Verdict::Unknown;
    QStringList reasonCodes;   ///< most severe first; empty for an approval
    QString comment;           ///< what the customer may see
    QString notes;             ///< internal, never echoed
    QByteArray ifMatch;        ///< etag to decide upon, sent where `conditional-decision` is offered
    QByteArray idempotencyKey; ///< UUID of the intent, sent where `idempotent-decision` is offered

    friend bool operator==(const DecisionRequest&, const DecisionRequest&) = default;
};

/// 3.9: what an officer advises, ready to be sent.
struct RecommendationRequest {
    VerificationId verificationId;
    Verdict verdict = Verdict::Unknown;
    QStringList reasonCodes;   ///< most severe first; empty for an approval
    QString notes;             ///< internal, at most MaxNoteLength characters
    QByteArray snapshot;       ///< 64 lower-case hex digits
    QByteArray idempotencyKey; ///< UUID of the intent, sent where `idempotent-decision` is offered

    friend bool operator==(const RecommendationRequest&, const RecommendationRequest&) = default;
};

/// 2.9's answer; only `status` is certain to be there.
struct DecisionAnswer {
    VerificationId verificationId = {};
    WireValue<VerificationStatus> status = {};
    QDateTime decidedAt = {};
    QString decidedBy = {};
    QStringList reasonCodes = {};
    std::optional<int> version = {};

    friend bool operator==(const DecisionAnswer&, const DecisionAnswer&) = default;
};

} // namespace finhub
