#pragma once

#include "core/enums.h"
#include "core/id.h"
#include "core/officers.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

/// What the console knows of customers and their cases: plain values, as the API codecs read them. All times
/// are UTC; an invalid QDateTime means "unknown" (R10). Absent texts are empty.
namespace finhub {

/// 2.3: a category of the hierarchy.
struct Category {
    CategoryId id;
    QString code; ///< e.g. INDIVIDUAL_STANDARD
    QString name;
    WireValue<RiskLevel> risk;
    QString approver;
    QList<WireValue<Requirement>> requiredDocuments;

    friend bool operator==(const Category&, const Category&) = default;
};

/// 3.2: a document of a verification, without its bytes.
struct Document {
    DocumentId id;
    VerificationId verificationId;
    WireValue<DocumentType> type;
    WireValue<Requirement> requirement; ///< absent for types that satisfy none
    QString fileName;                   ///< from outside: shown as plain text only
    WireValue<MimeType> mimeType;       ///< as declared; the content decides what is decoded
    qint64 size = -1;                   ///< bytes, -1 when unknown
    QByteArray sha256;                  ///< lower-case hex; empty when the server sends none
    WireValue<DocumentStatus> status;
    bool verified = false;
    int round = 1;
    QDateTime uploadedAt;
    QString uploadedBy;

    friend bool operator==(const Document&, const Document&) = default;
};

/// 2.6, 3.1, 3.2: a verification. The directory sends only a part of it.
struct Verification {
    VerificationId id;
    CustomerId customerId;
    QString customerName;
    WireValue<VerificationType> type;
    WireValue<VerificationStatus> status;
    WireValue<VerificationLevel> level;
    WireValue<RiskLevel> risk;
    QList<WireValue<Requirement>> requiredDocuments;
    std::optional<QList<WireValue<Requirement>>> missingDocuments; ///< nullopt: the server does not say
    int documentCount = -1;                                        ///< -1: the server does not say
    int round = 1;
    QString initiatedBy;
    QDateTime startedAt;
    QDateTime submittedAt; ///< the SLA clock: when the required set last became complete
    QDateTime updatedAt;
    QDateTime decidedAt;
    QString decidedBy;
    QStringList reasonCodes;
    QString comment; ///< what the customer may see
    QString notes;   ///< internal
    std::optional<int> version;
    std::optional<Claim> claim; ///< 3.8; nullopt: free, or the server has no claims
    QByteArray etag;            ///< as received, quotes included (3.5); empty when none was sent
    QList<Document> documents;  ///< of the single read only

    friend bool operator==(const Verification&, const Verification&) = default;
};

/// 2.10, 4.3.
struct Consent {
    QString id;
    WireValue<ConsentType> type;
    WireValue<ConsentStatus> status;
    QString version;
    QDateTime grantedAt;
    QDateTime expiresAt;

    friend bool operator==(const Consent&, const Consent&) = default;
};

/// 2.11.
struct Activation {
    std::optional<bool> activated; ///< nullopt: unknown
    QDateTime activatedAt;
    QString iban;
    QString walletId;

    friend bool operator==(const Activation&, const Activation&) = default;
};

/// 2.4: what the customer declared about themselves.
struct Person {
    QString firstName;
    QString lastName;
    QString email;
    QString phone;
    QDate dateOfBirth;
    QString nationality;
    QString gender;
    QString placeOfBirth;
    QString pincode;

    QString fullName() const { return QStringList{firstName, lastName}.join(u' ').trimmed(); }
    friend bool operator==(const Person&, const Person&) = default;
};

/// 3.1: one row of the customer directory.
struct DirectoryEntry {
    CustomerId id;
    QString firstName;
    QString lastName;
    QString email;
    QString nationality;
    CategoryId categoryId;
    QString categoryName;
    WireValue<Stage> stage;
    WireValue<RiskLevel> risk;
    std::optional<Verification> verification; ///< the current one
    QDateTime createdAt;
    QDateTime updatedAt;

    QString fullName() const { return QStringList{firstName, lastName}.join(u' ').trimmed(); }
    friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

/// 3.1, `GET …/{customerId}`: everything about one customer except documents and activity.
struct Customer {
    CustomerId id;
    TenantId tenantId;
    QString customerStatus;
    Person person;
    UserId userId;
    QString userName;
    QString userStatus;
    CategoryId categoryId;
    QString categoryName;
    WireValue<Stage> stage; ///< absent when the server sends none; then lifecycle's stageOf() says
    WireValue<RiskLevel> risk;
    std::optional<Verification> verification; ///< the current one, without documents
    QList<Consent> consents;                  ///< empty: the server does not say
    Activation activation;
    QDateTime createdAt;
    QDateTime updatedAt;

    friend bool operator==(const Customer&, const Customer&) = default;
};

/// 2.12.
struct Readiness {
    std::optional<bool> activationAllowed;
    std::optional<bool> verificationOk;
    std::optional<bool> consentOk;
    std::optional<bool> powerTenantApprovalRequired;
    std::optional<bool> powerTenantApprovalOk;
    QList<WireValue<ConsentType>> missingConsents;
    WireValue<VerificationStatus> verificationStatus;
    WireValue<VerificationLevel> level;
    WireValue<RiskLevel> risk;

    friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// 3.6.
struct TimelineEvent {
    QString id;
    QString type; ///< e.g. document.uploaded; unknown ones are shown by their summary
    QDateTime at;
    WireValue<ActorType> actorType;
    QString actorId;
    QString actorName;
    QString summary;

    friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// 1.6: one page of a list.
template <typename T>
struct Page {
    QList<T> items;
    std::optional<qint64> total; ///< nullopt: the server does not say (R21)
    int page = 0;
    int size = 0;
};

/// 3.1: the number of customers in each stage under every filter except the stage, in the order of Stage.
using StageCounts = std::array<qint64, 10>;

/// 3.1: a page of the directory with the counts that came with it.
struct DirectoryPage {
    Page<DirectoryEntry> rows;
    std::optional<StageCounts> stageCounts;
    /// Customers in no stage that is known; only where the console lists whom it knows by itself.
    qint64 withoutStage = 0;
};

/// 3.1: the columns that the directory sorts by.
enum class DirectorySort {
    CreatedAt,
    UpdatedAt,
    SubmittedAt,
    Name,
    Email,
    Stage,
    Risk,
    Nationality,
    Category,
    Unknown
};
template <>
struct WireNames<DirectorySort> {
    static constexpr std::array<std::pair<DirectorySort, const char*>, 9> table{
        {{DirectorySort::CreatedAt, "createdAt"},
         {DirectorySort::UpdatedAt, "updatedAt"},
         {DirectorySort::SubmittedAt, "submittedAt"},
         {DirectorySort::Name, "name"},
         {DirectorySort::Email, "email"},
         {DirectorySort::Stage, "stage"},
         {DirectorySort::Risk, "risk"},
         {DirectorySort::Nationality, "nationality"},
         {DirectorySort::Category, "category"}}};
};

/// 3.1: which customers, in which order. Empty lists and invalid dates mean "any".
struct DirectoryQuery {
    QString search;
    QList<Stage> stages;
    QList<VerificationStatus> statuses;
    QList<RiskLevel> risks;
    QList<CategoryId> categories;
    QStringList nationalities;
    QDate createdFrom;         ///< inclusive, UTC
    QDate createdTo;           ///< inclusive, UTC
    QList<ClaimFilter> claims; ///< only where claims are offered
    DirectorySort sort = DirectorySort::CreatedAt;
    bool descending = true;

    friend bool operator==(const DirectoryQuery&, const DirectoryQuery&) = default;
};

/// 2.1: who is signed in. The token and the refresh token stay in the credential store.
struct SessionInfo {
    SessionId id;
    UserId userId;
    QString displayName; ///< from the claims, else the user name
    QList<WireValue<Role>> roles;
    QDateTime expiresAt; ///< R11, UTC
    TenantId tenantId;

    friend bool operator==(const SessionInfo&, const SessionInfo&) = default;
};

} // namespace finhub
