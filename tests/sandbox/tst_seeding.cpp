#include "core/foldedtext.h"
#include "core/requireddocuments.h"
#include "core/validation.h"
#include "core/wiretime.h"
#include "sandbox/seed/seededcustomers.h"
#include "sandbox/store/casefacts.h"
#include "sandbox/store/cases.h"
#include "sandboxfixture.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace finhub;
using namespace finhub::sandbox;
using namespace finhub::test;

namespace {
const QDateTime Start(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);
}

/// Section 6, seeding.
class TestSeeding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stagesAndRisks()
    {
        const SeededCustomers customers(1, 2000, Start);
        QHash<Stage, int> stages;
        int highInApproval = 0;
        for (quint32 i = 0; i < 2000; ++i) {
            const CaseFile file = customers.caseFileAt(i);
            const SeedPlan plan = customers.planAt(i);
            QCOMPARE(sandbox::stageOf(file), expectedStage(i % 20));
            QCOMPARE(file.customer.risk, expectedRisk(i / 20 % 10));
            QCOMPARE(plan.stage, sandbox::stageOf(file));
            ++stages[plan.stage];
            highInApproval += plan.stage == Stage::Approval && plan.risk == RiskLevel::High;
        }
        QCOMPARE(stages.value(Stage::Approval), 500);
        QCOMPARE(highInApproval, 50);
        QCOMPARE(stages.value(Stage::Rejected), 100);
    }

    void documentsStages()
    {
        const SeededCustomers customers(1, 400, Start);
        for (quint32 i = 0; i < 400; ++i) {
            const CaseFile file = customers.caseFileAt(i);
            const VerificationRecord* verification = currentVerification(file);
            static constexpr VerificationStatus Waiting[] = {
                VerificationStatus::Pending, VerificationStatus::Initiated,
                VerificationStatus::PendingDocuments, VerificationStatus::ResubmissionRequested};
            if (i % 20 < 3)
                QVERIFY(!verification);
            else if (i % 20 < 7)
                QCOMPARE(verification->status, Waiting[i % 20 - 3]);
            if (i % 20 == 5 && file.customer.risk == RiskLevel::Low) {
                QCOMPARE(file.documents.size(), 1);
                QCOMPARE(file.documents.first().type, DocumentType::Selfie);
            }
            if (i % 20 == 6)
                QVERIFY(!verification->reasonCodes.isEmpty());
        }
    }

    /// What the directory knows without having made a case agrees with the case.
    void planAgreesWithCase()
    {
        const SeededCustomers customers(7, 1000, Start);
        Store store;
        QVERIFY(store.open({}));
        Cases cases(customers, store);
        for (quint32 i = 0; i < 1000; ++i) {
            const CaseFile file = customers.caseFileAt(i);
            const DirectoryItem item = cases.itemAt(i);
            const VerificationRecord* verification = currentVerification(file);
            QCOMPARE(item.id, file.customer.id);
            QCOMPARE(item.person.email, file.customer.person.email);
            QCOMPARE(item.stage, sandbox::stageOf(file));
            QCOMPARE(item.activated, isActivated(file));
            QCOMPARE(item.categoryId, file.customer.categoryId);
            QCOMPARE(item.createdAt, file.customer.createdAt);
            QCOMPARE(item.updatedAt, file.customer.updatedAt);
            QCOMPARE(item.verification.has_value(), verification != nullptr);
            if (!verification)
                continue;
            QCOMPARE(item.verification->id, verification->id);
            QCOMPARE(item.verification->status, verification->status);
            QCOMPARE(item.verification->level, verification->level);
            QCOMPARE(item.verification->version, verification->version);
            QCOMPARE(item.verification->startedAt, verification->startedAt);
            QCOMPARE(item.verification->submittedAt, verification->submittedAt);
            QCOMPARE(item.verification->decidedAt, verification->decidedAt);
        }
    }

    void times()
    {
        const SeededCustomers customers(3, 2000, Start);
        for (quint32 i = 0; i < 2000; ++i) {
            const SeedPlan plan = customers.planAt(i);
            QVERIFY(plan.createdAt() >= Start.addDays(-90).toMSecsSinceEpoch());
            QVERIFY(plan.updatedAt() <= Start.toMSecsSinceEpoch());
            qint64 before = 0;
            for (const SeedStep& step : plan.steps()) {
                QVERIFY(step.at >= before);
                before = step.at;
            }
        }
    }

    void peopleAreValidAndVaried()
    {
        const SeededCustomers customers(1, 5000, Start);
        QSet<QString> emails;
        QSet<QString> countries;
        QHash<QString, int> names;
        bool oneLetter = false;
        bool veryLong = false;
        bool accents = false;
        for (quint32 i = 0; i < 5000; ++i) {
            const Person person = customers.personAt(i);
            QVERIFY2(isEmail(person.email), qUtf8Printable(person.email));
            QVERIFY2(isPhone(person.phone), qUtf8Printable(person.phone));
            QVERIFY(isAdult(person.dateOfBirth, Start.date().addDays(-90)));
            QVERIFY(person.email.endsWith(QLatin1String("example.com")) ||
                    person.email.endsWith(QLatin1String("example.org")));
            QVERIFY(!person.firstName.isEmpty() && !person.lastName.isEmpty() &&
                    !person.placeOfBirth.isEmpty());
            QVERIFY(!emails.contains(person.email.toLower()));
            emails.insert(person.email.toLower());
            countries.insert(person.nationality);
            if (i < 200)
                ++names[person.fullName()];
            oneLetter = oneLetter || person.lastName.size() == 1;
            veryLong = veryLong || person.lastName.size() > 30;
            accents = accents || foldedText(person.lastName) != person.lastName.toLower();
        }
        QVERIFY(countries.size() >= 20);
        QVERIFY(names.size() >= 195);
        QVERIFY(oneLetter && veryLong && accents);
    }

    void emailsAreRecognized()
    {
        const SeededCustomers customers(1, 300, Start);
        for (quint32 i = 0; i < 300; ++i)
            QVERIFY(customers.hasEmail(customers.personAt(i).email.toUpper()));
        const SeededCustomers more(1, 301, Start);
        QVERIFY(!customers.hasEmail(more.personAt(300).email));
        for (const char* other : {"", "@", "1@example.com", "nobody@example.com", "x99999999999@example.com"})
            QVERIFY(!customers.hasEmail(QLatin1String(other)));
    }

    void sameSwitchesSameAnswers()
    {
        const QByteArray first = everything(40, 5);
        QVERIFY(first.size() > 100'000);
        QVERIFY(first == everything(40, 5));
        QVERIFY(first != everything(40, 6));
    }

    void customerDoesNotDependOnTheirNumber()
    {
        const SeededCustomers few(1, 50, Start);
        const SeededCustomers many(1, 5000, Start);
        Store store;
        QVERIFY(store.open({}));
        Store other;
        QVERIFY(other.open({}));
        SandboxOptions options;
        options.customers = 50;
        const SandboxFixture small(options);
        options.customers = 500;
        const SandboxFixture large(options);
        SandboxClient here = small.officer();
        SandboxClient there = large.officer();
        for (quint32 i = 0; i < 50; ++i) {
            const QString id = few.caseFileAt(i).customer.id.text();
            QCOMPARE(many.caseFileAt(i).customer.id.text(), id);
            const QString path = Customers + u'/' + id;
            const Reply reply = here.get(path);
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.bytes == there.get(path).bytes);
            QVERIFY(here.get(path + QStringLiteral("/timeline")).bytes ==
                    there.get(path + QStringLiteral("/timeline")).bytes);
        }
        // A well-formed id beyond the last customer is nobody's.
        QCOMPARE(here.get(Customers + u'/' + many.caseFileAt(50).customer.id.text()).status, 404);
    }

    void timelineFitsTheStage()
    {
        const SeededCustomers customers(1, 400, Start);
        for (quint32 i = 0; i < 400; ++i) {
            const CaseFile file = customers.caseFileAt(i);
            QHash<QString, int> count;
            for (const EventRecord& event : file.events)
                ++count[event.type];
            const auto of = [&count](const char* type) { return count.value(QLatin1String(type)); };
            QCOMPARE(of("customer.registered"), 1);
            QCOMPARE(of("session.created"), int(file.customer.hadSession));
            QCOMPARE(of("verification.initiated"), int(file.verifications.size()));
            QCOMPARE(of("document.uploaded"), int(file.documents.size()));
            QCOMPARE(of("consent.accepted"), int(file.consents.size()));
            QCOMPARE(of("customer.activated"), int(isActivated(file)));
            QCOMPARE(of("verification.rejected"), int(i % 20 == 19));
        }
    }

    /// A store that is opened again holds what it held, and what it was seeded with need not be said again.
    void storeSurvivesARestart()
    {
        QTemporaryDir folder;
        SandboxOptions options;
        options.customers = 60;
        options.seed = 9;
        options.store = folder.filePath(QStringLiteral("sandbox.db"));
        QByteArray directory;
        QByteArray single;
        QByteArray content;
        QString id;
        QString contentPath;
        {
            const SandboxFixture sandbox(options);
            SandboxClient officer = sandbox.officer();
            CaseWalk walk(officer);
            const Json verification = walk.start(walk.registerCustomer());
            id = textAt(verification, "/verificationId");
            const Json document = walk.upload(id, "PASSPORT");
            contentPath = QStringLiteral("%1/%2/documents/%3/content")
                              .arg(Verifications, id, textAt(document, "/documentId"));
            officer.post(QStringLiteral("%1/%2/approve").arg(Verifications, id),
                         Json{{"status", "APPROVED"}});
            directory = officer.get(Customers + QStringLiteral("?size=100")).bytes;
            single = officer.get(Verifications + u'/' + id).bytes;
            content = officer.get(contentPath).bytes;
        }
        options.customers.reset();
        options.seed.reset();
        SandboxFixture sandbox(options);
        sandbox.advance(std::chrono::hours(30));
        SandboxClient officer = sandbox.officer();
        QCOMPARE(officer.get(Customers + QStringLiteral("?size=100")).bytes, directory);
        QCOMPARE(officer.get(Verifications + u'/' + id).bytes, single);
        QCOMPARE(officer.get(contentPath).bytes, content);
    }

private:
    static Stage expectedStage(quint32 place)
    {
        if (place < 2)
            return Stage::Session;
        if (place == 2)
            return Stage::Verification;
        if (place < 7)
            return Stage::Documents;
        if (place < 12)
            return Stage::Approval;
        if (place < 14)
            return Stage::Consents;
        if (place == 14)
            return Stage::Activation;
        return place < 19 ? Stage::Active : Stage::Rejected;
    }
    static RiskLevel expectedRisk(quint32 place)
    {
        return place < 7 ? RiskLevel::Low : place < 9 ? RiskLevel::Medium : RiskLevel::High;
    }

    /// Every read answer of a fresh sandbox, one after the other.
    static QByteArray everything(int count, quint64 seed)
    {
        SandboxOptions options;
        options.customers = count;
        options.seed = seed;
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        const Reply list = officer.get(Customers + QStringLiteral("?size=1000"));
        QByteArray all = list.bytes + officer.get(Verifications + QStringLiteral("?size=1000")).bytes;
        for (const Json& item : list.data().at("customers")) {
            const QString path = Customers + u'/' + textAt(item, "/id");
            all += officer.get(path).bytes + officer.get(path + QStringLiteral("/timeline")).bytes;
            if (const QString id = textAt(item, "/verification/verificationId"); !id.isEmpty())
                all += officer.get(Verifications + u'/' + id).bytes;
        }
        return all;
    }
};

QTEST_MAIN(TestSeeding)
#include "tst_seeding.moc"
