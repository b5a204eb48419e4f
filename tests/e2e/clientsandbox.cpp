#include "clientsandbox.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace finhub::test {

namespace {
struct Account {
    const char* username;
    const char* id;
    const char* password;
};
/// Section 6.
constexpr Account Accounts[] = {
    {"officer@sandbox.test", "0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50", "Sandbox-Officer-1"},
    {"senior@sandbox.test", "1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061", "Sandbox-Senior-1"},
    {"viewer@sandbox.test", "2b8d3e10-74f6-4f2c-9c57-903e4d5f6172", "Sandbox-Viewer-1"}};
} // namespace

ClientSandbox::ClientSandbox(const QList<Extension>& extensions, int customers)
{
    sandbox::SandboxOptions options;
    options.customers = customers;
    options.extensions = extensions;
    options.strictHeaders = true;
    options.clock = [this] {
        return QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC).addSecs(3600 * hoursLater);
    };
    server = std::make_unique<sandbox::SandboxServer>(options);
    const Result<QUrl> started = server->start();
    if (!started)
        qFatal("the sandbox does not start");
    url = *started;

    api::ClientOptions clientOptions;
    clientOptions.deviceId = "e2e";
    clientOptions.firstPause = std::chrono::milliseconds(1);
    client = std::make_unique<api::HttpFinHub>(clientOptions);
}

api::ConnectionProfile ClientSandbox::profile(std::size_t account) const
{
    return {QStringLiteral("Sandbox"),
            url,
            TenantId(QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10")),
            OrganizationId(QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f")),
            UserId(QLatin1String(Accounts[account].id)),
            QLatin1String(Accounts[account].username)};
}

bool ClientSandbox::signIn(std::size_t account)
{
    Outcome signedIn(
        client->signIn(profile(account), {Secret(QByteArrayView(Accounts[account].password)), {}, {}}));
    return isOver(signedIn) && signedIn.hasValue();
}

bool ClientSandbox::arm(const QByteArray& members) const
{
    QNetworkAccessManager manager;
    QUrl faults = url;
    faults.setPath(QStringLiteral("/api/v2.1/test/faults"));
    QNetworkRequest request(faults);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{" + members + "}"));
    return QTest::qWaitFor([&] { return reply->isFinished(); }, Patience) &&
           reply->error() == QNetworkReply::NoError;
}

} // namespace finhub::test
