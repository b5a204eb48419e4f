#include "walkthrough/aim.h"
#include "walkthrough/rehearsalwindow.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

#include <memory>

using namespace finhub::walkthrough;

class TestAim : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void atTheMiddle();
    void refuses_data();
    void refuses();
    void behindADialog();
    void behindAPopup();
    void scrollsIntoView();
    void rows_data();
    void rows();
    void rowsThatAreFarAway();
    void rowsWithAHiddenColumn();
    void refusesRows_data();
    void refusesRows();
    void pointsAtWhatCannotBeUsed();

private:
    QString problem(const char* name) const
    {
        const AimResult aim = aimAt(m_window->widget(name));
        return aim ? QString() : aim.error();
    }

    std::unique_ptr<RehearsalWindow> m_window;
};

void TestAim::init()
{
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestAim::atTheMiddle()
{
    QWidget* button = m_window->widget("greetButton");
    const AimResult aim = aimAt(button);
    QVERIFY(aim);
    QCOMPARE(aim->widget.data(), button);
    QCOMPARE(aim->area.topLeft(), button->mapTo(m_window.get(), QPoint(0, 0)));
    QCOMPARE(aim->area.size(), button->size());
    QCOMPARE(m_window->childAt(aim->point), button);
}

void TestAim::refuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("disabled") << QByteArray("disabledButton") << QStringLiteral("is disabled");
    QTest::newRow("hidden") << QByteArray("hiddenButton") << QStringLiteral("is hidden");
    QTest::newRow("covered") << QByteArray("coveredButton") << QStringLiteral("is covered by cover");
}

void TestAim::refuses()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, expected);
    QCOMPARE(problem(name.constData()), expected);
}

void TestAim::behindADialog()
{
    QTest::mouseClick(m_window->widget("dialogButton"), Qt::LeftButton);
    QTRY_VERIFY(m_window->dialog() && QApplication::activeModalWidget());
    QCOMPARE(problem("nameEdit"), QStringLiteral("is behind an open dialog"));
    auto* confirm = m_window->dialog()->findChild<QWidget*>(QStringLiteral("greetButton"));
    QVERIFY(aimAt(confirm));
    QDialog second(m_window->dialog());
    second.open();
    QVERIFY(!aimAt(confirm));
    second.reject();
    m_window->dialog()->reject();
    QCOMPARE(problem("nameEdit"), QString());
}

void TestAim::behindAPopup()
{
    QMenu menu;
    menu.addAction(QStringLiteral("Only"));
    menu.popup(m_window->pos());
    QTRY_VERIFY(QApplication::activePopupWidget());
    QCOMPARE(problem("nameEdit"), QStringLiteral("is behind an open dialog"));
    QVERIFY(aimAt(&menu));
}

void TestAim::scrollsIntoView()
{
    QWidget* far = m_window->widget("farButton");
    QVERIFY(far->visibleRegion().isEmpty());
    const AimResult aim = aimAt(far);
    QVERIFY(aim);
    QVERIFY(!far->visibleRegion().isEmpty());
    QCOMPARE(m_window->childAt(aim->point), far);
}

void TestAim::rows_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("rowText");
    QTest::addColumn<int>("found");
    QTest::newRow("list by number") << QByteArray("list") << 2 << QString() << 2;
    QTest::newRow("list by text") << QByteArray("list") << -1 << QStringLiteral("Pears") << 1;
    QTest::newRow("table by text of the second column")
        << QByteArray("table") << -1 << QStringLiteral("High") << 1;
}

void TestAim::rows()
{
    QFETCH(QByteArray, view);
    QFETCH(int, row);
    QFETCH(QString, rowText);
    QFETCH(int, found);
    auto* widget = qobject_cast<QAbstractItemView*>(m_window->widget(view.constData()));
    const AimResult aim = aimAtRow(widget, row, rowText);
    QVERIFY(aim);
    QCOMPARE(aim->row, found);
    const QPoint point = widget->viewport()->mapFrom(m_window.get(), aim->point);
    QCOMPARE(widget->indexAt(point).row(), found);
    QVERIFY(aim->area.contains(aim->point));
}

void TestAim::rowsThatAreFarAway()
{
    const AimResult aim = aimAtRow(m_window->table(), 59, {});
    QVERIFY(aim);
    const QPoint point = m_window->table()->viewport()->mapFrom(m_window.get(), aim->point);
    QCOMPARE(m_window->table()->indexAt(point).row(), 59);
}

void TestAim::rowsWithAHiddenColumn()
{
    m_window->table()->hideColumn(0);
    const AimResult aim = aimAtRow(m_window->table(), 1, {});
    QVERIFY(aim);
    const QPoint point = m_window->table()->viewport()->mapFrom(m_window.get(), aim->point);
    QCOMPARE(m_window->table()->indexAt(point), m_window->table()->model()->index(1, 1));
}

void TestAim::refusesRows_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("rowText");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no view") << QByteArray("greeting") << 0 << QString() << QStringLiteral("has no rows");
    QTest::newRow("too far") << QByteArray("list") << 3 << QString() << QStringLiteral("has no row 3");
    QTest::newRow("no such text") << QByteArray("list") << -1 << QStringLiteral("Figs")
                                  << QStringLiteral("has no row with \"Figs\"");
    QTest::newRow("hidden row") << QByteArray("table") << 5 << QString() << QStringLiteral("is out of sight");
}

void TestAim::refusesRows()
{
    QFETCH(QByteArray, view);
    QFETCH(int, row);
    QFETCH(QString, rowText);
    QFETCH(QString, expected);
    m_window->table()->hideRow(5);
    const AimResult aim = aimAtRow(m_window->widget(view.constData()), row, rowText);
    QVERIFY(!aim);
    QCOMPARE(aim.error(), expected);
}

void TestAim::pointsAtWhatCannotBeUsed()
{
    QWidget* disabled = m_window->widget("disabledButton");
    QCOMPARE(pointAt(disabled).widget.data(), disabled);
    QCOMPARE(pointAt(disabled).area.size(), disabled->size());
    QVERIFY(!pointAt(m_window->widget("hiddenButton")).widget);
    QVERIFY(!pointAt(nullptr).widget);
    QVERIFY(pointAt(m_window->list(), 1).area.height() < m_window->list()->height() / 2);
}

QTEST_MAIN(TestAim)
#include "tst_aim.moc"
