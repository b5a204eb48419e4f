#include "views/filterbar.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::views;

class TestFilterBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesOneFilterAtATime();
    void keepsSearchAndOrder();
    void showsWhatIsChosen();
    void offersTheCategoriesAsText();
};

namespace {
QAction* choice(FilterBar& bar, const char* button, const QString& text)
{
    const QList<QAction*> actions = bar.findChild<QPushButton*>(QLatin1String(button))->menu()->actions();
    for (QAction* action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}
} // namespace

void TestFilterBar::changesOneFilterAtATime()
{
    FilterBar bar;
    QSignalSpy changed(&bar, &FilterBar::queryChanged);
    QAction* high = choice(bar, "riskFilter", QStringLiteral("High"));
    QVERIFY(high);
    high->trigger();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.last().at(0).value<DirectoryQuery>().risks, QList<RiskLevel>{RiskLevel::High});
    choice(bar, "riskFilter", QStringLiteral("Low"))->trigger();
    QCOMPARE(changed.last().at(0).value<DirectoryQuery>().risks.size(), 2);
    high->trigger();
    QCOMPARE(changed.last().at(0).value<DirectoryQuery>().risks, QList<RiskLevel>{RiskLevel::Low});
    choice(bar, "createdFilter", QStringLiteral("Last 7 days"))->trigger();
    QCOMPARE(changed.last().at(0).value<DirectoryQuery>().createdFrom,
             QDateTime::currentDateTimeUtc().date().addDays(-6));
    choice(bar, "createdFilter", QStringLiteral("Any time"))->trigger();
    QVERIFY(!changed.last().at(0).value<DirectoryQuery>().createdFrom.isValid());
}

void TestFilterBar::keepsSearchAndOrder()
{
    FilterBar bar;
    DirectoryQuery query;
    query.search = QStringLiteral("novak");
    query.sort = DirectorySort::Name;
    query.descending = false;
    query.stages = {Stage::Approval};
    bar.setQuery(query);
    QSignalSpy changed(&bar, &FilterBar::queryChanged);
    bar.findChild<QPushButton*>(QStringLiteral("clearFiltersButton"))->click();
    const auto cleared = changed.last().at(0).value<DirectoryQuery>();
    QCOMPARE(cleared.search, query.search);
    QCOMPARE(cleared.sort, query.sort);
    QVERIFY(cleared.stages.isEmpty());
}

void TestFilterBar::showsWhatIsChosen()
{
    FilterBar bar;
    const auto* stage = bar.findChild<QPushButton*>(QStringLiteral("stageFilter"));
    QCOMPARE(stage->text(), QStringLiteral("Stage"));
    DirectoryQuery query;
    query.stages = {Stage::Approval};
    bar.setQuery(query);
    QCOMPARE(stage->text(), QStringLiteral("Stage: Approval"));
    query.stages << Stage::Consents;
    bar.setQuery(query);
    QCOMPARE(stage->text(), QStringLiteral("Stage: 2"));
}

void TestFilterBar::offersTheCategoriesAsText()
{
    FilterBar bar;
    QVERIFY(choice(bar, "categoryFilter", QStringLiteral("The server lists no categories")));
    Category category;
    category.id = CategoryId(QStringLiteral("c"));
    category.name = QStringLiteral("Salt & Pepper");
    bar.setCategories({category});
    QAction* action = choice(bar, "categoryFilter", QStringLiteral("Salt && Pepper"));
    QVERIFY(action);
    QSignalSpy changed(&bar, &FilterBar::queryChanged);
    action->trigger();
    QCOMPARE(changed.last().at(0).value<DirectoryQuery>().categories, QList<CategoryId>{category.id});
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
