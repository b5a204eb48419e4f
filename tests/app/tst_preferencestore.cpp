#include "app/consolesettings.h"
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
        // Others read these by themselves.
        QCOMPARE(ConsoleSettings(name).decisionHold(), 17s);
        QCOMPARE(ConsoleSettings(name).holidays(), chosen.holidays);
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
        QFile broken(file(QStringLiteral("broken.ini")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray("\0\xff[[[\n=\n\x80", 12));
        broken.close();
        QCOMPARE(PreferenceStore(broken.fileName()).read().preferences, Preferences());
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
