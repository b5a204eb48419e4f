#include "sandbox/routes/views.h"

#include "core/requireddocuments.h"
#include "sandbox/accounts/categories.h"
#include "sandbox/store/casefacts.h"
#include "sandbox/store/officerwork.h"

#include <algorithm>
#include <iterator>

namespace finhub::sandbox {

namespace {
Json categoryView(const CategoryId& id)
{
    const SandboxCategory* category = findCategory(id);
    return Json{{"id", jsonText(id.text())}, {"name", jsonTextOrNull(category ? category->name : QString())}};
}

Json personView(const Person& person)
{
    Json view{{"firstName", jsonText(person.firstName)},
              {"lastName", jsonText(person.lastName)},
              {"email", jsonText(person.email)},
              {"phone", jsonTextOrNull(person.phone)},
              {"dateOfBirth", jsonTextOrNull(person.dateOfBirth.toString(Qt::ISODate))},
              {"nationality", jsonTextOrNull(person.nationality)}};
    if (!person.gender.isEmpty())
        view["gender"] = jsonText(person.gender);
    if (!person.placeOfBirth.isEmpty())
        view["placeOfBirth"] = jsonText(person.placeOfBirth);
    if (!person.pincode.isEmpty())
        view["pincode"] = jsonText(person.pincode);
    return view;
}

Json consentsView(const CaseFile& file)
{
    Json consents = Json::array();
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        const ConsentRecord* consent = findConsent(file, type);
        consents.push_back({{"consentType", name},
                            {"status", jsonWord(consent ? ConsentStatus::Accepted : ConsentStatus::Pending)},
                            {"id", consent ? jsonText(consent->id) : Json()},
                            {"version", consent ? jsonText(consent->version) : Json()},
                            {"grantedAt", consent ? jsonTime(consent->grantedAt) : Json()},
                            {"expiresAt", consent ? jsonTime(consent->expiresAt) : Json()}});
    }
    return consents;
}

Json requirementsView(RiskLevel risk)
{
    return jsonWords(requirementsFor(risk));
}
} // namespace

Json registrationView(const CaseFile& file)
{
    const CustomerRecord& customer = file.customer;
    const bool active = isActivated(file);
    return Json{{"id", jsonText(customer.id.text())},
                {"tenantId", jsonText(sandboxTenant().text())},
                {"customerType", "CT_PERSON"},
                {"customerStatus", jsonText(customerStatus(active))},
                {"individual", true},
                {"organization", false},
                {"person", personView(customer.person)},
                {"user",
                 {{"id", jsonText(customer.userId.text())},
                  {"username", jsonText(customer.person.email)},
                  {"status", active ? "ACTIVE" : "PENDING_ACTIVATION"},
                  {"roles", jsonTexts(customer.roles)}}},
                {"categorization", categoryView(customer.categoryId)}};
}

Json customerView(const CaseFile& file)
{
    const CustomerRecord& customer = file.customer;
    const VerificationRecord* verification = currentVerification(file);
    Json view = registrationView(file);
    view["stage"] = jsonWord(stageOf(file));
    view["risk"] = jsonWord(customer.risk);
    view["verification"] = verification ? verificationView(file, *verification) : Json();
    view["consents"] = consentsView(file);
    view["activation"] = {{"status", isActivated(file) ? "ACTIVATED" : "NOT_ACTIVATED"},
                          {"activatedAt", jsonTime(customer.activatedAt)},
                          {"iban", jsonTextOrNull(customer.iban)},
                          {"walletId", jsonTextOrNull(customer.walletId)}};
    view["createdAt"] = jsonTime(customer.createdAt);
    view["updatedAt"] = jsonTime(customer.updatedAt);
    return view;
}

Json directoryItemView(const DirectoryItem& item)
{
    Json verification;
    if (item.verification) {
        verification = {{"verificationId", jsonText(item.verification->id.text())},
                        {"type", jsonWord(item.verification->type)},
                        {"status", jsonWord(item.verification->status)},
                        {"verificationLevel", jsonWord(item.verification->level)},
                        {"version", item.verification->version},
                        {"startedAt", jsonTime(item.verification->startedAt)},
                        {"submittedAt", jsonTime(item.verification->submittedAt)},
                        {"decidedAt", jsonTime(item.verification->decidedAt)}};
    }
    return Json{{"id", jsonText(item.id.text())},
                {"customerStatus", jsonText(customerStatus(item.activated))},
                {"firstName", jsonText(item.person.firstName)},
                {"lastName", jsonText(item.person.lastName)},
                {"email", jsonText(item.person.email)},
                {"nationality", jsonTextOrNull(item.person.nationality)},
                {"category", categoryView(item.categoryId)},
                {"stage", jsonWord(item.stage)},
                {"risk", jsonWord(item.risk)},
                {"verification", verification},
                {"createdAt", jsonTime(item.createdAt)},
                {"updatedAt", jsonTime(item.updatedAt)}};
}

Json startedView(const CaseFile& file, const VerificationRecord& verification)
{
    return Json{{"verificationId", jsonText(verification.id.text())},
                {"id", jsonText(verification.id.text())},
                {"customerId", jsonText(file.customer.id.text())},
                {"type", jsonWord(verification.type)},
                {"verificationType", "KYC"},
                {"status", jsonWord(verification.status)},
                {"verificationLevel", jsonWord(verification.level)},
                {"requiredDocuments", requirementsView(file.customer.risk)},
                {"verified", false},
                {"startedAt", jsonTime(verification.startedAt)},
                {"version", verification.version}};
}

Json verificationView(const CaseFile& file, const VerificationRecord& verification)
{
    const auto documents = std::count_if(file.documents.begin(), file.documents.end(),
                                         [&](const auto& d) { return d.verificationId == verification.id; });
    return Json{{"verificationId", jsonText(verification.id.text())},
                {"id", jsonText(verification.id.text())},
                {"customerId", jsonText(file.customer.id.text())},
                {"customerName", jsonText(file.customer.person.fullName())},
                {"type", jsonWord(verification.type)},
                {"verificationType", "KYC"},
                {"status", jsonWord(verification.status)},
                {"verificationLevel", jsonWord(verification.level)},
                {"risk", jsonWord(file.customer.risk)},
                {"requiredDocuments", requirementsView(file.customer.risk)},
                {"missingDocuments", jsonWords(missingDocuments(file, verification.id))},
                {"documentCount", documents},
                {"round", verification.round},
                {"verified", verification.status == VerificationStatus::Approved},
                {"initiatedBy", jsonText(verification.initiatedBy.text())},
                {"startedAt", jsonTime(verification.startedAt)},
                {"submittedAt", jsonTime(verification.submittedAt)},
                {"updatedAt", jsonTime(verification.updatedAt)},
                {"decidedAt", jsonTime(verification.decidedAt)},
                {"decidedBy", jsonTextOrNull(verification.decidedBy)},
                {"reasonCodes", jsonTexts(verification.reasonCodes)},
                {"comment", jsonTextOrNull(verification.comment)},
                {"notes", jsonTextOrNull(verification.notes)},
                {"version", verification.version}};
}

Json documentView(const DocumentRecord& document)
{
    const Requirement requirement = requirementOf(document.type);
    return Json{{"documentId", jsonText(document.id.text())},
                {"verificationId", jsonText(document.verificationId.text())},
                {"documentType", jsonWord(document.type)},
                {"requirement", requirement == Requirement::Unknown ? Json() : jsonWord(requirement)},
                {"fileName", jsonText(document.fileName)},
                {"mimeType", jsonWord(document.mimeType)},
                {"size", document.size},
                {"sha256", document.sha256.toStdString()},
                {"status", jsonWord(document.verified ? DocumentStatus::Verified : DocumentStatus::Uploaded)},
                {"verified", document.verified},
                {"round", document.round},
                {"uploadedAt", jsonTime(document.uploadedAt)},
                {"uploadedBy", jsonText(document.uploadedBy.text())}};
}

Json consentView(const CaseFile& file, const ConsentRecord& consent)
{
    return Json{{"id", jsonText(consent.id)},
                {"customerId", jsonText(file.customer.id.text())},
                {"tenantId", jsonText(sandboxTenant().text())},
                {"consentType", jsonWord(consent.type)},
                {"isRequired", true},
                {"isGranted", true},
                {"version", jsonText(consent.version)},
                {"status", jsonWord(ConsentStatus::Accepted)},
                {"grantedAt", jsonTime(consent.grantedAt)},
                {"expiresAt", jsonTime(consent.expiresAt)},
                {"ipAddress", jsonTextOrNull(consent.ipAddress)},
                {"userAgent", jsonTextOrNull(consent.userAgent)}};
}

Json claimView(const ClaimRecord* claim)
{
    if (!claim)
        return {};
    return Json{{"by", officerView(claim->by)},
                {"since", jsonTime(claim->since)},
                {"expiresAt", jsonTime(claim->expiresAt)}};
}

void addClaim(const RequestContext& context, const VerificationRecord& verification, Json& view)
{
    if (context.state.offers(Extension::Claims))
        view["claim"] = claimView(liveClaim(verification, context.now));
}

Json officerView(const OfficerName& officer)
{
    return Json{{"id", jsonText(officer.id.text())}, {"name", jsonTextOrNull(officer.name)}};
}

Json eventView(const EventRecord& event)
{
    return Json{{"id", jsonText(event.id)},
                {"type", jsonText(event.type)},
                {"at", jsonTime(event.at)},
                {"actor",
                 {{"type", jsonWord(event.actorType)},
                  {"id", jsonTextOrNull(event.actorId)},
                  {"name", jsonTextOrNull(event.actorName)}}},
                {"summary", jsonText(event.summary)},
                {"data", parseJsonObject(event.data).value_or(Json::object())}};
}

Json readinessView(const CaseFile& file)
{
    const VerificationRecord* verification = currentVerification(file);
    const QList<ConsentType> missing = missingConsents(file);
    const bool allowed = isVerificationOk(file) && missing.isEmpty() && !isActivated(file);
    return Json{
        {"activationAllowed", allowed},
        {"canActivate", allowed},
        {"verificationOk", isVerificationOk(file)},
        {"consentOk", missing.isEmpty()},
        {"missingConsents", jsonWords(missing)},
        {"verificationStatus", jsonWord(verification ? verification->status : VerificationStatus::None)},
        {"verificationLevel", verification ? jsonWord(verification->level) : Json()},
        {"riskLevel", jsonWord(file.customer.risk)}};
}

QByteArray etagOf(const VerificationRecord& verification)
{
    return "\"v" + QByteArray::number(verification.version) + '"';
}

} // namespace finhub::sandbox
