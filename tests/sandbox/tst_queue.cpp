#include "sandboxfixture.h"

#include <QtTest>

#include <algorithm>

using namespace finhub;
using namespace finhub::test;

/// 3.2: the list of verifications, against one read of each.
class TestQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
    }

    void orderAndFilter()
    {
        compareAll();
        // The same after cases have moved, others have come, and of other types too.
        CaseWalk walk(*m_officer);
        for (int i = 0; i < 6; ++i) {
            m_sandbox->advance(std::chrono::seconds(11));
            const Json customer = walk.registerCustomer();
            const Json verification =
                walk.start(customer, i % 2 ? "SANCTIONS_CHECK" : "IDENTITY_VERIFICATION");
            if (i % 3 == 0)
                walk.uploadAll(verification);
        }
        const Json open = list(QStringLiteral("?status=IN_PROGRESS&size=20"));
        for (const Json& item : open.at("verifications"))
            m_officer->post(
                QStringLiteral("%1/%2/approve").arg(Verifications, textAt(item, "/verificationId")),
                Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}});
        compareAll();
    }

    void items()
    {
        const Json page = list(QStringLiteral("?size=5"));
        for (const Json& item : page.at("verifications")) {
            QVERIFY(!item.contains("documents"));
            Json single = m_officer->get(Verifications + u'/' + textAt(item, "/verificationId")).data();
            QCOMPARE(single.at("documents").size(), item.at("documentCount").get<std::size_t>());
            single.erase("documents");
            QCOMPARE(item, single);
        }
    }

    void values_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("unknown status") << QStringLiteral("?status=OPEN");
        QTest::newRow("none is no verification") << QStringLiteral("?status=NONE");
        QTest::newRow("page") << QStringLiteral("?page=-1");
        QTest::newRow("size") << QStringLiteral("?size=2000");
    }
    void values()
    {
        QFETCH(QString, query);
        QCOMPARE(m_officer->get(Verifications + query).error(), QStringLiteral("VALIDATION_FAILED"));
    }

private:
    Json list(const QString& query) { return m_officer->get(Verifications + query).data(); }

    void compareAll()
    {
        const Json all = list(QStringLiteral("?size=1000"));
        std::vector<Json> expected(all.at("verifications").begin(), all.at("verifications").end());
        QCOMPARE(all.at("pagination").at("total"), Json(expected.size()));
        const auto key = [](const Json& item) {
            const bool never = item.at("submittedAt").is_null();
            return std::tuple(never, textAt(item, never ? "/startedAt" : "/submittedAt"),
                              textAt(item, "/id"));
        };
        QVERIFY(std::is_sorted(expected.begin(), expected.end(),
                               [&key](const Json& a, const Json& b) { return key(a) < key(b); }));
        for (const QString& statuses : {QStringLiteral("IN_PROGRESS"), QStringLiteral("PENDING,INITIATED"),
                                        QStringLiteral("REJECTED,APPROVED")}) {
            QStringList ids;
            for (const Json& item : expected) {
                if (statuses.split(u',').contains(textAt(item, "/status")))
                    ids << textAt(item, "/id");
            }
            QStringList answered;
            for (int page = 0; page * 9 < ids.size(); ++page) {
                const Json part =
                    list(QStringLiteral("?status=%1&size=9&page=%2").arg(statuses, QString::number(page)));
                QCOMPARE(part.at("pagination").at("total"), Json(ids.size()));
                for (const Json& item : part.at("verifications"))
                    answered << textAt(item, "/id");
            }
            QCOMPARE(answered, ids);
        }
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
};

QTEST_MAIN(TestQueue)
#include "tst_queue.moc"
