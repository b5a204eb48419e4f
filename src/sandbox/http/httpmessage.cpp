#include "sandbox/http/httpmessage.h"

namespace finhub::sandbox {

namespace {
QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}
} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString HttpRequest::queryValue(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QList<std::pair<QString, QString>> parseQuery(const QByteArray& query)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QByteArray& part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        pairs.append({decoded(equals < 0 ? part : part.left(equals)),
                      equals < 0 ? QString() : decoded(part.mid(equals + 1))});
    }
    return pairs;
}

} // namespace finhub::sandbox
