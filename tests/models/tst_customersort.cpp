#include "models/customersort.h"

#include <QTest>

using namespace finhub;
using namespace finhub::models;

/// 3.1: which order a column stands for; the whole table.
class TestCustomerSort : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsColumns_data();
    void mapsColumns();
    void leavesOrdersWithoutAColumnAlone();
};

void TestCustomerSort::mapsColumns_data()
{
    QTest::addColumn<CustomerColumn>("column");
    QTest::addColumn<QString>("sort");
    QTest::newRow("name") << CustomerColumn::Name << QStringLiteral("name");
    QTest::newRow("e-mail") << CustomerColumn::Email << QStringLiteral("email");
    QTest::newRow("nationality") << CustomerColumn::Nationality << QStringLiteral("nationality");
    QTest::newRow("risk") << CustomerColumn::Risk << QStringLiteral("risk");
    QTest::newRow("stage") << CustomerColumn::Stage << QStringLiteral("stage");
    QTest::newRow("verification") << CustomerColumn::Verification << QString();
    QTest::newRow("waiting") << CustomerColumn::Waiting << QStringLiteral("submittedAt");
    QTest::newRow("created") << CustomerColumn::Created << QStringLiteral("createdAt");
}

void TestCustomerSort::mapsColumns()
{
    QFETCH(const CustomerColumn, column);
    QFETCH(const QString, sort);
    const std::optional<DirectorySort> mapped = sortOf(column);
    QCOMPARE(mapped.has_value(), !sort.isEmpty());
    if (!mapped)
        return;
    QCOMPARE(WireValue<DirectorySort>::nameOf(*mapped), sort);
    QCOMPARE(columnOf(*mapped), std::optional(column));
}

void TestCustomerSort::leavesOrdersWithoutAColumnAlone()
{
    QVERIFY(!columnOf(DirectorySort::UpdatedAt));
    QVERIFY(!columnOf(DirectorySort::Category));
    QVERIFY(!columnOf(DirectorySort::Unknown));
}

QTEST_GUILESS_MAIN(TestCustomerSort)
#include "tst_customersort.moc"
