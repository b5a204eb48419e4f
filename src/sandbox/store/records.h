#pragma once

#include "core/enums.h"
#include "core/id.h"
#include "core/values.h"
#include "sandbox/specimens/specimen.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the sandbox keeps of a customer. Times are UTC; an invalid one means "not yet".
namespace finhub::sandbox {

/// A seeded document is not stored but drawn when it is asked for.
struct SpecimenOrigin {
    quint64 seed = 0;
    Flaw flaw = Flaw::None;
};

struct DocumentRecord {
    DocumentId id;
    VerificationId verificationId;
    DocumentType type = DocumentType::Unknown;
    QString fileName;
    MimeType mimeType = MimeType::Unknown;
    qint64 size = -1;  ///< -1 while a specimen has not been drawn
    QByteArray sha256; ///< lower-case hex; empty while a specimen has not been drawn
    bool verified = false;
    int round = 1;
    QDateTime uploadedAt;
    UserId uploadedBy;
    std::optional<SpecimenOrigin> specimen;
};

/// 3.8: a lease on a verification; whether it still holds is a question of time.
struct ClaimRecord {
    OfficerName by;
    QDateTime since;
    QDateTime expiresAt;
};

/// 3.9.
struct RecommendationRecord {
    QString id;
    VerificationId verificationId;
    int round = 1;
    OfficerName by;
    QDateTime at;
    Verdict verdict = Verdict::Unknown;
    QStringList reasonCodes;
    QString notes;
    QString snapshot; ///< 64 lower-case hex digits
};

/// 3.10.
struct NoteRecord {
    QString id;
    VerificationId verificationId;
    QString text;
    OfficerName by;
    QDateTime at;
};

struct VerificationRecord {
    VerificationId id;
    VerificationType type = VerificationType::Identity;
    VerificationStatus status = VerificationStatus::Pending;
    VerificationLevel level = VerificationLevel::Tenant;
    int round = 1;
    int version = 1;
    UserId initiatedBy;
    QDateTime startedAt;
    QDateTime submittedAt;
    QDateTime updatedAt;
    QDateTime decidedAt;
    QString decidedBy;
    QStringList reasonCodes;
    QString comment;
    QString notes;
    QByteArray request;               ///< JSON of the members that are stored only (2.6, 2.7)
    std::optional<ClaimRecord> claim; ///< the last one that nobody gave back, expired or not
};

struct ConsentRecord {
    QString id;
    ConsentType type = ConsentType::Unknown;
    QString version;
    QDateTime grantedAt;
    QDateTime expiresAt;
    QString ipAddress;
    QString userAgent;
};

/// 3.6.
struct EventRecord {
    QString id;
    QString type;
    QDateTime at;
    ActorType actorType = ActorType::System;
    QString actorId;
    QString actorName;
    QString summary;
    QByteArray data; ///< JSON object of ids, codes and statuses
};

struct CustomerRecord {
    qint64 number = -1; ///< place in the directory: seeded customers first, then the registered ones
    CustomerId id;
    UserId userId;
    Person person;
    CategoryId categoryId;
    RiskLevel risk = RiskLevel::Low;
    QStringList roles;
    QByteArray passwordHash;
    bool hadSession = false;
    QDateTime activatedAt;
    QString iban;
    QString walletId;
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// A customer with everything that belongs to it: what is read and written as one.
struct CaseFile {
    CustomerRecord customer;
    QList<VerificationRecord> verifications; ///< oldest first
    QList<DocumentRecord> documents;         ///< oldest first, of all verifications
    QList<ConsentRecord> consents;
    QList<RecommendationRecord> recommendations; ///< oldest first, of all verifications
    QList<NoteRecord> notes;                     ///< oldest first, of all verifications
    QList<EventRecord> events;                   ///< oldest first
    qsizetype knownEvents = 0;                   ///< how many of them were there at the last commit
};

} // namespace finhub::sandbox
