#include "core/values.h"
#include "directoryreference.h"
#include "sandboxfixture.h"

#include <QRandomGenerator>
#include <QUrlQuery>
#include <QtTest>

using namespace finhub;
using namespace finhub::test;

using Query = DirectoryReference::Query;

/// 3.1 and 7.4: every filter, sort and page of the directory against the naive reference, before and after
/// the cases have been worked on.
class TestDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        sandbox::SandboxOptions options;
        options.customers = 400;
        m_sandbox = std::make_unique<SandboxFixture>(options);
        m_officer.emplace(m_sandbox->officer());
        // Every order exists before anything changes, so that the changes have to keep them right.
        for (const auto& [sort, name] : WireNames<DirectorySort>::table) {
            QCOMPARE(m_officer->get(Customers + QStringLiteral("?sort=") + QLatin1String(name)).status, 200);
            QCOMPARE(m_officer->get(Customers + QStringLiteral("?sort=-") + QLatin1String(name)).status, 200);
        }
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=va")).status, 200);
        workOnCases();
        readReference();
    }

    void filters_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("risk");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("nationality");
        QTest::addColumn<QString>("search");
        const auto row = [](const char* name, const char* stage, const char* status = "",
                            const char* risk = "", const char* category = "", const char* nationality = "",
                            const char* search = "") {
            QTest::newRow(name) << QString::fromUtf8(stage) << QString::fromUtf8(status)
                                << QString::fromUtf8(risk) << QString::fromUtf8(category)
                                << QString::fromUtf8(nationality) << QString::fromUtf8(search);
        };
        row("none", "");
        row("one stage", "APPROVAL");
        row("two stages", "APPROVAL,ACTIVE");
        row("a stage before customers", "REGISTRATION");
        row("all statuses", "", "NONE,PENDING,INITIATED,PENDING_DOCUMENTS,IN_PROGRESS,APPROVED,REJECTED");
        row("no verification", "", "NONE");
        row("waiting", "", "RESUBMISSION_REQUESTED");
        row("risk", "", "", "HIGH,MEDIUM");
        row("category", "", "", "", "fs-cat-b2c-medium-001");
        row("a category of nobody", "", "", "", "fs-cat-b2b-small-001");
        row("country", "", "", "", "", "Lithuania");
        row("country without case", "", "", "", "", "pOLAND,germany");
        row("a country of nobody", "", "", "", "", "Atlantis");
        row("everything", "APPROVAL,ACTIVE", "IN_PROGRESS", "LOW", "fs-cat-b2c-low-001", "Poland,France",
            "a");
        row("contradiction", "ACTIVE", "IN_PROGRESS");
        row("letter", "", "", "", "", "", "a");
        row("two letters", "", "", "", "", "", "va");
        row("three letters", "", "", "", "", "", "vai");
        row("without accents", "", "", "", "", "", "kazlausk");
        row("with accents", "", "", "", "", "", "ŽUKAUSK");
        row("stroke", "", "", "", "", "", "łukasz");
        row("two words", "", "", "", "", "", "an ka");
        row("words in any order", "", "", "", "", "", "example.org  jo");
        row("phone", "", "", "", "", "", "+370");
        row("digits", "", "", "", "", "", "37");
        row("nothing", "", "", "", "", "", "zzzz");
        row("like pattern", "", "", "", "", "", "%");
        row("underscore", "", "", "", "", "", "_");
        row("quote", "", "", "", "", "", "o’");
        row("hex", "", "", "", "", "", "3b");
    }
    void filters()
    {
        QFETCH(QString, stage);
        QFETCH(QString, status);
        QFETCH(QString, risk);
        QFETCH(QString, category);
        QFETCH(QString, nationality);
        QFETCH(QString, search);
        compare({search, stage, status, risk, category, nationality, {}, {}, QStringLiteral("-createdAt")});
    }

    void sorts_data()
    {
        QTest::addColumn<QString>("sort");
        for (const auto& [sort, name] : WireNames<DirectorySort>::table) {
            QTest::addRow("%s", name) << QString::fromLatin1(name);
            QTest::addRow("-%s", name) << QStringLiteral("-") + QLatin1String(name);
        }
    }
    void sorts()
    {
        QFETCH(QString, sort);
        Query query;
        query.sort = sort;
        compare(query);
        query.stage = QStringLiteral("APPROVAL,DOCUMENTS,SESSION");
        query.risk = QStringLiteral("LOW");
        compare(query);
    }

    void searchById()
    {
        for (const int length : {1, 4, 8, 9, 13, 20, 36}) {
            const QString& id = m_reference->customers().at(17).id;
            Query query;
            query.search = id.left(length).toUpper();
            compare(query);
            QVERIFY(m_reference->ids(query).contains(id));
        }
        Query middle;
        middle.search = m_reference->customers().at(17).id.mid(3);
        QVERIFY(m_reference->ids(middle).isEmpty());
        compare(middle);
    }

    void typedLetterByLetter()
    {
        for (const QString& word :
             {QStringLiteral("kowalski"), QStringLiteral("example.org"), QStringLiteral("+4917")}) {
            for (int length = 1; length <= word.size(); ++length) {
                Query query;
                query.search = word.left(length);
                compare(query);
            }
        }
    }

    void created_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("firstTime");
        QTest::addColumn<QString>("lastTime");
        QTest::newRow("from a day") << QStringLiteral("2026-03-01") << QString()
                                    << QStringLiteral("2026-03-01T00:00:00.000Z") << QString();
        QTest::newRow("to a day, whole") << QString() << QStringLiteral("2026-03-01") << QString()
                                         << QStringLiteral("2026-03-01T23:59:59.999Z");
        QTest::newRow("one day") << QStringLiteral("2026-03-20") << QStringLiteral("2026-03-20")
                                 << QStringLiteral("2026-03-20T00:00:00.000Z")
                                 << QStringLiteral("2026-03-20T23:59:59.999Z");
        QTest::newRow("times") << QStringLiteral("2026-02-01T12:00:00Z")
                               << QStringLiteral("2026-03-01T12:00:00Z")
                               << QStringLiteral("2026-02-01T12:00:00.000Z")
                               << QStringLiteral("2026-03-01T12:00:00.000Z");
        QTest::newRow("another zone") << QStringLiteral("2026-02-01T12:00:00+02:00") << QString()
                                      << QStringLiteral("2026-02-01T10:00:00.000Z") << QString();
        QTest::newRow("the wrong way round")
            << QStringLiteral("2026-03-01") << QStringLiteral("2026-02-01")
            << QStringLiteral("2026-03-01T00:00:00.000Z") << QStringLiteral("2026-02-01T23:59:59.999Z");
    }
    void created()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, firstTime);
        QFETCH(QString, lastTime);
        Query query;
        query.createdFrom = firstTime;
        query.createdTo = lastTime;
        compare(query, from, to);
    }

    void createdIsInclusive()
    {
        const QString& time = m_reference->customers().at(40).createdAt;
        Query query;
        query.createdFrom = time;
        query.createdTo = time;
        QVERIFY(!m_reference->ids(query).isEmpty());
        compare(query, time, time);
    }

    void pages()
    {
        const QStringList all = m_reference->ids(Query());
        for (const int size : {1, 7, 50, 400, 1000}) {
            QStringList joined;
            for (int page = 0; page * size < all.size() + size; ++page) {
                const Json data = get(QStringLiteral("?page=%1&size=%2").arg(page).arg(size));
                QCOMPARE(data.at("pagination"),
                         (Json{{"total", all.size()}, {"page", page}, {"size", size}}));
                joined += idsOf(data);
                if (size == 1 && page > 30)
                    break;
            }
            QCOMPARE(joined, size == 1 ? all.first(joined.size()) : all);
        }
        QVERIFY(get(QStringLiteral("?page=2147483647&size=1000")).at("customers").empty());
    }

    void deepPagesUnderAFilter()
    {
        Query query;
        query.risk = QStringLiteral("LOW");
        query.sort = QStringLiteral("name");
        const QStringList all = m_reference->ids(query);
        for (int page = 0; page < 12; ++page)
            QCOMPARE(idsOf(get(QStringLiteral("?risk=LOW&sort=name&size=37&page=%1").arg(page))),
                     all.mid(page * 37, 37));
    }

    void faults_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* query, const char* field) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(field);
        };
        row("stage=WAITING", "stage");
        row("stage=APPROVAL,approval", "stage");
        row("status=OPEN", "status");
        row("risk=CRITICAL", "risk");
        row("category=fs-cat-none", "category");
        row("createdFrom=yesterday", "createdFrom");
        row("createdTo=2026-02-30", "createdTo");
        row("sort=age", "sort");
        row("sort=--name", "sort");
        row("page=-1", "page");
        row("page=x", "page");
        row("size=0", "size");
        row("size=1001", "size");
        row("page=99999999999", "page");
    }
    void faults()
    {
        QFETCH(QString, query);
        QFETCH(QString, field);
        const Reply reply = m_officer->get(Customers + u'?' + query);
        QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(reply.fields(), QStringList{field});
    }

    void searchLength()
    {
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=") + QString(100, u'x')).status, 200);
        QCOMPARE(m_officer->get(Customers + QStringLiteral("?search=") + QString(101, u'x')).fields(),
                 QStringList{QStringLiteral("search")});
    }

    void emptyValuesAreNotGiven()
    {
        const QString empty =
            QStringLiteral("?search=&stage=&status=&risk=&category=&nationality=&createdFrom="
                           "&createdTo=&claim=&sort=&page=&size=&unknown=x");
        QCOMPARE(get(empty), get(QString()));
    }

    /// Many random combinations, drawn from a fixed seed.
    void anyCombination()
    {
        QRandomGenerator random(20260331);
        const auto pick = [&random](const QStringList& values) {
            return random.bounded(2) ? QString() : values.at(random.bounded(int(values.size())));
        };
        const auto text = [](const char* list) { return QString::fromUtf8(list).split(u'|'); };
        for (int i = 0; i < 150; ++i) {
            Query query;
            query.search = pick(text("a|an|son|ski|+3|example|mar ko|ova com|é|40"));
            query.stage = pick(text("APPROVAL|ACTIVE,REJECTED|SESSION,DOCUMENTS,CONSENTS"));
            query.status = pick(text("NONE|IN_PROGRESS,PENDING|APPROVED"));
            query.risk = pick(text("LOW|HIGH|LOW,MEDIUM"));
            query.category = pick(text("fs-cat-b2c-low-001|fs-cat-b2c-high-001,fs-cat-b2c-low-001"));
            query.nationality = pick(text("Poland|Lithuania,France|Germany"));
            const auto& sorts = WireNames<DirectorySort>::table;
            query.sort = (random.bounded(2) ? QStringLiteral("-") : QString()) +
                         QLatin1String(sorts[std::size_t(random.bounded(int(sorts.size())))].second);
            compare(query);
        }
    }

private:
    /// Decides, uploads, activates and registers, so that rows move in every order.
    void workOnCases()
    {
        SandboxClient senior = m_sandbox->senior();
        CaseWalk walk(senior);
        const Json waiting =
            senior.get(Customers + QStringLiteral("?stage=APPROVAL&size=40&sort=name")).data();
        int i = 0;
        for (const Json& customer : waiting.at("customers")) {
            m_sandbox->advance(std::chrono::seconds(7));
            const QString id = textAt(customer, "/verification/verificationId");
            QCOMPARE(m_officer
                         ->post(QStringLiteral("%1/%2/recommendations").arg(Verifications, id),
                                CaseWalk::recommendation())
                         .status,
                     200);
            const Json verdicts[] = {
                Json{{"status", "APPROVED"}},
                Json{{"status", "REJECTED"}, {"reasonCodes", {"FORGED"}}},
                Json{{"status", "RESUBMISSION_REQUESTED"}, {"reasonCodes", {"SCREENSHOT"}}},
            };
            QCOMPARE(
                senior.post(QStringLiteral("%1/%2/approve").arg(Verifications, id), verdicts[i++ % 3]).status,
                200);
            if (i % 6 == 0)
                walk.upload(id, "PASSPORT");
        }
        for (int n = 0; n < 25; ++n) {
            m_sandbox->advance(std::chrono::seconds(3));
            Json registration = CaseWalk::registration(QStringLiteral("new%1@Example.net").arg(n));
            if (n % 3 == 0)
                registration.erase("nationality");
            if (n % 2 == 0)
                registration["lastName"] = "Vaičiūnas";
            const Reply reply = senior.post(Customers + QStringLiteral("/registration"), registration);
            QCOMPARE(reply.status, 200);
            if (n % 4 == 0)
                walk.uploadAll(walk.start(reply.data()));
        }
    }

    /// Reads every customer by itself.
    void readReference()
    {
        std::vector<DirectoryReference::Customer> customers;
        const Json all = get(QStringLiteral("?size=1000"));
        for (const Json& item : all.at("customers")) {
            const Json customer = m_officer->get(Customers + u'/' + textAt(item, "/id")).data();
            const QString status = textAt(customer, "/verification/status");
            customers.push_back({textAt(customer, "/id"), textAt(customer, "/person/firstName"),
                                 textAt(customer, "/person/lastName"), textAt(customer, "/person/email"),
                                 textAt(customer, "/person/phone"), textAt(customer, "/person/nationality"),
                                 textAt(customer, "/categorization/id"), textAt(customer, "/stage"),
                                 textAt(customer, "/risk"),
                                 status.isEmpty() ? QStringLiteral("NONE") : status,
                                 textAt(customer, "/createdAt"), textAt(customer, "/updatedAt"),
                                 textAt(customer, "/verification/submittedAt")});
        }
        QCOMPARE(customers.size(), std::size_t(425));
        m_reference.emplace(std::move(customers));
    }

    Json get(const QString& query) { return m_officer->get(Customers + query).data(); }
    static QStringList idsOf(const Json& data)
    {
        QStringList ids;
        for (const Json& customer : data.at("customers"))
            ids << textAt(customer, "/id");
        return ids;
    }

    void compare(const Query& query, const QString& from = {}, const QString& to = {})
    {
        QUrlQuery parts;
        const auto add = [&parts](const char* name, const QString& value) {
            parts.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
        };
        add("search", query.search);
        add("stage", query.stage);
        add("status", query.status);
        add("risk", query.risk);
        add("category", query.category);
        add("nationality", query.nationality);
        add("createdFrom", from);
        add("createdTo", to);
        add("sort", query.sort);
        add("size", QStringLiteral("1000"));
        const Reply reply = m_officer->get(Customers + u'?' + parts.toString(QUrl::FullyEncoded));
        QVERIFY2(reply.status == 200, reply.bytes.constData());
        const QStringList expected = m_reference->ids(query);
        QCOMPARE(idsOf(reply.data()), expected);
        QCOMPARE(reply.data().at("pagination").at("total"), Json(expected.size()));
        const Json& facets = reply.data().at("facets").at("stage");
        QCOMPARE(facets.size(), WireNames<Stage>::table.size());
        const QHash<QString, int> stages = m_reference->stages(query);
        for (const auto& [name, count] : facets.items())
            QCOMPARE(count, Json(stages.value(QString::fromStdString(name))));
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    std::optional<DirectoryReference> m_reference;
};

QTEST_MAIN(TestDirectory)
#include "tst_directory.moc"
