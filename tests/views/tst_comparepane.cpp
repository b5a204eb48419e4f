#include "review/samplecase.h"
#include "views/comparepane.h"
#include "views/documentviewer.h"
#include "views/fakedocuments.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

/// Two documents side by side, through the whole viewer.
class TestComparePane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsNothingWhileItIsHidden();
    void proposesTheSelfie();
    void showsWhatIsChosen();
    void locksTheZoom();
    void adjustsBoth();
    void saysWhyOneCannotBeShown();
    void keepsItsDocumentOverARefresh();
    void letsGoWhenClosed();
    void turnsThePagesOfTheSecondDocument();
    void lettersInTheBoxesAreNoShortcuts();

private:
    DocumentCanvas* canvas(const char* name)
    {
        return m_viewer->findChild<DocumentCanvas*>(QLatin1String(name));
    }
    DocumentCanvas* first() { return canvas("documentCanvas"); }
    DocumentCanvas* second() { return canvas("compareCanvas"); }
    QComboBox* chooser() { return m_viewer->findChild<QComboBox*>(QStringLiteral("compareChooser")); }
    int loadsOf(const char* id)
    {
        int count = 0;
        for (int i = 0; i < m_documents->loads.count(); ++i)
            count += m_documents->loads.arguments(i).id == DocumentId(QString::fromLatin1(id));
        return count;
    }

    QList<Document> m_list;
    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<DocumentViewer> m_viewer;
};

void TestComparePane::init()
{
    m_viewer.reset();
    m_list = {sampleDocument(QStringLiteral("p"), DocumentType::Passport),
              sampleDocument(QStringLiteral("b"), DocumentType::BankStatement),
              sampleDocument(QStringLiteral("s"), DocumentType::Selfie)};
    m_documents = std::make_unique<FakeDocuments>();
    m_documents->loads.answer = [](const Document& document) -> Result<documents::LoadedDocument> {
        if (document.id == DocumentId(QStringLiteral("b")))
            return failure(Error::of(ErrorKind::BrokenDocument));
        return loaded(document);
    };
    m_documents->renders.answer = [](const RenderArguments& asked) {
        return pageOf(asked, asked.document.document.id == DocumentId(QStringLiteral("s")) ? 3 : 1);
    };
    m_viewer = std::make_unique<DocumentViewer>(*m_documents);
    m_viewer->resize(1000, 700);
    m_viewer->show();
    QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
    m_viewer->setDocuments(m_list);
    QTRY_VERIFY(first()->hasPage());
    QTRY_COMPARE(m_documents->loads.open() + m_documents->renders.open(), 0);
}

void TestComparePane::loadsNothingWhileItIsHidden()
{
    QVERIFY(!second()->isVisible());
    QVERIFY(!second()->hasPage());
    QCOMPARE(chooser()->count(), 3);
    const int loads = m_documents->loads.count();
    m_viewer->setDocuments(m_list);
    QCOMPARE(m_documents->loads.count(), loads);
}

void TestComparePane::proposesTheSelfie()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    QCOMPARE(chooser()->currentText(), QStringLiteral("Selfie"));
    QVERIFY(first()->hasPage());
    // Both have about half of what there is.
    QVERIFY(std::abs(first()->width() - second()->width()) < 150);
}

void TestComparePane::showsWhatIsChosen()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    const int before = loadsOf("p");
    chooser()->setCurrentIndex(0);
    Q_EMIT chooser()->activated(0);
    QCOMPARE(loadsOf("p"), before + 1);
    QTRY_VERIFY(second()->hasPage());
    QCOMPARE(second()->accessibleName(), QStringLiteral("Passport"));
}

void TestComparePane::locksTheZoom()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    const double zoom = second()->zoom();
    QTest::keyClick(m_viewer.get(), Qt::Key_Plus);
    QCOMPARE(second()->zoom(), zoom * 1.25);
    auto* lock = m_viewer->findChild<QCheckBox*>(QStringLiteral("lockZoomCheck"));
    lock->click();
    QTest::keyClick(m_viewer.get(), Qt::Key_Plus);
    QCOMPARE(second()->zoom(), zoom * 1.25);
}

void TestComparePane::adjustsBoth()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    QTest::keyClick(m_viewer.get(), Qt::Key_G);
    QVERIFY(second()->adjustment().grey);
    QTest::keyClick(m_viewer.get(), Qt::Key_V);
    QVERIFY(second()->adjustment().isNeutral());
}

void TestComparePane::saysWhyOneCannotBeShown()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    chooser()->setCurrentIndex(1);
    Q_EMIT chooser()->activated(1);
    QTRY_VERIFY(second()->hasMessage());
    QVERIFY(first()->hasPage());
}

void TestComparePane::keepsItsDocumentOverARefresh()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    const int loads = loadsOf("s");
    m_list << sampleDocument(QStringLiteral("x"), DocumentType::IncomeProof);
    m_viewer->setDocuments(m_list);
    QCOMPARE(chooser()->currentText(), QStringLiteral("Selfie"));
    QVERIFY(second()->hasPage());
    QCOMPARE(loadsOf("s"), loads);
}

void TestComparePane::letsGoWhenClosed()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    QTest::mouseClick(m_viewer->findChild<QPushButton*>(QStringLiteral("closeCompareButton")),
                      Qt::LeftButton);
    QVERIFY(!second()->isVisible());
    QVERIFY(!second()->hasPage());
    QVERIFY(!m_viewer->findChild<QAction*>(QStringLiteral("compareAction"))->isChecked());
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    m_viewer->clear();
    QVERIFY(!second()->hasPage());
    QCOMPARE(chooser()->count(), 0);
}

void TestComparePane::turnsThePagesOfTheSecondDocument()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    auto* bar = m_viewer->findChild<QWidget*>(QStringLiteral("comparePageBar"));
    auto* box = m_viewer->findChild<QComboBox*>(QStringLiteral("comparePageBox"));
    auto* previous = m_viewer->findChild<QPushButton*>(QStringLiteral("comparePreviousPageButton"));
    auto* next = m_viewer->findChild<QPushButton*>(QStringLiteral("compareNextPageButton"));
    QVERIFY(bar->isVisible());
    QCOMPARE(box->count(), 3);
    QCOMPARE(box->currentText(), QStringLiteral("Page 1 of 3"));
    QVERIFY(!previous->isEnabled() && next->isEnabled());
    next->click();
    QTRY_COMPARE(box->currentIndex(), 1);
    QVERIFY(previous->isEnabled());
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown, Qt::ShiftModifier);
    QTRY_COMPARE(box->currentIndex(), 2);
    QVERIFY(!next->isEnabled());
    QCOMPARE(m_documents->renders.lastArguments().document.document.id, DocumentId(QStringLiteral("s")));
    // The lock holds on any page.
    const double zoom = second()->zoom();
    QTest::keyClick(m_viewer.get(), Qt::Key_Plus);
    QCOMPARE(second()->zoom(), zoom * 1.25);
    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    QTRY_VERIFY(!previous->isEnabled());
    // A document of one page has nothing to turn.
    chooser()->setCurrentIndex(0);
    Q_EMIT chooser()->activated(0);
    QTRY_COMPARE(second()->accessibleName(), QStringLiteral("Passport"));
    QTRY_VERIFY(second()->hasPage());
    QVERIFY(!bar->isVisible());
}

// C closes the pane, G turns it grey; in the list of documents they are the first letters of names.
void TestComparePane::lettersInTheBoxesAreNoShortcuts()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_C);
    QTRY_VERIFY(second()->hasPage());
    for (QWidget* box : {static_cast<QWidget*>(chooser()),
                         m_viewer->findChild<QWidget*>(QStringLiteral("comparePageBox"))}) {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_G);
        QVERIFY(!first()->adjustment().grey);
        QTest::keyClick(box, Qt::Key_C);
        QVERIFY(second()->isVisible());
    }
    second()->setFocus();
    QTest::keyClick(second(), Qt::Key_G);
    QVERIFY(first()->adjustment().grey);
}

QTEST_MAIN(TestComparePane)
#include "tst_comparepane.moc"
