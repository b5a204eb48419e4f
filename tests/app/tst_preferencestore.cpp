#include "app/preferencestore.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub::app;
using namespace finhub::views;
using namespace std::chrono_literals;

class TestPreferenceStore : public QObject {
    Q_OBJECT

private:
    QString file(const QString& name) const { return m_folder.filePath(name); }
    Preferences read(const QString& name) const { return PreferenceStore(file(name)).read().preferences; }
    bool writeFile(const QString& name, const QByteArray& content) const
    {
        QFile raw(file(name));
        return raw.open(QIODevice::WriteOnly) && raw.write(content) == content.size();
    }
    QTemporaryDir m_folder;

private Q_SLOTS:
    void beginsWithWhatIsUsual()
    {
        const PreferenceStore::Stored stored = PreferenceStore(file(QStringLiteral("none.ini"))).read();
        QCOMPARE(stored.preferences, Preferences());
        QVERIFY(stored.faults.isEmpty());
    }

    void remembersEverything()
    {
        Preferences chosen;
        chosen.theme = ThemeManager::Mode::Dark;
        chosen.textScale = 150;
        chosen.reducedMotion = true;
        chosen.decisionHold = 17s;
        chosen.idleLockMinutes = 15;
        chosen.holidays = {QDate(2026, 12, 25), QDate(2027, 1, 1)};
        chosen.documentMemory = 64;
        chosen.singleKeys = false;
        chosen.keys = {{QStringLiteral("approveAction"), QStringLiteral("Ctrl+,; ;; =")},
                       {QStringLiteral("rejectAction"), QString()}};
        const QString name = file(QStringLiteral("all.ini"));
        QVERIFY(PreferenceStore(name).write(chosen));
        const PreferenceStore::Stored stored = PreferenceStore(name).read();
        QCOMPARE(stored.preferences, chosen);
        QVERIFY2(stored.faults.isEmpty(), qPrintable(stored.faults.join(u' ')));
        QVERIFY(PreferenceStore(name).write(Preferences()));
        QCOMPARE(PreferenceStore(name).read().preferences, Preferences());
    }

    void leavesOutWhatMakesNoSense_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* key, const QString& value) {
            QTest::addRow("%s=%s", key, qPrintable(value.left(20))) << QString::fromLatin1(key) << value;
        };
        for (const char* value : {"", "soon", "-1", "61", "99999999999", "5.5", "<b>5</b>"})
            row("decisions/hold-seconds", QLatin1String(value));
        for (const char* value : {"0", "16", "x"})
            row("lock/idle-minutes", QLatin1String(value));
        for (const char* value : {"99", "201", "1e2"})
            row("appearance/text-percent", QLatin1String(value));
        row("appearance/theme", QStringLiteral("pink"));
        row("appearance/reduced-motion", QStringLiteral("maybe"));
        row("documents/memory-mib", QStringLiteral("15"));
        row("documents/memory-mib", QStringLiteral("4097"));
        row("keyboard/single-keys", QStringLiteral("2"));
        row("queue/holidays", QStringLiteral("tomorrow"));
        row("queue/holidays", QString(100000, u'9'));
    }
    void leavesOutWhatMakesNoSense()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const QString name = file(QStringLiteral("nonsense.ini"));
        QFile::remove(name);
        {
            QSettings settings(name, QSettings::IniFormat);
            settings.setValue(key, value);
        }
        const PreferenceStore::Stored stored = PreferenceStore(name).read();
        QCOMPARE(stored.preferences, Preferences());
        QCOMPARE(stored.faults.size(), 1);
        QVERIFY2(stored.faults.first().contains(key), qPrintable(stored.faults.first()));
        QVERIFY(stored.faults.first().size() < 200);
    }

    void oneBadDayDoesNotTakeTheOthersAlong()
    {
        const QString name = file(QStringLiteral("days.ini"));
        {
            QSettings settings(name, QSettings::IniFormat);
            settings.setValue(QStringLiteral("queue/holidays"),
                              QStringList{QStringLiteral("2026-12-25"), QStringLiteral("soon")});
        }
        const PreferenceStore::Stored stored = PreferenceStore(name).read();
        QCOMPARE(stored.preferences.holidays, QList<QDate>{QDate(2026, 12, 25)});
        QCOMPARE(stored.faults.size(), 1);
    }

    void survivesAFileThatIsNone()
    {
        const QString name = QStringLiteral("broken.ini");
        QVERIFY(writeFile(name, QByteArrayLiteral("\0\xff[[[\n=\n\x80")));
        QCOMPARE(read(name), Preferences());
    }

    void holdsFiveSecondsUnlessSaid() { QCOMPARE(read(QStringLiteral("none.ini")).decisionHold, 5s); }

    void remembersTheHold_data()
    {
        QTest::addColumn<int>("seconds");
        for (const int seconds : {0, 1, 60})
            QTest::addRow("%d", seconds) << seconds;
    }
    void remembersTheHold()
    {
        QFETCH(int, seconds);
        Preferences chosen;
        chosen.decisionHold = std::chrono::seconds(seconds);
        QVERIFY(PreferenceStore(file(QStringLiteral("hold.ini"))).write(chosen));
        QCOMPARE(read(QStringLiteral("hold.ini")).decisionHold, std::chrono::seconds(seconds));
    }

    void ignoresAHoldThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"", "soon", "-1", "61", "99999999999", "5.5"})
            QTest::newRow(value) << QByteArray(value);
    }
    void ignoresAHoldThatIsNone()
    {
        QFETCH(QByteArray, value);
        const QString name = QStringLiteral("nohold.ini");
        QVERIFY(writeFile(name, "[decisions]\nhold-seconds=" + value + "\n"));
        QCOMPARE(read(name).decisionHold, 5s);
    }

    void locksAfterFiveMinutesUnlessSaid_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"", "never", "0", "-5", "16", "2.5", "99999999999"})
            QTest::newRow(value) << QByteArray(value);
    }
    void locksAfterFiveMinutesUnlessSaid()
    {
        QFETCH(QByteArray, value);
        const QString name = QStringLiteral("idle.ini");
        QVERIFY(writeFile(name, "[lock]\nidle-minutes=" + value + "\n"));
        QCOMPARE(read(name).idleLockMinutes, 5);
        for (const int limit : {1, 15}) {
            Preferences chosen;
            chosen.idleLockMinutes = limit;
            QVERIFY(PreferenceStore(file(name)).write(chosen));
            QCOMPARE(read(name).idleLockMinutes, limit);
        }
    }

    void remembersHolidays()
    {
        const QString name = QStringLiteral("holidays.ini");
        QCOMPARE(read(name).holidays, QList<QDate>());
        Preferences chosen;
        chosen.holidays = {QDate(2026, 12, 26), QDate(2026, 12, 25)};
        QVERIFY(PreferenceStore(file(name)).write(chosen));
        QCOMPARE(read(name).holidays, (QList<QDate>{QDate(2026, 12, 25), QDate(2026, 12, 26)}));
        QVERIFY(PreferenceStore(file(name)).write(Preferences()));
        QCOMPARE(read(name).holidays, QList<QDate>());
    }

    void leavesOutWhatIsNoHoliday()
    {
        const QString name = QStringLiteral("noholidays.ini");
        QVERIFY(writeFile(
            name, "[queue]\nholidays=2026-12-25, soon, 2026-02-30, 25.12.2026, 2026-12-25, 2026-01-01\n"));
        QCOMPARE(read(name).holidays, (QList<QDate>{QDate(2026, 1, 1), QDate(2026, 12, 25)}));

        Preferences many;
        for (int i = 0; i < 2 * limit::MostHolidays; ++i)
            many.holidays << QDate(2026, 1, 1).addDays(i);
        QVERIFY(PreferenceStore(file(name)).write(many));
        QCOMPARE(read(name).holidays.size(), limit::MostHolidays);
    }

    void saysWhenItCannotWrite()
    {
        // A file where a folder would have to be.
        QFile blocked(file(QStringLiteral("file")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        QVERIFY(!PreferenceStore(file(QStringLiteral("file/console.ini"))).write(Preferences()));
    }
};

QTEST_GUILESS_MAIN(TestPreferenceStore)
#include "tst_preferencestore.moc"
