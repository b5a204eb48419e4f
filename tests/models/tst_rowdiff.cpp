#include "models/rowdiff.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

using namespace finhub::models;

namespace {

/// A list that writes down what the diff asks of it.
class RecordingList {
public:
    RecordingList(QList<int> rows, const QList<int>& wanted)
        : m_rows(std::move(rows))
        , m_wanted(wanted)
    {
    }

    QList<int> ids() const { return m_rows; }
    const QStringList& steps() const { return m_steps; }

    void remove(int first, int count)
    {
        QVERIFY(count > 0 && first >= 0 && first + count <= m_rows.size());
        m_rows.remove(first, count);
        m_steps.append(QStringLiteral("remove %1+%2").arg(first).arg(count));
    }
    void insert(int first, int wantedFirst, int count)
    {
        QVERIFY(count > 0 && first <= m_rows.size());
        for (int i = 0; i < count; ++i)
            m_rows.insert(first + i, m_wanted.at(wantedFirst + i));
        m_steps.append(QStringLiteral("insert %1+%2").arg(first).arg(count));
    }
    void move(int from, int to)
    {
        QVERIFY(to < from && from < m_rows.size());
        m_rows.move(from, to);
        m_steps.append(QStringLiteral("move %1>%2").arg(from).arg(to));
    }
    void update(int row, int wantedRow) { QCOMPARE(m_rows.at(row), m_wanted.at(wantedRow)); }

private:
    QList<int> m_rows;
    const QList<int>& m_wanted;
    QStringList m_steps;
};

} // namespace

/// From one list to another by id.
class TestRowDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheExpectedSteps_data();
    void takesTheExpectedSteps();
    void alwaysArrives();
};

void TestRowDiff::takesTheExpectedSteps_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<QString>("steps");
    using L = QList<int>;
    QTest::newRow("nothing") << L{} << L{} << QString();
    QTest::newRow("the same") << L{1, 2, 3} << L{1, 2, 3} << QString();
    QTest::newRow("first ones") << L{} << L{1, 2, 3} << QStringLiteral("insert 0+3");
    QTest::newRow("all gone") << L{1, 2, 3} << L{} << QStringLiteral("remove 0+3");
    QTest::newRow("new at the top") << L{1, 2} << L{8, 9, 1, 2} << QStringLiteral("insert 0+2");
    QTest::newRow("new at the end") << L{1, 2} << L{1, 2, 3} << QStringLiteral("insert 2+1");
    QTest::newRow("gaps") << L{1, 2, 3, 4, 5, 6} << L{1, 4, 6} << QStringLiteral("remove 4+1, remove 1+2");
    QTest::newRow("exchanged") << L{1, 2} << L{3, 4} << QStringLiteral("remove 0+2, insert 0+2");
    QTest::newRow("last to the top") << L{1, 2, 3} << L{3, 1, 2} << QStringLiteral("move 2>0");
    QTest::newRow("twice the same") << L{1} << L{1, 1} << QStringLiteral("insert 1+1");
    QTest::newRow("once less") << L{1, 1, 2} << L{1, 2} << QStringLiteral("move 2>1, remove 2+1");
}

void TestRowDiff::takesTheExpectedSteps()
{
    QFETCH(const QList<int>, before);
    QFETCH(const QList<int>, after);
    QFETCH(const QString, steps);
    RecordingList list(before, after);
    diffRows(after, list);
    QCOMPARE(list.ids(), after);
    QCOMPARE(list.steps().join(QStringLiteral(", ")), steps);
}

void TestRowDiff::alwaysArrives()
{
    QRandomGenerator random(20260331);
    const auto anyList = [&random] {
        QList<int> list(random.bounded(9));
        for (int& id : list)
            id = random.bounded(7);
        return list;
    };
    for (int round = 0; round < 20000; ++round) {
        const QList<int> before = anyList();
        const QList<int> after = anyList();
        RecordingList list(before, after);
        diffRows(after, list);
        QCOMPARE(list.ids(), after);
    }
}

QTEST_GUILESS_MAIN(TestRowDiff)
#include "tst_rowdiff.moc"
