#include "core/businesscalendar.h"

#include <QTest>

using namespace finhub;

namespace {
using namespace std::chrono_literals;

/// A time of the week of Monday, 30 March 2026; day 1 is that Monday.
QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, 29).addDays(day), QTime(hour, minute), Qt::UTC);
}

QDateTime inBerlin(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), QTimeZone("Europe/Berlin"));
}

BusinessCalendar berlin()
{
    // Good Friday and Easter Monday of 2026, and a holiday on a Sunday, which counts for nothing.
    return BusinessCalendar(QTimeZone("Europe/Berlin"),
                            {QDate(2026, 4, 3), QDate(2026, 4, 6), QDate(2026, 4, 5)});
}
} // namespace

class TestBusinessCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsBusinessTime_data();
    void countsBusinessTime();
    void countsByTheClockOfTheZone_data();
    void countsByTheClockOfTheZone();
    void saysWhenSoManyDaysHavePassed_data();
    void saysWhenSoManyDaysHavePassed();
    void isDueWhenTheTimeIsFull();
    void givesUpWithoutABusinessDay();
};

void TestBusinessCalendar::countsBusinessTime_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<int>("hours");
    QTest::newRow("the same instant") << at(1, 9) << at(1, 9) << 0;
    QTest::newRow("backwards") << at(2, 9) << at(1, 9) << 0;
    QTest::newRow("unknown") << QDateTime() << at(1, 9) << 0;
    QTest::newRow("one day") << at(1, 9) << at(2, 9) << 24;
    QTest::newRow("over a weekend") << at(5, 9) << at(8, 9) << 24;
    QTest::newRow("only a weekend") << at(6, 1) << at(7, 23) << 0;
    QTest::newRow("from a weekend") << at(6, 1) << at(8, 5) << 5;
    QTest::newRow("into a weekend") << at(5, 20) << at(6, 5) << 4;
    QTest::newRow("a week") << at(1, 9) << at(8, 9) << 120;
    QTest::newRow("two weeks") << at(1, 9) << at(15, 9) << 240;
    QTest::newRow("a year of weeks") << at(1, 9) << at(1 + 364, 9) << 52 * 120;
    QTest::newRow("ten weeks and a weekend") << at(5, 12) << at(8 + 70, 12) << 1200 + 24;
}

void TestBusinessCalendar::countsBusinessTime()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(int, hours);
    QCOMPARE(BusinessCalendar().timeBetween(from, to), std::chrono::hours(hours));
}

void TestBusinessCalendar::countsByTheClockOfTheZone_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<int>("hours");
    // Sunday evening in UTC is Monday in Berlin already, and Friday evening in UTC Saturday.
    QTest::newRow("Monday has begun") << QDateTime(QDate(2026, 4, 12), QTime(22, 0), Qt::UTC)
                                      << QDateTime(QDate(2026, 4, 12), QTime(23, 0), Qt::UTC) << 1;
    QTest::newRow("Saturday has begun") << QDateTime(QDate(2026, 4, 17), QTime(21, 0), Qt::UTC)
                                        << QDateTime(QDate(2026, 4, 17), QTime(23, 0), Qt::UTC) << 1;
    QTest::newRow("over Easter") << inBerlin(4, 2, 12) << inBerlin(4, 7, 12) << 24;
    QTest::newRow("within a holiday") << inBerlin(4, 3, 1) << inBerlin(4, 3, 23) << 0;
    QTest::newRow("from a holiday to the next") << inBerlin(4, 3, 12) << inBerlin(4, 6, 12) << 0;
    QTest::newRow("over the change to summer") << inBerlin(3, 27, 12) << inBerlin(3, 30, 12) << 24;
    QTest::newRow("over the change to winter") << inBerlin(10, 23, 12) << inBerlin(10, 26, 12) << 24;
    QTest::newRow("many weeks over Easter") << inBerlin(3, 2, 9) << inBerlin(5, 11, 9) << (50 - 2) * 24;
}

void TestBusinessCalendar::countsByTheClockOfTheZone()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(int, hours);
    QCOMPARE(berlin().timeBetween(from, to), std::chrono::hours(hours));
}

void TestBusinessCalendar::saysWhenSoManyDaysHavePassed_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDateTime>("due");
    QTest::newRow("unknown") << QDateTime() << 3 << QDateTime();
    QTest::newRow("a negative number") << inBerlin(4, 13, 9) << -1 << QDateTime();
    QTest::newRow("at once") << inBerlin(4, 11, 9) << 0 << inBerlin(4, 11, 9);
    QTest::newRow("within a week") << inBerlin(4, 13, 9, 20) << 3 << inBerlin(4, 16, 9, 20);
    QTest::newRow("over a weekend") << inBerlin(4, 16, 9, 20) << 3 << inBerlin(4, 21, 9, 20);
    QTest::newRow("over Easter") << inBerlin(4, 1, 18) << 3 << inBerlin(4, 8, 18);
    QTest::newRow("from a Saturday") << inBerlin(4, 11, 15) << 3 << inBerlin(4, 16, 0);
    QTest::newRow("full when the weekend begins") << inBerlin(4, 15, 0) << 3 << inBerlin(4, 18, 0);
    QTest::newRow("over the change to summer") << inBerlin(3, 26, 9) << 3 << inBerlin(3, 31, 9);
    QTest::newRow("in another zone's words") << QDateTime(QDate(2026, 4, 12), QTime(22, 30), Qt::UTC) << 1
                                             << inBerlin(4, 14, 0, 30);
}

void TestBusinessCalendar::saysWhenSoManyDaysHavePassed()
{
    QFETCH(QDateTime, from);
    QFETCH(int, days);
    QFETCH(QDateTime, due);
    QCOMPARE(berlin().after(from, days), due);
}

/// What is due is exactly what has waited for so long, at every hour of seven weeks with Easter in them.
void TestBusinessCalendar::isDueWhenTheTimeIsFull()
{
    const BusinessCalendar calendar = berlin();
    int checked = 0;
    for (QDateTime from = inBerlin(4, 1, 0); from < inBerlin(5, 20, 0); from = from.addSecs(3600)) {
        const QDateTime due = calendar.after(from, ReviewTargetDays);
        QVERIFY2(calendar.timeBetween(from, due) >= ReviewTargetDays * BusinessDay, qPrintable(from.toString()));
        QVERIFY2(calendar.timeBetween(from, due.addSecs(-1)) < ReviewTargetDays * BusinessDay,
                 qPrintable(from.toString()));
        ++checked;
    }
    QCOMPARE(checked, 49 * 24);
}

void TestBusinessCalendar::givesUpWithoutABusinessDay()
{
    QSet<QDate> always;
    for (int i = 0; i < 4000; ++i)
        always << QDate(2026, 1, 1).addDays(i);
    const BusinessCalendar calendar(QTimeZone::utc(), always);
    QCOMPARE(calendar.after(at(1, 9), 1), QDateTime());
    QCOMPARE(calendar.timeBetween(at(1, 9), at(100, 9)), 0s);
}

QTEST_APPLESS_MAIN(TestBusinessCalendar)
#include "tst_businesscalendar.moc"
