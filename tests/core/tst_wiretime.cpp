#include "core/wiretime.h"

#include <QTest>

using namespace finhub;

/// Times on the wire: R10 for reading, 1.6 for writing.
class TestWireTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsEveryNumberOfFractionDigits();
    void refuses_data();
    void refuses();
    void writesUtcWithMilliseconds();
    void whatIsWrittenCanBeRead();
    void theLocalZoneDoesNotMatter();
};

namespace {
QDateTime utc(int year, int month, int day, int hour, int minute, int second = 0, int ms = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC);
}
} // namespace

void TestWireTime::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    const auto row = [](const char* text, const QDateTime& time) {
        QTest::newRow(text) << QString::fromLatin1(text) << time;
    };
    const QDateTime time = utc(2026, 3, 31, 9, 15);
    row("2026-03-31T09:15:00.000Z", time);
    row("2026-03-31T09:15:00Z", time);
    row("2026-03-31T09:15:00", time);
    row("2026-03-31T09:15Z", time);
    row("2026-03-31 09:15:00", time);
    row("2026-03-31T09:15:00z", time);
    row("2026-03-31T09:15:00+00:00", time);
    row("2026-03-31T09:15:00-00:00", time);
    row("2026-03-31T12:15:00+03:00", time);
    row("2026-03-31T12:15:00+0300", time);
    row("2026-03-31T12:15:00+03", time);
    row("2026-03-31T14:45:00+05:30", time);
    row("2026-03-31T03:45:00-0530", time);
    row("2026-03-31T09:15:00,250Z", utc(2026, 3, 31, 9, 15, 0, 250));
    // An offset moves the day, the month and the year.
    row("2026-04-01T00:15:00+03:00", utc(2026, 3, 31, 21, 15));
    row("2026-03-31T22:15:00-05:00", utc(2026, 4, 1, 3, 15));
    row("2026-01-01T01:00:00+14:00", utc(2025, 12, 31, 11, 0));
    row("2025-12-31T23:59:59.999-00:01", utc(2026, 1, 1, 0, 0, 59, 999));
    // Leap days, and an hour that many local zones do not have.
    row("2024-02-29T23:59:59Z", utc(2024, 2, 29, 23, 59, 59));
    row("2024-03-01T00:30:00+01:00", utc(2024, 2, 29, 23, 30));
    row("2000-02-29T00:00:00Z", utc(2000, 2, 29, 0, 0));
    row("2026-03-29T03:30:00", utc(2026, 3, 29, 3, 30));
    row("1969-12-31T23:59:59Z", utc(1969, 12, 31, 23, 59, 59));
}

void TestWireTime::reads()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    const QDateTime read = parseWireTime(text);
    QVERIFY(read.isValid());
    QCOMPARE(read.timeSpec(), Qt::UTC);
    QCOMPARE(read, time);
}

void TestWireTime::readsEveryNumberOfFractionDigits()
{
    const QString digits = QStringLiteral("987654321");
    const int milliseconds[] = {0, 900, 980, 987, 987, 987, 987, 987, 987, 987};
    for (int n = 0; n <= 9; ++n) {
        const QString fraction = n == 0 ? QString() : u'.' + digits.left(n);
        for (const char* zone : {"", "Z", "+00:00"}) {
            const QString text = QStringLiteral("2026-03-31T09:15:59") + fraction + QLatin1String(zone);
            QCOMPARE(parseWireTime(text), utc(2026, 3, 31, 9, 15, 59, milliseconds[n]));
        }
    }
    // Cut off, not rounded: a time never moves into the next second.
    QCOMPARE(parseWireTime(QStringLiteral("2026-03-31T09:15:59.999999999Z")),
             utc(2026, 3, 31, 9, 15, 59, 999));
    QCOMPARE(parseWireTime(QStringLiteral("2026-03-31T09:15:59.0009Z")), utc(2026, 3, 31, 9, 15, 59, 0));
}

void TestWireTime::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             " ",
                             "now",
                             "null",
                             "2026-03-31",
                             "09:15:00Z",
                             "2026-02-29T00:00:00Z",
                             "1900-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-10T00:00:00Z",
                             "2026-04-31T00:00:00Z",
                             "2026-03-31T25:00:00Z",
                             "2026-03-31T09:60:00Z",
                             "2026-03-31T09:15:61Z",
                             "2026-03-31T09:15:00.Z",
                             "2026-03-31T09:15:00.1234567890Z",
                             "2026-03-31T09:15:00+24:00",
                             "2026-03-31T09:15:00+02:60",
                             "2026-03-31T09:15:00 UTC",
                             "2026-03-31T09:15:00ZZ",
                             " 2026-03-31T09:15:00Z",
                             "2026-03-31T09:15:00Z ",
                             "2026-03-31T09:15:00Z\n",
                             "31.03.2026 09:15",
                             "2026-3-31T9:15:00Z",
                             "26-03-31T09:15:00Z",
                             "2026-03-31T09:15:00Zjunk",
                             "1774948500000",
                             "-2026-03-31T09:15:00Z",
                             "0000-01-01T00:00:00Z"})
        QTest::newRow(qPrintable(QString::fromLatin1(text).replace(u'\n', u'~')))
            << QString::fromLatin1(text);
    // Digits of another script are digits to some readers.
    QTest::newRow("arabic digits") << QString::fromUtf8("٢٠٢٦-٠٣-٣١T٠٩:١٥:٠٠Z");
}

void TestWireTime::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseWireTime(text).isValid());
}

void TestWireTime::writesUtcWithMilliseconds()
{
    QCOMPARE(formatWireTime(utc(2026, 3, 31, 9, 15)), QStringLiteral("2026-03-31T09:15:00.000Z"));
    QCOMPARE(formatWireTime(utc(2026, 3, 31, 9, 15, 7, 42)), QStringLiteral("2026-03-31T09:15:07.042Z"));
    const QDateTime elsewhere(QDate(2026, 3, 31), QTime(1, 0), Qt::OffsetFromUTC, 3 * 3600);
    QCOMPARE(formatWireTime(elsewhere), QStringLiteral("2026-03-30T22:00:00.000Z"));
    QCOMPARE(formatWireTime(QDateTime()), QString());
}

void TestWireTime::whatIsWrittenCanBeRead()
{
    // Steps of eleven days and a half that never fall on the same hour, minute, second and millisecond.
    QDateTime time = utc(1990, 1, 1, 0, 0);
    for (int i = 0; i < 2000; ++i) {
        const QDateTime read = parseWireTime(formatWireTime(time));
        QCOMPARE(read, time);
        time = time.addMSecs(1000000007);
    }
}

void TestWireTime::theLocalZoneDoesNotMatter()
{
    const QByteArray before = qgetenv("TZ");
    for (const char* zone : {"UTC", "Europe/Vilnius", "America/Los_Angeles", "Pacific/Kiritimati"}) {
        qputenv("TZ", zone);
        QCOMPARE(parseWireTime(QStringLiteral("2026-03-29T03:30:00")), utc(2026, 3, 29, 3, 30));
        QCOMPARE(formatWireTime(utc(2026, 3, 29, 1, 30)), QStringLiteral("2026-03-29T01:30:00.000Z"));
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
}

QTEST_GUILESS_MAIN(TestWireTime)
#include "tst_wiretime.moc"
