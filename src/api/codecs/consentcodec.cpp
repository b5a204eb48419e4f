#include "api/codecs/consentcodec.h"

#include "api/codecs/envelope.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

WireValue<ConsentType> readConsentType(const JsonPlace& place)
{
    const QString word = place.text();
    if (word == QLatin1String("TERMS"))
        return ConsentType::TermsAndConditions;
    if (word == QLatin1String("PRIVACY"))
        return ConsentType::PrivacyPolicy;
    return WireValue<ConsentType>::fromWire(word);
}

QList<WireValue<ConsentType>> readConsentTypes(const JsonPlace& list)
{
    QList<WireValue<ConsentType>> types;
    for (const JsonPlace& entry : list.elements())
        types.append(readConsentType(entry.isObject() ? entry.firstOf({"consentType", "type"}) : entry));
    return types;
}

Consent readConsent(const JsonPlace& place)
{
    Consent consent;
    consent.id = place.firstOf({"consentId", "id"}).idText();
    consent.type = readConsentType(place.firstOf({"consentType", "type"}));
    consent.status = place.member("status").word<ConsentStatus>();
    consent.version = place.member("version").text();
    consent.grantedAt = place.member("grantedAt").time();
    consent.expiresAt = place.member("expiresAt").time();
    return consent;
}

QString consentSegment(ConsentType type)
{
    switch (type) {
    case ConsentType::TermsAndConditions:
        return QStringLiteral("terms");
    case ConsentType::PrivacyPolicy:
        return QStringLiteral("privacy");
    case ConsentType::DataProcessing:
        return QStringLiteral("data-processing");
    case ConsentType::Unknown:
        break;
    }
    return {};
}

QByteArray writeConsent(const QString& version)
{
    return JsonBody().flag("accepted", true).text("version", version).take();
}

Result<Consent> readConsentAnswer(const QByteArray& body, ConsentType sent)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload();
    Consent consent = readConsent(payload);
    payload.member("status").required();
    if (consent.type.isAbsent())
        consent.type = sent;
    else if (consent.type.value() != sent)
        payload.member("consentType").noteFault("not the consent that was sent");
    return envelope->checked(consent);
}

} // namespace finhub::api
