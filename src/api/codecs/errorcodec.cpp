#include "api/codecs/errorcodec.h"

#include "api/codecs/claimcodec.h"
#include "api/codecs/consentcodec.h"
#include "api/http/retryafter.h"
#include "api/json/jsontext.h"

#include <utility>

namespace finhub::api {

namespace {
/// Longer texts help nobody and would be laid out by a label.
constexpr qsizetype MaxMessage = 1000;

/// R17.
WireValue<ErrorWord> errorWord(const JsonPlace& root)
{
    const JsonPlace data = root.member("data");
    QString word = data.member("error").text();
    if (word.isEmpty())
        word = data.member("errorType").text();
    if (word.isEmpty())
        word = root.member("error").member("code").text();
    return WireValue<ErrorWord>::fromWire(normalizedErrorWord(word.left(MaxMessage)));
}

/// `Invalid categorization`: the keys of the parametrization, else the category itself. The body has one
/// text for them all.
QList<FieldFault> categorizationFaults(const JsonPlace& data)
{
    const QString details = data.member("details").text().left(MaxMessage);
    QStringList keys = data.member("missingKeys").texts();
    for (const auto& [key, value] : data.member("invalidValues").members())
        keys.append(key);
    QList<FieldFault> faults;
    for (const QString& key : std::as_const(keys))
        faults.append({QStringLiteral("parametrization.") + key, details});
    if (faults.isEmpty())
        faults.append({QStringLiteral("customerCategory.id"), details});
    return faults;
}

QList<FieldFault> fieldFaults(const JsonPlace& data)
{
    QList<FieldFault> faults;
    for (const JsonPlace& entry : data.member("errors").elements()) {
        FieldFault fault{entry.member("field").text(), entry.member("message").text().left(MaxMessage)};
        if (!fault.field.isEmpty() || !fault.message.isEmpty())
            faults.append(std::move(fault));
    }
    if (faults.isEmpty() && data.member("field").isText())
        faults.append({data.member("field").text(), data.member("details").text().left(MaxMessage)});
    return faults;
}
} // namespace

void readErrorMembers(const JsonPlace& strictRoot, Error& error)
{
    const JsonPlace root = strictRoot.tolerant();
    const JsonPlace data = root.member("data");
    error.word = errorWord(root);
    error.serverMessage = root.firstOf({"message", "msg"}).text().left(MaxMessage);
    error.fields =
        error.is(ErrorWord::InvalidCategorization) ? categorizationFaults(data) : fieldFaults(data);

    error.attempts = data.member("attempts").smallInteger(0, 1'000'000).value_or(0);
    error.maxAttempts = data.member("maxAttempts").smallInteger(0, 1'000'000).value_or(0);
    error.lockoutTime = data.member("lockoutTime").time();
    error.missingDocuments = data.member("missingDocuments").words<Requirement>();
    error.missingConsents = readConsentTypes(data.member("missingConsents"));
    error.requiredRoles = data.member("requiredRoles").texts();
    error.requiredLevel = data.member("requiredLevel").word<VerificationLevel>();
    error.verificationStatus = data.firstOf({"status", "verificationStatus"}).word<VerificationStatus>();
    error.reasonCodes = data.member("reasonCodes").texts();
    if (const QString code = data.member("reasonCode").text(); !code.isEmpty())
        error.reasonCodes.append(code);
    error.verificationId = data.member("verificationId").id<VerificationId>();
    if (const JsonPlace claim = data.member("claim"); claim.isObject())
        error.claim = readClaim(claim);
}

ErrorAnswer readErrorAnswer(const RawAnswer& answer, const QDateTime& now)
{
    ErrorAnswer out;
    out.error = Error::of(ErrorKind::Status, answer.technical);
    out.error.status = answer.status;
    if (const Result<JsonText> text = JsonText::parse(answer.body); text && text->root().isObject()) {
        readErrorMembers(text->root(), out.error);
        out.resource = text->root().tolerant().member("data").member("resource").text();
    }
    out.error.retryAfter = retryAfter(answer.header("Retry-After"), now);
    return out;
}

} // namespace finhub::api
