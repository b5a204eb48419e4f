#include "clientsandbox.h"

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

/// What support needs beside the phases: acting as a customer, locked logins, the consents' texts, the last
/// calls and the server's JSON. The real client against the real sandbox.
class TestClientSupport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientSandbox>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    void wrongPasswordsUntilLockedAndReset()
    {
        const Customer customer = oneIn(Stage::Session);
        QSignalSpy ended(&client(), &FinHub::sessionEnded);
        for (int attempt = 1; attempt <= 5; ++attempt) {
            Outcome refused(signInAs(customer, "wrong"));
            QVERIFY(isOver(refused));
            QVERIFY(refused.error().is(ErrorWord::Authentication));
            QVERIFY(refused.error().asCustomer);
            QCOMPARE(refused.error().attempts, attempt);
            QCOMPARE(refused.error().maxAttempts, 5);
            QCOMPARE(refused.error().lockoutTime.isValid(), attempt == 5);
            QVERIFY(!client().customerSession());
        }
        Outcome locked(signInAs(customer));
        QVERIFY(isOver(locked));
        QVERIFY(locked.error().lockoutTime.isValid()); // even with the right password
        Outcome reset(client().resetLogin(customer.userId, QStringLiteral("Asked on the phone")));
        QVERIFY(isOver(reset));
        QVERIFY2(reset.hasValue(), qPrintable(reset.error().technical));
        Outcome signedIn(signInAs(customer));
        QVERIFY(isOver(signedIn));
        QVERIFY(signedIn.hasValue());
        QCOMPARE(signedIn->roles, QList<WireValue<Role>>{Role::User});
        QVERIFY(client().session());
        QVERIFY(ended.isEmpty());
        Outcome nobody(client().resetLogin(UserId(QStringLiteral("nobody")), {}));
        QVERIFY(isOver(nobody));
        QVERIFY(nobody.error().is(ErrorWord::NotFound));
    }

    /// W4 for the customer's own token, and its end, which is not the officer's.
    void customersTokenRunsOut()
    {
        const Customer customer = oneIn(Stage::Consents);
        Outcome signedIn(signInAs(customer));
        QVERIFY(isOver(signedIn) && signedIn.hasValue());
        const QDateTime first = client().customerSession()->info.expiresAt;
        m_fixture->hoursLater = 2;
        QSignalSpy changed(&client(), &FinHub::customerSessionChanged);
        Outcome consent(accept(customer, ConsentType::DataProcessing));
        QVERIFY(isOver(consent));
        QVERIFY2(consent.hasValue(), qPrintable(consent.error().technical));
        // That clock is two hours ahead of this one, by which the new token is good for an hour from now on.
        QVERIFY(client().customerSession()->info.expiresAt >= first);
        QVERIFY(client().customerSession()->info.expiresAt <= QDateTime::currentDateTimeUtc().addSecs(3600));
        QTRY_COMPARE(changed.size(), qsizetype(1));

        m_fixture->hoursLater = 40; // beyond the refresh token's 24 hours
        Outcome over(client().readiness(customer.id));
        QVERIFY(isOver(over));
        QCOMPARE(over.error().kind, ErrorKind::SessionEnded);
        QVERIFY(over.error().asCustomer);
        QVERIFY(!client().customerSession());
        QTRY_COMPARE(changed.size(), qsizetype(2));
        QVERIFY(client().session()); // nobody has asked for the officer's yet
    }

    /// Who is acting: first the customer, after leaving the officer.
    void actingAndLeaving()
    {
        const Customer customer = oneIn(Stage::Consents);
        Outcome signedIn(signInAs(customer));
        QVERIFY(isOver(signedIn) && signedIn.hasValue());
        Outcome theirs(accept(customer, ConsentType::DataProcessing));
        QVERIFY(isOver(theirs) && theirs.hasValue());
        QCOMPARE(newestActor(customer.id), ActorType::Customer);
        client().leaveCustomer();
        Outcome officers(accept(customer, ConsentType::DataProcessing, QStringLiteral("2.0")));
        QVERIFY(isOver(officers) && officers.hasValue());
        QCOMPARE(newestActor(customer.id), ActorType::Admin);
        // The server was told.
        QTRY_VERIFY_WITH_TIMEOUT(
            std::any_of(client().callLog().records().begin(), client().callLog().records().end(),
                        [](const CallRecord& record) {
                            return record.method == "DELETE" && record.asCustomer && record.status == 200;
                        }),
            Patience);
    }

    /// 1.5: a customer may do nothing for another one, and the officer's own calls go on meanwhile.
    void actingBesideTheOfficersWork()
    {
        const Customer customer = oneIn(Stage::Consents);
        const Customer other = oneIn(Stage::Approval);
        Outcome signedIn(signInAs(customer));
        QVERIFY(isOver(signedIn) && signedIn.hasValue());
        Outcome consent(accept(other, ConsentType::PrivacyPolicy));
        Outcome readiness(client().readiness(other.id));
        Outcome verification(client().verification(other.verification->id));
        QVERIFY(isOver(consent) && isOver(readiness) && isOver(verification));
        QVERIFY(consent.hasValue() && readiness.hasValue() && verification.hasValue());
        QCOMPARE(newestActor(other.id), ActorType::Admin);
        Outcome gone(client().signOut());
        QVERIFY(isOver(gone));
        QVERIFY(!client().customerSession());
    }

    void refusedAsCustomer()
    {
        const Customer customer = oneIn(Stage::Consents);
        Outcome signedIn(signInAs(customer));
        QVERIFY(isOver(signedIn) && signedIn.hasValue());
        StartVerificationRequest start;
        start.customerId = customer.id;
        Outcome verified(client().startVerification(start));
        QVERIFY(isOver(verified));
        QVERIFY(verified.error().is(ErrorWord::AlreadyVerified));
        QVERIFY(verified.error().asCustomer);
        UploadRequest upload;
        upload.verificationId = customer.verification->id;
        upload.customerId = customer.id;
        upload.type = DocumentType::Selfie;
        upload.fileName = QStringLiteral("late.pdf");
        upload.mimeType = MimeType::Pdf;
        upload.content = "%PDF-1.4";
        Outcome closed(client().uploadDocument(upload, {}));
        QVERIFY(isOver(closed));
        QVERIFY(closed.error().is(ErrorWord::VerificationClosed));
        QCOMPARE(closed.error().verificationStatus.value(), VerificationStatus::Approved);
        Outcome early(client().activate(customer.id, customer.userId, QStringLiteral("1"), {}));
        QVERIFY(isOver(early));
        QVERIFY(early.error().is(ErrorWord::MissingConsents));
        QVERIFY(!early.error().missingConsents.isEmpty());
    }

    void textsOfTheConsents()
    {
        Outcome before(client().consentTemplates());
        QVERIFY(isOver(before));
        QVERIFY2(before.hasValue(), qPrintable(before.error().technical));
        QVERIFY(!before->isEmpty());
        ConsentTemplate text;
        text.type = ConsentType::PrivacyPolicy;
        text.version = QStringLiteral("7.0");
        text.effectiveDate = QDate(2026, 4, 1);
        text.title = QStringLiteral("Privacy");
        text.body = QStringLiteral("What we keep of you.\n") + QString(5000, u'ž');
        text.locale = QStringLiteral("en");
        Outcome created(client().saveConsentTemplate(text));
        QVERIFY(isOver(created));
        QVERIFY2(created.hasValue(), qPrintable(created.error().technical));
        QCOMPARE(created->status.value(), TemplateStatus::Active);
        QCOMPARE(created->body, text.body);
        text = *created;
        text.version = QStringLiteral("7.1");
        Outcome changed(client().saveConsentTemplate(text));
        QVERIFY(isOver(changed) && changed.hasValue());
        QCOMPARE(changed->id, created->id);
        Outcome after(client().consentTemplates());
        QVERIFY(isOver(after) && after.hasValue());
        QCOMPARE(after->size(), before->size() + 1);
        int active = 0;
        for (const ConsentTemplate& one : *after)
            active += one.type == text.type && one.status == TemplateStatus::Active ? 1 : 0;
        QCOMPARE(active, 1);
        text.id = QStringLiteral("nothing");
        Outcome missing(client().saveConsentTemplate(text));
        QVERIFY(isOver(missing));
        QVERIFY(missing.error().is(ErrorWord::NotFound));
        QVERIFY(m_fixture->signIn(2));
        text.id.clear();
        Outcome viewer(client().saveConsentTemplate(text));
        QVERIFY(isOver(viewer));
        QVERIFY(viewer.error().is(ErrorWord::InsufficientPermissions));
    }

    /// What is shown to others names nobody; what is shown to the officer is what the server said.
    void jsonOfEachObject()
    {
        const Customer customer = oneIn(Stage::Approval);
        for (const RawObject what :
             {RawObject::Customer, RawObject::Verification, RawObject::Readiness, RawObject::Timeline}) {
            Outcome raw(client().raw(what, customer.id, customer.verification->id));
            QVERIFY(isOver(raw));
            QVERIFY2(raw.hasValue(), qPrintable(raw.error().technical));
            QVERIFY(raw->text.contains(QStringLiteral("\"data\": {\n")));
            const Person& person = customer.person;
            for (const QString& personal : {person.firstName, person.lastName, person.email, person.phone,
                                            person.nationality, person.dateOfBirth.toString(Qt::ISODate)}) {
                if (personal.isEmpty())
                    continue;
                QVERIFY2(!raw->redacted.contains(personal), qPrintable(personal));
                QVERIFY(what != RawObject::Customer || raw->text.contains(personal));
            }
            QVERIFY(raw->redacted.contains(customer.verification->id.text()) ||
                    raw->redacted.contains(customer.id.text()));
        }
    }

private:
    HttpFinHub& client() { return *m_fixture->client; }

    CallPtr<SessionInfo> signInAs(const Customer& customer, const char* password = "SecurePass123!")
    {
        return client().signInCustomer(
            {customer.id, customer.userId, customer.userName, Secret(QByteArrayView(password))});
    }

    CallPtr<Consent> accept(const Customer& customer, ConsentType type,
                            const QString& version = QStringLiteral("1.0"))
    {
        return client().acceptConsent(customer.id, type, version, {});
    }

    Customer oneIn(Stage stage)
    {
        DirectoryQuery query;
        query.stages = {stage};
        query.risks = {RiskLevel::Low};
        Outcome page(client().directory(query, 0, 50));
        if (!isOver(page) || !page.hasValue() || page->rows.items.isEmpty())
            qFatal("nobody is in that stage");
        Outcome customer(client().customer(page->rows.items.first().id));
        if (!isOver(customer) || !customer.hasValue())
            qFatal("the customer cannot be read");
        return *customer;
    }

    ActorType newestActor(const CustomerId& id)
    {
        Outcome timeline(client().timeline(id, 0, 1));
        if (!isOver(timeline) || !timeline.hasValue() || timeline->items.isEmpty())
            qFatal("the timeline cannot be read");
        return timeline->items.first().actorType.value();
    }

    std::unique_ptr<ClientSandbox> m_fixture;
};

QTEST_MAIN(TestClientSupport)
#include "tst_client_support.moc"
