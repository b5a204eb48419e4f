#pragma once

#include "api/clientoptions.h"
#include "api/codecs/sessioncodec.h"
#include "api/credentialstore.h"
#include "api/finhub.h"
#include "api/http/requestpath.h"
#include "api/http/transport.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace finhub::api {

class Exchange;

/// One session with one server, from the sign-in to its end: profile, secrets, the transport with its
/// connections, and every exchange under way. Nothing of it is used for another session, so no token can get
/// to another server. It is an officer's (2.1), or that of a customer whom the officer acts as (2.5), which
/// has no extensions. Signals are meant to be connected queued: the session may be deleted by their
/// receivers.
class Session final : public QObject {
    Q_OBJECT

public:
    /// User and name in the profile are those of whoever signs in. With a customer it is theirs.
    Session(ConnectionProfile profile, const ClientOptions& options, CustomerId customer = {});
    ~Session() override;

    const ConnectionProfile& profile() const { return m_profile; }
    const CustomerId& customer() const { return m_customer; }
    bool isCustomers() const { return !m_customer.isEmpty(); }
    const ClientOptions& options() const { return m_options; }
    const CredentialStore& credentials() const { return m_credentials; }
    const std::optional<SessionInfo>& info() const { return m_info; }
    Transport& transport() { return *m_transport; }

    /// Signed in, but the extensions are not known yet.
    bool isOpening() const { return m_opening.has_value(); }

    /// Where a session is created (2.1, 2.5). ErrorKind::Refused when an id in it is none.
    Result<RequestPath> sessionsPath() const;

    /// 2.1 or 2.5 was answered: keeps the secrets. The session counts as open when open() has told its
    /// extensions.
    void begin(SessionGrant grant);
    void open(const QList<Extension>& extensions);
    bool wasOpened() const { return m_wasOpened; }

    bool offers(Extension extension) const { return m_extensions.contains(extension); }
    void markAbsent(Extension extension);

    /// Counts the tokens: a 401 for an older one needs no refresh.
    int generation() const { return m_generation; }
    bool isRefreshing() const { return m_refresh != nullptr; }
    /// 2.2: refreshes without being asked; when that fails nothing is lost, and W4 applies.
    void refreshAhead();
    /// W4, 2.2: tells the exchange when the one refresh that all share is over. Not repeated.
    void refresh(Exchange* waiting);

    /// The session is over for the server: wipes the secrets, abandons every exchange, says so.
    void expire();
    /// The officer leaves: abandons every exchange and hands out the DELETE of 2.2 on the transport that was
    /// used, the only thing that survives; then wipes the secrets. Null where the server gave no session id.
    struct Parting {
        std::unique_ptr<Transport> transport;
        RawRequest request;
    };
    std::optional<Parting> part();

    void enter(Exchange* exchange) { m_exchanges.insert(exchange); }
    void leave(Exchange* exchange) { m_exchanges.remove(exchange); }
    void noteReachable(const RawAnswer& answer);
    void noteTransmission(const CallRecord& record) { Q_EMIT transmitted(record); }

Q_SIGNALS:
    void opened();
    void refreshed();
    void expired();
    void extensionsChanged();
    void reachable(bool yes);
    void transmitted(const finhub::api::CallRecord& record);

private:
    bool sendRefresh();
    void finishRefresh(const Result<RawAnswer>& answer);
    void watchExpiry(const SessionInfo& info);
    void abandonAll();
    Result<RequestPath> ownPath() const;

    const ConnectionProfile m_profile;
    const ClientOptions& m_options;
    const CustomerId m_customer; ///< empty: an officer's session
    std::unique_ptr<Transport> m_transport;
    CredentialStore m_credentials;
    std::optional<SessionInfo> m_opening;
    std::optional<SessionInfo> m_info;
    bool m_wasOpened = false;
    QSet<Extension> m_extensions;
    int m_generation = 0;
    QSet<Exchange*> m_exchanges;
    std::unique_ptr<Exchange> m_refresh;
    std::vector<QPointer<Exchange>> m_waiting; ///< for the refresh
    QTimer m_early;                            ///< until the session is refreshed ahead of its end
};

} // namespace finhub::api
