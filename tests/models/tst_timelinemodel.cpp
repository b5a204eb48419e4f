#include "models/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <chrono>

using namespace finhub;
using namespace finhub::models;
using namespace std::chrono_literals;

namespace {

TimelineEvent eventAt(const QString& id, std::chrono::minutes offset)
{
    TimelineEvent event;
    event.id = id;
    event.type = QStringLiteral("document.uploaded");
    event.at = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC)
                   .addSecs(std::chrono::duration_cast<std::chrono::seconds>(offset).count());
    event.summary = id;
    return event;
}

QString textOf(const TimelineEvent& event)
{
    return event.summary.toUpper();
}

QString shown(const TimelineModel& model)
{
    QString ids;
    for (const TimelineEvent& event : model.events())
        ids += event.id;
    return ids;
}

} // namespace

/// Events newest first, changed in place.
class TestTimelineModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEventsNewestFirst();
    void givesRoles();
    void insertsNewEventsAtTheTop();
    void changesAndRemovesByIdOnly();
};

void TestTimelineModel::showsEventsNewestFirst()
{
    TimelineModel model(&textOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    TimelineEvent unknown = eventAt(QStringLiteral("u"), 0min);
    unknown.at = QDateTime();
    model.setEvents({unknown, eventAt(QStringLiteral("a"), 1min), eventAt(QStringLiteral("c"), 3min),
                     eventAt(QStringLiteral("b"), 1min)});
    QCOMPARE(shown(model), QStringLiteral("cabu"));
}

void TestTimelineModel::givesRoles()
{
    TimelineModel model(&textOf);
    TimelineEvent unknown = eventAt(QStringLiteral("u"), 0min);
    unknown.at = QDateTime();
    const TimelineEvent known = eventAt(QStringLiteral("a"), 1min);
    model.setEvents({known, unknown});
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("A"));
    QCOMPARE(model.index(0).data(TimelineModel::EventRole).value<TimelineEvent>(), known);
    QCOMPARE(model.index(0).data(TimelineModel::TimeRole).toDateTime(), known.at);
    QVERIFY(!model.index(1).data(TimelineModel::TimeRole).isValid());
}

void TestTimelineModel::insertsNewEventsAtTheTop()
{
    TimelineModel model(&textOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelAboutToBeReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEvents({eventAt(QStringLiteral("a"), 1min), eventAt(QStringLiteral("b"), 2min)});
    QCOMPARE(inserted.count(), 1);
    const QPersistentModelIndex current = model.index(0);

    model.setEvents({eventAt(QStringLiteral("a"), 1min), eventAt(QStringLiteral("b"), 2min),
                     eventAt(QStringLiteral("c"), 3min), eventAt(QStringLiteral("d"), 4min)});
    QCOMPARE(shown(model), QStringLiteral("dcba"));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(inserted.at(1).at(1).toInt(), 0);
    QCOMPARE(inserted.at(1).at(2).toInt(), 1);
    QCOMPARE(current.row(), 2);
    QCOMPARE(changed.count() + reset.count(), 0);
}

void TestTimelineModel::changesAndRemovesByIdOnly()
{
    TimelineModel model(&textOf);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelAboutToBeReset);
    model.setEvents({eventAt(QStringLiteral("a"), 1min), eventAt(QStringLiteral("b"), 2min),
                     eventAt(QStringLiteral("c"), 3min)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QPersistentModelIndex b = model.index(1);
    const QPersistentModelIndex c = model.index(0);

    TimelineEvent other = eventAt(QStringLiteral("b"), 2min);
    other.summary = QStringLiteral("other");
    model.setEvents({eventAt(QStringLiteral("a"), 1min), other});
    QCOMPARE(shown(model), QStringLiteral("ba"));
    QVERIFY(!c.isValid());
    QCOMPARE(b.row(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("OTHER"));

    // A corrected time moves the event.
    model.setEvents({eventAt(QStringLiteral("a"), 5min), other});
    QCOMPARE(shown(model), QStringLiteral("ab"));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(b.row(), 1);

    model.setEvents({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
