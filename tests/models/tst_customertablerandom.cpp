#include "models/customertablemodel.h"
#include "models/scripteddirectory.h"
#include "support/fakefinhub.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace finhub;
using namespace finhub::models;
using namespace finhub::test;

namespace {

/// An officer, a server and a network that do anything in any order.
class Play {
public:
    Play(quint32 seed, bool sendsTotal)
        : m_random(seed)
        , m_directory(m_random.bounded(400))
        , m_model(m_finhub, plainTexts())
        , m_tester(&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        m_directory.sendsTotal = sendsTotal;
        m_model.setQuery({});
    }

    void step()
    {
        switch (m_random.bounded(12)) {
        case 0:
            changeServer();
            break;
        case 1:
            m_model.refresh();
            break;
        case 2:
        case 3:
            look();
            break;
        case 4:
            select();
            break;
        case 5:
            if (m_random.bounded(8) == 0)
                askAnew();
            break;
        case 6:
            if (m_random.bounded(3) == 0)
                failSomething();
            break;
        case 7:
            m_model.retry();
            break;
        case 8:
            if (m_random.bounded(30) == 0)
                m_model.clear();
            else if (!m_directory.customers.isEmpty())
                m_model.apply(m_directory.customers.at(m_random.bounded(int(m_directory.customers.size()))));
            break;
        default:
            answerSomething();
        }
        checkFollowed();
    }

    /// Lets everything come to rest, then compares the rows that are looked at with the server's.
    void settle()
    {
        if (m_model.state() == CustomerTableModel::State::Empty)
            m_model.setQuery(m_model.query());
        // A refresh of the end of a list that grows or shrinks shows the next page only then.
        for (int i = 0; i < 12; ++i) {
            look(0, 20);
            m_model.refresh();
            m_directory.answerAll(m_finhub);
        }
        checkFollowed();
        QCOMPARE(m_model.state(), CustomerTableModel::State::Ready);
        QVERIFY(!m_model.isLoading());
        QVERIFY(!m_model.error());
        if (m_directory.sendsTotal)
            QCOMPARE(m_model.rowCount(), int(m_directory.customers.size()));
        for (int row = 0; row < std::min(21, m_model.rowCount()); ++row)
            QCOMPARE(m_model.entry(row), std::optional(m_directory.customers.at(row)));
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (const std::optional<DirectoryEntry> entry = m_model.entry(row))
                QVERIFY(m_model.rowOf(entry->id) >= 0);
        }
    }

private:
    struct Selected {
        QPersistentModelIndex index;
        CustomerId id;
    };

    void changeServer()
    {
        QList<DirectoryEntry>& customers = m_directory.customers;
        const int size = int(customers.size());
        switch (m_random.bounded(4)) {
        case 0:
            customers.insert(m_random.bounded(size + 1), customerNumber(m_nextNumber++));
            break;
        case 1:
            if (size > 0)
                customers.removeAt(m_random.bounded(size));
            break;
        case 2:
            if (size > 0) {
                // One after the other: the order in which arguments are drawn is the compiler's.
                const int from = m_random.bounded(size);
                customers.move(from, m_random.bounded(size));
            }
            break;
        default:
            if (size > 0)
                customers[m_random.bounded(size)].email = QStringLiteral("%1").arg(m_random.generate());
        }
    }

    void look(int first = -1, int last = -1)
    {
        if (first < 0) {
            first = m_random.bounded(std::max(1, m_model.rowCount()));
            last = first + m_random.bounded(70);
        }
        m_model.setVisibleRows(first, last);
    }

    void select()
    {
        if (m_model.rowCount() == 0)
            return;
        const int row = m_random.bounded(m_model.rowCount());
        const QModelIndex index = m_model.index(row, m_random.bounded(8));
        if (const std::optional<DirectoryEntry> entry = m_model.entry(index.row())) {
            // The same customer can be in readings of two ages; the older row is not followed.
            if (m_model.rowOf(entry->id) == index.row())
                m_selected.append({index, entry->id});
        }
    }

    void askAnew()
    {
        DirectoryQuery query;
        query.search = QString::number(m_random.bounded(3));
        m_model.setQuery(query);
    }

    int anyOpenPage()
    {
        const QList<int> open = openPages(m_finhub);
        return open.isEmpty() ? -1 : open.at(m_random.bounded(int(open.size())));
    }

    void answerSomething()
    {
        const int page = anyOpenPage();
        if (page >= 0)
            QVERIFY(m_directory.answer(m_finhub, page));
    }

    void failSomething()
    {
        const int page = anyOpenPage();
        if (page >= 0)
            m_finhub.directoryPages.fail(openCall(m_finhub, page), serverFailure());
    }

    void checkFollowed()
    {
        m_selected.removeIf([](const Selected& selected) { return !selected.index.isValid(); });
        for (const Selected& selected : std::as_const(m_selected)) {
            QVERIFY(selected.index.row() < m_model.rowCount());
            const std::optional<DirectoryEntry> entry = m_model.entry(selected.index.row());
            if (entry)
                QCOMPARE(entry->id, selected.id);
        }
        QVERIFY(m_model.pagesKept() <= CustomerTableModel::MaxPagesKept);
        QCOMPARE(m_model.isLoading(), m_finhub.directoryPages.open() > 0);
    }

    QRandomGenerator m_random;
    FakeFinHub m_finhub;
    ScriptedDirectory m_directory;
    CustomerTableModel m_model;
    QAbstractItemModelTester m_tester;
    QList<Selected> m_selected;
    int m_nextNumber = 100000;
};

} // namespace

/// Whatever happens in whatever order, an index never points at somebody else and the rows end up right.
class TestCustomerTableRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverPointsAtSomebodyElse_data();
    void neverPointsAtSomebodyElse();
};

void TestCustomerTableRandom::neverPointsAtSomebodyElse_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("sendsTotal");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed % 3 != 0);
}

void TestCustomerTableRandom::neverPointsAtSomebodyElse()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, sendsTotal);
    Play play(seed, sendsTotal);
    for (int i = 0; i < 150; ++i) {
        play.step();
        if (QTest::currentTestFailed())
            return;
    }
    play.settle();
}

QTEST_GUILESS_MAIN(TestCustomerTableRandom)
#include "tst_customertablerandom.moc"
