#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/store/store.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <optional>

namespace finhub::sandbox {

/// The answers that are given again for the same `Idempotency-Key` (3.7). They are kept in the store, in the
/// transaction of what they answer, so that after a crash a request has either been carried out and can be
/// answered again, or has not. What the store refuses to keep leaves its database not intact. One thread.
class Idempotency {
public:
    /// Tenant, acting user, method, path and key in one.
    using Scope = QByteArray;

    struct Stored {
        QByteArray bodyHash;
        HttpReply reply;
        qint64 at = 0; ///< milliseconds that the store has been served, as far as its answers tell
    };

    explicit Idempotency(Store& store)
        : m_store(store)
    {
    }
    /// Takes up what the store holds. 3.7 counts only the time in which a server runs, so the count goes on
    /// from the last answer that was kept.
    void read(const QDateTime& now);

    /// 3.7: 1-128 visible ASCII characters.
    static bool isKey(const QByteArray& key);
    static QByteArray hashOf(const QByteArray& body);

    std::optional<Stored> find(const Scope& scope) const;
    /// Keeps a 2xx answer for 24 hours of server run time.
    void store(const Scope& scope, const QByteArray& bodyHash, const HttpReply& reply, const QDateTime& now);

    /// Requests that have been taken in but not yet carried out, because an injected delay holds them.
    bool isRunning(const Scope& scope) const { return m_running.contains(scope); }
    void setRunning(const Scope& scope) { m_running.insert(scope); }
    void setDone(const Scope& scope) { m_running.remove(scope); }

private:
    Store& m_store;
    QHash<QString, Stored> m_stored; ///< by the id of the record
    QSet<Scope> m_running;
    qint64 m_servedBefore = 0;
    QDateTime m_readAt;
};

} // namespace finhub::sandbox
