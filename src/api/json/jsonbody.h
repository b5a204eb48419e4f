#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>

namespace finhub::api {

/// Writes the JSON object of a request (W2: UTF-8, compact, no byte-order mark), members in the order in
/// which they are added. W1: what is not added is not sent; the `Optional` forms leave an empty value out.
/// Every buffer that a secret has been written to is wiped, except the one that take() gives away.
///
///     JsonBody().text("type", type).object("content").text("title", title).close().take()
class JsonBody {
public:
    /// `bytes` is how long the body is going to be, where that is known; a longer one moves, which costs a
    /// copy.
    explicit JsonBody(qsizetype bytes = 1024);
    ~JsonBody();
    JsonBody(const JsonBody&) = delete;
    JsonBody& operator=(const JsonBody&) = delete;

    JsonBody& text(const char* name, const QString& value);
    JsonBody& textOptional(const char* name, const QString& value);
    JsonBody& flag(const char* name, bool value);
    JsonBody& number(const char* name, qint64 value);
    JsonBody& textsOptional(const char* name, const QStringList& values);
    JsonBody& secret(const char* name, const Secret& value);
    /// RFC 4648 with padding, in one line (2.8), a piece at a time: stops after the piece during which
    /// `stop` has become true.
    JsonBody& base64(const char* name, QByteArrayView bytes, const std::atomic<bool>& stop);

    /// What follows goes into a member that is an object, into a member that is a list, or into a list's
    /// next element, which is an object; until close().
    JsonBody& object(const char* name);
    JsonBody& list(const char* name);
    JsonBody& element();
    JsonBody& close();

    /// The finished body, with everything closed; the caller wipes it when a secret is in it.
    QByteArray take();

private:
    void separate();
    void name(const char* name);
    void append(QByteArrayView bytes);
    void appendQuoted(QByteArrayView utf8);

    QByteArray m_bytes;
    QByteArray m_open; ///< the closing brackets of what is open, outermost first
};

} // namespace finhub::api
