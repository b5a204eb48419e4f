#include "core/businesstime.h"
#include "views/timetext.h"
#include "views/tones.h"

#include <QTest>

using namespace finhub;
using namespace finhub::views;

namespace {
/// A time of the week of Monday, 30 March 2026.
QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 3, 29).addDays(day), QTime(hour, minute), Qt::UTC);
}
} // namespace

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsBusinessTime_data();
    void countsBusinessTime();
    void saysHowLongACaseWaits_data();
    void saysHowLongACaseWaits();
    void saysItAgainstTheTarget_data();
    void saysItAgainstTheTarget();
    void saysThatATimeIsUnknown();
    void saysWhatIsLeftOfASession();
};

void TestTimeText::countsBusinessTime_data()
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
    QTest::newRow("a week") << at(1, 9) << at(8, 9) << 120;
    QTest::newRow("two weeks") << at(1, 9) << at(15, 9) << 240;
    QTest::newRow("a year of weeks") << at(1, 9) << at(1 + 364, 9) << 52 * 120;
    QTest::newRow("ten weeks and a weekend") << at(5, 12) << at(8 + 70, 12) << 1200 + 24;
}

void TestTimeText::countsBusinessTime()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(int, hours);
    QCOMPARE(businessTimeBetween(from, to), std::chrono::hours(hours));
}

void TestTimeText::saysHowLongACaseWaits_data()
{
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<Urgency>("urgency");
    QTest::addColumn<QString>("text");
    const QDateTime now = at(5, 12);
    QTest::newRow("minutes") << now.addSecs(-600) << Urgency::InTime << "less than an hour";
    QTest::newRow("an hour") << now.addSecs(-3700) << Urgency::InTime << "1 hour";
    QTest::newRow("six hours") << now.addSecs(-6 * 3600) << Urgency::InTime << "6 hours";
    QTest::newRow("a day") << at(4, 12) << Urgency::InTime << "1 day";
    QTest::newRow("two days") << at(3, 12) << Urgency::Soon << "2 days";
    QTest::newRow("nearly three") << at(2, 13) << Urgency::Soon << "2 days";
    QTest::newRow("four days") << at(1, 11) << Urgency::Overdue << "4 days, overdue";
    QTest::newRow("a week") << at(-2, 12) << Urgency::Overdue << "5 days, overdue";
}

void TestTimeText::saysHowLongACaseWaits()
{
    QFETCH(QDateTime, since);
    QFETCH(Urgency, urgency);
    QFETCH(QString, text);
    const WaitingText waiting = waitingText(since, at(5, 12));
    QCOMPARE(waiting.text, text);
    QCOMPARE(waiting.urgency, urgency);
    QVERIFY(!waiting.symbol.isEmpty());
}

void TestTimeText::saysItAgainstTheTarget_data()
{
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("text");
    const QDateTime now = at(5, 12);
    QTest::newRow("minutes") << now.addSecs(-600) << Tone::Good << "● less than an hour of 3 days";
    QTest::newRow("six hours") << now.addSecs(-6 * 3600) << Tone::Good << "● 6 hours of 3 days";
    QTest::newRow("a day") << at(4, 12) << Tone::Good << "● 1 of 3 days";
    QTest::newRow("nearly two") << at(3, 13) << Tone::Good << "● 1 of 3 days";
    QTest::newRow("two days") << at(3, 12) << Tone::Soon << "◆ 2 of 3 days";
    QTest::newRow("nearly three") << at(2, 13) << Tone::Soon << "◆ 2 of 3 days";
    QTest::newRow("over three") << at(2, 11) << Tone::Bad << "▲ 3 days, target was 3";
    QTest::newRow("a weekend more") << at(0, 12) << Tone::Bad << "▲ 4 days, target was 3";
    QTest::newRow("not waiting") << QDateTime() << Tone::Outline << "";
}

void TestTimeText::saysItAgainstTheTarget()
{
    QFETCH(QDateTime, since);
    QFETCH(Tone, tone);
    QFETCH(QString, text);
    QCOMPARE(waitingAgainstTarget(since, at(5, 12)), text);
    QCOMPARE(toneOf(waitingText(since, at(5, 12)).urgency), tone);
    const QString sentence = waitingSentence(since, at(5, 12));
    QCOMPARE(sentence.isEmpty(), text.isEmpty());
    QVERIFY(sentence.isEmpty() || sentence.contains(waitingText(since, at(5, 12)).text));
}

void TestTimeText::saysThatATimeIsUnknown()
{
    QCOMPARE(dateText(QDateTime()), QStringLiteral("–"));
    QCOMPARE(dateTimeText(QDateTime()), QStringLiteral("–"));
    QCOMPARE(waitingText(QDateTime(), at(1, 1)).text, QStringLiteral("–"));
    QCOMPARE(waitingText(QDateTime(), at(1, 1)).urgency, Urgency::None);
    QCOMPARE(ageText(QDateTime(), at(1, 1)), QStringLiteral("not yet"));
}

void TestTimeText::saysWhatIsLeftOfASession()
{
    QCOMPARE(remainingText(at(1, 9, 52), at(1, 9)), QStringLiteral("52 min"));
    QCOMPARE(remainingText(at(1, 9), at(1, 9)), QStringLiteral("less than a minute"));
    QCOMPARE(remainingText(at(1, 9), at(1, 12)), QStringLiteral("less than a minute"));
    QCOMPARE(remainingText(at(1, 15), at(1, 9)), QStringLiteral("6 h"));
}

QTEST_MAIN(TestTimeText)
#include "tst_timetext.moc"
