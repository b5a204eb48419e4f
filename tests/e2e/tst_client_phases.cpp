#include "clientsandbox.h"
#include "core/validation.h"

#include <QCryptographicHash>
#include <QUuid>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
QByteArray freshKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

RegistrationRequest newcomer(const char* email, const char* category = "fs-cat-b2c-low-001")
{
    RegistrationRequest request;
    request.person.firstName = QStringLiteral("Žemyna");
    request.person.lastName = QStringLiteral("O'Neill");
    request.person.email = QString::fromLatin1(email);
    request.password = Secret(QByteArrayView("SecurePass123!"));
    request.categoryId = CategoryId(QString::fromLatin1(category));
    request.idempotencyKey = freshKey();
    return request;
}

QByteArray contentOf(MimeType kind, qsizetype size = 100)
{
    QByteArray content(size, 'x');
    const QByteArray signature = kind == MimeType::Pdf    ? QByteArray("%PDF-1.4")
                                 : kind == MimeType::Jpeg ? QByteArray("\xFF\xD8\xFF\xE0")
                                                          : QByteArray("\x89PNG\r\n\x1A\n");
    return content.replace(0, signature.size(), signature);
}

UploadRequest fileFor(const Verification& verification, DocumentType type, MimeType kind,
                      qsizetype size = 100)
{
    UploadRequest request;
    request.verificationId = verification.id;
    request.customerId = verification.customerId;
    request.type = type;
    request.fileName = QStringLiteral("Ausweis ä.bin");
    request.mimeType = kind;
    request.content = contentOf(kind, size);
    request.idempotencyKey = freshKey();
    return request;
}
} // namespace

/// The eight phases, call by call: the real client against the real sandbox.
class TestClientPhases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientSandbox>();
        QVERIFY(m_fixture->signIn());
    }
    void cleanup() { m_fixture.reset(); }

    /// Everything that a customer may do is done as the customer, and the server says so.
    void fromRegistrationToActive()
    {
        Outcome registered(client().registerCustomer(newcomer("zemyna@example.com")));
        QVERIFY(isOver(registered));
        QVERIFY2(registered.hasValue(), qPrintable(registered.error().technical));
        QCOMPARE(registered->person.fullName(), QStringLiteral("Žemyna O'Neill"));
        QCOMPARE(registered->userName, QStringLiteral("zemyna@example.com"));
        const CustomerId id = registered->id;
        QCOMPARE(stageOf(id), Stage::Session);

        QVERIFY(actAs(*registered));
        QCOMPARE(client().customerSession()->customerId, id);
        QCOMPARE(stageOf(id), Stage::Verification);

        StartVerificationRequest start;
        start.customerId = id;
        start.diligence = DueDiligence::Standard;
        start.documentType = DocumentType::Passport;
        start.documentNumber = QStringLiteral("LT-1");
        Outcome started(client().startVerification(start));
        QVERIFY(isOver(started));
        QVERIFY2(started.hasValue(), qPrintable(started.error().technical));
        QCOMPARE(started->status.value(), VerificationStatus::Initiated);
        QCOMPARE(started->etag, QByteArray("\"v1\""));

        Outcome uploaded(
            client().uploadDocument(fileFor(*started, DocumentType::Passport, MimeType::Pdf), {}));
        QVERIFY(isOver(uploaded));
        QVERIFY2(uploaded.hasValue(), qPrintable(uploaded.error().technical));
        QCOMPARE(uploaded->verificationStatus.value(), VerificationStatus::InProgress);
        QCOMPARE(uploaded->document.type.value(), DocumentType::Passport);
        QCOMPARE(stageOf(id), Stage::Approval);

        DecisionRequest decision;
        decision.verificationId = started->id;
        decision.customerId = id;
        decision.type = VerificationType::Identity;
        decision.verdict = Verdict::Approve;
        Outcome approved(client().decide(decision));
        QVERIFY(isOver(approved) && approved.hasValue());

        for (const ConsentType type :
             {ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing}) {
            Outcome consent(client().acceptConsent(id, type, QStringLiteral("1.0"), freshKey()));
            QVERIFY(isOver(consent) && consent.hasValue());
        }
        Outcome readiness(client().readiness(id));
        QVERIFY(isOver(readiness) && readiness.hasValue());
        QCOMPARE(readiness->activationAllowed, std::optional<bool>(true));
        Outcome active(client().activate(id, registered->userId, QStringLiteral("123456"), freshKey()));
        QVERIFY(isOver(active) && active.hasValue());
        QVERIFY(!active->iban.isEmpty());
        QCOMPARE(stageOf(id), Stage::Active);

        const QHash<QString, ActorType> actors = actorsOf(id);
        for (const char* theirs : {"session.created", "verification.initiated", "document.uploaded",
                                   "consent.accepted", "customer.activated"})
            QCOMPARE(actors.value(QLatin1String(theirs)), ActorType::Customer);
        for (const char* officers : {"customer.registered", "verification.approved"})
            QCOMPARE(actors.value(QLatin1String(officers)), ActorType::Admin);
    }

    /// The same by the officer, on a server with nothing but the documented calls.
    void withoutExtensions()
    {
        ClientSandbox bare(QList<Extension>{}, 20);
        QVERIFY(bare.signIn());
        HttpFinHub& console = *bare.client;
        Outcome registered(console.registerCustomer(newcomer("bare@example.com")));
        QVERIFY(isOver(registered) && registered.hasValue());
        CreateVerificationRequest create;
        create.customerId = registered->id;
        Outcome created(console.createVerification(create));
        QVERIFY(isOver(created) && created.hasValue());
        QCOMPARE(created->status.value(), VerificationStatus::Pending);
        Outcome uploaded(console.uploadDocument(fileFor(*created, DocumentType::IdCard, MimeType::Png), {}));
        QVERIFY(isOver(uploaded) && uploaded.hasValue());
        Outcome readiness(console.readiness(registered->id));
        QVERIFY(isOver(readiness) && readiness.hasValue());
        QCOMPARE(readiness->verificationStatus.value(), VerificationStatus::InProgress);
        Outcome raw(console.raw(RawObject::Readiness, registered->id, {}));
        QVERIFY(isOver(raw) && raw.hasValue());
        QVERIFY(raw->redacted.contains(QStringLiteral("\"verificationStatus\": \"IN_PROGRESS\"")));
    }

    // Registration
    // -------------------------------------------------------------------------------------------

    void everyMemberArrives()
    {
        RegistrationRequest request = newcomer("every@example.com", "fs-cat-b2c-medium-001");
        request.person.phone = QStringLiteral("+37060012345");
        request.person.dateOfBirth = QDate(1990, 5, 15);
        request.person.nationality = QStringLiteral("Lithuania");
        request.person.gender = QStringLiteral("OTHER");
        request.person.placeOfBirth = QStringLiteral("Kaunas");
        request.person.pincode = QStringLiteral("LT-44001");
        request.categoryName = QStringLiteral("Individual Verified");
        request.roles = {Role::User};
        AmlProfile aml;
        aml.risk = AmlRisk::Low;
        aml.score = 7;
        aml.pep = true;
        aml.pepCategory = PepCategory::Domestic;
        aml.sanctions = SanctionsScreening::Enhanced;
        aml.monitoring = Monitoring::Weekly;
        aml.enhancedDueDiligence = true;
        request.aml = aml;
        const Person person = request.person;
        Outcome registered(client().registerCustomer(std::move(request)));
        QVERIFY(isOver(registered));
        QVERIFY2(registered.hasValue(), qPrintable(registered.error().technical));
        QCOMPARE(registered->person, person);
        Outcome read(client().customer(registered->id));
        QVERIFY(isOver(read) && read.hasValue());
        QCOMPARE(read->person, person);
        QCOMPARE(read->categoryId.text(), QStringLiteral("fs-cat-b2c-medium-001"));
        QCOMPARE(read->risk.value(), riskOf(RiskLevel::Medium, aml));
        QCOMPARE(read->risk.value(), RiskLevel::High);
    }

    void registrationsThatAreRefused()
    {
        Outcome first(client().registerCustomer(newcomer("first@example.com")));
        QVERIFY(isOver(first) && first.hasValue());
        Outcome twice(client().registerCustomer(newcomer("FIRST@example.com")));
        QVERIFY(isOver(twice));
        QVERIFY(twice.error().is(ErrorWord::DuplicateEmail));
        QCOMPARE(twice.error().fields.first().field, QStringLiteral("email"));

        RegistrationRequest young = newcomer("young@example.com");
        young.person.dateOfBirth = QDate(2008, 4, 1); // 18 tomorrow
        Outcome minor(client().registerCustomer(std::move(young)));
        QVERIFY(isOver(minor));
        QVERIFY(minor.error().is(ErrorWord::NotEligible));
        QCOMPARE(minor.error().fields.first().field, QStringLiteral("dateOfBirth"));

        for (const char* category : {"fs-cat-b2b-small-001", "fs-cat-nobody-001"}) {
            Outcome wrong(client().registerCustomer(newcomer("other@example.com", category)));
            QVERIFY(isOver(wrong));
            QVERIFY(wrong.error().is(ErrorWord::InvalidCategorization));
            QCOMPARE(wrong.error().fields.first().field, QStringLiteral("customerCategory.id"));
        }
        QVERIFY(m_fixture->signIn(2));
        Outcome viewer(client().registerCustomer(newcomer("viewer@example.com")));
        QVERIFY(isOver(viewer));
        QVERIFY(viewer.error().is(ErrorWord::InsufficientPermissions));
    }

    /// R19 and 3.7: what was lost may be sent again with the same key, and is carried out once.
    void lostAndSentAgain()
    {
        const QByteArray key = freshKey();
        const auto request = [&key](const char* lastName = "Once") {
            RegistrationRequest again = newcomer("once@example.com");
            again.person.lastName = QString::fromLatin1(lastName);
            again.idempotencyKey = key;
            return again;
        };
        QVERIFY(m_fixture->arm(
            "\"match\":\"POST /api/v2.1/customer/individual/registration\",\"drop\":\"after\""));
        Outcome lost(client().registerCustomer(request()));
        QVERIFY(isOver(lost));
        QCOMPARE(lost.error().kind, ErrorKind::OutcomeUnknown);
        Outcome again(client().registerCustomer(request()));
        QVERIFY(isOver(again));
        QVERIFY2(again.hasValue(), qPrintable(again.error().technical));
        Outcome replayed(client().registerCustomer(request()));
        QVERIFY(isOver(replayed) && replayed.hasValue());
        QCOMPARE(replayed->id, again->id);
        Outcome other(client().registerCustomer(request("Twice")));
        QVERIFY(isOver(other));
        QVERIFY(other.error().is(ErrorWord::IdempotencyKeyReused));
    }

    // Verifications
    // ------------------------------------------------------------------------------------------

    void oneVerificationOfAType()
    {
        Outcome registered(client().registerCustomer(newcomer("types@example.com", "fs-cat-b2c-high-001")));
        QVERIFY(isOver(registered) && registered.hasValue());
        for (const auto& [type, name] : WireNames<VerificationType>::table) {
            CreateVerificationRequest request;
            request.customerId = registered->id;
            request.type = type;
            request.priority = Priority::High;
            request.reason = QStringLiteral("Asked for");
            Outcome created(client().createVerification(request));
            QVERIFY(isOver(created));
            QVERIFY2(created.hasValue(), name);
            QCOMPARE(created->type.value(), type);
            QCOMPARE(created->level.value(), VerificationLevel::PowerTenant); // raised by the risk
            Outcome twice(client().createVerification(request));
            QVERIFY(isOver(twice));
            QVERIFY(twice.error().is(ErrorWord::VerificationAlreadyOpen));
            QCOMPARE(twice.error().verificationId, created->id);
        }
        StartVerificationRequest start;
        start.customerId = CustomerId(QStringLiteral("nobody"));
        Outcome missing(client().startVerification(start));
        QVERIFY(isOver(missing));
        QVERIFY(missing.error().is(ErrorWord::NotFound));
    }

    void uploadsOfEachKind()
    {
        const Verification verification = startedFor("kinds@example.com");
        QList<DocumentId> ids;
        int index = 0;
        for (const auto& [type, name] : WireNames<DocumentType>::table) {
            const MimeType kind = WireNames<MimeType>::table.at(std::size_t(index++ % 3)).first;
            const UploadRequest request = fileFor(verification, type, kind);
            Outcome uploaded(client().uploadDocument(request, {}));
            QVERIFY(isOver(uploaded));
            QVERIFY2(uploaded.hasValue(), name);
            QCOMPARE(uploaded->document.type.value(), type);
            QCOMPARE(uploaded->document.sha256,
                     QCryptographicHash::hash(request.content, QCryptographicHash::Sha256).toHex());
            ids.append(uploaded->document.id);
        }
        Outcome read(client().verification(verification.id));
        QVERIFY(isOver(read) && read.hasValue());
        QCOMPARE(read->documents.size(), ids.size());
        QCOMPARE(read->documents.first().fileName, QStringLiteral("Ausweis ä.bin"));
    }

    void theLargestUpload()
    {
        const Verification verification = startedFor("large@example.com");
        const UploadRequest request =
            fileFor(verification, DocumentType::Passport, MimeType::Jpeg, MaxDocumentBytes);
        qint64 last = 0;
        qint64 whole = -1;
        const Result<UploadAnswer> uploaded = uploadOf(request, [&](qint64 sent, qint64 total) {
            last = sent;
            whole = total;
        });
        QVERIFY(uploaded);
        QCOMPARE(last, whole);
        QCOMPARE(uploaded->document.size, MaxDocumentBytes);
        Outcome content(client().documentContent(verification.id, uploaded->document.id));
        QVERIFY(isOver(content) && content.hasValue());
        QVERIFY(*content == request.content);
        // The key says that it is the same upload: nothing is stored a second time.
        const Result<UploadAnswer> replayed = uploadOf(request, {});
        QVERIFY(replayed);
        QCOMPARE(replayed->document.id, uploaded->document.id);
    }

    void lostUpload()
    {
        const Verification verification = startedFor("lost@example.com");
        const UploadRequest request = fileFor(verification, DocumentType::Passport, MimeType::Pdf);
        QVERIFY(m_fixture->arm("\"match\":\"POST /api/v2.1/verifications/*/documents\",\"truncate\":40"));
        Outcome lost(client().uploadDocument(request, {}));
        QVERIFY(isOver(lost));
        QCOMPARE(lost.error().kind, ErrorKind::OutcomeUnknown);
        Outcome again(client().uploadDocument(request, {}));
        QVERIFY(isOver(again) && again.hasValue());
        Outcome read(client().verification(verification.id));
        QVERIFY(isOver(read) && read.hasValue());
        QCOMPARE(read->documents.size(), qsizetype(1));
    }

private:
    HttpFinHub& client() { return *m_fixture->client; }

    bool actAs(const Customer& customer)
    {
        Outcome signedIn(client().signInCustomer(
            {customer.id, customer.userId, customer.userName, Secret(QByteArrayView("SecurePass123!"))}));
        return isOver(signedIn) && signedIn.hasValue();
    }

    Stage stageOf(const CustomerId& id)
    {
        Outcome read(client().customer(id));
        return isOver(read) && read.hasValue() ? read->stage.value() : Stage::Unknown;
    }

    /// In an event loop like the program's: waiting for something sleeps between two looks at the events,
    /// and a body is handed over piece by piece from this thread.
    Result<UploadAnswer> uploadOf(const UploadRequest& request, Progress progress)
    {
        Result<UploadAnswer> outcome = failure(Error());
        QObject context;
        QTestEventLoop loop;
        const CallPtr<UploadAnswer> call = client().uploadDocument(request, std::move(progress));
        call->onFinished(&context, [&](const Result<UploadAnswer>& answer) {
            outcome = answer;
            loop.exitLoop();
        });
        loop.enterLoopMSecs(Patience);
        return outcome;
    }

    /// Who did the newest of each kind of event.
    QHash<QString, ActorType> actorsOf(const CustomerId& id)
    {
        QHash<QString, ActorType> actors;
        Outcome timeline(client().timeline(id, 0, 100));
        if (!isOver(timeline) || !timeline.hasValue())
            qFatal("the timeline cannot be read");
        for (const TimelineEvent& event : timeline->items)
            actors.insert(event.type, event.actorType.value());
        return actors;
    }

    Verification startedFor(const char* email)
    {
        Outcome registered(client().registerCustomer(newcomer(email)));
        if (!isOver(registered) || !registered.hasValue())
            qFatal("nobody can be registered");
        StartVerificationRequest start;
        start.customerId = registered->id;
        Outcome started(client().startVerification(start));
        if (!isOver(started) || !started.hasValue())
            qFatal("no verification can be started");
        return *started;
    }

    std::unique_ptr<ClientSandbox> m_fixture;
};

QTEST_MAIN(TestClientPhases)
#include "tst_client_phases.moc"
