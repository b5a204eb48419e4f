#include "openpage.h"
#include "views/phases/declaredpage.h"

#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

using Desk = OpenPage<DeclaredPage>;

class TestDeclaredPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheCategoryAndWhatFollowsFromIt();
    void showsWhatWasDeclared();
    void masksForAViewerUntilRevealed();
    void saysWhyNothingIsKnown();
    void goesOnToTheSession();
    void letsGoOfTheCase();
};

namespace {
/// Everything that can be read on the page, without the places where long words may be broken.
QString readable(const Desk& desk)
{
    QStringList texts;
    const QList<QLabel*> labels = desk.page->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts << label->text();
    return texts.join(u'\n').remove(QChar(0x200b));
}
} // namespace

void TestDeclaredPage::showsTheCategoryAndWhatFollowsFromIt()
{
    Desk desk;
    desk.open();
    const QString text = readable(desk);
    for (const char* expected : {"Individual Verified", "fs-cat-b2c-medium-001", "the tenant",
                                 "Government ID, Proof of address, Source of funds"})
        QVERIFY2(text.contains(QLatin1String(expected)), expected);
}

void TestDeclaredPage::showsWhatWasDeclared()
{
    Desk desk;
    desk.open();
    const QString text = readable(desk);
    for (const char* expected :
         {"Rasa Vaitkus", "rasa@example.com", "+37060012345", "15 May 1990", "Lithuania"})
        QVERIFY2(text.contains(QLatin1String(expected)), expected);
    QVERIFY(!desk.isShown("declaredMessage"));
}

void TestDeclaredPage::masksForAViewerUntilRevealed()
{
    Desk desk(sampleViewer());
    desk.open();
    QVERIFY(!readable(desk).contains(QLatin1String("rasa@example.com")));
    QSignalSpy revealed(desk.page.get(), &DeclaredPage::revealed);
    desk.click("revealButton_email");
    QVERIFY(readable(desk).contains(QLatin1String("rasa@example.com")));
    QVERIFY(!readable(desk).contains(QLatin1String("+37060012345")));
    QCOMPARE(revealed.count(), 1);
}

void TestDeclaredPage::saysWhyNothingIsKnown()
{
    Desk desk;
    desk.page->setCase(desk.file.get(), desk.onboarding.get());
    desk.file->load();
    desk.page->show();
    desk.page->refresh();
    QVERIFY(desk.isShown("declaredMessage"));
    desk.finhub.customers.failLast(Error::of(ErrorKind::Timeout));
    QVERIFY(desk.isShown("declaredMessage"));
    QVERIFY(desk.text("declaredMessage").size() > 10);
    QVERIFY(!desk.isShown("declaredSection"));
    QVERIFY(readable(desk).contains(QStringLiteral("Not known")));
}

void TestDeclaredPage::goesOnToTheSession()
{
    Desk desk;
    desk.open();
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    desk.click("phaseNextButton");
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<Stage>(), Stage::Session);
}

void TestDeclaredPage::letsGoOfTheCase()
{
    Desk desk;
    desk.open();
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(!readable(desk).contains(QLatin1String("rasa@example.com")));
    QVERIFY(!readable(desk).contains(QLatin1String("fs-cat")));
}

QTEST_MAIN(TestDeclaredPage)
#include "tst_declaredpage.moc"
