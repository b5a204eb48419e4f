#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/json.h"

#include <QByteArray>
#include <QList>

#include <mutex>
#include <optional>

namespace finhub::sandbox {

/// For tests of clients: every decision (2.9) that arrived, whatever a fault then did to it, and whether it
/// was committed. `GET /api/v2.1/test/ledger` (loopback callers only, others get 404; no token) answers
/// `data{decisions[]}` in the order of arrival, `DELETE` empties it. In memory, and no more than the last 4096
/// of them. Any thread.
///
/// | member                     | meaning                                                               |
/// |----------------------------|-----------------------------------------------------------------------|
/// | `path`, `body`             | as received; the body as text, its first 64 KiB                        |
/// | `whole`                    | whether the body arrived whole                                        |
/// | `idempotencyKey`, `ifMatch` | the headers, null where there were none                              |
/// | `status`                   | of the answer that was made, 0 before: an injected one says nothing   |
/// | `committed`                | this very request has changed the case; an answer given again has not |
class RequestLedger {
public:
    /// Answers a call of the test route; nullopt for every other path.
    std::optional<HttpReply> handleTestRoute(const HttpRequest& request);

    /// A request has arrived. Gives its place, or nothing when it is no decision.
    std::optional<qint64> received(const HttpRequest& request);
    /// The sandbox has acted on it, with this answer.
    void answered(std::optional<qint64> place, const HttpReply& reply);

private:
    struct Entry {
        qint64 place = 0;
        QByteArray path;
        QByteArray body;
        bool isWhole = false;
        QByteArray idempotencyKey;
        QByteArray ifMatch;
        int status = 0;
        bool committed = false;
    };
    static Json view(const Entry& entry);

    std::mutex m_mutex;
    QList<Entry> m_entries;
    qint64 m_next = 0;
};

} // namespace finhub::sandbox
