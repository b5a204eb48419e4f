#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/customersview.h"
#include "views/customertexts.h"
#include "views/widgets/statepanel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
QDateTime noon()
{
    return QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);
}

DirectoryPage pageOf(int rows, qint64 total)
{
    DirectoryPage page;
    page.rows.total = total;
    page.rows.size = 50;
    for (int i = 0; i < rows; ++i) {
        DirectoryEntry entry = sampleEntry();
        entry.id = CustomerId(QStringLiteral("c-%1").arg(i));
        page.rows.items << entry;
    }
    return page;
}

/// The view over a directory that the test answers for.
struct Desk {
    Desk()
        : model(finhub, customerTexts(noon))
        , view(model, noon)
    {
        finhub.openSession(sampleOfficer());
        view.resize(1180, 800);
        view.show();
    }

    QString shownPage() { return view.findChild<QStackedWidget*>()->currentWidget()->objectName(); }

    FakeFinHub finhub;
    models::CustomerTableModel model;
    CustomersView view;
};
} // namespace

class TestCustomersView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsComingWhileItLoads();
    void saysThatThereIsNothing();
    void saysWhyItFailedAndTriesAgain();
    void doesNotShowOldRowsForAQueryThatFailed();
    void saysThatSomeRowsAreMissing();
    void asksForRowsAsTheyAreLookedAt();
    void asksForFewRowsWhileTheListIsDragged();
    void sortsByAClickOnAColumn();
    void opensByDoubleClickAndReturn();
    void paintsNamesAsText();

private:
    static void showHundredThousand(Desk& desk);
};

void TestCustomersView::showsWhatIsComingWhileItLoads()
{
    Desk desk;
    desk.model.setQuery({});
    QCOMPARE(desk.shownPage(), QStringLiteral("customersSkeleton"));
    desk.finhub.directoryPages.finishLast(pageOf(50, 120));
    QCOMPARE(desk.shownPage(), QStringLiteral("customerTable"));
    // The total is known at once and the scrollbar true, though most rows have not arrived.
    QCOMPARE(desk.model.rowCount(), 120);
}

void TestCustomersView::saysThatThereIsNothing()
{
    Desk desk;
    DirectoryQuery query;
    query.search = QStringLiteral("nobody");
    desk.model.setQuery(query);
    desk.finhub.directoryPages.finishLast(pageOf(0, 0));
    QCOMPARE(desk.shownPage(), QStringLiteral("customersState"));
    const auto* panel = desk.view.findChild<StatePanel*>(QStringLiteral("customersState"));
    QCOMPARE(panel->title(), QStringLiteral("No customer matches"));
    QSignalSpy everybody(&desk.view, &CustomersView::everybodyWanted);
    desk.view.findChild<QPushButton*>(QStringLiteral("statePanelButton"))->click();
    QCOMPARE(everybody.count(), 1);
    desk.model.setQuery({});
    desk.finhub.directoryPages.finishLast(pageOf(0, 0));
    QCOMPARE(panel->title(), QStringLiteral("There are no customers yet"));
}

void TestCustomersView::saysWhyItFailedAndTriesAgain()
{
    Desk desk;
    desk.model.setQuery({});
    desk.finhub.directoryPages.failLast(Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.shownPage(), QStringLiteral("customersState"));
    const auto* panel = desk.view.findChild<StatePanel*>(QStringLiteral("customersState"));
    QCOMPARE(panel->title(), QStringLiteral("FinHub cannot be reached."));
    const int asked = desk.finhub.directoryPages.count();
    desk.view.findChild<QPushButton*>(QStringLiteral("statePanelButton"))->click();
    QCOMPARE(desk.finhub.directoryPages.count(), asked + 1);
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    QCOMPARE(desk.shownPage(), QStringLiteral("customerTable"));
}

/// Rows of the former query under the filters of the new one would be a lie.
void TestCustomersView::doesNotShowOldRowsForAQueryThatFailed()
{
    Desk desk;
    desk.model.setQuery({});
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    DirectoryQuery rejected;
    rejected.stages = {Stage::Rejected};
    desk.model.setQuery(rejected);
    desk.finhub.directoryPages.failLast(Error::of(ErrorKind::Timeout));
    QCOMPARE(desk.shownPage(), QStringLiteral("customersState"));
    desk.view.findChild<QPushButton*>(QStringLiteral("statePanelButton"))->click();
    desk.finhub.directoryPages.finishLast(pageOf(1, 1));
    QCOMPARE(desk.shownPage(), QStringLiteral("customerTable"));
    QCOMPARE(desk.model.rowCount(), 1);
}

void TestCustomersView::saysThatSomeRowsAreMissing()
{
    Desk desk;
    desk.model.setQuery({});
    desk.finhub.directoryPages.finishLast(pageOf(50, 120));
    QVERIFY(!desk.view.findChild<QWidget*>(QStringLiteral("customersNotice"))->isVisible());
    desk.model.setVisibleRows(60, 80);
    QVERIFY(desk.finhub.directoryPages.open() > 0);
    for (int i = 1; i < desk.finhub.directoryPages.count(); ++i)
        desk.finhub.directoryPages.fail(i, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.shownPage(), QStringLiteral("customerTable"));
    QVERIFY(desk.view.findChild<QWidget*>(QStringLiteral("customersNotice"))->isVisible());
}

void TestCustomersView::showHundredThousand(Desk& desk)
{
    desk.finhub.directoryPages.answer = [](const DirectoryArguments& asked) {
        DirectoryPage page = pageOf(50, 100000);
        for (int i = 0; i < page.rows.items.size(); ++i)
            page.rows.items[i].id = CustomerId(QStringLiteral("c-%1").arg(asked.page * 50 + i));
        page.rows.page = asked.page;
        return page;
    };
    desk.model.setQuery({});
    QTRY_COMPARE(desk.model.rowCount(), 100000);
    QTRY_VERIFY(!desk.model.isLoading());
}

void TestCustomersView::asksForRowsAsTheyAreLookedAt()
{
    Desk desk;
    showHundredThousand(desk);
    const int asked = desk.finhub.directoryPages.count();
    QVERIFY(asked <= 3);
    auto* table = desk.view.findChild<QTableView*>(QStringLiteral("customerTable"));
    table->scrollTo(desk.model.index(50000, 0), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(desk.model.entry(50000).has_value());
    QTRY_VERIFY(!desk.model.isLoading());
    QVERIFY(desk.finhub.directoryPages.count() <= asked + 4);
}

void TestCustomersView::asksForFewRowsWhileTheListIsDragged()
{
    Desk desk;
    showHundredThousand(desk);
    const int asked = desk.finhub.directoryPages.count();
    QScrollBar* bar = desk.view.findChild<QTableView*>(QStringLiteral("customerTable"))->verticalScrollBar();
    constexpr int Steps = 200;
    for (int step = 1; step <= Steps; ++step)
        bar->setValue(bar->maximum() / Steps * step);
    bar->setValue(bar->maximum());
    QTRY_VERIFY(desk.model.entry(99999).has_value());
    QTRY_VERIFY(!desk.model.isLoading());
    // Where it began, and where it came to rest; a slow machine may look once or twice on the way.
    QVERIFY2(desk.finhub.directoryPages.count() - asked < Steps / 4,
             qPrintable(QString::number(desk.finhub.directoryPages.count() - asked)));
}

void TestCustomersView::sortsByAClickOnAColumn()
{
    Desk desk;
    desk.model.setQuery({});
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    auto* header = desk.view.findChild<QTableView*>(QStringLiteral("customerTable"))->horizontalHeader();
    const auto click = [header](models::CustomerColumn column) {
        const int section = static_cast<int>(column);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(section) + 20, header->height() / 2));
    };
    click(models::CustomerColumn::Name);
    QCOMPARE(desk.finhub.directoryPages.lastArguments().query.sort, DirectorySort::Name);
    QVERIFY(!desk.finhub.directoryPages.lastArguments().query.descending);
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    click(models::CustomerColumn::Name);
    QVERIFY(desk.finhub.directoryPages.lastArguments().query.descending);
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    // The server cannot order by the status: the order stays, and so does the indicator.
    const int asked = desk.finhub.directoryPages.count();
    click(models::CustomerColumn::Verification);
    QCOMPARE(desk.finhub.directoryPages.count(), asked);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(models::CustomerColumn::Name));
}

void TestCustomersView::opensByDoubleClickAndReturn()
{
    Desk desk;
    desk.model.setQuery({});
    desk.finhub.directoryPages.finishLast(pageOf(3, 3));
    QSignalSpy opened(&desk.view, &CustomersView::customerOpened);
    auto* table = desk.view.findChild<QTableView*>(QStringLiteral("customerTable"));
    const QPoint second = table->visualRect(desk.model.index(1, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().at(0).value<DirectoryEntry>().id, CustomerId(QStringLiteral("c-1")));
    table->setCurrentIndex(desk.model.index(2, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().at(0).value<DirectoryEntry>().id, CustomerId(QStringLiteral("c-2")));
}

/// A customer may call themselves what they like: it is a text, also where it would turn others round.
void TestCustomersView::paintsNamesAsText()
{
    Desk desk;
    desk.model.setQuery({});
    DirectoryPage page = pageOf(1, 1);
    page.rows.items[0].firstName = QStringLiteral("<b>APPROVED</b>");
    page.rows.items[0].lastName = QStringLiteral("\u202EDEVORPPA");
    desk.finhub.directoryPages.finishLast(page);
    const QString shown = desk.model.index(0, 0).data().toString();
    QVERIFY(shown.startsWith(QStringLiteral("<b>APPROVED</b>")));
    QVERIFY(!shown.contains(QChar(0x202E)));
    QVERIFY(!desk.view.grab().isNull());
}

QTEST_MAIN(TestCustomersView)
#include "tst_customersview.moc"
