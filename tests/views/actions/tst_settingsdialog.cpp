#include "views/actions/actionregistry.h"
#include "views/settings/holidaytext.h"
#include "views/settings/keybutton.h"
#include "views/settings/settingrow.h"
#include "views/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace finhub::views;

class TestSettingsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<SettingsDialog>(Preferences(), QStringList());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        ActionRegistry::instance().resetAll();
        ActionRegistry::instance().setSingleKeys(true);
    }

    void everySettingHasARow()
    {
        for (const SettingInfo& info : settingsList()) {
            const auto* row = find<SettingRow>(QStringLiteral("setting_") + QLatin1String(info.id));
            QVERIFY2(row, info.id);
            QVERIFY2(row->editor()->accessibleName().size() > 2 || row->editor()->findChild<QPushButton*>(),
                     info.id);
        }
    }

    void changesAreToldAtOnce()
    {
        QSignalSpy changed(m_dialog.get(), &SettingsDialog::changed);
        find<QComboBox>(QStringLiteral("themeBox"))->setCurrentIndex(2);
        find<QComboBox>(QStringLiteral("textScaleBox"))->setCurrentIndex(4);
        find<QCheckBox>(QStringLiteral("motionBox"))->setChecked(true);
        find<QSpinBox>(QStringLiteral("decisionHoldBox"))->setValue(0);
        find<QSpinBox>(QStringLiteral("idleLockBox"))->setValue(99);
        find<QSpinBox>(QStringLiteral("documentMemoryBox"))->setValue(512);
        QCOMPARE(changed.count(), 6);
        const auto told = changed.last().first().value<Preferences>();
        QCOMPARE(told.theme, ThemeManager::Mode::Dark);
        QCOMPARE(told.textScale, 200);
        QVERIFY(told.reducedMotion);
        QCOMPARE(told.decisionHold, std::chrono::seconds(0));
        QCOMPARE(told.idleLockMinutes, 15);
        QCOMPARE(told.documentMemory, 512);
    }

    void holidaysSayWhatIsWrongByLine()
    {
        QSignalSpy changed(m_dialog.get(), &SettingsDialog::changed);
        auto* edit = find<QPlainTextEdit>(QStringLiteral("holidaysEdit"));
        auto* fault = find<QLabel>(QStringLiteral("fault_holidays"));
        edit->setPlainText(QStringLiteral("2026-12-25\nsoon\n2026-02-30"));
        QVERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(QStringLiteral("Line 2: “soon”")), qPrintable(fault->text()));
        QVERIFY2(fault->text().contains(QStringLiteral("Line 3: “2026-02-30”")), qPrintable(fault->text()));
        QCOMPARE(fault->textFormat(), Qt::PlainText);
        QCOMPARE(changed.count(), 0);
        edit->setPlainText(QStringLiteral("2027-01-01\n\n 2026-12-25 \n2027-01-01"));
        QVERIFY(!fault->isVisible());
        QCOMPARE(changed.last().first().value<Preferences>().holidays,
                 (QList<QDate>{QDate(2026, 12, 25), QDate(2027, 1, 1)}));
    }

    void readsDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("faults");
        QTest::newRow("none") << QString() << 0 << 0;
        QTest::newRow("one") << QStringLiteral("2028-02-29") << 1 << 0;
        QTest::newRow("no leap year") << QStringLiteral("2027-02-29") << 0 << 1;
        QTest::newRow("other order") << QStringLiteral("25.12.2026") << 0 << 1;
        QTest::newRow("short") << QStringLiteral("2026-1-1") << 0 << 1;
        QTest::newRow("with a time") << QStringLiteral("2026-01-01T00:00:00") << 0 << 1;
        QTest::newRow("markup") << QStringLiteral("<b>2026-01-01</b>") << 0 << 1;
    }
    void readsDays()
    {
        QFETCH(QString, text);
        QFETCH(int, days);
        QFETCH(int, faults);
        const HolidayList list = readHolidays(text);
        QCOMPARE(list.days.size(), days);
        QCOMPARE(list.faults.size(), faults);
        QCOMPARE(readHolidays(holidayText(list.days)).days, list.days);
    }

    void keysAreRecorded()
    {
        auto* button = find<KeyButton>(QStringLiteral("key_approveAction"));
        QCOMPARE(button->text(), QStringLiteral("A"));
        record(button, Qt::Key_F7);
        QCOMPARE(button->text(), QStringLiteral("F7"));
        QCOMPARE(ActionRegistry::instance().keys(QStringLiteral("approveAction")),
                 QList<QKeySequence>{QKeySequence(Qt::Key_F7)});
        // Esc changes nothing, and the dialog stays.
        record(button, Qt::Key_Escape);
        QCOMPARE(button->text(), QStringLiteral("F7"));
        QVERIFY(m_dialog->isVisible());
        find<QPushButton>(QStringLiteral("keyOff_approveAction"))->click();
        QCOMPARE(button->text(), QStringLiteral("No key"));
        find<QPushButton>(QStringLiteral("keyUsual_approveAction"))->click();
        QCOMPARE(button->text(), QStringLiteral("A"));
    }

    void aClashIsRefusedByName()
    {
        auto* button = find<KeyButton>(QStringLiteral("key_approveAction"));
        record(button, Qt::Key_X);
        QCOMPARE(button->text(), QStringLiteral("A"));
        auto* fault = find<QLabel>(QStringLiteral("keyFault_approveAction"));
        QVERIFY(fault->isVisibleTo(m_dialog.get()));
        QVERIFY2(fault->text().contains(QStringLiteral("“Reject”")), qPrintable(fault->text()));
        record(button, Qt::Key_F7);
        QVERIFY(!fault->isVisibleTo(m_dialog.get()));
    }

    void singleKeysAreSwitched()
    {
        find<QCheckBox>(QStringLiteral("singleKeysBox"))->setChecked(false);
        QVERIFY(!ActionRegistry::instance().singleKeys());
    }

    void searchFindsSettingsAndKeys()
    {
        auto* search = find<QLineEdit>(QStringLiteral("settingsSearch"));
        search->setText(QStringLiteral("dark"));
        QVERIFY(isShown(QStringLiteral("setting_theme")));
        QVERIFY(!isShown(QStringLiteral("setting_idleLock")));
        search->setText(QStringLiteral("rotate"));
        QVERIFY(!isShown(QStringLiteral("setting_theme")));
        QVERIFY(isShown(QStringLiteral("keyRow_rotateLeftAction")));
        QVERIFY(!isShown(QStringLiteral("keyRow_approveAction")));
        search->setText(QStringLiteral("zzzz"));
        QVERIFY(isShown(QStringLiteral("settingsNothing")));
        search->clear();
        QVERIFY(isShown(QStringLiteral("setting_theme")));
        QVERIFY(isShown(QStringLiteral("keyRow_approveAction")));
        QVERIFY(!isShown(QStringLiteral("settingsNothing")));
    }

    void showsOneSetting()
    {
        m_dialog->showSetting(QStringLiteral("idleLock"));
        QTRY_VERIFY(find<QSpinBox>(QStringLiteral("idleLockBox"))->hasFocus());
    }

    void saysWhatWasLeftOut()
    {
        const SettingsDialog dialog(Preferences(),
                                    {QStringLiteral("The stored <b>setting</b> makes no sense.")});
        const auto* faults = dialog.findChild<QLabel*>(QStringLiteral("settingsFaults"));
        QVERIFY(faults->isVisibleTo(&dialog));
        QCOMPARE(faults->textFormat(), Qt::PlainText);
        QVERIFY(!find<QLabel>(QStringLiteral("settingsFaults"))->isVisible());
    }

private:
    template <typename T>
    T* find(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    bool isShown(const QString& name) const { return find<QWidget>(name)->isVisibleTo(m_dialog.get()); }
    static void record(KeyButton* button, Qt::Key key)
    {
        button->setFocus();
        button->click();
        QVERIFY(button->isRecording());
        QTest::keyClick(button, key);
        QVERIFY(!button->isRecording());
    }

    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
