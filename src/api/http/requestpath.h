#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <initializer_list>
#include <utility>

namespace finhub::api {

using QueryItems = QList<std::pair<QString, QString>>;

/// The path and query of a request. Every id is checked against the alphabet of 1.6 and percent-encoded a
/// segment at a time, so that no id walks the path (`../../admin`).
class RequestPath {
public:
    /// The template has a `{}` for every segment. ErrorKind::Refused when a segment is no id of the contract.
    static Result<RequestPath> of(const char* pattern, std::initializer_list<QString> segments,
                                  const QueryItems& query = {});

    /// On this server; only scheme, host and port of the base are used.
    QUrl on(const QUrl& base) const;

    /// The path with its ids and without the query.
    QString withIds() const;
    /// The path with `{}` in place of the ids, for logs.
    QByteArray pattern() const { return m_pattern; }

private:
    QByteArray m_pattern;
    QByteArray m_encoded;
};

} // namespace finhub::api
