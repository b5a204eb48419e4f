#include "support/fakefinhub.h"
#include "views/actingbar.h"
#include "views/walk.h"

#include <QAbstractButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
struct Desk {
    void act(const QString& shownName = {})
    {
        api::CustomerSession session;
        session.customerId = CustomerId(QStringLiteral("c-1"));
        session.info.displayName = QStringLiteral("rasa@example.com");
        name = shownName;
        finhub.setCustomerSession(session);
    }
    QLabel* text() { return bar.findChild<QLabel*>(QStringLiteral("actingText")); }

    FakeFinHub finhub;
    QString name;
    ActingBar bar{finhub, [this] { return name; }};
};
} // namespace

/// What says all the while that somebody acts as a customer (2.5), and the way out of it.
class TestActingBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThereWhileSomebodyActs();
    void namesTheCustomer_data();
    void namesTheCustomer();
    void stopsActing();
    void isReadableWithoutSight();
};

void TestActingBar::isThereWhileSomebodyActs()
{
    Desk desk;
    QVERIFY(desk.bar.isHidden());
    desk.act(QStringLiteral("Rasa Vaitkus"));
    QVERIFY(desk.bar.isVisible());
    desk.finhub.leaveCustomer();
    QVERIFY(desk.bar.isHidden());
}

void TestActingBar::namesTheCustomer_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("by name") << "Rasa Vaitkus"
                             << "Rasa Vaitkus";
    QTest::newRow("by their login") << ""
                                    << "rasa@example.com";
    QTest::newRow("as it stands") << "<b>APPROVED</b>"
                                  << "<b>APPROVED</b>";
    QTest::newRow("in both directions") << QStringLiteral("Rasa\u202e") << "Rasa⟨U+202E⟩";
}

void TestActingBar::namesTheCustomer()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    Desk desk;
    desk.act(name);
    QCOMPARE(desk.text()->text(),
             QStringLiteral("Acting as customer %1. Uploads, consents and activation are recorded as theirs.")
                 .arg(shown));
    QCOMPARE(desk.text()->textFormat(), Qt::PlainText);
}

void TestActingBar::stopsActing()
{
    Desk desk;
    desk.act();
    auto* stop = desk.bar.findChild<QAbstractButton*>(QStringLiteral("stopActingButton"));
    QTest::keyClick(stop, Qt::Key_Space);
    QVERIFY(!desk.finhub.customerSession());
    QVERIFY(desk.bar.isHidden());
}

void TestActingBar::isReadableWithoutSight()
{
    Desk desk;
    desk.act();
    QCOMPARE(tabStops(desk.bar).size(), 1);
    QCOMPARE(namelessControls(desk.bar).join(u','), QString());
    QVERIFY(!desk.bar.accessibleName().isEmpty());
}

QTEST_MAIN(TestActingBar)
#include "tst_actingbar.moc"
