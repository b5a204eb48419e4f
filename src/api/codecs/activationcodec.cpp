#include "api/codecs/activationcodec.h"

#include "api/codecs/envelope.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

namespace {
std::optional<bool> readActivated(const QString& status)
{
    if (status == QLatin1String("ACTIVATED") || status == QLatin1String("ACTIVE"))
        return true;
    if (status == QLatin1String("NOT_ACTIVATED"))
        return false;
    return std::nullopt;
}
} // namespace

Activation readActivation(const JsonPlace& place)
{
    Activation activation;
    const JsonPlace wallet = place.member("wallet");
    activation.activated = readActivated(place.firstOf({"activationStatus", "status"}).text());
    activation.activatedAt = place.member("activatedAt").time();
    activation.iban =
        place.member("iban").isPresent() ? place.member("iban").text() : wallet.member("iban").text();
    activation.walletId = place.member("walletId").isPresent() ? place.member("walletId").idText()
                                                               : wallet.member("walletId").idText();
    return activation;
}

QByteArray writeActivation(const UserId& user, const QString& code)
{
    return JsonBody().text("userId", user.text()).text("code", code).take();
}

Result<Activation> readActivationAnswer(const QByteArray& body)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    if (envelope->isEmpty()) {
        Activation activation;
        activation.activated = true;
        return activation;
    }
    return envelope->checked(readActivation(envelope->payload()));
}

} // namespace finhub::api
