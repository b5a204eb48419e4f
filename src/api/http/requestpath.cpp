#include "api/http/requestpath.h"

#include "core/id.h"

namespace finhub::api {

namespace {
constexpr int PlaceholderSize = 2;
using Segment = Id<struct SegmentTag>;
} // namespace

Result<RequestPath> RequestPath::of(const char* pattern, std::initializer_list<QString> segments,
                                    const QueryItems& query)
{
    RequestPath path;
    path.m_pattern = pattern;
    QByteArray rest = path.m_pattern;
    for (const QString& segment : segments) {
        if (!Segment(segment).isValid())
            return failure(
                Error::of(ErrorKind::Refused, QStringLiteral("id outside the contract's alphabet")));
        const qsizetype at = rest.indexOf("{}");
        Q_ASSERT(at >= 0);
        path.m_encoded += rest.left(at) + QUrl::toPercentEncoding(segment);
        rest = rest.mid(at + PlaceholderSize);
    }
    path.m_encoded += rest;

    char separator = '?';
    for (const auto& [name, value] : query) {
        path.m_encoded += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return path;
}

QString RequestPath::withIds() const
{
    return QString::fromLatin1(QByteArray::fromPercentEncoding(m_encoded.split('?').first()));
}

QUrl RequestPath::on(const QUrl& base) const
{
    const QByteArray origin =
        base.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return QUrl::fromEncoded(origin + m_encoded, QUrl::StrictMode);
}

} // namespace finhub::api
