#pragma once

#include "sandbox/http/httpmessage.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <optional>

namespace finhub::sandbox {

/// The answers that are given again for the same `Idempotency-Key` (3.7). One thread.
class Idempotency {
public:
    /// Tenant, acting user, method, path and key in one.
    using Scope = QByteArray;

    struct Stored {
        QByteArray bodyHash;
        HttpReply reply;
        QDateTime at;
    };

    /// 3.7: 1-128 visible ASCII characters.
    static bool isKey(const QByteArray& key);
    static QByteArray hashOf(const QByteArray& body);

    std::optional<Stored> find(const Scope& scope) const;
    /// Keeps a 2xx answer for 24 hours.
    void store(const Scope& scope, const Stored& stored);

    /// Requests that have been taken in but not yet carried out, because an injected delay holds them.
    bool isRunning(const Scope& scope) const { return m_running.contains(scope); }
    void setRunning(const Scope& scope) { m_running.insert(scope); }
    void setDone(const Scope& scope) { m_running.remove(scope); }

private:
    QHash<Scope, Stored> m_stored;
    QSet<Scope> m_running;
};

} // namespace finhub::sandbox
