#include "app/consolesettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub::app;
using namespace std::chrono_literals;

class TestConsoleSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsFiveSecondsUnlessSaid()
    {
        QCOMPARE(ConsoleSettings(m_folder.filePath(QStringLiteral("none.ini"))).decisionHold(), 5s);
    }

    void remembers_data()
    {
        QTest::addColumn<int>("seconds");
        for (const int seconds : {0, 1, 60})
            QTest::addRow("%d", seconds) << seconds;
    }
    void remembers()
    {
        QFETCH(int, seconds);
        const QString file = m_folder.filePath(QStringLiteral("console.ini"));
        QVERIFY(ConsoleSettings(file).setDecisionHold(std::chrono::seconds(seconds)));
        QCOMPARE(ConsoleSettings(file).decisionHold(), std::chrono::seconds(seconds));
    }

    void ignoresNonsense_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"", "soon", "-1", "61", "99999999999", "5.5"})
            QTest::newRow(value) << QByteArray(value);
    }
    void ignoresNonsense()
    {
        QFETCH(QByteArray, value);
        const QString name = m_folder.filePath(QStringLiteral("nonsense.ini"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[decisions]\nhold-seconds=" + value + "\n");
        file.close();
        QCOMPARE(ConsoleSettings(name).decisionHold(), 5s);
    }

    void remembersHolidays()
    {
        const QString file = m_folder.filePath(QStringLiteral("holidays.ini"));
        QCOMPARE(ConsoleSettings(file).holidays(), QList<QDate>());
        const QList<QDate> days{QDate(2026, 12, 26), QDate(2026, 12, 25)};
        QVERIFY(ConsoleSettings(file).setHolidays(days));
        QCOMPARE(ConsoleSettings(file).holidays(), (QList<QDate>{QDate(2026, 12, 25), QDate(2026, 12, 26)}));
        QVERIFY(ConsoleSettings(file).setHolidays({}));
        QCOMPARE(ConsoleSettings(file).holidays(), QList<QDate>());
    }

    void leavesOutWhatIsNoHoliday()
    {
        const QString name = m_folder.filePath(QStringLiteral("days.ini"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[queue]\nholidays=2026-12-25, soon, 2026-02-30, 25.12.2026, 2026-12-25, 2026-01-01\n");
        file.close();
        QCOMPARE(ConsoleSettings(name).holidays(), (QList<QDate>{QDate(2026, 1, 1), QDate(2026, 12, 25)}));

        QList<QDate> many;
        for (int i = 0; i < 2 * ConsoleSettings::MostHolidays; ++i)
            many << QDate(2026, 1, 1).addDays(i);
        QVERIFY(ConsoleSettings(name).setHolidays(many));
        QCOMPARE(ConsoleSettings(name).holidays().size(), ConsoleSettings::MostHolidays);
    }

    void saysWhenItCannotWrite()
    {
        // A file where a folder would have to be.
        QFile file(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!ConsoleSettings(m_folder.filePath(QStringLiteral("file/console.ini"))).setDecisionHold(1s));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestConsoleSettings)
#include "tst_consolesettings.moc"
