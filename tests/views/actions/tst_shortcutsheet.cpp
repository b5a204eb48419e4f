#include "core/reasoncode.h"
#include "views/actions/actionregistry.h"
#include "views/actions/shortcutsheet.h"
#include "views/evidence/reasonkeys.h"
#include "views/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::views;

class TestShortcutSheet : public QObject {
    Q_OBJECT

private:
    static QStringList rows(const ShortcutSheet& sheet)
    {
        QStringList names;
        for (const QWidget* row : sheet.findChildren<QWidget*>(QStringLiteral("sheetRow"))) {
            if (row->isVisibleTo(&sheet))
                names << row->accessibleName();
        }
        return names;
    }

private Q_SLOTS:
    void cleanup() { ActionRegistry::instance().resetAll(); }

    void hasEveryActionAndEveryReason()
    {
        const ShortcutSheet sheet;
        const QStringList shown = rows(sheet);
        for (const ActionInfo& info : actionTable()) {
            const QString name = textOf(info) + u':';
            QVERIFY2(std::any_of(shown.begin(), shown.end(),
                                 [&](const QString& row) { return row.startsWith(name); }),
                     info.id);
        }
        for (const ReasonCode& reason : reasonCatalogue())
            QVERIFY2(shown.contains(QStringLiteral("%1: %2").arg(words::reason(reason.codeText()),
                                                                 reasonKey(reason.codeText()))),
                     reason.code);
        QVERIFY(shown.contains(QStringLiteral("Keyboard shortcuts: F1 or ?")));
        QVERIFY(shown.contains(QStringLiteral("Light or dark: no key")));
    }

    void followsTheKeys()
    {
        const ShortcutSheet sheet;
        QVERIFY(rows(sheet).contains(QStringLiteral("Approve: A")));
        QVERIFY(
            ActionRegistry::instance().setKeys(QStringLiteral("approveAction"), {QKeySequence(Qt::Key_F7)}));
        QVERIFY(rows(sheet).contains(QStringLiteral("Approve: F7")));
        QVERIFY(!rows(sheet).contains(QStringLiteral("Approve: A")));
    }

    void findsLines()
    {
        const ShortcutSheet sheet;
        auto* search = sheet.findChild<QLineEdit*>(QStringLiteral("sheetSearch"));
        search->setText(QStringLiteral("Document rotate"));
        QCOMPARE(rows(sheet),
                 (QStringList{QStringLiteral("Rotate left: Shift+L"), QStringLiteral("Rotate right: L")}));
        auto* nothing = sheet.findChild<QLabel*>(QStringLiteral("sheetNothing"));
        QVERIFY(!nothing->isVisibleTo(&sheet));
        search->setText(QStringLiteral("zzz"));
        QVERIFY(rows(sheet).isEmpty());
        QVERIFY(nothing->isVisibleTo(&sheet));
    }

    void leadsToTheSettings()
    {
        ShortcutSheet sheet;
        QSignalSpy wanted(&sheet, &ShortcutSheet::settingsWanted);
        sheet.findChild<QPushButton*>(QStringLiteral("changeShortcutsButton"))->click();
        QCOMPARE(wanted.count(), 1);
    }
};

QTEST_MAIN(TestShortcutSheet)
#include "tst_shortcutsheet.moc"
