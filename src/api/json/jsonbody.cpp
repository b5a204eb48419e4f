#include "api/json/jsonbody.h"

#include <utility>

namespace finhub::api {

JsonBody::JsonBody()
{
    m_bytes.reserve(1024);
    append("{");
}

JsonBody::~JsonBody()
{
    wipe(m_bytes);
}

JsonBody& JsonBody::text(const char* member, const QString& value)
{
    name(member);
    QByteArray utf8 = value.toUtf8();
    appendQuoted(utf8);
    return *this;
}

JsonBody& JsonBody::textOptional(const char* member, const QString& value)
{
    return value.isEmpty() ? *this : text(member, value);
}

JsonBody& JsonBody::flag(const char* member, bool value)
{
    name(member);
    append(value ? "true" : "false");
    return *this;
}

JsonBody& JsonBody::textsOptional(const char* member, const QStringList& values)
{
    if (values.isEmpty())
        return *this;
    name(member);
    append("[");
    for (const QString& value : values) {
        if (&value != &values.front())
            append(",");
        appendQuoted(value.toUtf8());
    }
    append("]");
    return *this;
}

JsonBody& JsonBody::secret(const char* member, const Secret& value)
{
    name(member);
    appendQuoted(value.view());
    return *this;
}

QByteArray JsonBody::take()
{
    append("}");
    return std::exchange(m_bytes, {});
}

void JsonBody::name(const char* member)
{
    if (m_bytes.size() > 1)
        append(",");
    appendQuoted(member);
    append(":");
}

// QByteArray would move to a larger buffer by itself and leave the smaller one behind as it is.
void JsonBody::append(QByteArrayView bytes)
{
    if (m_bytes.size() + bytes.size() > m_bytes.capacity()) {
        QByteArray larger;
        larger.reserve(2 * (m_bytes.size() + bytes.size()));
        larger.append(m_bytes);
        wipe(m_bytes);
        m_bytes = std::move(larger);
    }
    m_bytes.append(bytes);
}

void JsonBody::appendQuoted(QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    append("\"");
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            const char escaped[] = {'\\', c};
            append(QByteArrayView(escaped, 2));
        } else if (static_cast<unsigned char>(c) < 0x20) {
            const char escaped[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
            append(QByteArrayView(escaped, 6));
        } else {
            append(QByteArrayView(&c, 1));
        }
    }
    append("\"");
}

} // namespace finhub::api
