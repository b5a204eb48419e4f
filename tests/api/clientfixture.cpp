#include "clientfixture.h"

namespace finhub::test {

namespace {
/// Half an hour before the token of session-created.http expires.
const QDateTime Now(QDate(2026, 3, 31), QTime(9, 45), Qt::UTC);
} // namespace

ClientFixture::ClientFixture(RawServer::Security security)
    : server(security)
    , client(std::make_unique<api::HttpFinHub>(options()))
{
}

api::ClientOptions ClientFixture::options()
{
    api::ClientOptions options;
    options.version = "0.1";
    options.deviceId = "test-device";
    options.callDeadline = std::chrono::seconds(10);
    options.documentDeadline = std::chrono::seconds(10);
    options.farewellDeadline = std::chrono::seconds(5);
    options.firstPause = std::chrono::milliseconds(1);
    options.now = [] { return Now; };
    options.trustedAuthorities = RawServer::certificate();
    return options;
}

api::ConnectionProfile ClientFixture::profile() const
{
    return {QStringLiteral("Test"),
            server.url(),
            TenantId(QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10")),
            OrganizationId(QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f")),
            UserId(QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50")),
            QStringLiteral("officer@sandbox.test")};
}

api::SignInSecrets ClientFixture::secrets()
{
    return {Secret(QByteArrayView("Sandbox-Officer-1")), {}, {}};
}

bool ClientFixture::signIn(const char* extensions)
{
    server.answer("POST " + SessionsPath, {transcript("session-created")});
    server.answer("GET /api/v2.1/extensions", {transcript(extensions)});
    Outcome signedIn(client->signIn(profile(), secrets()));
    const bool there = QTest::qWaitFor([&] { return signedIn.isThere(); });
    QCoreApplication::processEvents(); // sessionChanged, reachableChanged
    before = server.requests().size();
    return there && signedIn.hasValue();
}

bool ClientFixture::actAsCustomer()
{
    server.answer("POST " + CustomerSessionsPath, {transcript("customer-session-created")});
    Outcome signedIn(client->signInCustomer(testCustomerLogin()));
    const bool there = QTest::qWaitFor([&] { return signedIn.isThere(); });
    QCoreApplication::processEvents(); // customerSessionChanged
    before = server.requests().size();
    return there && signedIn.hasValue();
}

QByteArray tokenOf(const RawRequestSeen& request)
{
    return request.header("Authorization").mid(qsizetype(qstrlen("Bearer ")));
}

QByteArray tokenIn(const char* transcriptName)
{
    const QByteArray name = R"("token":")";
    const QByteArray body = transcriptBody(transcriptName);
    const qsizetype from = body.indexOf(name) + name.size();
    return body.mid(from, body.indexOf('"', from) - from);
}

api::CustomerLogin testCustomerLogin()
{
    return {TestCustomer, TestUser, QStringLiteral("user@example.com"),
            Secret(QByteArrayView("SecurePass123!"))};
}

RegistrationRequest testRegistration()
{
    RegistrationRequest request;
    request.person.firstName = QStringLiteral("Rasa");
    request.person.lastName = QStringLiteral("Vaitkus");
    request.person.email = QStringLiteral("user@example.com");
    request.password = Secret(QByteArrayView("Secure-Pass1!"));
    request.categoryId = CategoryId(QStringLiteral("fs-cat-b2c-low-001"));
    request.idempotencyKey = "9c0d8a8e-5a2e-4c0d-9d57-0a4b6c1e2f31";
    return request;
}

UploadRequest testUpload(qsizetype size)
{
    UploadRequest request;
    request.verificationId = TestVerification;
    request.customerId = TestCustomer;
    request.type = DocumentType::Passport;
    request.fileName = QStringLiteral("passport.pdf");
    request.mimeType = MimeType::Pdf;
    request.content = QByteArray("%PDF-1.4\n") + QByteArray(size - 9, 'x');
    request.idempotencyKey = "7b1d8a8e-5a2e-4c0d-9d57-0a4b6c1e2f32";
    return request;
}

ConsentTemplate testTemplate()
{
    ConsentTemplate text;
    text.type = ConsentType::TermsAndConditions;
    text.version = QStringLiteral("1.0");
    text.effectiveDate = QDate(2026, 1, 1);
    text.title = QStringLiteral("Terms and Conditions");
    text.body = QStringLiteral("…");
    return text;
}

DecisionRequest testDecision(Verdict verdict)
{
    DecisionRequest request;
    request.verificationId = TestVerification;
    request.customerId = TestCustomer;
    request.type = VerificationType::Identity;
    request.verdict = verdict;
    request.comment = QStringLiteral("Approved");
    request.ifMatch = "\"v2\"";
    request.idempotencyKey = "3f0d8a8e-5a2e-4c0d-9d57-0a4b6c1e2f30";
    if (verdict != Verdict::Approve) {
        request.reasonCodes = {QStringLiteral("DOCUMENT_EXPIRED")};
        request.comment = QStringLiteral("The document has expired; please send a valid one.");
    }
    return request;
}

} // namespace finhub::test
