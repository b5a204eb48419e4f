#include "api/json/jsonplace.h"

#include "core/wiretime.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace finhub::api {

namespace {
using Json = nlohmann::json;

const Json& nodeOf(const void* node)
{
    return *static_cast<const Json*>(node);
}

/// A member's name as a step of a path. Names come from outside too: only plain ones are repeated.
QByteArray stepOf(const std::string& name)
{
    const bool plain =
        !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '-';
        });
    return plain ? '.' + QByteArray::fromStdString(name) : QByteArrayLiteral("[?]");
}
} // namespace

JsonPlace::JsonPlace(const void* node, QString* fault, QByteArray path)
    : m_node(node)
    , m_fault(fault)
    , m_path(std::move(path))
{
}

JsonPlace JsonPlace::child(const void* node, const QByteArray& step) const
{
    return JsonPlace(node, m_fault, m_path + step);
}

bool JsonPlace::isPresent() const
{
    return m_node && !nodeOf(m_node).is_null();
}

bool JsonPlace::isObject() const
{
    return m_node && nodeOf(m_node).is_object();
}

bool JsonPlace::isArray() const
{
    return m_node && nodeOf(m_node).is_array();
}

bool JsonPlace::isText() const
{
    return m_node && nodeOf(m_node).is_string();
}

bool JsonPlace::has(const char* name) const
{
    return isObject() && nodeOf(m_node).contains(name);
}

JsonPlace JsonPlace::member(const char* name) const
{
    const QByteArray step = QByteArray(".") + name;
    if (!isPresent())
        return child(nullptr, step);
    if (!isObject()) {
        noteFault("not an object");
        return child(nullptr, step);
    }
    const Json& object = nodeOf(m_node);
    const auto found = object.find(name);
    return child(found == object.end() ? nullptr : &*found, step);
}

JsonPlace JsonPlace::firstOf(std::initializer_list<const char*> names) const
{
    for (const char* name : names) {
        JsonPlace place = member(name);
        if (place.isPresent())
            return place;
    }
    return member(*names.begin());
}

std::vector<JsonPlace> JsonPlace::elements() const
{
    std::vector<JsonPlace> out;
    if (!isPresent())
        return out;
    if (!isArray()) {
        noteFault("not an array");
        return out;
    }
    out.reserve(nodeOf(m_node).size());
    for (const Json& element : nodeOf(m_node))
        out.push_back(child(&element, '[' + QByteArray::number(qsizetype(out.size())) + ']'));
    return out;
}

std::vector<std::pair<QString, JsonPlace>> JsonPlace::members() const
{
    std::vector<std::pair<QString, JsonPlace>> out;
    if (!isPresent())
        return out;
    if (!isObject()) {
        noteFault("not an object");
        return out;
    }
    for (const auto& item : nodeOf(m_node).items())
        out.emplace_back(QString::fromStdString(item.key()), child(&item.value(), stepOf(item.key())));
    return out;
}

const JsonPlace& JsonPlace::required() const
{
    if (!isPresent())
        noteFault("missing");
    return *this;
}

JsonPlace JsonPlace::tolerant() const
{
    return JsonPlace(m_node, nullptr, m_path);
}

QString JsonPlace::text() const
{
    if (!isPresent())
        return {};
    if (!isText()) {
        noteFault("not a string");
        return {};
    }
    return QString::fromStdString(nodeOf(m_node).get_ref<const std::string&>());
}

QStringList JsonPlace::texts() const
{
    QStringList out;
    for (const JsonPlace& element : elements())
        out.append(element.text());
    return out;
}

std::optional<bool> JsonPlace::flag() const
{
    if (!isPresent())
        return std::nullopt;
    if (!nodeOf(m_node).is_boolean()) {
        noteFault("not a boolean");
        return std::nullopt;
    }
    return nodeOf(m_node).get<bool>();
}

std::optional<qint64> JsonPlace::integer(qint64 least, qint64 greatest) const
{
    if (!isPresent())
        return std::nullopt;
    const Json& node = nodeOf(m_node);
    if (!node.is_number_integer()) {
        noteFault("not a whole number");
        return std::nullopt;
    }
    const bool tooGreat =
        node.is_number_unsigned() && node.get<quint64>() > quint64(std::numeric_limits<qint64>::max());
    const qint64 value = tooGreat ? 0 : node.get<qint64>();
    if (tooGreat || value < least || value > greatest) {
        noteFault("out of range");
        return std::nullopt;
    }
    return value;
}

std::optional<int> JsonPlace::smallInteger(int least, int greatest) const
{
    const std::optional<qint64> value = integer(least, greatest);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

QDateTime JsonPlace::time() const
{
    if (!isPresent())
        return {};
    const Json& node = nodeOf(m_node);
    if (node.is_string())
        return parseWireTime(text());
    if (!node.is_number())
        return {};
    // The end of the year 9999: what lies beyond is not a time but a mistake.
    const double milliseconds = node.get<double>();
    if (!(std::abs(milliseconds) <= 253402300799999.0))
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds), Qt::UTC);
}

QDate JsonPlace::date() const
{
    const QString written = text();
    if (written.size() > 10 && written.at(10) != u'T')
        return {};
    return QDate::fromString(written.left(10), Qt::ISODate);
}

Secret JsonPlace::secret() const
{
    if (!isPresent())
        return {};
    if (!isText()) {
        noteFault("not a string");
        return {};
    }
    const std::string& bytes = nodeOf(m_node).get_ref<const std::string&>();
    return Secret(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QString JsonPlace::idText() const
{
    if (!isPresent())
        return {};
    const Json& node = nodeOf(m_node);
    if (node.is_string())
        return text();
    if (node.is_number_unsigned())
        return QString::number(node.get<quint64>());
    if (node.is_number_integer())
        return QString::number(node.get<qint64>());
    // A fraction, or digits beyond 64 bits, which the parser has rounded: not this id but another one.
    noteFault("not an id");
    return {};
}

void JsonPlace::noteFault(const char* what) const
{
    if (m_fault && m_fault->isEmpty())
        *m_fault = QString::fromLatin1(m_path) + QStringLiteral(": ") + QLatin1String(what);
}

} // namespace finhub::api
