#include "api/codecs/errorcodec.h"
#include "api/codecs/registrationcodec.h"
#include "api/codecs/sessioncodec.h"
#include "api/codecs/templatecodec.h"
#include "api/codecs/verificationstartcodec.h"
#include "clientfixture.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const TenantId Tenant{QStringLiteral("t-1")};

QByteArray data(const QByteArray& members)
{
    return R"({"code":200,"message":"Success","data":{)" + members + "}}";
}

RegistrationRequest wholeRegistration()
{
    RegistrationRequest request = testRegistration();
    request.person.phone = QStringLiteral("+37060012345");
    request.person.dateOfBirth = QDate(1990, 5, 15);
    request.person.nationality = QStringLiteral("Lithuania");
    request.person.gender = QStringLiteral("FEMALE");
    request.person.placeOfBirth = QStringLiteral("Kaunas");
    request.person.pincode = QStringLiteral("LT-44001");
    request.categoryName = QStringLiteral("Individual Standard");
    request.roles = {Role::AccountOwner, Role::User};
    AmlProfile aml;
    aml.risk = AmlRisk::Critical;
    aml.score = 100;
    aml.pep = true;
    aml.pepCategory = PepCategory::RelativeOrCloseAssociate;
    aml.sanctions = SanctionsScreening::RealTime;
    aml.monitoring = Monitoring::Daily;
    aml.enhancedDueDiligence = false;
    request.aml = aml;
    return request;
}

QString faultIn(const RegistrationRequest& request)
{
    const std::optional<Error> error = api::faultOf(request);
    return error && error->kind == ErrorKind::Refused ? error->technical : QString();
}

Error errorOf(const char* name)
{
    RawAnswer answer;
    answer.status = transcript(name).mid(9, 3).toInt();
    answer.body = transcriptBody(name);
    return readErrorAnswer(answer, {}).error;
}
} // namespace

/// The bodies and answers of 2.4, 2.6, 2.7, 2.14 and 2.15, as the contract prints them.
class TestPhaseCodecs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 2.4
    // ----------------------------------------------------------------------------------------------------

    void w1RegistrationOfTheLeast()
    {
        QCOMPARE(writeRegistration(testRegistration(), Tenant),
                 QByteArray(R"({"firstName":"Rasa","lastName":"Vaitkus","email":"user@example.com",)"
                            R"("password":"Secure-Pass1!","matchingPassword":"Secure-Pass1!",)"
                            R"("customerCategory":{"id":"fs-cat-b2c-low-001"}})"));
    }

    void registrationOfEverything()
    {
        QCOMPARE(
            writeRegistration(wholeRegistration(), Tenant),
            QByteArray(
                R"({"firstName":"Rasa","lastName":"Vaitkus","email":"user@example.com",)"
                R"("password":"Secure-Pass1!","matchingPassword":"Secure-Pass1!",)"
                R"("customerCategory":{"id":"fs-cat-b2c-low-001","name":"Individual Standard"},)"
                R"("phone":"+37060012345","dateOfBirth":"1990-05-15","nationality":"Lithuania",)"
                R"("gender":"FEMALE","placeOfBirth":"Kaunas","pincode":"LT-44001",)"
                R"("roleIds":["ACCOUNT_OWNER","USER"],)"
                R"("individualCustomer":{"tenantId":"t-1","customerName":"Rasa Vaitkus",)"
                R"("categorization":{"id":"fs-cat-b2c-low-001","name":"Individual Standard",)"
                R"("categoryFeatureRelations":[{"feature":{"code":"ENHANCED_AML_MONITORING"},"enabled":true,)"
                R"("parametrization":[{"name":"riskLevel","value":"CRITICAL"},)"
                R"({"name":"riskScore","value":"100"},{"name":"pep","value":"true"},)"
                R"({"name":"pepCategory","value":"RCA"},{"name":"sanctionsCheck","value":"REAL_TIME"},)"
                R"({"name":"monitoring","value":"DAILY"},{"name":"edd","value":"false"}]}]}}})"));
        QVERIFY(!api::faultOf(wholeRegistration()));
    }

    void w1ParametersThatAreNotSet()
    {
        RegistrationRequest request = testRegistration();
        request.aml = AmlProfile();
        request.aml->risk = AmlRisk::Low;
        request.aml->score = 0;
        const QByteArray body = writeRegistration(request, Tenant);
        QVERIFY2(body.contains(R"("parametrization":[{"name":"riskLevel","value":"LOW"},)"
                               R"({"name":"riskScore","value":"0"}]}]}}})"),
                 body.constData());
    }

    void registrationsThatCannotBeValid_data()
    {
        QTest::addColumn<QString>("member");
        for (const char* member :
             {"firstName", "lastName", "email", "phone", "nationality", "gender", "placeOfBirth", "pincode",
              "password", "customerCategory.id", "customerCategory.name", "roleIds",
              "parametrization.riskLevel", "parametrization.riskScore", "parametrization.pepCategory"})
            QTest::newRow(member) << QString::fromLatin1(member);
    }
    void registrationsThatCannotBeValid()
    {
        QFETCH(QString, member);
        const QString tooLong(256, u'x');
        const auto spoilt = [&](auto spoil) {
            RegistrationRequest request = wholeRegistration();
            spoil(request);
            return faultIn(request);
        };
        using R = RegistrationRequest;
        const QList<QPair<QString, std::function<void(R&)>>> spoilers{
            {QStringLiteral("firstName"), [](R& r) { r.person.firstName.clear(); }},
            {QStringLiteral("firstName"), [](R& r) { r.person.firstName = QStringLiteral("  "); }},
            {QStringLiteral("lastName"), [&](R& r) { r.person.lastName = tooLong; }},
            {QStringLiteral("email"), [](R& r) { r.person.email = QStringLiteral("rasa@home"); }},
            {QStringLiteral("phone"), [](R& r) { r.person.phone = QStringLiteral("860012345"); }},
            {QStringLiteral("nationality"), [&](R& r) { r.person.nationality = tooLong; }},
            {QStringLiteral("gender"), [](R& r) { r.person.gender = QStringLiteral("female"); }},
            {QStringLiteral("placeOfBirth"), [&](R& r) { r.person.placeOfBirth = tooLong; }},
            {QStringLiteral("pincode"), [](R& r) { r.person.pincode = QStringLiteral(" "); }},
            {QStringLiteral("password"), [](R& r) { r.password.clear(); }},
            {QStringLiteral("password"), [](R& r) { r.password = Secret(QByteArrayView("securepass1!")); }},
            {QStringLiteral("customerCategory.id"), [](R& r) { r.categoryId = {}; }},
            {QStringLiteral("customerCategory.name"), [&](R& r) { r.categoryName = tooLong; }},
            {QStringLiteral("roleIds"), [](R& r) { r.roles = {Role::Admin}; }},
            {QStringLiteral("parametrization.riskLevel"), [](R& r) { r.aml->risk = AmlRisk::Unknown; }},
            {QStringLiteral("parametrization.riskScore"), [](R& r) { r.aml->score = 101; }},
            {QStringLiteral("parametrization.riskScore"), [](R& r) { r.aml->score = -1; }},
            {QStringLiteral("parametrization.pepCategory"), [](R& r) { r.aml->pep = false; }},
            {QStringLiteral("parametrization.pepCategory"), [](R& r) { r.aml->pep.reset(); }}};
        int tried = 0;
        for (const auto& [name, spoil] : spoilers) {
            if (name != member)
                continue;
            QCOMPARE(spoilt(spoil), member);
            ++tried;
        }
        QVERIFY(tried > 0);
    }

    /// Whether somebody is old enough is for the server's clock to say.
    void minorsAreLeftToTheServer()
    {
        RegistrationRequest request = testRegistration();
        request.person.dateOfBirth = QDate::currentDate();
        QVERIFY(!api::faultOf(request));
    }

    void registrationAnswer()
    {
        const Result<Customer> customer = readRegistrationAnswer(transcriptBody("registration"));
        QVERIFY(customer);
        QCOMPARE(customer->id, TestCustomer);
        QCOMPARE(customer->userId.text(), QStringLiteral("c4e8b7d1-2f36-4a90-b5c8-71d0e9f2a364"));
        QCOMPARE(customer->userStatus, QStringLiteral("PENDING_ACTIVATION"));
        QCOMPARE(customer->person.dateOfBirth, QDate(1990, 5, 15));
        QCOMPARE(customer->categoryId.text(), QStringLiteral("fs-cat-b2c-low-001"));
        QVERIFY(customer->stage.isAbsent());
        QVERIFY(!customer->verification);
        QVERIFY(readRegistrationAnswer(data(R"("customerId":7)"))->id.text() == QStringLiteral("7"));
        QVERIFY(!readRegistrationAnswer(data(R"("customerStatus":"CS_REGISTRATION_COMPLETED")")));
        QVERIFY(!readRegistrationAnswer(R"({"code":200,"data":{}})"));
        QVERIFY(!readRegistrationAnswer(R"({"code":200,"success":false,"data":{"id":"c-1"}})"));
    }

    void refusedFieldsKeepTheirNames()
    {
        const QString details = QStringLiteral("The parametrization of ENHANCED_AML_MONITORING is not valid");
        QCOMPARE(errorOf("invalid-categorization").fields,
                 (QList<FieldFault>{{QStringLiteral("parametrization.riskLevel"), details},
                                    {QStringLiteral("parametrization.riskScore"), details}}));
        QVERIFY(errorOf("invalid-categorization").is(ErrorWord::InvalidCategorization));
        QCOMPARE(errorOf("duplicate-email").fields, (QList<FieldFault>{{QStringLiteral("email"), {}}}));
        const Error young = errorOf("not-eligible");
        QCOMPARE(young.fields, (QList<FieldFault>{{QStringLiteral("dateOfBirth"), {}}}));
        QCOMPARE(young.reasonCodes, QStringList{QStringLiteral("UNDERAGE")});
        const Error open = errorOf("verification-already-open");
        QCOMPARE(open.verificationId, TestVerification);
        QCOMPARE(open.verificationStatus.value(), VerificationStatus::Initiated);

        RawAnswer unknown;
        unknown.status = 400;
        unknown.body =
            R"({"code":400,"data":{"error":"Invalid categorization","details":"The category is unknown","missingKeys":[],"invalidValues":{}}})";
        QCOMPARE(readErrorAnswer(unknown, {}).error.fields,
                 (QList<FieldFault>{
                     {QStringLiteral("customerCategory.id"), QStringLiteral("The category is unknown")}}));
    }

    // 2.6, 2.7
    // -----------------------------------------------------------------------------------------------

    void startBodies()
    {
        StartVerificationRequest request;
        QCOMPARE(writeStartVerification(request), QByteArray("{}"));
        request.documentNumber = QStringLiteral("LT-1");
        QCOMPARE(writeStartVerification(request),
                 QByteArray(R"({"verificationData":{"documentNumber":"LT-1"}})"));
        request.diligence = DueDiligence::Simplified;
        request.documentType = DocumentType::DriversLicense;
        QCOMPARE(
            writeStartVerification(request),
            QByteArray(R"({"verificationType":"SIMPLIFIED",)"
                       R"("verificationData":{"documentType":"DRIVERS_LICENSE","documentNumber":"LT-1"}})"));
        request.documentNumber = QString(256, u'1');
        QCOMPARE(api::faultOf(request)->technical, QStringLiteral("verificationData.documentNumber"));
    }

    void createBodies()
    {
        SessionInfo officer;
        officer.userId = UserId(QStringLiteral("u-1"));
        officer.tenantId = Tenant;
        CreateVerificationRequest request;
        request.customerId = TestCustomer;
        QCOMPARE(writeCreateVerification(request, officer),
                 QByteArray(R"({"customerId":"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13",)"
                            R"("type":"IDENTITY_VERIFICATION","requestedLevel":"TENANT_VERIFIED",)"
                            R"("requestedByUserId":"u-1","requestedByTenantId":"t-1"})"));
        request.type = VerificationType::Sanctions;
        request.requestedLevel = VerificationLevel::PowerTenant;
        request.notes = QStringLiteral("Seen in the news");
        request.reason = QStringLiteral("Screening");
        request.priority = Priority::High;
        request.description = QStringLiteral("Again");
        QVERIFY(!api::faultOf(request));
        QVERIFY(
            writeCreateVerification(request, officer)
                .endsWith(R"("notes":"Seen in the news","additionalData":{"verificationReason":"Screening",)"
                          R"("priority":"HIGH","description":"Again"}})"));
    }

    void verificationsThatCannotBeCreated()
    {
        const auto fault = [](auto spoil) {
            CreateVerificationRequest request;
            request.customerId = TestCustomer;
            spoil(request);
            const std::optional<Error> error = api::faultOf(request);
            return error ? error->technical : QString();
        };
        using R = CreateVerificationRequest;
        QCOMPARE(fault([](R&) {}), QString());
        QCOMPARE(fault([](R& r) { r.customerId = CustomerId(QStringLiteral("../admin")); }),
                 QStringLiteral("customerId"));
        QCOMPARE(fault([](R& r) { r.type = VerificationType::Unknown; }), QStringLiteral("type"));
        QCOMPARE(fault([](R& r) { r.requestedLevel = VerificationLevel::Unknown; }),
                 QStringLiteral("requestedLevel"));
        QCOMPARE(fault([](R& r) { r.notes = QString(4001, u'x'); }), QStringLiteral("notes"));
        QCOMPARE(fault([](R& r) { r.reason = QString(256, u'x'); }),
                 QStringLiteral("additionalData.verificationReason"));
        QCOMPARE(fault([](R& r) { r.description = QString(256, u'x'); }),
                 QStringLiteral("additionalData.description"));
    }

    void startedAnswer()
    {
        const auto read = [](const QByteArray& body, VerificationType type = VerificationType::Identity) {
            return readStartedVerification(body, "\"v1\"", TestCustomer, type);
        };
        const Result<Verification> started = read(transcriptBody("verification-initiated"));
        QVERIFY(started);
        QCOMPARE(started->id, TestVerification);
        QCOMPARE(started->status.value(), VerificationStatus::Initiated);
        QCOMPARE(started->requiredDocuments, QList<WireValue<Requirement>>{Requirement::GovernmentId});
        QCOMPARE(started->etag, QByteArray("\"v1\""));
        QCOMPARE(started->version, std::optional<int>(1));
        // Another type or customer than was asked for: nobody knows what was started.
        QVERIFY(!read(transcriptBody("verification-initiated"), VerificationType::Sanctions));
        QVERIFY(!read(data(R"("id":"v","status":"PENDING","customerId":"somebody")")));
        QVERIFY(!read(data(R"("id":"v")")));
        QVERIFY(!read(data(R"("status":"PENDING")")));
        const Result<Verification> least = read(data(R"("id":"v","status":"PENDING")"));
        QVERIFY(least);
        QCOMPARE(least->customerId, TestCustomer);
        QCOMPARE(least->type.value(), VerificationType::Identity);
    }

    // 2.14, 2.15
    // ---------------------------------------------------------------------------------------------

    void templates()
    {
        const Result<QList<ConsentTemplate>> read = readConsentTemplates(transcriptBody("consent-templates"));
        QVERIFY(read);
        ConsentTemplate expected = testTemplate();
        expected.id = QStringLiteral("2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26");
        expected.status = TemplateStatus::Active;
        expected.locale = QStringLiteral("en");
        QCOMPARE(*read, QList<ConsentTemplate>{expected});
        QCOMPARE(readConsentTemplates(R"({"data":[{"id":"1","type":"COOKIES","version":null}]})")
                     ->first()
                     .type.text(),
                 QStringLiteral("COOKIES"));
        QVERIFY(readConsentTemplates(data(R"("templates":[])"))->isEmpty());
        QVERIFY(!readConsentTemplates(data("")));
        QVERIFY(!readConsentTemplates(data(R"("templates":[{"type":"TERMS"}])")));
    }

    void templateBodies()
    {
        ConsentTemplate text = testTemplate();
        QCOMPARE(writeConsentTemplate(text),
                 QByteArray(R"({"type":"TERMS","version":"1.0","effectiveDate":"2026-01-01",)"
                            R"("content":{"title":"Terms and Conditions","body":"…"}})"));
        text.type = ConsentType::PrivacyPolicy;
        text.locale = QStringLiteral("lt");
        QVERIFY(writeConsentTemplate(text).startsWith(R"({"type":"PRIVACY")"));
        QVERIFY(writeConsentTemplate(text).endsWith(R"("locale":"lt"}})"));
        text.type = ConsentType::DataProcessing;
        QVERIFY(writeConsentTemplate(text).startsWith(R"({"type":"DATA_PROCESSING")"));
    }

    void templatesThatCannotBeSaved()
    {
        const auto fault = [](auto spoil) {
            ConsentTemplate text = testTemplate();
            spoil(text);
            const std::optional<Error> error = api::faultOf(text);
            return error ? error->technical : QString();
        };
        using T = ConsentTemplate;
        QCOMPARE(fault([](T&) {}), QString());
        QCOMPARE(fault([](T& t) { t.type = {}; }), QStringLiteral("type"));
        QCOMPARE(fault([](T& t) { t.version = QString(21, u'1'); }), QStringLiteral("version"));
        QCOMPARE(fault([](T& t) { t.effectiveDate = {}; }), QStringLiteral("effectiveDate"));
        QCOMPARE(fault([](T& t) { t.title.clear(); }), QStringLiteral("content.title"));
        QCOMPARE(fault([](T& t) { t.body = QStringLiteral("\n"); }), QStringLiteral("content.body"));
        QCOMPARE(fault([](T& t) { t.body = QString(50000, u'x'); }), QString());
    }

    void savedTemplate()
    {
        const ConsentTemplate sent = testTemplate();
        const Result<ConsentTemplate> saved = readSavedTemplate(transcriptBody("consent-template"), sent);
        QVERIFY(saved);
        QCOMPARE(saved->id, QStringLiteral("2e6d9f14-8a3b-4c70-b1e5-f0c7a9d84b26"));
        QCOMPARE(saved->status.value(), TemplateStatus::Active);
        const Result<ConsentTemplate> least = readSavedTemplate(data(R"("id":"t-7")"), sent);
        QVERIFY(least);
        QCOMPARE(least->title, sent.title);
        QVERIFY(least->status.isAbsent());
        QVERIFY(!readSavedTemplate(data(R"("id":"t-7","type":"PRIVACY")"), sent));
        QVERIFY(!readSavedTemplate(data(""), sent));
        ConsentTemplate changed = sent;
        changed.id = QStringLiteral("another");
        QVERIFY(!readSavedTemplate(transcriptBody("consent-template"), changed));
    }

    void loginReset()
    {
        const UserId user(QStringLiteral("u-9"));
        QCOMPARE(writeLoginReset(user, QStringLiteral("Called in")),
                 QByteArray(R"({"userId":"u-9","reason":"Called in"})"));
        QCOMPARE(writeLoginReset(user, {}), QByteArray(R"({"userId":"u-9"})"));
        QVERIFY(readLoginResetAnswer(transcriptBody("login-reset")));
        QVERIFY(!readLoginResetAnswer(R"({"success":false,"code":200})"));
        QVERIFY(!readLoginResetAnswer("<html>"));
    }
};

QTEST_GUILESS_MAIN(TestPhaseCodecs)
#include "tst_phasecodecs.moc"
