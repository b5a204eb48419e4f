#pragma once

#include "core/wirevalue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>

/// The one place where the sandbox meets the JSON library.
namespace finhub::sandbox {

/// Keeps the order of members, so that answers read like the contract's examples.
using Json = nlohmann::ordered_json;

Json jsonText(const QString& text);
/// null for an empty text.
Json jsonTextOrNull(const QString& text);
/// 1.6: RFC 3339 with milliseconds; null for an invalid time.
Json jsonTime(const QDateTime& time);
Json jsonTexts(const QStringList& texts);
QString textOf(const Json& string);
/// A member of an object that the sandbox has written itself; empty, 0 or false when it is not there.
QString memberText(const Json& object, const char* name);
qint64 memberNumber(const Json& object, const char* name);
bool memberFlag(const Json& object, const char* name);

template <typename E>
Json jsonWord(E value)
{
    return jsonText(WireValue<E>::nameOf(value));
}
template <typename List>
Json jsonWords(const List& values)
{
    Json array = Json::array();
    for (const auto value : values)
        array.push_back(jsonWord(value));
    return array;
}

/// W2: compact UTF-8.
QByteArray jsonBytes(const Json& json);
/// A JSON object, or nothing when the bytes are something else, or nested more than 64 levels deep.
std::optional<Json> parseJsonObject(const QByteArray& bytes);

} // namespace finhub::sandbox
