#include "api/profilefile.h"

#include "api/json/jsontext.h"

#include <nlohmann/json.hpp>

namespace finhub::api {

namespace {
using Json = nlohmann::ordered_json;

/// A profile's file is no place for these, whatever its version.
constexpr const char* SecretMembers[] = {"password", "token",     "accessToken", "refreshToken",
                                         "secret",   "tenantKey", "tenantSecret"};

QString requiredText(const JsonPlace& profile, const char* name)
{
    return profile.member(name).required().text();
}

/// Read strictly: a pin that is skipped because it is misspelt would be a pin that does not hold.
ServerTrust readTrust(const JsonPlace& profile)
{
    ServerTrust trust;
    const JsonPlace authorities = profile.member("certificateAuthority");
    if (authorities.isPresent()) {
        trust.authorities = authorities.text().toUtf8();
        if (authoritiesIn(trust.authorities).isEmpty() || trust.authorities.size() > MaxAuthorityBytes)
            authorities.noteFault("not certificates in PEM");
    }
    const JsonPlace pins = profile.member("publicKeyPins");
    if (!pins.isPresent())
        return trust;
    for (const JsonPlace& place : pins.elements()) {
        if (const auto pin = pinFrom(place.text()))
            trust.pins.append(*pin);
        else
            place.noteFault("not the SHA-256 of a public key");
    }
    if (trust.pins.isEmpty() || trust.pins.size() > MaxPins)
        pins.noteFault(trust.pins.isEmpty() ? "no pin in it" : "too many pins");
    return trust;
}

ConnectionProfile readOne(const JsonPlace& place)
{
    for (const char* name : SecretMembers) {
        const JsonPlace member = place.member(name);
        if (member.isPresent())
            member.noteFault("a secret does not belong here");
    }
    place.required();

    ConnectionProfile profile;
    profile.name = requiredText(place, "name");
    profile.baseUrl = QUrl(requiredText(place, "baseUrl"), QUrl::StrictMode);
    profile.tenantId = TenantId(requiredText(place, "tenantId"));
    profile.organizationId = OrganizationId(requiredText(place, "organizationId"));
    profile.userId = UserId(requiredText(place, "userId"));
    profile.username = requiredText(place, "username");
    profile.trust = readTrust(place);
    return profile;
}

/// A file that a person wrote: what is wrong with it is refused, not a server's bad answer.
template <typename T>
Result<T> asRefused(Result<T> result)
{
    if (!result)
        result.error().kind = ErrorKind::Refused;
    return result;
}

Json toJson(const ConnectionProfile& profile)
{
    Json json{{"name", profile.name.toStdString()},
              // User info in an address may be a password.
              {"baseUrl", profile.baseUrl.toString(QUrl::RemoveUserInfo).toStdString()},
              {"tenantId", profile.tenantId.text().toStdString()},
              {"organizationId", profile.organizationId.text().toStdString()},
              {"userId", profile.userId.text().toStdString()},
              {"username", profile.username.toStdString()}};
    if (!profile.trust.authorities.isEmpty())
        json["certificateAuthority"] = profile.trust.authorities.toStdString();
    for (const QByteArray& pin : profile.trust.pins)
        json["publicKeyPins"].push_back(pinText(pin).toStdString());
    return json;
}
} // namespace

Result<ConnectionProfile> readProfile(const QByteArray& json)
{
    const Result<JsonText> text = JsonText::parse(json);
    if (!text)
        return asRefused<ConnectionProfile>(failure(text.error()));
    return asRefused(text->checked(readOne(text->root())));
}

Result<QList<ConnectionProfile>> readProfiles(const QByteArray& json)
{
    const Result<JsonText> text = JsonText::parse(json);
    if (!text)
        return asRefused<QList<ConnectionProfile>>(failure(text.error()));
    QList<ConnectionProfile> profiles;
    for (const JsonPlace& place : text->root().member("profiles").required().elements())
        profiles.append(readOne(place));
    return asRefused(text->checked(profiles));
}

QByteArray writeProfiles(const QList<ConnectionProfile>& profiles)
{
    Json list = Json::array();
    for (const ConnectionProfile& profile : profiles)
        list.push_back(toJson(profile));
    const Json root{{"profiles", list}};
    return QByteArray::fromStdString(root.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

} // namespace finhub::api
