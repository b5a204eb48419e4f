#include "review/knowndirectory.h"
#include "support/memorystore.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
CustomerId id(int number)
{
    return CustomerId(QStringLiteral("c-%1").arg(number));
}

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 3, 1).addDays(number), QTime(9, 0), Qt::UTC);
}

Readiness stateOf(VerificationStatus status, RiskLevel risk = RiskLevel::Low)
{
    Readiness readiness;
    readiness.verificationStatus = status;
    readiness.risk = risk;
    return readiness;
}

Person person(const QString& first, const QString& last, const QString& email)
{
    Person one;
    one.firstName = first;
    one.lastName = last;
    one.email = email;
    one.nationality = QStringLiteral("Lithuania");
    return one;
}

QStringList idsOf(const DirectoryPage& page)
{
    QStringList ids;
    for (const DirectoryEntry& entry : page.rows.items)
        ids << entry.id.text();
    return ids;
}
} // namespace

class TestKnownDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheNewestFirst();
    void givesPages();
    void searches_data();
    void searches();
    void filtersByStage();
    void keepsThoseWhoseStateWasNotRead();
    void filtersByRiskStatusAndDay();
    void filtersOutWhatNobodyHasSaid();
    void sorts_data();
    void sorts();
    void countsTheStages();
    void evaluatesOncePerChange();
    void isQuickWithAHundredThousand();

private:
    void learnState(int number, const Readiness& readiness);
    void learnPerson(int number, const Person& who);
    QStringList list(const DirectoryQuery& query) const { return idsOf(m_directory->page(query, 0, 50)); }

    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<KnownCustomers> m_known;
    std::unique_ptr<KnownDirectory> m_directory;
};

/// c-0 to c-5, added one a day.
void TestKnownDirectory::init()
{
    m_store = std::make_unique<MemoryStore>();
    for (int i = 0; i < 6; ++i)
        m_store->stored << KnownCustomer{.id = id(i), .userId = {}, .verifications = {}, .addedAt = day(i)};
    m_store->stored[4].verifications = {VerificationId(QStringLiteral("v-4"))};
    m_store->stored[5].userId = UserId(QStringLiteral("u-5"));
    m_known = std::make_unique<KnownCustomers>(*m_store);
    m_known->begin({});
    QTRY_VERIFY(m_known->isLoaded());
    m_directory = std::make_unique<KnownDirectory>(*m_known);
}

void TestKnownDirectory::learnState(int number, const Readiness& readiness)
{
    m_known->learn(id(number), [&readiness](Learned& learned) {
        learned.readiness = readiness;
        learned.asked = true;
    });
}

void TestKnownDirectory::learnPerson(int number, const Person& who)
{
    m_known->learn(id(number), [&who](Learned& learned) { learned.customer.person = who; });
}

void TestKnownDirectory::listsTheNewestFirst()
{
    const DirectoryPage page = m_directory->page({}, 0, 50);
    QCOMPARE(idsOf(page).join(u' '), QStringLiteral("c-5 c-4 c-3 c-2 c-1 c-0"));
    QCOMPARE(page.rows.total, std::optional<qint64>(6));
    QCOMPARE(page.rows.items.first().createdAt, day(5));
}

void TestKnownDirectory::givesPages()
{
    QCOMPARE(idsOf(m_directory->page({}, 0, 4)).join(u' '), QStringLiteral("c-5 c-4 c-3 c-2"));
    QCOMPARE(idsOf(m_directory->page({}, 1, 4)).join(u' '), QStringLiteral("c-1 c-0"));
    QVERIFY(m_directory->page({}, 2, 4).rows.items.isEmpty());
    QCOMPARE(m_directory->page({}, 2, 4).rows.total, std::optional<qint64>(6));
}

void TestKnownDirectory::searches_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("found");
    QTest::newRow("a name, without accents") << QStringLiteral("ziedune") << QStringLiteral("c-1");
    QTest::newRow("a part of a name") << QStringLiteral("iedū") << QStringLiteral("c-1");
    QTest::newRow("two words") << QStringLiteral("Žiedūnė kazl") << QStringLiteral("c-1");
    QTest::newRow("one word too many") << QStringLiteral("Žiedūnė Vaitkus") << QString();
    QTest::newRow("e-mail") << QStringLiteral("RASA@EXAMPLE") << QStringLiteral("c-2");
    QTest::newRow("an id") << QStringLiteral("c-3") << QStringLiteral("c-3");
    QTest::newRow("the start of ids") << QStringLiteral("C-") << QStringLiteral("c-5 c-4 c-3 c-2 c-1 c-0");
    QTest::newRow("not the middle of an id") << QStringLiteral("-3") << QString();
    QTest::newRow("a verification") << QStringLiteral("v-4") << QStringLiteral("c-4");
    QTest::newRow("a user") << QStringLiteral("u-5") << QStringLiteral("c-5");
    QTest::newRow("spaces") << QStringLiteral("   ") << QStringLiteral("c-5 c-4 c-3 c-2 c-1 c-0");
}

void TestKnownDirectory::searches()
{
    QFETCH(QString, search);
    QFETCH(QString, found);
    learnPerson(1, person(QStringLiteral("Žiedūnė"), QStringLiteral("Kazlauskas"), {}));
    learnPerson(
        2, person(QStringLiteral("Rasa"), QStringLiteral("Vaitkus"), QStringLiteral("rasa@example.com")));
    DirectoryQuery query;
    query.search = search;
    QCOMPARE(list(query).join(u' '), found);
}

void TestKnownDirectory::filtersByStage()
{
    for (int i = 0; i < 6; ++i)
        learnState(i, stateOf(i % 2 ? VerificationStatus::InProgress : VerificationStatus::None));
    DirectoryQuery query;
    query.stages = {Stage::Approval};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-5 c-3 c-1"));
    query.stages = {Stage::Approval, Stage::Session};
    QCOMPARE(list(query).size(), 6);
    query.stages = {Stage::Active};
    QVERIFY(list(query).isEmpty());
}

/// Nobody is lost because their state has not been looked at; whoever's cannot be read belongs to no stage.
void TestKnownDirectory::keepsThoseWhoseStateWasNotRead()
{
    learnState(0, stateOf(VerificationStatus::InProgress));
    learnState(1, stateOf(VerificationStatus::None));
    m_known->learn(id(2), [](Learned& learned) {
        learned.error = Error::of(ErrorKind::Status);
        learned.asked = true;
    });
    DirectoryQuery query;
    query.stages = {Stage::Approval};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-0 c-5 c-4 c-3"));
    query.stages = {};
    query.risks = {RiskLevel::High};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-5 c-4 c-3"));
}

void TestKnownDirectory::filtersByRiskStatusAndDay()
{
    for (int i = 0; i < 6; ++i)
        learnState(i, stateOf(i % 2 ? VerificationStatus::InProgress : VerificationStatus::None,
                              i < 3 ? RiskLevel::High : RiskLevel::Low));
    DirectoryQuery query;
    query.risks = {RiskLevel::High};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-2 c-1 c-0"));
    query.statuses = {VerificationStatus::None};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-2 c-0"));
    query = {};
    query.createdFrom = day(2).date();
    query.createdTo = day(3).date();
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-3 c-2"));
}

void TestKnownDirectory::filtersOutWhatNobodyHasSaid()
{
    learnPerson(2, person(QStringLiteral("Rasa"), QStringLiteral("Vaitkus"), {}));
    DirectoryQuery query;
    query.nationalities = {QStringLiteral("lithuania")};
    QCOMPARE(list(query).join(u' '), QStringLiteral("c-2"));
    query = {};
    query.categories = {CategoryId(QStringLiteral("fs-1"))};
    QVERIFY(list(query).isEmpty());
}

void TestKnownDirectory::sorts_data()
{
    QTest::addColumn<DirectorySort>("sort");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("order");
    QTest::newRow("added") << DirectorySort::CreatedAt << false << QStringLiteral("c-0 c-1 c-2 c-3 c-4 c-5");
    // Missing values are last in either direction, in the order of adding.
    QTest::newRow("name") << DirectorySort::Name << false << QStringLiteral("c-4 c-1 c-0 c-2 c-3 c-5");
    QTest::newRow("-name") << DirectorySort::Name << true << QStringLiteral("c-1 c-4 c-0 c-2 c-3 c-5");
    QTest::newRow("risk") << DirectorySort::Risk << false << QStringLiteral("c-3 c-2 c-0 c-1 c-4 c-5");
    QTest::newRow("-risk") << DirectorySort::Risk << true << QStringLiteral("c-2 c-3 c-0 c-1 c-4 c-5");
    QTest::newRow("stage") << DirectorySort::Stage << false << QStringLiteral("c-3 c-2 c-0 c-1 c-4 c-5");
    QTest::newRow("nobody has it") << DirectorySort::Category << true
                                   << QStringLiteral("c-0 c-1 c-2 c-3 c-4 c-5");
}

void TestKnownDirectory::sorts()
{
    QFETCH(DirectorySort, sort);
    QFETCH(bool, descending);
    QFETCH(QString, order);
    learnPerson(1, person(QStringLiteral("Rasa"), QStringLiteral("Vaitkus"), {}));
    learnPerson(4, person(QStringLiteral("Žiedūnė"), QStringLiteral("Äkerman"), {}));
    learnState(2, stateOf(VerificationStatus::InProgress, RiskLevel::High));
    learnState(3, stateOf(VerificationStatus::None, RiskLevel::Low));
    DirectoryQuery query;
    query.sort = sort;
    query.descending = descending;
    QCOMPARE(list(query).join(u' '), order);
}

void TestKnownDirectory::countsTheStages()
{
    learnState(0, stateOf(VerificationStatus::InProgress));
    learnState(1, stateOf(VerificationStatus::InProgress));
    learnState(2, stateOf(VerificationStatus::Rejected));
    DirectoryQuery query;
    query.stages = {Stage::Rejected};
    const DirectoryPage page = m_directory->page(query, 0, 50);
    QVERIFY(page.stageCounts);
    QCOMPARE(page.stageCounts->at(std::size_t(Stage::Approval)), 2);
    QCOMPARE(page.stageCounts->at(std::size_t(Stage::Rejected)), 1);
    QCOMPARE(page.withoutStage, 3);
}

void TestKnownDirectory::evaluatesOncePerChange()
{
    for (int page = 0; page < 3; ++page)
        m_directory->page({}, page, 2);
    QCOMPARE(m_directory->evaluations(), 1);
    learnState(0, stateOf(VerificationStatus::None));
    m_directory->page({}, 0, 2);
    m_directory->page({}, 1, 2);
    QCOMPARE(m_directory->evaluations(), 2);
}

void TestKnownDirectory::isQuickWithAHundredThousand()
{
    QList<KnownCustomer> many;
    for (int i = 0; i < 99'000; ++i)
        many << KnownCustomer{.id = id(1000 + i), .userId = {}, .verifications = {}, .addedAt = day(1)};
    m_known->add(many);
    DirectoryQuery query;
    query.search = QStringLiteral("c-1");
    query.stages = {Stage::Approval};
    const DirectoryPage page = m_directory->page(query, 10, 50);
    QCOMPARE(page.rows.items.size(), 50);
    QCOMPARE(m_directory->evaluations(), 1);
}

QTEST_GUILESS_MAIN(TestKnownDirectory)
#include "tst_knowndirectory.moc"
