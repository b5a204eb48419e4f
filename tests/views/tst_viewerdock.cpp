#include "review/samplecase.h"
#include "views/actions/actionregistry.h"
#include "views/documentviewer.h"
#include "views/fakedocuments.h"
#include "views/viewerdock.h"
#include "views/widgets/documentcanvas.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

class TestViewerDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheViewerOutAndBack();
    void comesBackWhenItsWindowIsClosed();
    void keepsWhatIsShown();
    void isThereOnlyWhileItsViewIs();
    void lendsTheKeysOfTheView();
    void goesWithTheView();

private:
    QWidget* window() { return m_main->findChild<QWidget*>(QStringLiteral("viewerWindow")); }

    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<QStackedWidget> m_main;
    QWidget* m_home = nullptr;
    ViewerDock* m_dock = nullptr;
    QPointer<DocumentViewer> m_viewer;
    int m_approvals = 0;
    int m_escapes = 0;
};

void TestViewerDock::init()
{
    m_documents = std::make_unique<FakeDocuments>();
    m_documents->loads.answer = [](const Document& document) { return loaded(document); };
    m_documents->renders.answer = [](const RenderArguments& asked) { return pageOf(asked, 1); };
    m_main = std::make_unique<QStackedWidget>();
    m_home = new QWidget;
    m_viewer = new DocumentViewer(*m_documents);
    m_dock = new ViewerDock(m_viewer, m_home);
    auto* layout = new QVBoxLayout(m_home);
    layout->addWidget(m_dock);
    m_approvals = 0;
    m_escapes = 0;
    ActionRegistry& actions = ActionRegistry::instance();
    connect(actions.make(QStringLiteral("approveAction"), m_home), &QAction::triggered, this,
            [this] { ++m_approvals; });
    connect(actions.make(QStringLiteral("leaveCaseAction"), m_home), &QAction::triggered, this,
            [this] { ++m_escapes; });
    m_main->addWidget(m_home);
    m_main->addWidget(new QWidget);
    m_main->resize(900, 700);
    m_main->show();
    QVERIFY(QTest::qWaitForWindowActive(m_main.get()));
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(m_viewer->findChild<DocumentCanvas*>()->hasPage());
}

void TestViewerDock::cleanup()
{
    m_main.reset();
    m_documents.reset();
}

void TestViewerDock::takesTheViewerOutAndBack()
{
    QTest::keyClick(m_main.get(), Qt::Key_W, Qt::ShiftModifier);
    QVERIFY(m_dock->isDetached());
    QVERIFY(window() && window()->isWindow() && window()->isVisible());
    QCOMPARE(m_viewer->window(), window());
    QVERIFY(m_viewer->isVisible());
    QCOMPARE(window()->focusWidget(), m_viewer->findChild<DocumentCanvas*>(QStringLiteral("documentCanvas")));
    QVERIFY(m_viewer->findChild<QAction*>(QStringLiteral("detachAction"))->isChecked());
    auto* back = m_home->findChild<QPushButton*>(QStringLiteral("attachViewerButton"));
    QVERIFY(back->isVisible());
    back->click();
    QVERIFY(!m_dock->isDetached());
    QCOMPARE(m_viewer->window(), m_main.get());
    QVERIFY(m_viewer->isVisible());
    QVERIFY(!back->isVisible());
    QVERIFY(!m_viewer->findChild<QAction*>(QStringLiteral("detachAction"))->isChecked());
    QTRY_VERIFY(!window());
}

void TestViewerDock::comesBackWhenItsWindowIsClosed()
{
    m_dock->setDetached(true);
    window()->close();
    QVERIFY(!m_dock->isDetached());
    QCOMPARE(m_viewer->window(), m_main.get());
    QVERIFY(m_viewer->isVisible());
    QTRY_VERIFY(!window());
    m_dock->setDetached(true);
    QVERIFY(window()->isVisible());
}

void TestViewerDock::keepsWhatIsShown()
{
    auto* canvas = m_viewer->findChild<DocumentCanvas*>();
    const int loads = m_documents->loads.count();
    canvas->rotateRight();
    m_dock->setDetached(true);
    QVERIFY(canvas->hasPage());
    QCOMPARE(canvas->rotation(), 90);
    m_dock->setDetached(false);
    QVERIFY(canvas->hasPage());
    QCOMPARE(m_documents->loads.count(), loads);
}

void TestViewerDock::isThereOnlyWhileItsViewIs()
{
    m_dock->setDetached(true);
    m_main->setCurrentIndex(1);
    QVERIFY(!window()->isVisible());
    m_main->setCurrentIndex(0);
    QVERIFY(window()->isVisible());
    QVERIFY(m_dock->isDetached());
}

void TestViewerDock::lendsTheKeysOfTheView()
{
    m_dock->setDetached(true);
    window()->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), window());
    QTest::keyClick(window(), Qt::Key_A);
    QCOMPARE(m_approvals, 1);
    // Its own as well, but not the one that leaves the case.
    QTest::keyClick(window(), Qt::Key_H);
    QVERIFY(m_viewer->findChild<DocumentCanvas*>()->isFlipped());
    QTest::keyClick(window(), Qt::Key_Escape);
    QCOMPARE(m_escapes, 0);
}

void TestViewerDock::goesWithTheView()
{
    m_dock->setDetached(true);
    const QPointer<QWidget> detached = window();
    delete m_home;
    QVERIFY(!detached);
    QVERIFY(!m_viewer);
}

QTEST_MAIN(TestViewerDock)
#include "tst_viewerdock.moc"
