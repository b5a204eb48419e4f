#include "api/json/jsonbody.h"

#include <algorithm>
#include <utility>

namespace finhub::api {

namespace {
/// A multiple of three, so that every piece but the last is without padding.
constexpr qsizetype Base64Piece = 48 * 1024;
} // namespace

JsonBody::JsonBody(qsizetype bytes)
    : m_open("}")
{
    m_bytes.reserve(bytes);
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

JsonBody& JsonBody::number(const char* member, qint64 value)
{
    name(member);
    append(QByteArray::number(value));
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

JsonBody& JsonBody::base64(const char* member, QByteArrayView bytes, const std::atomic<bool>& stop)
{
    name(member);
    append("\"");
    for (qsizetype at = 0; at < bytes.size() && !stop; at += Base64Piece) {
        const qsizetype size = std::min(Base64Piece, bytes.size() - at);
        QByteArray piece = QByteArray::fromRawData(bytes.data() + at, size).toBase64();
        append(piece);
        wipe(piece);
    }
    append("\"");
    return *this;
}

JsonBody& JsonBody::object(const char* member)
{
    name(member);
    append("{");
    m_open.append('}');
    return *this;
}

JsonBody& JsonBody::list(const char* member)
{
    name(member);
    append("[");
    m_open.append(']');
    return *this;
}

JsonBody& JsonBody::element()
{
    separate();
    append("{");
    m_open.append('}');
    return *this;
}

JsonBody& JsonBody::close()
{
    const char bracket = m_open.back();
    m_open.chop(1);
    append(QByteArrayView(&bracket, 1));
    return *this;
}

QByteArray JsonBody::take()
{
    while (!m_open.isEmpty())
        close();
    return std::exchange(m_bytes, {});
}

void JsonBody::separate()
{
    if (!m_bytes.endsWith('{') && !m_bytes.endsWith('['))
        append(",");
}

void JsonBody::name(const char* member)
{
    separate();
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
