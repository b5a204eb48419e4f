#include "sandboxfixture.h"

#include <QtTest>

#include <thread>

using namespace finhub;
using namespace finhub::test;

/// Section 6, extensions off: missing from the list, routes 404, headers ignored, status values 400.
class TestExtensions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_data()
    {
        QTest::addColumn<Extension>("extension");
        QTest::addColumn<QString>("path");
        const QString customer = Customers + QStringLiteral("/{customer}");
        const QString verification = Verifications + QStringLiteral("/{case}");
        QTest::newRow("directory") << Extension::CustomerDirectory << Customers;
        QTest::newRow("customer") << Extension::CustomerDirectory << customer;
        QTest::newRow("queue") << Extension::VerificationRead << Verifications;
        QTest::newRow("verification") << Extension::VerificationRead << verification;
        QTest::newRow("documents") << Extension::VerificationRead
                                   << verification + QStringLiteral("/documents");
        QTest::newRow("content") << Extension::DocumentContent
                                 << verification + QStringLiteral("/documents/{document}/content");
        QTest::newRow("timeline") << Extension::Timeline << customer + QStringLiteral("/timeline");
        QTest::newRow("recommendations")
            << Extension::Recommendations << verification + QStringLiteral("/recommendations");
        QTest::newRow("notes") << Extension::Notes << verification + QStringLiteral("/notes");
    }
    void routes()
    {
        QFETCH(Extension, extension);
        QFETCH(QString, path);
        for (const bool on : {true, false}) {
            sandbox::SandboxOptions options;
            options.extensions = on ? QList<Extension>{extension} : sandbox::implementedExtensions();
            if (!on)
                options.extensions.removeAll(extension);
            const SandboxFixture sandbox(options);
            SandboxClient officer = sandbox.officer();
            CaseWalk walk(officer);
            const Json customer = walk.registerCustomer();
            const QString id = textAt(walk.start(customer), "/verificationId");
            const QString document = textAt(walk.upload(id, "PASSPORT"), "/documentId");
            QString filled = path;
            filled.replace(QLatin1String("{customer}"), textAt(customer, "/id"))
                .replace(QLatin1String("{case}"), id)
                .replace(QLatin1String("{document}"), document);
            const Reply reply = officer.get(filled);
            QCOMPARE(reply.status, on ? 200 : 404);
            if (!on) {
                QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("route"));
                QVERIFY(!listed(officer).contains(WireValue<Extension>::nameOf(extension)));
            } else {
                QCOMPARE(listed(officer), QStringList{WireValue<Extension>::nameOf(extension)});
            }
        }
    }

    void none()
    {
        SandboxFixture sandbox(without(sandbox::implementedExtensions()));
        SandboxClient officer = sandbox.officer();
        const Reply reply = officer.get(QStringLiteral("/api/v2.1/extensions"));
        QCOMPARE(reply.status, 404);
        QCOMPARE(textAt(reply.body, "/data/resource"), QStringLiteral("route"));
        // The documented calls are all there.
        CaseWalk walk(officer);
        const Json verification = walk.start(walk.registerCustomer());
        walk.uploadAll(verification);
        QCOMPARE(decide(officer, verification, Json{{"status", "APPROVED"}}).status, 200);
    }

    void inTheContractsOrder()
    {
        sandbox::SandboxOptions options;
        options.extensions = {Extension::Notes, Extension::Timeline, Extension::Unknown};
        const SandboxFixture sandbox(options);
        SandboxClient officer = sandbox.officer();
        QCOMPARE(listed(officer), (QStringList{QStringLiteral("timeline"), QStringLiteral("notes")}));
    }

    void rejectOff()
    {
        const SandboxFixture sandbox(without({Extension::VerificationReject}));
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const Json verification = walk.start(walk.registerCustomer());
        for (const char* status : {"REJECTED", "RESUBMISSION_REQUESTED"}) {
            const Reply reply =
                decide(officer, verification, Json{{"status", status}, {"reasonCodes", {"LOW_RESOLUTION"}}});
            QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
            QCOMPARE(reply.fields(), QStringList{QStringLiteral("status")});
        }
    }

    void ifMatch_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<int>("status");
        QTest::newRow("current") << QStringLiteral("\"v2\"") << 200;
        QTest::newRow("any") << QStringLiteral("*") << 200;
        QTest::newRow("older") << QStringLiteral("\"v1\"") << 412;
        QTest::newRow("newer") << QStringLiteral("\"v3\"") << 412;
        QTest::newRow("strange") << QStringLiteral("\"x\"") << 412;
        QTest::newRow("no quotes") << QStringLiteral("v2") << 400;
        QTest::newRow("half quotes") << QStringLiteral("\"v2") << 400;
    }
    void ifMatch()
    {
        QFETCH(QString, tag);
        QFETCH(int, status);
        const SandboxFixture sandbox;
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const Json verification = walk.start(walk.registerCustomer());
        walk.uploadAll(verification);
        officer.headers.insert(QStringLiteral("If-Match"), tag);
        QCOMPARE(decide(officer, verification, Json{{"status", "APPROVED"}}).status, status);
    }

    void conditionalOff()
    {
        const SandboxFixture sandbox(without({Extension::ConditionalDecision}));
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const Json verification = walk.start(walk.registerCustomer());
        walk.uploadAll(verification);
        officer.headers.insert(QStringLiteral("If-Match"), QStringLiteral("rubbish"));
        const Reply reply = decide(officer, verification, Json{{"status", "APPROVED"}});
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.headers.contains(QStringLiteral("etag")));
    }

    /// 3.7.
    void idempotency()
    {
        const SandboxFixture sandbox;
        SandboxClient officer = sandbox.officer();
        CaseWalk walk(officer);
        const Json verification = walk.start(walk.registerCustomer());
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("intent-1"));
        // A failed request stores nothing.
        QCOMPARE(decide(officer, verification, Json{{"status", "APPROVED"}}).error(),
                 QStringLiteral("REQUIRED_DOCUMENTS_MISSING"));
        officer.headers.remove(QStringLiteral("Idempotency-Key"));
        walk.uploadAll(verification);

        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("intent-1"));
        const Reply first = decide(officer, verification, Json{{"status", "APPROVED"}});
        QCOMPARE(first.status, 200);
        QVERIFY(!first.headers.contains(QStringLiteral("idempotent-replayed")));
        officer.headers.insert(QStringLiteral("If-Match"), QStringLiteral("\"v1\""));
        const Reply again = decide(officer, verification, Json{{"status", "APPROVED"}});
        QCOMPARE(again.status, 200);
        QCOMPARE(again.bytes, first.bytes);
        QCOMPARE(again.headers.value(QStringLiteral("etag")), first.headers.value(QStringLiteral("etag")));
        QCOMPARE(again.headers.value(QStringLiteral("idempotent-replayed")), QStringLiteral("true"));
        QCOMPARE(decide(officer, verification, Json{{"status", "APPROVED"}, {"comment", "x"}}).error(),
                 QStringLiteral("IDEMPOTENCY_KEY_REUSED"));
        // Another officer's key is another key.
        SandboxClient senior = sandbox.senior();
        senior.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("intent-1"));
        QCOMPARE(decide(senior, verification, Json{{"status", "APPROVED"}}).error(),
                 QStringLiteral("ALREADY_DECIDED"));
    }

    void idempotentRegistration()
    {
        const SandboxFixture sandbox;
        SandboxClient officer = sandbox.officer();
        const Json registration = CaseWalk::registration(QStringLiteral("once@example.net"));
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("k"));
        const Reply first = officer.post(Customers + QStringLiteral("/registration"), registration);
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).bytes, first.bytes);
        QCOMPARE(officer.get(Customers + QStringLiteral("?search=once%40example.net"))
                     .data()
                     .at("pagination")
                     .at("total"),
                 Json(1));
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QString(129, u'k'));
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).error(),
                 QStringLiteral("VALIDATION_FAILED"));
    }

    /// The same key while the first request is still on its way.
    void idempotencyInProgress()
    {
        const SandboxFixture sandbox;
        SandboxClient officer = sandbox.officer();
        const QString faults = QStringLiteral("/api/v2.1/test/faults");
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("slow"));
        const Json registration = CaseWalk::registration(QStringLiteral("slow@example.net"));
        officer.post(faults,
                     Json{{"match", "POST /api/v2.1/customer/individual/registration"}, {"delayMs", 2000}});
        Reply first;
        std::thread caller([&first, &registration, client = officer]() mutable {
            first = client.post(Customers + QStringLiteral("/registration"), registration);
        });
        QTRY_VERIFY(officer.get(faults).data().at("faults").empty());
        // Between taking the fault and holding the key lies a moment in which this call may be the first.
        const Reply second = officer.post(Customers + QStringLiteral("/registration"), registration);
        caller.join();
        QCOMPARE(first.status, 200);
        if (second.status == 200) {
            QCOMPARE(first.bytes, second.bytes);
            return;
        }
        QCOMPARE(second.error(), QStringLiteral("IDEMPOTENCY_IN_PROGRESS"));
        QCOMPARE(second.headers.value(QStringLiteral("retry-after")), QStringLiteral("1"));
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).bytes, first.bytes);
    }

    void idempotencyOff()
    {
        const SandboxFixture sandbox(without({Extension::IdempotentDecision}));
        SandboxClient officer = sandbox.officer();
        officer.headers.insert(QStringLiteral("Idempotency-Key"), QStringLiteral("k"));
        const Json registration = CaseWalk::registration(QStringLiteral("twice@example.net"));
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).status, 200);
        QCOMPARE(officer.post(Customers + QStringLiteral("/registration"), registration).error(),
                 QStringLiteral("DUPLICATE_EMAIL"));
    }

private:
    static sandbox::SandboxOptions without(const QList<Extension>& off)
    {
        sandbox::SandboxOptions options;
        options.extensions.removeIf([&off](Extension e) { return off.contains(e); });
        return options;
    }
    static QStringList listed(SandboxClient& client)
    {
        QStringList names;
        const Json data = client.get(QStringLiteral("/api/v2.1/extensions")).data();
        for (const Json& name : data.at("extensions"))
            names << sandbox::textOf(name);
        return names;
    }
    static Reply decide(SandboxClient& client, const Json& verification, const Json& body)
    {
        return client.post(
            QStringLiteral("%1/%2/approve").arg(Verifications, textAt(verification, "/verificationId")),
            body);
    }
};

QTEST_MAIN(TestExtensions)
#include "tst_extensions.moc"
