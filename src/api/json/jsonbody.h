#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace finhub::api {

/// Writes the JSON object of a request (W2: UTF-8, compact, no byte-order mark), members in the order in
/// which they are added. W1: what is not added is not sent; the `Optional` forms leave an empty value out.
/// Every buffer that a secret has been written to is wiped, except the one that take() gives away.
class JsonBody {
public:
    JsonBody();
    ~JsonBody();
    JsonBody(const JsonBody&) = delete;
    JsonBody& operator=(const JsonBody&) = delete;

    JsonBody& text(const char* name, const QString& value);
    JsonBody& textOptional(const char* name, const QString& value);
    JsonBody& flag(const char* name, bool value);
    JsonBody& textsOptional(const char* name, const QStringList& values);
    JsonBody& secret(const char* name, const Secret& value);

    /// The finished body; the caller wipes it when a secret is in it.
    QByteArray take();

private:
    void name(const char* name);
    void append(QByteArrayView bytes);
    void appendQuoted(QByteArrayView utf8);

    QByteArray m_bytes;
};

} // namespace finhub::api
