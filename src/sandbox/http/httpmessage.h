#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace finhub::sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// A request as it came over the wire.
struct HttpRequest {
    /// What became of the body: bodies above MaxBodyBytes are read to their end but not kept.
    enum class Body { Whole, TooLarge, CutShort };

    QByteArray method;
    QByteArray path; ///< still percent-encoded, without the query
    QList<std::pair<QString, QString>> query;
    HttpHeaders headers;
    QByteArray body;
    Body bodyState = Body::Whole;
    QString peer; ///< address of the caller

    /// The first header of this name (without case), empty when there is none.
    QByteArray header(QByteArrayView name) const;
    /// The first query value of this name; absent and empty values are the same (1.6).
    QString queryValue(QStringView name) const;

    static constexpr qsizetype MaxBodyBytes = 16 * 1024 * 1024;
};

struct HttpReply {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    HttpHeaders headers;
    bool drop = false;                 ///< close the connection without an answer
    std::optional<qsizetype> cutAfter; ///< announce the whole body, send only so many bytes of it, close
};

/// The name and value pairs of a query string; `+` is a blank.
QList<std::pair<QString, QString>> parseQuery(const QByteArray& query);

} // namespace finhub::sandbox
