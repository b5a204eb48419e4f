#include "models/nextwaiting.h"
#include "models/scripteddirectory.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

/// Which case comes next for whoever takes one after the other.
class TestNextWaiting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void queryOfTheWaiting();
    void rowsTellWhereTheyAreInOrder();
    void rowsDoNotTellInAnotherOrder();
    void rowsThatHaveNotArrivedDoNotTell();
    void skipsWhoDoesNotWait();
    void asksTheDirectoryWhereRowsDoNotTell();
    void asksNothingWhereRowsTell();
    void looksOnThroughPagesOfPassedOver();
    void saysWhenNobodyWaits();
    void asksNothingOfAViewThatHoldsNone();
    void saysWhyItFailed();
    void onceAtATime();
    void cancelled();
    void skipsWhatOthersHave();
    void asksForWhatIsFree();

private:
    DirectoryQuery oldestFirst() const;
    void show(const DirectoryQuery& query);

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<ScriptedDirectory> m_directory;
    std::unique_ptr<CustomerTableModel> m_customers;
    std::unique_ptr<NextWaiting> m_next;
};

void TestNextWaiting::init()
{
    m_next.reset();
    m_customers.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_directory = std::make_unique<ScriptedDirectory>(120);
    m_customers = std::make_unique<CustomerTableModel>(*m_finhub, plainTexts());
    m_next = std::make_unique<NextWaiting>(*m_finhub, *m_customers);
}

DirectoryQuery TestNextWaiting::oldestFirst() const
{
    DirectoryQuery query;
    query.stages = {Stage::Approval};
    query.sort = DirectorySort::SubmittedAt;
    query.descending = false;
    return query;
}

void TestNextWaiting::show(const DirectoryQuery& query)
{
    m_customers->setQuery(query);
    m_directory->answerAll(*m_finhub);
}

void TestNextWaiting::queryOfTheWaiting()
{
    DirectoryQuery view;
    view.search = QStringLiteral("rasa");
    view.risks = {RiskLevel::High};
    view.sort = DirectorySort::Name;
    view.descending = true;
    DirectoryQuery expected = oldestFirst();
    expected.search = view.search;
    expected.risks = view.risks;
    QCOMPARE(waitingQuery(view), std::optional(expected));
    view.stages = {Stage::Documents, Stage::Approval};
    QCOMPARE(waitingQuery(view), std::optional(expected));
    view.stages = {Stage::Documents};
    QVERIFY(!waitingQuery(view));
}

void TestNextWaiting::rowsTellWhereTheyAreInOrder()
{
    QVERIFY(!m_next->known({}).certain); // nothing has been asked
    show(oldestFirst());
    QVERIFY(m_next->known({}).certain);
    QCOMPARE(m_next->known({}).entry->id, idNumber(0));
    QCOMPARE(m_next->known({idNumber(0), idNumber(1), idNumber(3)}).entry->id, idNumber(2));
}

void TestNextWaiting::rowsDoNotTellInAnotherOrder()
{
    DirectoryQuery query = oldestFirst();
    query.descending = true;
    show(query);
    QVERIFY(!m_next->known({}).certain);
    query.sort = DirectorySort::Name;
    query.descending = false;
    show(query);
    QVERIFY(!m_next->known({}).certain);
    // Rows of a former query say nothing about the new one.
    show(oldestFirst());
    QVERIFY(m_next->known({}).certain);
    query = oldestFirst();
    query.search = QStringLiteral("rasa");
    m_customers->setQuery(query);
    QVERIFY(!m_next->known({}).certain);
}

void TestNextWaiting::rowsThatHaveNotArrivedDoNotTell()
{
    show(oldestFirst());
    QSet<CustomerId> passed;
    for (int number = 0; number < 100; ++number)
        passed.insert(idNumber(number));
    // The first page and the one beside it are there, the third is not.
    QVERIFY(!m_next->known(passed).certain);
    m_customers->setVisibleRows(100, 119);
    m_directory->answerAll(*m_finhub);
    QCOMPARE(m_next->known(passed).entry->id, idNumber(100));
    for (int number = 100; number < 120; ++number)
        passed.insert(idNumber(number));
    QVERIFY(m_next->known(passed).certain);
    QVERIFY(!m_next->known(passed).entry);
}

void TestNextWaiting::skipsWhoDoesNotWait()
{
    for (int number = 0; number < 7; ++number)
        m_directory->customers[number].stage = number % 2 ? Stage::Active : Stage::Documents;
    DirectoryQuery query = oldestFirst();
    query.stages = {};
    show(query);
    QCOMPARE(m_next->known({}).entry->id, idNumber(7));
}

void TestNextWaiting::asksTheDirectoryWhereRowsDoNotTell()
{
    DirectoryQuery query;
    query.risks = {RiskLevel::Low};
    query.sort = DirectorySort::Name;
    show(query);
    const int before = m_finhub->directoryPages.count();
    QSignalSpy found(m_next.get(), &NextWaiting::found);
    m_next->find({idNumber(0)});
    QVERIFY(m_next->isLooking());
    QTRY_COMPARE(m_finhub->directoryPages.count(), before + 1);
    DirectoryQuery expected = *waitingQuery(query);
    expected.claims = {ClaimFilter::Mine, ClaimFilter::Free}; // claims are offered: nobody else's cases
    QCOMPARE(m_finhub->directoryPages.lastArguments().query, expected);
    QCOMPARE(m_finhub->directoryPages.lastArguments().page, 0);
    m_finhub->directoryPages.finishLast(m_directory->page(0, CustomerTableModel::PageSize));
    QCOMPARE(found.count(), 1);
    QCOMPARE(found.first().first().value<DirectoryEntry>().id, idNumber(1));
    QVERIFY(!m_next->isLooking());

    m_next->find({});
    QTRY_COMPARE(m_finhub->directoryPages.count(), before + 2);
}

void TestNextWaiting::asksNothingWhereRowsTell()
{
    show(oldestFirst());
    const int before = m_finhub->directoryPages.count();
    QSignalSpy found(m_next.get(), &NextWaiting::found);
    m_next->find({idNumber(0)});
    QCOMPARE(found.count(), 0);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.first().first().value<DirectoryEntry>().id, idNumber(1));
    QCOMPARE(m_finhub->directoryPages.count(), before);
}

void TestNextWaiting::looksOnThroughPagesOfPassedOver()
{
    show(DirectoryQuery());
    const int before = m_finhub->directoryPages.count();
    QSet<CustomerId> passed;
    for (int number = 0; number < 110; ++number)
        passed.insert(idNumber(number));
    QSignalSpy found(m_next.get(), &NextWaiting::found);
    m_finhub->directoryPages.answer = [this](const DirectoryArguments& asked) {
        return m_directory->page(asked.page, asked.size);
    };
    m_next->find(passed);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.first().first().value<DirectoryEntry>().id, idNumber(110));
    QCOMPARE(m_finhub->directoryPages.count(), before + 3);
}

void TestNextWaiting::saysWhenNobodyWaits()
{
    show(DirectoryQuery());
    QSignalSpy nobody(m_next.get(), &NextWaiting::nobodyWaits);
    m_next->find({});
    QTRY_VERIFY(m_finhub->directoryPages.isOpen(m_finhub->directoryPages.count() - 1));
    m_finhub->directoryPages.finishLast(DirectoryPage());
    QCOMPARE(nobody.count(), 1);
    QVERIFY(!m_next->isLooking());
}

void TestNextWaiting::asksNothingOfAViewThatHoldsNone()
{
    DirectoryQuery query;
    query.stages = {Stage::Active};
    show(query);
    const int before = m_finhub->directoryPages.count();
    QSignalSpy nobody(m_next.get(), &NextWaiting::nobodyWaits);
    m_next->find({});
    QTRY_COMPARE(nobody.count(), 1);
    QCOMPARE(m_finhub->directoryPages.count(), before);
}

void TestNextWaiting::saysWhyItFailed()
{
    show(DirectoryQuery());
    const int before = m_finhub->directoryPages.count();
    QSignalSpy failed(m_next.get(), &NextWaiting::failed);
    m_next->find({});
    QTRY_COMPARE(m_finhub->directoryPages.count(), before + 1);
    m_finhub->directoryPages.failLast(serverFailure());
    QCOMPARE(failed.count(), 1);
    QVERIFY(!m_next->isLooking());
}

void TestNextWaiting::onceAtATime()
{
    show(DirectoryQuery());
    const int before = m_finhub->directoryPages.count();
    QSignalSpy found(m_next.get(), &NextWaiting::found);
    for (int press = 0; press < 50; ++press)
        m_next->find({});
    QTRY_COMPARE(m_finhub->directoryPages.count(), before + 1);
    m_next->find({});
    m_finhub->directoryPages.finishLast(m_directory->page(0, CustomerTableModel::PageSize));
    QCOMPARE(found.count(), 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_finhub->directoryPages.count(), before + 1);
}

void TestNextWaiting::cancelled()
{
    show(DirectoryQuery());
    const int before = m_finhub->directoryPages.count();
    QSignalSpy found(m_next.get(), &NextWaiting::found);
    m_next->find({});
    QTRY_COMPARE(m_finhub->directoryPages.count(), before + 1);
    m_next->cancel();
    QVERIFY(m_finhub->directoryPages.isAborted(before));
    m_next->find({});
    m_next->cancel();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_finhub->directoryPages.count(), before + 1);
    QCOMPARE(found.count(), 0);
}

void TestNextWaiting::skipsWhatOthersHave()
{
    SessionInfo session;
    session.userId = UserId(QStringLiteral("o-1"));
    m_finhub->openSession(session);
    show(oldestFirst());
    const auto claim = [this](int row, const char* officer) {
        DirectoryEntry entry = *m_customers->entry(row);
        if (!entry.verification)
            entry.verification.emplace();
        entry.verification->claim = Claim{{UserId(QLatin1String(officer)), {}}, {}, {}};
        m_customers->apply(entry);
    };
    claim(0, "o-2");
    claim(1, "o-1");
    QCOMPARE(m_next->known({}).entry->id, idNumber(1)); // one's own is one's own
    QCOMPARE(m_next->known({idNumber(1)}).entry->id, idNumber(2));
}

void TestNextWaiting::asksForWhatIsFree()
{
    DirectoryQuery query = oldestFirst();
    query.sort = DirectorySort::Name;
    show(query);
    const auto asked = [this] {
        m_next->find({});
        QCoreApplication::sendPostedEvents(m_next.get());
        const QList<ClaimFilter> claims = m_finhub->directoryPages.lastArguments().query.claims;
        m_next->cancel();
        return claims;
    };
    QCOMPARE(asked(), (QList{ClaimFilter::Mine, ClaimFilter::Free}));
    m_finhub->withdraw(Extension::Claims);
    QCOMPARE(asked(), QList<ClaimFilter>());
    m_finhub->setOffered({Extension::CustomerDirectory, Extension::Claims});
    query.claims = {ClaimFilter::Free, ClaimFilter::Others};
    show(query);
    QCOMPARE(asked(), QList{ClaimFilter::Free});
    query.claims = {ClaimFilter::Others};
    show(query);
    const int before = m_finhub->directoryPages.count();
    QSignalSpy nobody(m_next.get(), &NextWaiting::nobodyWaits);
    m_next->find({});
    QTRY_COMPARE(nobody.size(), 1);
    QCOMPARE(m_finhub->directoryPages.count(), before);
}

QTEST_GUILESS_MAIN(TestNextWaiting)
#include "tst_nextwaiting.moc"
