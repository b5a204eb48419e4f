#include "views/timetext.h"
#include "views/tones.h"

#include <QTest>
#include <QTimeZone>

#include <ctime>

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
    void initTestCase();
    void saysHowLongACaseWaits_data();
    void saysHowLongACaseWaits();
    void saysItAgainstTheTarget_data();
    void saysItAgainstTheTarget();
    void saysWhenACaseIsDue_data();
    void saysWhenACaseIsDue();
    void countsTheHolidaysOfTheSettings();
    void saysThatATimeIsUnknown();
    void saysWhatIsLeftOfASession();
};

void TestTimeText::initTestCase()
{
    // Two hours before UTC in that week, and an hour on the Sunday before.
    qputenv("TZ", "Europe/Berlin");
    tzset();
    setBusinessCalendar(BusinessCalendar(QTimeZone("Europe/Berlin")));
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
    QTest::newRow("minutes") << now.addSecs(-600) << Tone::Good
                             << "● less than an hour of 3 days, due Wed 13:50";
    QTest::newRow("six hours") << now.addSecs(-6 * 3600) << Tone::Good
                               << "● 6 hours of 3 days, due Wed 08:00";
    QTest::newRow("a day") << at(4, 12) << Tone::Good << "● 1 of 3 days, due Tue 14:00";
    QTest::newRow("nearly two") << at(3, 13) << Tone::Good << "● 1 of 3 days, due Mon 15:00";
    QTest::newRow("two days") << at(3, 12) << Tone::Soon << "◆ 2 of 3 days, due Mon 14:00";
    QTest::newRow("nearly three") << at(2, 13) << Tone::Soon << "◆ 2 of 3 days, due 15:00";
    QTest::newRow("over three") << at(2, 11) << Tone::Bad << "▲ 3 days, overdue since 13:00";
    QTest::newRow("a weekend more") << at(0, 12) << Tone::Bad << "▲ 4 days, overdue since Thu 00:00";
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

void TestTimeText::saysWhenACaseIsDue_data()
{
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("today") << at(2, 13) << "2 days, due 15:00"
                           << "It is due on 3 Apr 2026, 15:00.";
    QTest::newRow("soon") << at(4, 12) << "1 day, due Tue 14:00"
                          << "It is due on 7 Apr 2026, 14:00.";
    QTest::newRow("overdue") << at(1, 12) << "4 days, overdue since Thu 14:00"
                             << "It was due on 2 Apr 2026, 14:00.";
    // It came in on a Saturday, when nothing counts.
    QTest::newRow("long overdue") << at(-8, 12) << "9 days, overdue since 26 Mar"
                                  << "It was due on 26 Mar 2026, 00:00.";
    QTest::newRow("not waiting") << QDateTime() << "–"
                                 << "";
}

void TestTimeText::saysWhenACaseIsDue()
{
    QFETCH(QDateTime, since);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    QCOMPARE(waitingWithDue(since, at(5, 12)), text);
    QCOMPARE(waitingInColumn(waitingText(since, at(5, 12)), at(5, 12)),
             QString(text).replace(QStringLiteral("overdue since"), QStringLiteral("was due")));
    QVERIFY2(waitingSentence(since, at(5, 12)).contains(sentence),
             qPrintable(waitingSentence(since, at(5, 12))));
}

void TestTimeText::countsTheHolidaysOfTheSettings()
{
    QCOMPARE(waitingText(at(1, 11), at(5, 12)).urgency, Urgency::Overdue);
    const BusinessCalendar former = businessCalendar();
    setBusinessCalendar(BusinessCalendar(QTimeZone("Europe/Berlin"), {at(2, 9).date(), at(3, 9).date()}));
    const WaitingText waiting = waitingText(at(1, 11), at(5, 12));
    const QString due = waitingWithDue(at(1, 11), at(5, 12));
    setBusinessCalendar(former);
    QCOMPARE(waiting.urgency, Urgency::Soon);
    QCOMPARE(due, QStringLiteral("2 days, due Mon 13:00"));
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
