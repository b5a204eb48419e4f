#include "api/codecs/envelope.h"

#include "api/codecs/errorcodec.h"

namespace finhub::api {

namespace {
bool isEnvelopeMember(const QString& name)
{
    static const QStringList members{QStringLiteral("code"),     QStringLiteral("message"),
                                     QStringLiteral("msg"),      QStringLiteral("success"),
                                     QStringLiteral("data"),     QStringLiteral("redirectUrl"),
                                     QStringLiteral("timestamp")};
    return members.contains(name);
}

bool saysFailure(const JsonPlace& root)
{
    const JsonPlace tolerant = root.tolerant();
    if (tolerant.member("success").flag() == false ||
        tolerant.member("data").member("success").flag() == false)
        return true;
    const std::optional<qint64> code = tolerant.member("code").integer();
    return code && *code != 0 && (*code < 200 || *code > 299);
}
} // namespace

Result<Envelope> Envelope::open(const QByteArray& body)
{
    Result<JsonText> text = JsonText::parse(body);
    if (!text)
        return failure(std::move(text.error()));
    if (saysFailure(text->root())) {
        Error error =
            Error::of(ErrorKind::BadAnswer, QStringLiteral("$: success:false or a code of failure"));
        readErrorMembers(text->root(), error);
        return failure(std::move(error));
    }
    return Envelope(std::move(*text));
}

JsonPlace Envelope::payload() const
{
    const JsonPlace whole = root();
    // R15: categories may come without any envelope, as an array.
    if (!whole.isObject())
        return whole;
    return whole.has("data") ? whole.member("data") : whole;
}

bool Envelope::isEmpty() const
{
    const JsonPlace place = payload();
    if (!place.isPresent())
        return true;
    if (!place.isObject())
        return false;
    const bool isRoot = !root().has("data");
    for (const auto& [name, value] : place.members()) {
        if (!isRoot || !isEnvelopeMember(name))
            return false;
    }
    return true;
}

} // namespace finhub::api
