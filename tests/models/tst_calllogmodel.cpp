#include "models/calllogmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::models;

namespace {
CallRecord recordOf(const QString& path, int second = 0)
{
    CallRecord record;
    record.at = QDateTime(QDate(2026, 3, 31), QTime(9, 0, second), Qt::UTC);
    record.method = "GET";
    record.path = path;
    record.status = 200;
    return record;
}

QString textOf(const CallRecord& record)
{
    return record.path.toUpper();
}

QStringList shown(const CallLogModel& model)
{
    QStringList paths;
    for (const CallRecord& record : model.records())
        paths << record.path;
    return paths;
}

const auto Strict = QAbstractItemModelTester::FailureReportingMode::Fatal;
} // namespace

/// The calls for one customer, followed while the log grows.
class TestCallLogModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsAboutTheIds();
    void givesRoles();
    void followsTheLog();
    void keepsRowsWhileOthersCome();
    void dropsWhatTheLogDrops();
    void keepsCallsThatLookAlike();
    void showsNothingWithoutIds();
};

void TestCallLogModel::showsWhatIsAboutTheIds()
{
    CallLog log;
    log.add(recordOf(QStringLiteral("/customer/c-1")));
    log.add(recordOf(QStringLiteral("/customer/c-12")));
    log.add(recordOf(QStringLiteral("/verifications/v-1/documents/d-1/content")));
    log.add(recordOf(QStringLiteral("/verifications/v-2")));
    CallLogModel model(log, &textOf);
    const QAbstractItemModelTester tester(&model, Strict);
    QCOMPARE(model.rowCount(), 0);
    model.setIds({QStringLiteral("c-1"), QStringLiteral("v-1"), QStringLiteral("d-1")});
    QCOMPARE(shown(model), QStringList({QStringLiteral("/verifications/v-1/documents/d-1/content"),
                                        QStringLiteral("/customer/c-1")}));
    // A document of another verification is not this customer's, whatever was shown before.
    model.setIds({QStringLiteral("v-2")});
    QCOMPARE(shown(model), QStringList({QStringLiteral("/verifications/v-2")}));
}

void TestCallLogModel::givesRoles()
{
    CallLog log;
    log.add(recordOf(QStringLiteral("/customer/c-1")));
    CallLogModel model(log, &textOf);
    model.setIds({QStringLiteral("c-1")});
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("/CUSTOMER/C-1"));
    QCOMPARE(model.index(0).data(CallLogModel::RecordRole).value<CallRecord>().path,
             QStringLiteral("/customer/c-1"));
    QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
}

void TestCallLogModel::followsTheLog()
{
    CallLog log;
    CallLogModel model(log, &textOf);
    const QAbstractItemModelTester tester(&model, Strict);
    model.setIds({QStringLiteral("c-1")});
    log.add(recordOf(QStringLiteral("/a/c-1"), 1));
    log.add(recordOf(QStringLiteral("/b/c-1"), 2));
    log.add(recordOf(QStringLiteral("/c/c-2"), 3));
    QCOMPARE(shown(model), QStringList({QStringLiteral("/b/c-1"), QStringLiteral("/a/c-1")}));
    log.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestCallLogModel::keepsRowsWhileOthersCome()
{
    CallLog log;
    CallLogModel model(log, &textOf);
    const QAbstractItemModelTester tester(&model, Strict);
    model.setIds({QStringLiteral("c-1")});
    log.add(recordOf(QStringLiteral("/a/c-1"), 1));
    const QPersistentModelIndex first = model.index(0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    log.add(recordOf(QStringLiteral("/b/c-1"), 2));
    log.add(recordOf(QStringLiteral("/other"), 3));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(first.row(), 1);
    QCOMPARE(removed.count() + reset.count(), 0);
}

void TestCallLogModel::dropsWhatTheLogDrops()
{
    CallLog log;
    CallLogModel model(log, &textOf);
    const QAbstractItemModelTester tester(&model, Strict);
    model.setIds({QStringLiteral("c-1")});
    log.add(recordOf(QStringLiteral("/a/c-1")));
    for (std::size_t i = 0; i < CallLog::MaxRecords; ++i)
        log.add(recordOf(QStringLiteral("/other")));
    QCOMPARE(model.rowCount(), 0);
}

void TestCallLogModel::keepsCallsThatLookAlike()
{
    CallLog log;
    CallLogModel model(log, &textOf);
    const QAbstractItemModelTester tester(&model, Strict);
    model.setIds({QStringLiteral("c-1")});
    log.add(recordOf(QStringLiteral("/a/c-1"), 1));
    log.add(recordOf(QStringLiteral("/a/c-1"), 1));
    log.add(recordOf(QStringLiteral("/b/c-1"), 2));
    QCOMPARE(shown(model),
             QStringList({QStringLiteral("/b/c-1"), QStringLiteral("/a/c-1"), QStringLiteral("/a/c-1")}));
}

void TestCallLogModel::showsNothingWithoutIds()
{
    CallLog log;
    log.add(recordOf(QStringLiteral("/a/c-1")));
    CallLogModel model(log, &textOf);
    model.setIds({QStringLiteral("c-1")});
    QCOMPARE(model.rowCount(), 1);
    model.setIds({});
    QCOMPARE(model.rowCount(), 0);
    model.setIds({QString()});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestCallLogModel)
#include "tst_calllogmodel.moc"
