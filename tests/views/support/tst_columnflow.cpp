#include "views/support/columnflow.h"

#include <QLabel>
#include <QTest>

using namespace finhub::views;

class TestColumnFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEverySection_data();
    void showsEverySection();
    void leavesHiddenWhatIsHidden();
};

namespace {
QList<QWidget*> labels()
{
    return {new QLabel(QStringLiteral("one")), new QLabel(QStringLiteral("two")),
            new QLabel(QStringLiteral("three"))};
}

std::vector<ColumnFlow::Arrangement> arrangements()
{
    return {{0, {0, 0, 0}}, {400, {0, 0, 1}}, {800, {0, 1, 2}}};
}
} // namespace

void TestColumnFlow::showsEverySection_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("narrow") << 300 << 1;
    QTest::newRow("wider") << 500 << 2;
    QTest::newRow("wide") << 900 << 3;
}

void TestColumnFlow::showsEverySection()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    const QList<QWidget*> sections = labels();
    ColumnFlow flow(sections, {}, arrangements());
    flow.resize(width, 300);
    flow.show();
    // There and back, as a window is dragged.
    for (const int now : {width, 300, 900, width}) {
        flow.resize(now, 300);
        for (const QWidget* section : sections)
            QVERIFY2(section->isVisible(), qPrintable(QString::number(now)));
    }
    QCOMPARE(flow.columnCount(), columns);
}

void TestColumnFlow::leavesHiddenWhatIsHidden()
{
    const QList<QWidget*> sections = labels();
    sections[1]->hide();
    ColumnFlow flow(sections, {}, arrangements());
    flow.resize(300, 300);
    flow.show();
    flow.resize(900, 300);
    QVERIFY(sections[0]->isVisible());
    QVERIFY(!sections[1]->isVisible());
    QVERIFY(sections[2]->isVisible());
}

QTEST_MAIN(TestColumnFlow)
#include "tst_columnflow.moc"
