#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/support/overviewpanel.h"
#include "views/walk.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
/// The page with the sample customer, as the case's view shows it.
struct Desk {
    explicit Desk(const SessionInfo& session = sampleOfficer())
    {
        finhub.openSession(session);
        file = std::make_unique<review::CaseFile>(finhub, CustomerId(QStringLiteral("c-1")));
        panel = std::make_unique<OverviewPanel>(finhub);
        QObject::connect(file.get(), &review::CaseFile::changed, panel.get(), &OverviewPanel::refresh);
        panel->resize(1200, 800);
        panel->setCase(file.get());
        panel->show();
        file->load();
    }

    void answer()
    {
        finhub.customers.finishLast(sampleCustomer());
        finhub.verifications.finishLast(sampleVerification());
        TimelineEvent event;
        event.id = QStringLiteral("e-1");
        event.type = QStringLiteral("document.uploaded");
        event.at = QDateTime(QDate(2026, 3, 31), QTime(9, 20), Qt::UTC);
        event.actorType = ActorType::Customer;
        event.summary = QStringLiteral("Passport uploaded");
        Page<TimelineEvent> page;
        page.items = {event};
        page.total = 1;
        finhub.timelines.finishLast(page);
    }

    QWidget* find(const char* name) const { return panel->findChild<QWidget*>(QLatin1String(name)); }
    QString readable() const { return test::readable(*panel); }

    FakeFinHub finhub;
    std::unique_ptr<review::CaseFile> file;
    std::unique_ptr<OverviewPanel> panel;
};

SessionInfo viewer()
{
    SessionInfo session = sampleOfficer();
    session.roles = {Role::Viewer};
    return session;
}

const char* const Sections[] = {"overviewDeclared",  "overviewAccount",  "overviewVerification",
                                "overviewDocuments", "overviewConsents", "overviewActivation",
                                "overviewActivity",  "overviewCalls"};
} // namespace

class TestOverviewPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEverySection_data();
    void showsEverySection();
    void showsWhatIsKnown();
    void masksForAViewerUntilRevealed();
    void saysWhatCouldNotBeRead();
    void letsGoOfTheCase();
};

void TestOverviewPanel::showsEverySection_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {500, 800, 1200, 2200})
        QTest::newRow(qPrintable(QString::number(width))) << width;
}

void TestOverviewPanel::showsEverySection()
{
    QFETCH(int, width);
    Desk desk;
    desk.panel->resize(width, 900);
    desk.answer();
    for (const char* name : Sections) {
        const QWidget* section = desk.find(name);
        QVERIFY2(section && section->isVisible(), name);
        QVERIFY2(section->height() > 0 && section->width() > 150, name);
    }
    QTRY_COMPARE(static_cast<QListView*>(desk.find("overviewActivityList"))->model()->rowCount(), 1);
}

void TestOverviewPanel::showsWhatIsKnown()
{
    Desk desk;
    desk.answer();
    QTRY_VERIFY(desk.readable().contains(QLatin1String("rasa@example.com")));
    const QString text = desk.readable();
    for (const char* expected : {"rasa@example.com", "+37060012345", "15 May 1990", "Lithuania",
                                 "Individual Verified", "d-1.pdf", "Passport", "u-1", "v-1"})
        QVERIFY2(text.contains(QLatin1String(expected)),
                 qPrintable(QLatin1String(expected) + QLatin1Char(10) + text));
}

void TestOverviewPanel::masksForAViewerUntilRevealed()
{
    Desk desk(viewer());
    desk.answer();
    QVERIFY(desk.find("overviewNotice")->isVisible());
    QTRY_VERIFY(desk.readable().contains(QStringLiteral("•••")));
    for (const char* personal : {"rasa@example.com", "+37060012345", "15 May 1990", "d-1.pdf"})
        QVERIFY2(!desk.readable().contains(QLatin1String(personal)), personal);
    QSignalSpy revealed(desk.panel.get(), &OverviewPanel::revealed);
    auto* reveal = qobject_cast<QAbstractButton*>(desk.find("revealButton_email"));
    QVERIFY(reveal && reveal->isVisible());
    reveal->click();
    QTRY_VERIFY(desk.readable().contains(QLatin1String("rasa@example.com")));
    QVERIFY(!desk.readable().contains(QLatin1String("+37060012345")));
    QCOMPARE(revealed.count(), 1);
    QCOMPARE(revealed.first().at(0).toString(), QStringLiteral("email"));
}

void TestOverviewPanel::saysWhatCouldNotBeRead()
{
    Desk desk;
    Error error = Error::of(ErrorKind::Timeout);
    desk.finhub.customers.failLast(error);
    auto* message = qobject_cast<QLabel*>(desk.find("overviewDeclaredMessage"));
    QVERIFY(message && message->isVisible());
    QVERIFY(!message->text().isEmpty());
    QVERIFY(desk.find("overviewDeclaredRetryButton")->isVisible());
}

void TestOverviewPanel::letsGoOfTheCase()
{
    Desk desk;
    desk.answer();
    QTRY_VERIFY(desk.readable().contains(QLatin1String("rasa@example.com")));
    desk.panel->setCase(nullptr);
    for (const char* personal : {"rasa@example.com", "+37060012345", "15 May 1990", "d-1.pdf", "v-1"})
        QVERIFY2(!desk.readable().contains(QLatin1String(personal)), personal);
    QCOMPARE(static_cast<QListView*>(desk.find("overviewActivityList"))->model()->rowCount(), 0);
}

QTEST_MAIN(TestOverviewPanel)
#include "tst_overviewpanel.moc"
