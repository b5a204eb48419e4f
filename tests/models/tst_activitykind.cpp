#include "models/activitykind.h"

#include <QTest>

using namespace finhub;
using namespace finhub::models;

/// Every type of the contract has its kind; what is not in it is "other" and never lost.
class TestActivityKind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheTypes_data();
    void knowsTheTypes();
    void filtersInOrder();
    void losesNothing();
};

void TestActivityKind::knowsTheTypes_data()
{
    QTest::addColumn<ActivityKind>("kind");
    QTest::newRow("session.created") << ActivityKind::Logins;
    QTest::newRow("session.failed") << ActivityKind::Logins;
    QTest::newRow("session.locked") << ActivityKind::Logins;
    QTest::newRow("session.reset") << ActivityKind::Logins;
    QTest::newRow("verification.initiated") << ActivityKind::Verification;
    QTest::newRow("verification.submitted") << ActivityKind::Verification;
    QTest::newRow("verification.claimed") << ActivityKind::Verification;
    QTest::newRow("verification.released") << ActivityKind::Verification;
    QTest::newRow("document.uploaded") << ActivityKind::Documents;
    QTest::newRow("verification.approved") << ActivityKind::Decisions;
    QTest::newRow("verification.rejected") << ActivityKind::Decisions;
    QTest::newRow("verification.resubmission_requested") << ActivityKind::Decisions;
    QTest::newRow("verification.recommended") << ActivityKind::Decisions;
    QTest::newRow("consent.accepted") << ActivityKind::Consents;
    QTest::newRow("customer.activated") << ActivityKind::Activation;
    QTest::newRow("customer.registered") << ActivityKind::Other;
    QTest::newRow("note.added") << ActivityKind::Other;
    QTest::newRow("wallet.frozen") << ActivityKind::Other;
    QTest::newRow("SESSION.CREATED") << ActivityKind::Other;
    QTest::newRow("") << ActivityKind::Other;
}

void TestActivityKind::knowsTheTypes()
{
    TimelineEvent event;
    event.type = QString::fromLatin1(QTest::currentDataTag());
    QTEST(kindOf(event), "kind");
}

void TestActivityKind::filtersInOrder()
{
    QList<TimelineEvent> events;
    for (const char* type : {"document.uploaded", "session.created", "document.uploaded", "x"}) {
        TimelineEvent event;
        event.id = QString::number(events.size());
        event.type = QString::fromLatin1(type);
        events << event;
    }
    const QList<TimelineEvent> documents = eventsOf(ActivityKind::Documents, events);
    QCOMPARE(documents.size(), 2);
    QCOMPARE(documents.at(0).id, QStringLiteral("0"));
    QCOMPARE(documents.at(1).id, QStringLiteral("2"));
    QVERIFY(eventsOf(ActivityKind::Consents, events).isEmpty());
}

void TestActivityKind::losesNothing()
{
    QList<TimelineEvent> events(3);
    events[0].type = QStringLiteral("a");
    events[1].type = QStringLiteral("consent.accepted");
    events[2].type = QStringLiteral("customer.registered");
    qsizetype sum = 0;
    for (const ActivityKind kind : activityKinds())
        sum += eventsOf(kind, events).size();
    QCOMPARE(sum, events.size());
}

QTEST_GUILESS_MAIN(TestActivityKind)
#include "tst_activitykind.moc"
