#include "review/samplecase.h"
#include "views/documentviewer.h"
#include "views/fakedocuments.h"
#include "views/widgets/documentcanvas.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTest>
#include <QVBoxLayout>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

/// Looking for text and selecting it, through the whole viewer.
class TestTextTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForNoTextUntilSomebodyLooks();
    void theKeyMeansTheDocumentInsideTheViewer();
    void findsOnThisPageAndOnTheNext();
    void goesBackwards();
    void saysWhenThereIsNothing();
    void saysWhenAPageWasSearchedInPart();
    void saysWhenThereIsNoText();
    void givesUpWhenTheTextChanges();
    void closesWithEscapeAndKeepsTheCase();
    void selectsAndCopies();
    void forgetsWithTheDocument();

private:
    DocumentCanvas* canvas() { return m_viewer->findChild<DocumentCanvas*>(); }
    QLineEdit* edit() { return m_viewer->findChild<QLineEdit*>(QStringLiteral("findEdit")); }
    QString result() { return m_viewer->findChild<QLabel*>(QStringLiteral("findResult"))->text(); }
    QString page() { return m_viewer->findChild<QLabel*>(QStringLiteral("pageLabel"))->text(); }
    QAction* action(const char* name) { return m_viewer->findChild<QAction*>(QLatin1String(name)); }
    void openFind()
    {
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(edit()->hasFocus());
    }
    void type(const QString& text) { QTest::keyClicks(edit(), text); }

    QStringList m_pages;
    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<QWidget> m_window;
    DocumentViewer* m_viewer = nullptr;
    int m_elsewhere = 0;
    int m_escapes = 0;
};

void TestTextTools::init()
{
    m_pages = {QStringLiteral("salary and rent"), QStringLiteral("nothing here"),
               QStringLiteral("Rent, rent and rent")};
    m_documents = std::make_unique<FakeDocuments>();
    m_documents->loads.answer = [](const Document& document) { return loaded(document); };
    m_documents->renders.answer = [this](const RenderArguments& asked) {
        return pageOf(asked, int(m_pages.size()));
    };
    m_documents->texts.answer = [this](const TextArguments& asked) {
        return lineOf(asked, m_pages.at(asked.page), int(m_pages.size()));
    };
    m_window = std::make_unique<QWidget>();
    m_viewer = new DocumentViewer(*m_documents);
    auto* layout = new QVBoxLayout(m_window.get());
    layout->addWidget(new QLineEdit);
    layout->addWidget(m_viewer);
    m_elsewhere = 0;
    m_escapes = 0;
    connect(new QShortcut(QKeySequence::Find, m_window.get()), &QShortcut::activated, this,
            [this] { ++m_elsewhere; });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), m_window.get()), &QShortcut::activated, this,
            [this] { ++m_escapes; });
    m_window->resize(900, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_viewer->setDocuments({sampleDocument(QStringLiteral("p"), DocumentType::BankStatement),
                            sampleDocument(QStringLiteral("q"), DocumentType::IncomeProof)});
    QTRY_VERIFY(canvas()->hasPage());
}

void TestTextTools::cleanup()
{
    m_window.reset();
    m_documents.reset();
}

void TestTextTools::asksForNoTextUntilSomebodyLooks()
{
    QTest::keyClick(m_window.get(), Qt::Key_PageDown);
    QTRY_COMPARE(page(), QStringLiteral("2 of 3"));
    openFind();
    QCOMPARE(m_documents->texts.count(), 0);
}

void TestTextTools::theKeyMeansTheDocumentInsideTheViewer()
{
    auto* other = m_window->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_elsewhere, 1);
    QVERIFY(!edit()->isVisible());
    openFind();
    QVERIFY(edit()->isVisible());
    QCOMPARE(m_elsewhere, 1);
    // The letters of the viewer's keys are letters here.
    const double zoom = canvas()->zoom();
    type(QStringLiteral("wlz0"));
    QCOMPARE(edit()->text(), QStringLiteral("wlz0"));
    QCOMPARE(canvas()->zoom(), zoom);
    QVERIFY(!canvas()->isLoupeOn());
}

void TestTextTools::findsOnThisPageAndOnTheNext()
{
    openFind();
    type(QStringLiteral("rent"));
    QTRY_COMPARE(result(), QStringLiteral("1 of 1 on page 1"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTRY_COMPARE(result(), QStringLiteral("1 of 3 on page 3"));
    QCOMPARE(page(), QStringLiteral("3 of 3"));
    QTest::keyClick(edit(), Qt::Key_F3);
    QCOMPARE(result(), QStringLiteral("2 of 3 on page 3"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(result(), QStringLiteral("3 of 3 on page 3"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTRY_COMPARE(result(), QStringLiteral("1 of 1 on page 1"));
    QVERIFY(edit()->hasFocus());
    // The pages after the first were read once for their text, however often the search went by.
    QList<int> read;
    for (int i = 0; i < m_documents->texts.count(); ++i) {
        const TextArguments& asked = m_documents->texts.arguments(i);
        if (asked.detail == documents::TextDetail::Text && asked.page > 0)
            read << asked.page;
    }
    QCOMPARE(read, (QList<int>{1, 2}));
}

void TestTextTools::goesBackwards()
{
    openFind();
    type(QStringLiteral("rent"));
    QTRY_COMPARE(result(), QStringLiteral("1 of 1 on page 1"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(result(), QStringLiteral("3 of 3 on page 3"));
    QTest::keyClick(edit(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(result(), QStringLiteral("2 of 3 on page 3"));
}

void TestTextTools::saysWhenThereIsNothing()
{
    openFind();
    type(QStringLiteral("fraud"));
    QTRY_COMPARE(result(), QStringLiteral("Not found"));
    QCOMPARE(page(), QStringLiteral("1 of 3"));
}

void TestTextTools::saysWhenAPageWasSearchedInPart()
{
    m_documents->texts.answer = [this](const TextArguments& asked) {
        documents::PageText text = lineOf(asked, m_pages.at(asked.page), int(m_pages.size()));
        text.isCut = asked.page == 2;
        return text;
    };
    openFind();
    type(QStringLiteral("fraud"));
    QTRY_VERIFY(result().startsWith(QStringLiteral("Not found; a page is too long")));
}

void TestTextTools::saysWhenThereIsNoText()
{
    m_pages = {QString(), QStringLiteral("\r\n"), QString()};
    openFind();
    type(QStringLiteral("a"));
    QTRY_COMPARE(result(), QStringLiteral("No text to search in this document"));
}

void TestTextTools::givesUpWhenTheTextChanges()
{
    m_documents->texts.answer = nullptr;
    openFind();
    type(QStringLiteral("r"));
    type(QStringLiteral("e"));
    QCOMPARE(m_documents->texts.open(), 1);
    QVERIFY(m_documents->texts.isAborted(0));
    edit()->clear();
    QCOMPARE(m_documents->texts.open(), 0);
    QVERIFY(result().isEmpty());
}

void TestTextTools::closesWithEscapeAndKeepsTheCase()
{
    openFind();
    type(QStringLiteral("rent"));
    QTRY_COMPARE(result(), QStringLiteral("1 of 1 on page 1"));
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(!edit()->isVisible());
    QCOMPARE(m_escapes, 0);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QCOMPARE(m_escapes, 1);
}

void TestTextTools::selectsAndCopies()
{
    QVERIFY(!action("copyTextAction")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QTRY_COMPARE(m_documents->texts.count(), 1);
    QTRY_COMPARE(m_documents->texts.open(), 0);
    // "and" of "salary and rent": characters 7 to 9 of ten points each from 50 on.
    constexpr double PixelsPerPoint = 96.0 / 72.0;
    const auto at = [this](double x) {
        return canvas()->view().toViewport(QPointF(x, 106) * PixelsPerPoint).toPoint();
    };
    const QPointF before = canvas()->view().pageRect().topLeft();
    QTest::mousePress(canvas(), Qt::LeftButton, {}, at(125));
    QTest::mouseMove(canvas(), at(145));
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at(145));
    QCOMPARE(canvas()->view().pageRect().topLeft(), before);
    QVERIFY(action("copyTextAction")->isEnabled());
    QGuiApplication::clipboard()->clear();
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("and"));
    // Off again, dragging moves the page.
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QVERIFY(!action("copyTextAction")->isEnabled());
}

void TestTextTools::forgetsWithTheDocument()
{
    openFind();
    type(QStringLiteral("rent"));
    QTRY_COMPARE(result(), QStringLiteral("1 of 1 on page 1"));
    m_documents->texts.answer = nullptr;
    QTest::keyClick(edit(), Qt::Key_Return);
    m_viewer->clear();
    QCOMPARE(m_documents->texts.open(), 0);
    QVERIFY(!edit()->isVisible());
    QVERIFY(edit()->text().isEmpty());
}

QTEST_MAIN(TestTextTools)
#include "tst_texttools.moc"
