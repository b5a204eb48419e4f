#include "api/json/harmless.h"

#include "core/id.h"
#include "core/wiretime.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <string_view>

namespace finhub::api {

namespace {
using Names = std::string_view;
constexpr qsizetype LongestWord = 64;

constexpr std::array Ids = std::to_array<Names>({"id",
                                                 "consentId",
                                                 "customerId",
                                                 "databaseId",
                                                 "decidedBy",
                                                 "deliveryId",
                                                 "documentId",
                                                 "etag",
                                                 "eventId",
                                                 "initiatedBy",
                                                 "ownerTenant",
                                                 "powerTenant",
                                                 "recommendationId",
                                                 "recommendedBy",
                                                 "sessionId",
                                                 "sha256",
                                                 "snapshot",
                                                 "subscriptionId",
                                                 "tenantId",
                                                 "uploadedBy",
                                                 "userId",
                                                 "verificationId",
                                                 "walletId",
                                                 "webhookId"});
constexpr std::array Words = std::to_array<Names>({"activationStatus",
                                                   "approver",
                                                   "code",
                                                   "consentType",
                                                   "currency",
                                                   "customerStatus",
                                                   "customerType",
                                                   "documentType",
                                                   "error",
                                                   "errorType",
                                                   "level",
                                                   "mimeType",
                                                   "missingConsents",
                                                   "missingDocuments",
                                                   "reasonCodes",
                                                   "requestedLevel",
                                                   "requiredDocuments",
                                                   "requirement",
                                                   "risk",
                                                   "riskLevel",
                                                   "roles",
                                                   "stage",
                                                   "status",
                                                   "type",
                                                   "verdict",
                                                   "verificationLevel",
                                                   "verificationStatus",
                                                   "verificationType",
                                                   "version"});
constexpr std::array Times =
    std::to_array<Names>({"activatedAt", "approvedAt", "at", "createdAt", "decidedAt", "effectiveDate",
                          "expiresAt", "grantedAt", "lockoutTime", "since", "startedAt", "submittedAt",
                          "timestamp", "updatedAt", "uploadDate", "uploadedAt"});
constexpr std::array Numbers = std::to_array<Names>(
    {"attempts", "code", "documentCount", "maxAttempts", "page", "round", "size", "total", "version"});
constexpr std::array Flags = std::to_array<Names>(
    {"activationAllowed", "canActivate", "consentOk", "individual", "isGranted", "isHighRisk", "isRequired",
     "organization", "powerTenantApprovalOk", "powerTenantApprovalRequired", "success", "verificationOk",
     "verified", "withheld"});

template <std::size_t N>
bool has(const std::array<Names, N>& names, QByteArrayView member)
{
    const Names name(member.data(), static_cast<std::size_t>(member.size()));
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// An id without a digit might as well be a name.
bool looksLikeId(QString value)
{
    if (value.size() > 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.sliced(1, value.size() - 2); // an ETag
    return Id<struct AnyTag>(value).isValid() &&
           std::any_of(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
}

bool looksLikeWord(const QString& value)
{
    return value.size() <= LongestWord && std::all_of(value.begin(), value.end(), [](QChar c) {
               const char16_t u = c.unicode();
               return (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') ||
                      u == u'_' || u == u'-' || u == u'.' || u == u'/';
           });
}

bool looksLikeTime(const QString& value)
{
    return parseWireTime(value).isValid() || QDate::fromString(value, Qt::ISODate).isValid();
}
} // namespace

bool isHarmlessText(QByteArrayView member, const QString& value)
{
    return (has(Ids, member) && looksLikeId(value)) || (has(Words, member) && looksLikeWord(value)) ||
           (has(Times, member) && looksLikeTime(value));
}

bool isHarmlessNumber(QByteArrayView member)
{
    return has(Ids, member) || has(Times, member) || has(Numbers, member);
}

bool isHarmlessFlag(QByteArrayView member)
{
    return has(Flags, member);
}

bool isHarmlessName(QByteArrayView member)
{
    return !member.isEmpty() && looksLikeWord(QString::fromUtf8(member)) && !member.contains('.') &&
           !member.contains('/');
}

} // namespace finhub::api
