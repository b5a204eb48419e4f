#include "sandbox/json.h"

#include "core/wiretime.h"

#include <QStringList>

namespace finhub::sandbox {

namespace {
constexpr int MaxDepth = 64;
}

Json jsonText(const QString& text)
{
    return Json(text.toStdString());
}

Json jsonTextOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : jsonText(text);
}

Json jsonTime(const QDateTime& time)
{
    return jsonTextOrNull(formatWireTime(time));
}

Json jsonTexts(const QStringList& texts)
{
    Json array = Json::array();
    for (const QString& text : texts)
        array.push_back(jsonText(text));
    return array;
}

QString textOf(const Json& string)
{
    const auto* const text = string.get_ptr<const Json::string_t*>();
    return text ? QString::fromStdString(*text) : QString();
}

QString memberText(const Json& object, const char* name)
{
    const auto member = object.find(name);
    return member == object.end() ? QString() : textOf(*member);
}

qint64 memberNumber(const Json& object, const char* name)
{
    const auto member = object.find(name);
    return member != object.end() && member->is_number_integer() ? member->get<qint64>() : 0;
}

bool memberFlag(const Json& object, const char* name)
{
    const auto member = object.find(name);
    return member != object.end() && member->is_boolean() && member->get<bool>();
}

QByteArray jsonBytes(const Json& json)
{
    // Text that is not UTF-8 must not throw: it becomes U+FFFD.
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<Json> parseJsonObject(const QByteArray& bytes)
{
    bool tooDeep = false;
    const auto limit = [&tooDeep](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > MaxDepth;
        return !tooDeep;
    };
    Json parsed = Json::parse(bytes.begin(), bytes.end(), limit, false);
    if (tooDeep || !parsed.is_object())
        return std::nullopt;
    return parsed;
}

} // namespace finhub::sandbox
