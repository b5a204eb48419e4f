#include "sandboxfixture.h"

#include <QTest>
#include <QUuid>

#include <httplib.h>

namespace finhub::test {

namespace {
Json mustSucceed(const Reply& reply)
{
    if (reply.status != 200)
        qFatal("a call of the walk was refused: %d %s", reply.status, reply.bytes.constData());
    return reply.data();
}
} // namespace

QString Reply::error() const
{
    return textAt(body, "/data/error");
}

QStringList Reply::fields() const
{
    QStringList names;
    for (const Json& fault : body.value("/data/errors"_json_pointer, Json::array()))
        names << sandbox::textOf(fault.at("field"));
    return names;
}

SandboxClient::SandboxClient(const QUrl& url)
    : headers{{QStringLiteral("X-Tenant-ID"), Tenant},
              {QStringLiteral("X-Forwarded-For"), QStringLiteral("192.0.2.10")},
              {QStringLiteral("X-Forwarded-From"), QStringLiteral("kyc-console")},
              {QStringLiteral("User-Agent"), QStringLiteral("kyc-console/1.0")},
              {QStringLiteral("platform"), QStringLiteral("linux")},
              {QStringLiteral("deviceId"), QStringLiteral("test-device")}}
    , m_url(url)
{
}

Reply SandboxClient::get(const QString& path)
{
    return send("GET", path);
}

Reply SandboxClient::post(const QString& path, const Json& body)
{
    return send("POST", path, sandbox::jsonBytes(body));
}

Reply SandboxClient::put(const QString& path, const Json& body)
{
    return send("PUT", path, sandbox::jsonBytes(body));
}

Reply SandboxClient::remove(const QString& path)
{
    return send("DELETE", path);
}

Reply SandboxClient::send(const QByteArray& method, const QString& path, const QByteArray& body,
                          const QString& contentType)
{
    httplib::Client http("127.0.0.1", m_url.port());
    http.set_read_timeout(60);
    httplib::Request request;
    request.method = method.toStdString();
    request.path = path.toStdString();
    request.body = body.toStdString();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        if (!header.value().isEmpty())
            request.set_header(header.key().toStdString(), header.value().toStdString());
    }
    if (!body.isEmpty() && !contentType.isEmpty())
        request.set_header("Content-Type", contentType.toStdString());
    const httplib::Result result = http.send(request);
    Reply reply;
    if (!result)
        return reply;
    reply.status = result->status;
    reply.bytes = QByteArray::fromStdString(result->body);
    for (const auto& [name, value] : result->headers)
        reply.headers.insert(QString::fromStdString(name).toLower(), QString::fromStdString(value));
    reply.body = sandbox::parseJsonObject(reply.bytes).value_or(Json());
    return reply;
}

Reply SandboxClient::logIn(const QString& user, const QString& username, const QString& password)
{
    withToken({});
    const Reply reply =
        post(QStringLiteral("/api/v2.1/admin/organization/%1/users/%2/sessions").arg(Organization, user),
             Json{{"username", username.toStdString()}, {"password", password.toStdString()}});
    if (reply.status == 200)
        withToken(textAt(reply.body, "/data/token"));
    return reply;
}

void SandboxClient::asOfficer()
{
    mustSucceed(
        logIn(OfficerId, QStringLiteral("officer@sandbox.test"), QStringLiteral("Sandbox-Officer-1")));
}

void SandboxClient::asSenior()
{
    mustSucceed(logIn(SeniorId, QStringLiteral("senior@sandbox.test"), QStringLiteral("Sandbox-Senior-1")));
}

void SandboxClient::asViewer()
{
    mustSucceed(logIn(ViewerId, QStringLiteral("viewer@sandbox.test"), QStringLiteral("Sandbox-Viewer-1")));
}

void SandboxClient::asCustomer(const Json& customer, const QString& password)
{
    const QString path = QStringLiteral("%1/%2/users/%3/sessions")
                             .arg(Customers, textAt(customer, "/id"), textAt(customer, "/user/id"));
    withToken({});
    const Json session = mustSucceed(post(
        path, Json{{"username", customer.at("user").at("username")}, {"password", password.toStdString()}}));
    withToken(textAt(session, "/token"));
}

void SandboxClient::withToken(const QString& token)
{
    headers.insert(QStringLiteral("Authorization"),
                   token.isEmpty() ? QString() : QStringLiteral("Bearer ") + token);
}

SandboxFixture::SandboxFixture(sandbox::SandboxOptions options)
    : m_now(std::make_shared<std::atomic<qint64>>(
          (options.now.isValid() ? options.now : QDateTime(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC))
              .toMSecsSinceEpoch()))
{
    if (options.store.isEmpty() && TestStore::isPostgresWanted()) {
        m_store = std::make_unique<TestStore>(StoreKind::Postgres);
        options.store = m_store->location();
    }
    options.clock = [now = m_now] { return QDateTime::fromMSecsSinceEpoch(*now, Qt::UTC); };
    m_server = std::make_unique<sandbox::SandboxServer>(options);
    const auto url = m_server->start();
    if (!url)
        qFatal("the sandbox does not start: %s", qUtf8Printable(url.error().technical));
    m_url = *url;
}

SandboxClient SandboxFixture::client() const
{
    return SandboxClient(m_url);
}

SandboxClient SandboxFixture::officer() const
{
    SandboxClient client(m_url);
    client.asOfficer();
    return client;
}

SandboxClient SandboxFixture::senior() const
{
    SandboxClient client(m_url);
    client.asSenior();
    return client;
}

SandboxClient SandboxFixture::viewer() const
{
    SandboxClient client(m_url);
    client.asViewer();
    return client;
}

QDateTime SandboxFixture::now() const
{
    return QDateTime::fromMSecsSinceEpoch(*m_now, Qt::UTC);
}

void SandboxFixture::advance(std::chrono::seconds time)
{
    *m_now += std::chrono::milliseconds(time).count();
}

Json CaseWalk::registerCustomer(const char* category)
{
    const QString email = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral("@example.net");
    return mustSucceed(
        m_client.post(Customers + QStringLiteral("/registration"), registration(email, category)));
}

Json CaseWalk::start(const Json& customer, const char* type)
{
    return mustSucceed(m_client.post(Verifications, Json{{"customerId", customer.at("id")}, {"type", type}}));
}

Json CaseWalk::upload(const QString& verification, const char* type)
{
    return mustSucceed(
        m_client.post(QStringLiteral("%1/%2/documents").arg(Verifications, verification), document(type)));
}

void CaseWalk::uploadAll(const Json& verification)
{
    static const QMap<QString, const char*> types{
        {QStringLiteral("GOVERNMENT_ID"), "PASSPORT"},
        {QStringLiteral("PROOF_OF_ADDRESS"), "PROOF_OF_ADDRESS"},
        {QStringLiteral("SOURCE_OF_FUNDS"), "BANK_STATEMENT"},
        {QStringLiteral("BENEFICIAL_OWNERSHIP"), "BENEFICIAL_OWNERSHIP"},
        {QStringLiteral("PEP_DECLARATION"), "PEP_DECLARATION"}};
    for (const Json& requirement : verification.at("requiredDocuments"))
        upload(textAt(verification, "/verificationId"), types.value(sandbox::textOf(requirement)));
}

Json CaseWalk::registration(const QString& email, const char* category)
{
    return Json{{"firstName", "Rasa"},
                {"lastName", "Vaitkus"},
                {"email", email.toStdString()},
                {"password", "SecurePass123!"},
                {"matchingPassword", "SecurePass123!"},
                {"customerCategory", {{"id", category}, {"name", "Individual"}}},
                {"phone", "+37060012345"},
                {"dateOfBirth", "1990-05-15"},
                {"nationality", "Lithuania"}};
}

Json CaseWalk::document(const char* type)
{
    return Json{{"documentType", type},
                {"fileName", "passport.pdf"},
                {"mimeType", "application/pdf"},
                {"fileContent", QByteArray("%PDF-1.4\n1 0 obj\nendobj\n").toBase64().toStdString()}};
}

Json CaseWalk::recommendation(const char* verdict)
{
    Json body{{"verdict", verdict}, {"snapshot", std::string(64, 'a')}};
    if (body.at("verdict") != Json("APPROVED"))
        body["reasonCodes"] = {"LOW_RESOLUTION"};
    return body;
}

QString textAt(const Json& json, const char* pointer)
{
    const Json::json_pointer place{std::string(pointer)};
    return json.contains(place) ? sandbox::textOf(json.at(place)) : QString();
}

} // namespace finhub::test
