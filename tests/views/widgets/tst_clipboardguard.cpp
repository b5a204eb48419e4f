#include "views/widgets/clipboardguard.h"
#include "views/widgets/copybutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace finhub::views;
using namespace std::chrono_literals;

class TestClipboardGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        guard().setKeep(1h);
        guard().setOwner([] { return true; });
        QGuiApplication::clipboard()->clear();
    }

    void marksWhatItCopies()
    {
        CopyButton button;
        button.setCopyText(QStringLiteral("c-1"), QStringLiteral("customer id"));
        button.click();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("c-1"));
        QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QVERIFY(guard().holds());
    }

    void takesItBackAfterAWhile()
    {
        guard().setKeep(20ms);
        guard().copy(QStringLiteral("c-1"));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString());
        QVERIFY(!guard().holds());
    }

    void leavesWhatSomebodyElseHasCopied()
    {
        guard().setOwner([] { return false; });
        guard().copy(QStringLiteral("c-1"));
        QGuiApplication::clipboard()->setText(QStringLiteral("of another program"));
        QVERIFY(!guard().holds());
        guard().clear();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("of another program"));
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(
            QStringLiteral("x-kde-passwordManagerHint")));
    }

    /// Even the same text: it is theirs.
    void tellsTheSameTextApart()
    {
        guard().setOwner([] { return false; });
        guard().copy(QStringLiteral("c-1"));
        QGuiApplication::clipboard()->setText(QStringLiteral("c-1"));
        guard().clear();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("c-1"));
    }

    void marksWhatAFieldCopies()
    {
        static_cast<void>(guard());
        QLineEdit edit(QStringLiteral("Half a name"));
        edit.selectAll();
        edit.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Half a name"));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));
        QVERIFY(guard().holds());
        guard().clear();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void copiesNoPassword()
    {
        static_cast<void>(guard());
        QLineEdit edit(QStringLiteral("correct horse"));
        edit.setEchoMode(QLineEdit::Password);
        edit.selectAll();
        edit.copy();
        edit.cut();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    /// Whatever is copied goes through the one place.
    void isTheOnlyWay()
    {
        guard().copy(QStringLiteral("first"));
        guard().copy(QStringLiteral("second"));
        QVERIFY(guard().holds());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("second"));
        guard().clear();
        QVERIFY(!guard().holds());
        guard().clear();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

private:
    static ClipboardGuard& guard() { return ClipboardGuard::instance(); }
};

QTEST_MAIN(TestClipboardGuard)
#include "tst_clipboardguard.moc"
