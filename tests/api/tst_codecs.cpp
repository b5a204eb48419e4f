#include "api/codecs/activationcodec.h"
#include "api/codecs/categorycodec.h"
#include "api/codecs/consentcodec.h"
#include "api/codecs/customercodec.h"
#include "api/codecs/decisioncodec.h"
#include "api/codecs/directorycodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/jwtclaims.h"
#include "api/codecs/readinesscodec.h"
#include "api/codecs/sessioncodec.h"
#include "api/codecs/timelinecodec.h"
#include "api/codecs/verificationcodec.h"
#include "clientfixture.h"
#include "core/lifecycle.h"
#include "rawserver.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
QDateTime at(int hour, int minute)
{
    return QDateTime(QDate(2026, 3, 31), QTime(hour, minute), Qt::UTC);
}

const QDateTime Now = at(9, 45);

ConnectionProfile testProfile()
{
    ConnectionProfile profile;
    profile.tenantId = TenantId(QStringLiteral("t-1"));
    profile.userId = UserId(QStringLiteral("u-profile"));
    profile.username = QStringLiteral("officer@sandbox.test");
    return profile;
}

QByteArray data(const QByteArray& members)
{
    return R"({"code":200,"message":"Success","data":{)" + members + "}}";
}

/// A JWT with these claims and a signature that nobody reads.
QByteArray jwt(const QByteArray& claims)
{
    const auto part = [](const QByteArray& json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part(R"({"alg":"HS256"})") + '.' + part(claims) + ".c2ln";
}

Result<Verification> verificationOf(const QByteArray& members)
{
    return readVerificationAnswer(data(R"("id":"v-1",)" + members), {},
                                  VerificationId(QStringLiteral("v-1")));
}

Document documentOf(const QByteArray& json)
{
    const Result<JsonText> text = JsonText::parse(json);
    return readDocument(text->root());
}
} // namespace

/// Every documented example that a codec reads, and the reader rules by name.
class TestCodecs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 2.1, R11
    // -----------------------------------------------------------------------------------------------

    void sessionCreated()
    {
        Result<SessionGrant> grant =
            readSessionAnswer(transcriptBody("session-created"), testProfile(), {}, Now);
        QVERIFY(grant);
        QCOMPARE(grant->info.id.text(), QStringLiteral("5d2c8e71-b3a4-46f9-8e10-c7f6a2d9b358"));
        QCOMPARE(grant->info.userId.text(), QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50"));
        QCOMPARE(grant->info.roles, (QList<WireValue<Role>>{Role::Admin, Role::ComplianceOfficer}));
        QCOMPARE(grant->info.expiresAt, at(10, 15));
        QCOMPARE(grant->info.displayName, QStringLiteral("officer@sandbox.test"));
        QCOMPARE(grant->info.tenantId.text(), QStringLiteral("t-1"));
        QVERIFY(grant->token.view().startsWith("eyJ"));
        QCOMPARE(grant->refreshToken.view().toByteArray(), QByteArray("r-7c1e0f52-5d2c8e71"));
    }

    void r11WhereTheTokenStands_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* name : {"token", "accessToken", "access_token"}) {
            const QByteArray member = QByteArray("\"") + name + "\":\"abc\"";
            QTest::addRow("data.%s", name) << data(member);
            QTest::addRow("root %s, no data", name) << "{" + member + "}";
            QTest::addRow("root %s, data empty", name) << "{\"data\":{}," + member + "}";
            QTest::addRow("root %s, data null", name) << "{\"data\":null," + member + "}";
        }
    }
    void r11WhereTheTokenStands()
    {
        QFETCH(QByteArray, body);
        Result<SessionGrant> grant = readSessionAnswer(body, testProfile(), {}, Now);
        QVERIFY(grant);
        QCOMPARE(grant->token.view().toByteArray(), QByteArray("abc"));
        QVERIFY(grant->refreshToken.isEmpty());
        QCOMPARE(grant->info.userId.text(), QStringLiteral("u-profile"));
    }

    void r11Expiry_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QDateTime>("expiry");
        const QByteArray withExp = "\"token\":\"" + jwt(R"({"exp":1774950300})") + "\""; // 09:45 + 0
        const QByteArray opaque = R"("token":"opaque")";
        QTest::newRow("exp") << withExp << at(9, 45);
        QTest::newRow("exp wins over later members")
            << withExp + R"(,"expiresIn":9000,"expiresAt":"2026-03-31T23:00:00Z")" << at(9, 45);
        QTest::newRow("expiresIn") << opaque + R"(,"expiresIn":600,"expiresAt":"2026-03-31T23:00:00Z")"
                                   << at(9, 55);
        QTest::newRow("expiresAt") << opaque + R"(,"expiresAt":"2026-03-31T23:00:00Z")" << at(23, 0);
        QTest::newRow("one hour") << opaque << at(10, 45);
        QTest::newRow("unreadable members")
            << opaque + R"(,"expiresIn":"soon","expiresAt":true)" << at(10, 45);
        QTest::newRow("exp is no number") << "\"token\":\"" + jwt(R"({"exp":"x"})") + "\"" << at(10, 45);
        QTest::newRow("exp beyond the calendar")
            << "\"token\":\"" + jwt(R"({"exp":9e18})") + "\"" << at(10, 45);
    }
    void r11Expiry()
    {
        QFETCH(QByteArray, members);
        QFETCH(QDateTime, expiry);
        Result<SessionGrant> grant = readSessionAnswer(data(members), testProfile(), {}, Now);
        QVERIFY(grant);
        QCOMPARE(grant->info.expiresAt, expiry);
    }

    void tokensThatCannotBeOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << data(R"("sessionId":"s")");
        QTest::newRow("empty") << data(R"("token":"")");
        QTest::newRow("number") << data(R"("token":5)");
        QTest::newRow("line end") << data(R"("token":"a\r\nX-Admin: 1")");
        QTest::newRow("NUL") << data(R"("token":"a\u0000b")");
        QTest::newRow("letters beyond ASCII") << data(R"("token":"\u00e4")");
        QTest::newRow("refresh token is a list") << data(R"("token":"a","refreshToken":[])");
        QTest::newRow("success false") << data(R"("token":"a","success":false)");
    }
    void tokensThatCannotBeOne()
    {
        QFETCH(QByteArray, body);
        const Result<SessionGrant> grant = readSessionAnswer(body, testProfile(), {}, Now);
        QVERIFY(!grant);
        QCOMPARE(grant.error().kind, ErrorKind::BadAnswer);
    }

    void claimsFillWhatTheAnswerLeavesOut()
    {
        const QByteArray token = jwt(
            R"({"exp":1774952100,"userId":"u-claims","name":"Ona Officer","roles":["VIEWER","NEW_ROLE"]})");
        Result<SessionGrant> grant =
            readSessionAnswer(data("\"token\":\"" + token + "\""), testProfile(), {}, Now);
        QVERIFY(grant);
        QCOMPARE(grant->info.userId.text(), QStringLiteral("u-claims"));
        QCOMPARE(grant->info.displayName, QStringLiteral("Ona Officer"));
        QCOMPARE(grant->info.roles.value(0).value(), Role::Viewer);
        QCOMPARE(grant->info.roles.value(1).text(), QStringLiteral("NEW_ROLE"));
    }

    void jwtsThatAreNone()
    {
        for (const char* token :
             {"", "a", "a.b", "a.!!!.c", "a..c", "a.e30.c", "a.W10.c", "a.bm90IGpzb24.c"}) {
            const auto claims = readJwtClaims(QByteArrayView(token));
            QVERIFY2(!claims || !claims->expiresAt.isValid(), token);
        }
    }

    void signInBody()
    {
        SignInSecrets secrets{Secret(QByteArrayView("p\"w")), {}, {}};
        QCOMPARE(writeSignIn(testProfile(), secrets),
                 QByteArray("{\"username\":\"officer@sandbox.test\",\"password\":\"p\\\"w\"}"));
        secrets.tenantKey = Secret(QByteArrayView("k"));
        secrets.tenantSecret = Secret(QByteArrayView("s"));
        QCOMPARE(
            writeSignIn(testProfile(), secrets),
            QByteArray("{\"username\":\"officer@sandbox.test\",\"password\":\"p\\\"w\",\"tenantKey\":\"k\","
                       "\"tenantSecret\":\"s\"}"));
        QCOMPARE(writeRefresh(Secret(QByteArrayView("r-1"))), QByteArray(R"({"refreshToken":"r-1"})"));
    }

    void extensions()
    {
        const auto all = readExtensions(transcriptBody("extensions-all"));
        QVERIFY(all);
        QCOMPARE(all->size(), qsizetype(WireNames<Extension>::table.size()));
        const auto some = readExtensions(data(R"("extensions":["timeline","telepathy","timeline"])"));
        QCOMPARE(*some, QList<Extension>{Extension::Timeline});
        QCOMPARE(readExtensions(data("")).error().technical, QStringLiteral("$.data.extensions: missing"));
    }

    // 2.3, R15
    // -----------------------------------------------------------------------------------------------

    void hierarchy()
    {
        const auto categories = readCategories(transcriptBody("hierarchy"));
        QVERIFY(categories);
        QCOMPARE(categories->size(), qsizetype(2));
        const Category& business = categories->at(0);
        const Category& individual = categories->at(1);
        QCOMPARE(business.code, QStringLiteral("B2B_SMALL_BUSINESS"));
        QCOMPARE(individual.code, QStringLiteral("INDIVIDUAL_STANDARD"));
        QCOMPARE(individual.id.text(), QStringLiteral("fs-cat-b2c-low-001"));
        QCOMPARE(individual.name, QStringLiteral("Individual Standard"));
        QCOMPARE(individual.risk.value(), RiskLevel::Low);
        QCOMPARE(individual.approver, QStringLiteral("TENANT"));
        QCOMPARE(individual.requiredDocuments, (QList<WireValue<Requirement>>{Requirement::GovernmentId}));
    }

    void r15CategoriesInAllShapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray byCode = R"({"A":{"databaseId":"id-a","categoryName":"Cat A"}})";
        const QByteArray list = R"([{"categoryCode":"A","databaseId":"id-a","categoryName":"Cat A"}])";
        QTest::newRow("object") << data(R"("categories":)" + byCode);
        QTest::newRow("array") << data(R"("categories":)" + list);
        QTest::newRow("object without envelope") << R"({"tenantId":"t","categories":)" + byCode + "}";
        QTest::newRow("array without envelope") << R"({"categories":)" + list + "}";
        QTest::newRow("nothing but the array") << list;
        QTest::newRow("data is the array") << R"({"code":200,"data":)" + list + "}";
        QTest::newRow("data is the object") << R"({"code":200,"data":)" + byCode + "}";
    }
    void r15CategoriesInAllShapes()
    {
        QFETCH(QByteArray, body);
        const auto categories = readCategories(body);
        QVERIFY2(categories, qPrintable(categories ? QString() : categories.error().technical));
        QCOMPARE(categories->size(), qsizetype(1));
        QCOMPARE(categories->first().code, QStringLiteral("A"));
        QCOMPARE(categories->first().id.text(), QStringLiteral("id-a"));
        QVERIFY(categories->first().risk.isAbsent());
    }

    // 2.6, 2.8, 3.2, R4 to R9, R16
    // ---------------------------------------------------------------------------

    void verificationInitiated()
    {
        const auto verification =
            readVerificationAnswer(transcriptBody("verification-initiated"), "\"v1\"", TestVerification);
        QVERIFY(verification);
        QCOMPARE(verification->status.value(), VerificationStatus::Initiated);
        QCOMPARE(verification->customerId, TestCustomer);
        QCOMPARE(verification->version, std::optional<int>(1));
        QCOMPARE(verification->etag, QByteArray("\"v1\""));
        QVERIFY(!verification->missingDocuments.has_value());
        QCOMPARE(verification->documentCount, -1);
    }

    void verificationWithDocuments()
    {
        const auto read = readVerificationAnswer(transcriptBody("verification"), "\"v2\"", TestVerification);
        QVERIFY(read);
        const Verification& verification = *read;
        QCOMPARE(verification.id, TestVerification);
        QCOMPARE(verification.customerName, QStringLiteral("Rasa Vaitkus"));
        QCOMPARE(verification.type.value(), VerificationType::Identity);
        QCOMPARE(verification.status.value(), VerificationStatus::InProgress);
        QCOMPARE(verification.level.value(), VerificationLevel::Tenant);
        QCOMPARE(verification.risk.value(), RiskLevel::Low);
        QCOMPARE(verification.requiredDocuments, (QList<WireValue<Requirement>>{Requirement::GovernmentId}));
        QVERIFY(verification.missingDocuments && verification.missingDocuments->isEmpty());
        QCOMPARE(verification.documentCount, 1);
        QCOMPARE(verification.round, 1);
        QCOMPARE(verification.initiatedBy, QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50"));
        QCOMPARE(verification.startedAt, at(9, 15));
        QCOMPARE(verification.submittedAt, at(9, 20));
        QCOMPARE(verification.updatedAt, at(9, 20));
        QVERIFY(!verification.decidedAt.isValid());
        QVERIFY(verification.decidedBy.isEmpty() && verification.comment.isEmpty() &&
                verification.notes.isEmpty());
        QCOMPARE(verification.version, std::optional<int>(2));

        QCOMPARE(verification.documents.size(), qsizetype(1));
        const Document& document = verification.documents.first();
        QCOMPARE(document.id, TestDocument);
        QCOMPARE(document.verificationId, TestVerification);
        QCOMPARE(document.type.value(), DocumentType::Passport);
        QCOMPARE(document.requirement.value(), Requirement::GovernmentId);
        QCOMPARE(document.fileName, QStringLiteral("passport.pdf"));
        QCOMPARE(document.mimeType.value(), MimeType::Pdf);
        QCOMPARE(document.size, qint64(26));
        QCOMPARE(document.sha256,
                 QByteArray("3bc49e260cca9c2955fcf807eb746333049981472f2505e74fc53078bca24cc4"));
        QCOMPARE(document.status.value(), DocumentStatus::Uploaded);
        QVERIFY(!document.verified);
        QCOMPARE(document.uploadedAt, at(9, 20));
        QCOMPARE(document.uploadedBy, QStringLiteral("c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364"));
    }

    void documentUploaded()
    {
        const Result<Envelope> envelope = Envelope::open(transcriptBody("document-uploaded"));
        const Document document = readDocument(envelope->payload());
        QVERIFY(envelope->checked(document));
        QCOMPARE(document.type.value(), DocumentType::Passport); // R9: DT_PASSPORT
        QCOMPARE(document.size, qint64(26));
    }

    void r4UnknownMembersAndWords()
    {
        const auto read = verificationOf(R"("status":"ON_HOLD","hologram":{"deep":[1,2]},"risk":"SEVERE")");
        QVERIFY(read);
        QVERIFY(!read->status.isKnown());
        QCOMPARE(read->status.text(), QStringLiteral("ON_HOLD"));
        QCOMPARE(read->risk.text(), QStringLiteral("SEVERE"));
    }

    void r5IdsAreOpaque()
    {
        const auto read =
            readVerificationAnswer(data(R"("verificationId":4711,"customerId":42,"status":"PENDING")"), {},
                                   VerificationId(QStringLiteral("4711")));
        QVERIFY(read);
        QCOMPARE(read->id.text(), QStringLiteral("4711"));
        QCOMPARE(read->customerId.text(), QStringLiteral("42"));
        QVERIFY(!readVerificationAnswer(data(R"("id":"V-1","status":"PENDING")"), {},
                                        VerificationId(QStringLiteral("v-1"))));
    }

    void r6Alternatives()
    {
        const auto read =
            readVerificationAnswer(data(R"("verificationId":"first","id":"second","status":"PENDING")"), {},
                                   VerificationId(QStringLiteral("first")));
        QVERIFY(read);
        QCOMPARE(documentOf(R"({"documentId":"first","id":"second"})").id.text(), QStringLiteral("first"));
        QCOMPARE(documentOf(R"({"id":"second"})").id.text(), QStringLiteral("second"));
        QVERIFY(
            readCustomerAnswer(data(R"("id":"c","customerId":"other")"), CustomerId(QStringLiteral("c"))));
        QVERIFY(readCustomerAnswer(data(R"("customerId":"c")"), CustomerId(QStringLiteral("c"))));
        const auto consent = readConsentAnswer(
            data(R"("consentId":"first","id":"second","status":"ACCEPTED")"), ConsentType::PrivacyPolicy);
        QCOMPARE(consent->id, QStringLiteral("first"));
    }

    void r7TypeIsType()
    {
        const auto read = verificationOf(R"("status":"PENDING","verificationType":"KYC")");
        QVERIFY(read);
        QVERIFY(read->type.isAbsent());
    }

    void r8StatusesOfTheContract()
    {
        for (const char* open :
             {"PENDING", "INITIATED", "IN_PROGRESS", "PENDING_DOCUMENTS", "RESUBMISSION_REQUESTED"})
            QVERIFY2(isOpen(verificationOf(QByteArray("\"status\":\"") + open + "\"")->status.value()), open);
        for (const char* closed : {"APPROVED", "REJECTED"})
            QVERIFY2(isClosed(verificationOf(QByteArray("\"status\":\"") + closed + "\"")->status.value()),
                     closed);
        const auto unknown = verificationOf(R"("status":"approved")")->status.value();
        QVERIFY(!isOpen(unknown) && !isClosed(unknown));
    }

    void r9DocumentMembers()
    {
        const Document document = documentOf(
            R"({"id":"d","fileType":"DT_ID_CARD","contentType":"image/png","uploadDate":"2026-03-31T09:20:00Z","sha256":"ABCDEF"})");
        QCOMPARE(document.type.value(), DocumentType::IdCard);
        QCOMPARE(document.mimeType.value(), MimeType::Png);
        QCOMPARE(document.uploadedAt, at(9, 20));
        QCOMPARE(document.sha256, QByteArray("abcdef"));
        QCOMPARE(document.size, qint64(-1));
        const Document first = documentOf(
            R"({"id":"d","documentType":"SELFIE","fileType":"PASSPORT","mimeType":"image/jpeg","contentType":"image/png"})");
        QCOMPARE(first.type.value(), DocumentType::Selfie);
        QCOMPARE(first.mimeType.value(), MimeType::Jpeg);
        QCOMPARE(documentOf(R"({"id":"d","documentType":"DT_NEW"})").type.text(), QStringLiteral("NEW"));
    }

    void r10TimesThatCannotBeRead()
    {
        const auto read = verificationOf(
            R"("status":"PENDING","startedAt":"just now","submittedAt":1774948500000,"decidedAt":"2026-03-31T09:30:00")");
        QVERIFY(read);
        QVERIFY(!read->startedAt.isValid());
        QCOMPARE(read->submittedAt, at(9, 15));
        QCOMPARE(read->decidedAt, at(9, 30));
    }

    void r16Level()
    {
        QCOMPARE(verificationOf(
                     R"("status":"PENDING","verificationLevel":"FINHUB_VERIFIED","level":"TENANT_VERIFIED")")
                     ->level.value(),
                 VerificationLevel::Finhub);
        QCOMPARE(verificationOf(R"("status":"PENDING","level":"POWER_TENANT_VERIFIED")")->level.value(),
                 VerificationLevel::PowerTenant);
    }

    /// The worst mistake a review tool can make is to show one person's documents under another's name.
    void answersAboutSomebodyElseAreRefused()
    {
        const auto verification = readVerificationAnswer(transcriptBody("verification"), {},
                                                         VerificationId(QStringLiteral("other")));
        QCOMPARE(verification.error().technical,
                 QStringLiteral("$.data.verificationId: not the verification that was asked for"));
        const auto customer =
            readCustomerAnswer(transcriptBody("customer"), CustomerId(QStringLiteral("other")));
        QCOMPARE(customer.error().technical,
                 QStringLiteral("$.data.id: not the customer that was asked for"));
        const auto readiness =
            readReadinessAnswer(transcriptBody("readiness"), CustomerId(QStringLiteral("other")));
        QCOMPARE(readiness.error().technical,
                 QStringLiteral("$.data.customerId: not the customer that was asked for"));
        const auto document =
            verificationOf(R"("status":"PENDING","documents":[{"id":"d","verificationId":"other"}])");
        QCOMPARE(document.error().technical,
                 QStringLiteral("$.data.documents: a document of another verification"));
        const auto own = verificationOf(R"("status":"PENDING","documents":[{"id":"d"}])");
        QCOMPARE(own->documents.first().verificationId.text(), QStringLiteral("v-1"));
    }

    // 3.1, R21
    // -----------------------------------------------------------------------------------------------

    void directory()
    {
        const auto read = readDirectoryPage(transcriptBody("directory"), 0, 50);
        QVERIFY(read);
        QCOMPARE(read->rows.total, std::optional<qint64>(1));
        QCOMPARE(read->rows.page, 0);
        QCOMPARE(read->rows.size, 50);
        QCOMPARE(read->rows.items.size(), qsizetype(1));
        const DirectoryEntry& entry = read->rows.items.first();
        QCOMPARE(entry.id, TestCustomer);
        QCOMPARE(entry.fullName(), QStringLiteral("Rasa Vaitkus"));
        QCOMPARE(entry.email, QStringLiteral("user@example.com"));
        QCOMPARE(entry.nationality, QStringLiteral("Lithuania"));
        QCOMPARE(entry.categoryId.text(), QStringLiteral("fs-cat-b2c-low-001"));
        QCOMPARE(entry.categoryName, QStringLiteral("Individual Standard"));
        QCOMPARE(entry.stage.value(), Stage::Approval);
        QCOMPARE(entry.risk.value(), RiskLevel::Low);
        QVERIFY(entry.verification);
        QCOMPARE(entry.verification->submittedAt, at(9, 20));
        QCOMPARE(entry.createdAt, at(9, 10));
        QVERIFY(read->stageCounts);
        for (const auto& [stage, name] : WireNames<Stage>::table)
            QCOMPARE(read->stageCounts->at(std::size_t(stage)), qint64(stage == Stage::Approval ? 1 : 0));
    }

    void directoryWithoutMuch()
    {
        const auto read = readDirectoryPage(
            data(R"("customers":[{"customerId":7,"verification":null,"nationality":null}])"), 3, 20);
        QVERIFY(read);
        QCOMPARE(read->rows.items.first().id.text(), QStringLiteral("7"));
        QVERIFY(!read->rows.items.first().verification);
        // R21: no pagination, so the total is unknown and the page is the one that was asked for.
        QVERIFY(!read->rows.total);
        QCOMPARE(read->rows.page, 3);
        QCOMPARE(read->rows.size, 20);
        QVERIFY(!read->stageCounts);
        QCOMPARE(readDirectoryPage(data(""), 0, 50).error().technical,
                 QStringLiteral("$.data.customers: missing"));
        QCOMPARE(readDirectoryPage(data(R"("customers":[{"id":"a"},null])"), 0, 50).error().technical,
                 QStringLiteral("$.data.customers[1]: missing"));
    }

    void directoryQueries()
    {
        const auto text = [](const QueryItems& items) {
            QStringList out;
            for (const auto& [name, value] : items)
                out.append(name + u'=' + value);
            return out.join(u'&');
        };
        DirectoryQuery query;
        // W1: what is not given is not sent.
        QCOMPARE(text(*writeDirectoryQuery(query, 0, 50)), QStringLiteral("sort=-createdAt&page=0&size=50"));
        query.search = QStringLiteral(" rasa ");
        query.stages = {Stage::Approval, Stage::Documents, Stage::Unknown};
        query.statuses = {VerificationStatus::None, VerificationStatus::InProgress};
        query.risks = {RiskLevel::High};
        query.categories = {CategoryId(QStringLiteral("fs-1"))};
        query.nationalities = {QStringLiteral("Lithuania"), QStringLiteral("Latvia")};
        query.createdFrom = QDate(2026, 1, 2);
        query.createdTo = QDate(2026, 3, 31);
        query.sort = DirectorySort::SubmittedAt;
        query.descending = false;
        QCOMPARE(text(*writeDirectoryQuery(query, 2, 100)),
                 QStringLiteral(
                     "search=rasa&stage=APPROVAL,DOCUMENTS&status=NONE,IN_PROGRESS&risk=HIGH&category=fs-1"
                     "&nationality=Lithuania,Latvia&createdFrom=2026-01-02&createdTo=2026-03-31"
                     "&sort=submittedAt&page=2&size=100"));
        // A comma would quietly become another alternative.
        query.nationalities = {QStringLiteral("Korea, Republic of")};
        QCOMPARE(writeDirectoryQuery(query, 0, 50).error().kind, ErrorKind::Refused);
        query.nationalities.clear();
        query.categories = {CategoryId(QStringLiteral("a,b"))};
        QCOMPARE(writeDirectoryQuery(query, 0, 50).error().kind, ErrorKind::Refused);
    }

    void customer()
    {
        const auto read = readCustomerAnswer(transcriptBody("customer"), TestCustomer);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().technical));
        QCOMPARE(read->person.fullName(), QStringLiteral("Rasa Vaitkus"));
        QCOMPARE(read->person.phone, QStringLiteral("+37060012345"));
        QCOMPARE(read->person.dateOfBirth, QDate(1990, 5, 15));
        QCOMPARE(read->userId.text(), QStringLiteral("c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364"));
        QCOMPARE(read->userName, QStringLiteral("user@example.com"));
        QCOMPARE(read->userStatus, QStringLiteral("PENDING_ACTIVATION"));
        QCOMPARE(read->customerStatus, QStringLiteral("CS_REGISTRATION_COMPLETED"));
        QCOMPARE(read->categoryName, QStringLiteral("Individual Standard"));
        QCOMPARE(read->stage.value(), Stage::Approval);
        QCOMPARE(read->risk.value(), RiskLevel::Low);
        QVERIFY(read->verification);
        QCOMPARE(read->verification->id, TestVerification);
        QCOMPARE(read->consents.size(), qsizetype(3));
        QCOMPARE(read->consents.at(0).status.value(), ConsentStatus::Accepted);
        QCOMPARE(read->consents.at(0).grantedAt, at(9, 40));
        QCOMPARE(read->consents.at(1).status.value(), ConsentStatus::Pending);
        QCOMPARE(read->activation.activated, std::optional<bool>(false));
        QCOMPARE(read->createdAt, at(9, 10));
    }

    /// 2.4's example is the shape that 3.1 builds upon.
    void registrationShape()
    {
        const auto read = readCustomerAnswer(transcriptBody("registration"), TestCustomer);
        QVERIFY(read);
        QCOMPARE(read->person.email, QStringLiteral("user@example.com"));
        QVERIFY(read->stage.isAbsent());
        QVERIFY(!read->verification);
        QVERIFY(read->consents.isEmpty());
        QVERIFY(!read->activation.activated);
    }

    void timeline()
    {
        const auto read = readTimelinePage(transcriptBody("timeline"), 0, 50);
        QVERIFY(read);
        QCOMPARE(read->total, std::optional<qint64>(1));
        const TimelineEvent& event = read->items.first();
        QCOMPARE(event.type, QStringLiteral("document.uploaded"));
        QCOMPARE(event.at, at(9, 20));
        QCOMPARE(event.actorType.value(), ActorType::Customer);
        QCOMPARE(event.actorName, QStringLiteral("Rasa Vaitkus"));
        QCOMPARE(event.summary, QStringLiteral("Passport uploaded"));
    }

    // 2.9
    // ----------------------------------------------------------------------------------------------------

    void decisions()
    {
        const auto approved = readDecisionAnswer(transcriptBody("decision-approved"), testDecision());
        QVERIFY(approved);
        QCOMPARE(approved->status.value(), VerificationStatus::Approved);
        QCOMPARE(approved->verificationId, TestVerification);
        QCOMPARE(approved->decidedAt, at(9, 30));
        QCOMPARE(approved->version, std::optional<int>(3));
        const auto rejected =
            readDecisionAnswer(transcriptBody("decision-rejected"), testDecision(Verdict::Reject));
        QVERIFY(rejected);
        QCOMPARE(rejected->status.value(), VerificationStatus::Rejected);
        QCOMPARE(rejected->reasonCodes, QStringList{QStringLiteral("FACE_MISMATCH")});
    }

    void decisionNeedsOnlyItsStatus()
    {
        QVERIFY(readDecisionAnswer(data(R"("status":"APPROVED")"), testDecision()));
        QVERIFY(readDecisionAnswer(R"({"status":"APPROVED"})", testDecision())); // R3
        const auto odd = readDecisionAnswer(
            data(R"("status":"APPROVED","version":"three","decidedAt":{},"reasonCodes":5)"), testDecision());
        QVERIFY(odd);
        QVERIFY(!odd->version);
    }

    void decisionsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("other status") << transcriptBody("decision-rejected");
        QTest::newRow("other case") << data(R"("verificationId":"other","status":"APPROVED")");
        QTest::newRow("lower case") << data(R"("status":"approved")");
        QTest::newRow("no status") << data(R"("verificationId":"e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49")");
        QTest::newRow("status null") << data(R"("status":null)");
        QTest::newRow("status true") << data(R"("status":true)");
        QTest::newRow("data empty") << data("");
        QTest::newRow("data null") << QByteArray(R"({"code":200,"data":null})");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html>APPROVED</html>");
        QTest::newRow("cut off") << transcriptBody("decision-approved").chopped(1);
        QTest::newRow("success false") << QByteArray(R"({"success":false,"data":{"status":"APPROVED"}})");
        QTest::newRow("code 409") << QByteArray(R"({"code":409,"data":{"status":"APPROVED"}})");
    }
    void decisionsThatAreNone()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!readDecisionAnswer(body, testDecision()));
    }

    void decisionBodies()
    {
        SessionInfo officer;
        officer.userId = UserId(QStringLiteral("u-1"));
        officer.displayName = QStringLiteral("Ona Officer");
        QCOMPARE(
            writeDecision(testDecision(), officer),
            QByteArray(
                R"({"status":"APPROVED","verificationId":"e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49",)"
                R"("customerId":"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13","verificationType":"IDENTITY_VERIFICATION",)"
                R"("userId":"u-1","approvedBy":"Ona Officer","comment":"Approved"})"));
        DecisionRequest bare;
        bare.verificationId = VerificationId(QStringLiteral("v"));
        bare.verdict = Verdict::RequestResubmission;
        bare.reasonCodes = {QStringLiteral("A"), QStringLiteral("B")};
        bare.notes = QStringLiteral("internal");
        QCOMPARE(
            writeDecision(bare, {}),
            QByteArray(
                R"({"status":"RESUBMISSION_REQUESTED","verificationId":"v","notes":"internal","reasonCodes":["A","B"]})"));
    }

    void decisionsThatAreNotSent_data()
    {
        QTest::addColumn<QString>("member"); // empty: acceptable
        QTest::addColumn<DecisionRequest>("request");
        const auto row = [](const char* name, const char* member, Verdict verdict, auto change) {
            DecisionRequest request = testDecision(verdict);
            change(request);
            QTest::newRow(name) << QString::fromLatin1(member) << request;
        };
        const auto codes = [](int count) {
            QStringList list;
            for (int i = 0; i < count; ++i)
                list.append(QStringLiteral("CODE_%1").arg(i));
            return list;
        };
        row("approval", "", Verdict::Approve, [](auto&) {});
        row("rejection", "", Verdict::Reject, [](auto&) {});
        row("no verdict", "status", Verdict::Unknown, [](auto&) {});
        row("approval with reasons", "reasonCodes", Verdict::Approve,
            [&](auto& r) { r.reasonCodes = codes(1); });
        row("rejection without reasons", "reasonCodes", Verdict::Reject,
            [](auto& r) { r.reasonCodes.clear(); });
        row("ten reasons", "", Verdict::Reject, [&](auto& r) { r.reasonCodes = codes(10); });
        row("eleven reasons", "reasonCodes", Verdict::Reject, [&](auto& r) { r.reasonCodes = codes(11); });
        row("reason twice", "reasonCodes", Verdict::Reject,
            [&](auto& r) { r.reasonCodes = codes(1) + codes(1); });
        row("empty reason", "reasonCodes", Verdict::Reject, [](auto& r) { r.reasonCodes = {QString()}; });
        row("longest comment", "", Verdict::Approve, [](auto& r) { r.comment = QString(2000, u'x'); });
        row("comment too long", "comment", Verdict::Approve,
            [](auto& r) { r.comment = QString(2001, u'x'); });
        row("notes too long", "notes", Verdict::Approve, [](auto& r) { r.notes = QString(4001, u'x'); });
        row("customer walks", "customerId", Verdict::Approve,
            [](auto& r) { r.customerId = CustomerId(QStringLiteral("../x")); });
    }
    void decisionsThatAreNotSent()
    {
        QFETCH(QString, member);
        QFETCH(DecisionRequest, request);
        const std::optional<Error> fault = faultOf(request);
        QCOMPARE(fault.has_value(), !member.isEmpty());
        if (fault) {
            QCOMPARE(fault->kind, ErrorKind::Refused);
            QCOMPARE(fault->technical, member);
        }
    }

    // 2.10 to 2.12, R12 to R14, R22
    // --------------------------------------------------------------------------

    void consents()
    {
        const auto accepted =
            readConsentAnswer(transcriptBody("consent-accepted"), ConsentType::TermsAndConditions);
        QVERIFY(accepted);
        QCOMPARE(accepted->status.value(), ConsentStatus::Accepted);
        QCOMPARE(accepted->version, QStringLiteral("1.0"));
        QCOMPARE(accepted->expiresAt, QDateTime(QDate(2027, 3, 31), QTime(9, 40), Qt::UTC));
        QCOMPARE(writeConsent(QStringLiteral("1.0")), QByteArray(R"({"accepted":true,"version":"1.0"})"));
        QVERIFY(!readConsentAnswer(transcriptBody("consent-accepted"), ConsentType::DataProcessing));
        QVERIFY(!readConsentAnswer(data(""), ConsentType::DataProcessing));
    }

    void r12PendingIsNotAccepted()
    {
        const auto pending = readConsentAnswer(transcriptBody("consent-pending"), ConsentType::PrivacyPolicy);
        QVERIFY(pending);
        QCOMPARE(pending->status.value(), ConsentStatus::Pending);
        QCOMPARE(pending->type.value(), ConsentType::PrivacyPolicy);
    }

    void consentSegments()
    {
        QCOMPARE(consentSegment(ConsentType::TermsAndConditions), QStringLiteral("terms"));
        QCOMPARE(consentSegment(ConsentType::PrivacyPolicy), QStringLiteral("privacy"));
        QCOMPARE(consentSegment(ConsentType::DataProcessing), QStringLiteral("data-processing"));
        QCOMPARE(consentSegment(ConsentType::Unknown), QString());
    }

    void r13Activation_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("activated"); // -1: unknown
        QTest::newRow("documented") << transcriptBody("activation") << 1;
        QTest::newRow("newest page") << transcriptBody("activation-empty") << 1;
        QTest::newRow("data null") << QByteArray(R"({"code":200,"data":null})") << 1;
        QTest::newRow("no data") << QByteArray(R"({"code":200,"message":"Success"})") << 1;
        QTest::newRow("status") << data(R"("status":"ACTIVE")") << 1;
        QTest::newRow("not yet") << data(R"("activationStatus":"NOT_ACTIVATED")") << 0;
        QTest::newRow("something else") << data(R"("activationStatus":"QUEUED")") << -1;
        QTest::newRow("no word about it") << data(R"("iban":"LT1")") << -1;
    }
    void r13Activation()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, activated);
        const auto read = readActivationAnswer(body);
        QVERIFY(read);
        QCOMPARE(read->activated ? int(*read->activated) : -1, activated);
    }

    void activationDetails()
    {
        const auto read = readActivationAnswer(transcriptBody("activation"));
        QCOMPARE(read->iban, QStringLiteral("LT717300010123456789"));
        QCOMPARE(read->walletId, QStringLiteral("b81f4d06-7e29-4c53-9ad1-2f6e0c8b5a74"));
        QCOMPARE(read->activatedAt, at(9, 50));
        QCOMPARE(readActivationAnswer(data(R"("wallet":{"iban":"LT2"})"))->iban, QStringLiteral("LT2"));
        QCOMPARE(writeActivation(UserId(QStringLiteral("u")), QStringLiteral("c")),
                 QByteArray(R"({"userId":"u","code":"c"})"));
    }

    void readiness()
    {
        const auto read = readReadinessAnswer(transcriptBody("readiness"), TestCustomer);
        QVERIFY(read);
        QCOMPARE(read->activationAllowed, std::optional<bool>(false));
        QCOMPARE(read->verificationOk, std::optional<bool>(true));
        QCOMPARE(read->consentOk, std::optional<bool>(false));
        QCOMPARE(read->powerTenantApprovalRequired, std::optional<bool>(false));
        QCOMPARE(read->powerTenantApprovalOk, std::optional<bool>(true));
        QCOMPARE(read->missingConsents, (QList<WireValue<ConsentType>>{ConsentType::DataProcessing}));
        QCOMPARE(read->verificationStatus.value(), VerificationStatus::Approved);
        QCOMPARE(read->level.value(), VerificationLevel::Tenant);
        QCOMPARE(read->risk.value(), RiskLevel::Low);
    }

    void r14Readiness()
    {
        const auto read = readReadinessAnswer(
            data(
                R"("canActivate":true,"missingConsents":["TERMS",{"consentType":"PRIVACY_POLICY"},{"type":"DATA_PROCESSING"},{"x":1}])"),
            TestCustomer);
        QVERIFY(read);
        QCOMPARE(read->activationAllowed, std::optional<bool>(true));
        QVERIFY(!read->verificationOk.has_value()); // absent is unknown, not false
        QVERIFY(!read->consentOk.has_value());
        QCOMPARE(read->missingConsents.size(), qsizetype(4));
        QCOMPARE(read->missingConsents.at(0).value(), ConsentType::TermsAndConditions);
        QCOMPARE(read->missingConsents.at(1).value(), ConsentType::PrivacyPolicy);
        QCOMPARE(read->missingConsents.at(2).value(), ConsentType::DataProcessing);
        QVERIFY(read->missingConsents.at(3).isAbsent());
    }

    void r22ConsentTypes_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<ConsentType>("type");
        QTest::newRow("short terms") << QByteArray("TERMS") << ConsentType::TermsAndConditions;
        QTest::newRow("terms") << QByteArray("TERMS_AND_CONDITIONS") << ConsentType::TermsAndConditions;
        QTest::newRow("short privacy") << QByteArray("PRIVACY") << ConsentType::PrivacyPolicy;
        QTest::newRow("privacy") << QByteArray("PRIVACY_POLICY") << ConsentType::PrivacyPolicy;
        QTest::newRow("data") << QByteArray("DATA_PROCESSING") << ConsentType::DataProcessing;
        QTest::newRow("no short form of data") << QByteArray("DATA") << ConsentType::Unknown;
        QTest::newRow("lower case") << QByteArray("terms") << ConsentType::Unknown;
    }
    void r22ConsentTypes()
    {
        QFETCH(QByteArray, word);
        QFETCH(ConsentType, type);
        const Result<JsonText> text = JsonText::parse("\"" + word + "\"");
        QCOMPARE(readConsentType(text->root()).value(), type);
        QVERIFY(!readConsentType(text->root()).isAbsent());
    }
};

QTEST_GUILESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
