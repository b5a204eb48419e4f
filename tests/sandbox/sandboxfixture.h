#pragma once

#include "sandbox/json.h"
#include "sandbox/sandboxserver.h"
#include "teststore.h"

#include <QMap>
#include <QUrl>

#include <atomic>
#include <memory>
#include <optional>

namespace finhub::test {

using sandbox::Json;

/// An answer as the socket gave it.
struct Reply {
    int status = 0;                 ///< 0: the connection ended without an answer
    QMap<QString, QString> headers; ///< names in lower case
    QByteArray bytes;
    Json body; ///< null when the bytes are no JSON

    const Json& data() const { return body.at("data"); }
    QString error() const;
    /// `errors[].field` of VALIDATION_FAILED.
    QStringList fields() const;
};

/// Speaks to a sandbox over a real socket, with the headers of 1.2.
class SandboxClient {
public:
    explicit SandboxClient(const QUrl& url);

    QMap<QString, QString> headers; ///< sent with every call; an empty value is not sent

    Reply get(const QString& path);
    Reply post(const QString& path, const Json& body);
    Reply put(const QString& path, const Json& body);
    Reply remove(const QString& path);
    Reply send(const QByteArray& method, const QString& path, const QByteArray& body = {},
               const QString& contentType = QStringLiteral("application/json"));

    /// 2.1; uses the token from then on.
    Reply logIn(const QString& user, const QString& username, const QString& password);
    void asOfficer();
    void asSenior();
    void asViewer();
    /// A customer's own session (2.5) from its read by an admin.
    void asCustomer(const Json& customer, const QString& password = QStringLiteral("SecurePass123!"));
    void withToken(const QString& token);

private:
    QUrl m_url;
};

inline const QString Tenant = QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10");
inline const QString OtherTenant = QStringLiteral("9e5d4c3b-2a10-4f6e-8b7a-1c2d3e4f5a6b");
inline const QString Organization = QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f");
inline const QString OfficerId = QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50");
inline const QString SeniorId = QStringLiteral("1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061");
inline const QString ViewerId = QStringLiteral("2b8d3e10-74f6-4f2c-9c57-903e4d5f6172");
inline const QString LockedId = QStringLiteral("3c9e4f21-8507-403d-8d68-a14f5e607283");
inline const QString Customers = QStringLiteral("/api/v2.1/customer/individual");
inline const QString Verifications = QStringLiteral("/api/v2.1/verifications");
inline const QString ConsentTemplates = QStringLiteral("/api/v2.1/admin/consents");
inline const QString Subscriptions = QStringLiteral("/api/v2.1/webhooks/subscriptions");
inline const QString Deliveries = QStringLiteral("/api/v2.1/webhooks/deliveries");

/// A sandbox in this process with a clock that only moves when a test says so. It starts at `options.now`,
/// or else at a fixed instant. Where FINHUB_TEST_STORE asks for it, a sandbox in memory is one on PostgreSQL.
class SandboxFixture {
public:
    explicit SandboxFixture(sandbox::SandboxOptions options = {});

    const QUrl& url() const { return m_url; }
    SandboxClient client() const;
    /// A client with the officer's token.
    SandboxClient officer() const;
    SandboxClient senior() const;
    SandboxClient viewer() const;

    QDateTime now() const;
    void advance(std::chrono::seconds time);

private:
    std::shared_ptr<std::atomic<qint64>> m_now;
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<sandbox::SandboxServer> m_server;
    QUrl m_url;
};

/// Walks a case through the calls of a reviewer's day, each of which must succeed.
class CaseWalk {
public:
    explicit CaseWalk(SandboxClient& client)
        : m_client(client)
    {
    }

    /// 2.4: a new customer of the category of this risk; its `data`.
    Json registerCustomer(const char* category = "fs-cat-b2c-low-001");
    /// 2.7; its `data`.
    Json start(const Json& customer, const char* type = "IDENTITY_VERIFICATION");
    /// 2.8; its `data`.
    Json upload(const QString& verification, const char* type);
    /// One document for each requirement.
    void uploadAll(const Json& verification);

    static Json registration(const QString& email, const char* category = "fs-cat-b2c-low-001");
    static Json document(const char* type);
    /// 3.9: to approve, unless another verdict is named; a negative one has a reason that allows a retry.
    static Json recommendation(const char* verdict = "APPROVED");

private:
    SandboxClient& m_client;
};

QString textAt(const Json& json, const char* pointer);

} // namespace finhub::test
