#include "review/samplecase.h"
#include "views/documentviewer.h"
#include "views/fakedocuments.h"
#include "views/widgets/chip.h"
#include "views/widgets/documentcanvas.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

class TestDocumentViewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheIdentityDocumentFirst();
    void keepsTheOthersReadableWhenOneIsBroken();
    void warnsOfAnotherKind();
    void warnsWhereNothingVouchesForTheBytes();
    void turnsPages();
    void loadsOnlyTheLatestOnAQuickWalk();
    void keepsTheShownDocumentOverARefresh();
    void saysWhyThereAreNone();
    void tellsWhichDocumentIsOnTheScreen();
    void everyToolHasANameAndAKey();
    void adjustsAndResetsByKeys();
    void beginsEveryDocumentWithAFreshView();
    void showsThePagesOfALongDocument();
    void abortsWhatIsUnderWayWhenDeleted();

private:
    void answerAll(int pages = 1);
    QString text(const char* name) { return m_viewer->findChild<QLabel*>(QLatin1String(name))->text(); }
    DocumentCanvas* canvas() { return m_viewer->findChild<DocumentCanvas*>(); }

    std::unique_ptr<FakeDocuments> m_documents;
    std::unique_ptr<DocumentViewer> m_viewer;
};

void TestDocumentViewer::init()
{
    m_viewer.reset();
    m_documents = std::make_unique<FakeDocuments>();
    m_viewer = std::make_unique<DocumentViewer>(*m_documents);
    m_viewer->resize(900, 700);
    m_viewer->show();
    // Keys reach a window once it is active.
    QVERIFY(QTest::qWaitForWindowActive(m_viewer.get()));
}

void TestDocumentViewer::answerAll(int pages)
{
    m_documents->loads.answer = [](const Document& document) { return loaded(document); };
    m_documents->renders.answer = [pages](const RenderArguments& asked) { return pageOf(asked, pages); };
}

void TestDocumentViewer::showsTheIdentityDocumentFirst()
{
    answerAll();
    m_viewer->setDocuments({sampleDocument(QStringLiteral("s"), DocumentType::Selfie),
                            sampleDocument(QStringLiteral("b"), DocumentType::BankStatement),
                            sampleDocument(QStringLiteral("p"), DocumentType::Passport)});
    QTRY_VERIFY(canvas()->hasPage());
    QCOMPARE(text("documentTitle"), QStringLiteral("Passport"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Bank statement"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Selfie"));
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QCOMPARE(text("documentTitle"), QStringLiteral("Selfie"));
}

void TestDocumentViewer::keepsTheOthersReadableWhenOneIsBroken()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) -> Result<documents::LoadedDocument> {
        if (document.id.text() == QLatin1String("d-1")) {
            Error error = Error::of(ErrorKind::BrokenDocument);
            error.documentFault = DocumentFault::HashMismatch;
            return failure(error);
        }
        return loaded(document);
    };
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(canvas()->hasMessage());
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_VERIFY(canvas()->hasPage());
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketLeft);
    QTRY_VERIFY(canvas()->hasMessage());
}

void TestDocumentViewer::warnsOfAnotherKind()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) {
        documents::LoadedDocument result = loaded(document);
        result.kind = MimeType::Png;
        result.kindDiffers = true;
        return result;
    };
    m_viewer->setDocuments(sampleVerification().documents);
    auto* warning = m_viewer->findChild<Chip*>(QStringLiteral("documentWarning"));
    QTRY_VERIFY(warning->isVisible());
    QCOMPARE(warning->text(), QStringLiteral("Is PNG, declared as PDF"));
    QTRY_VERIFY(canvas()->hasPage());
}

void TestDocumentViewer::warnsWhereNothingVouchesForTheBytes()
{
    answerAll();
    m_documents->loads.answer = [](const Document& document) {
        documents::LoadedDocument result = loaded(document);
        result.hashChecked = false;
        return result;
    };
    m_viewer->setDocuments(sampleVerification().documents);
    auto* warning = m_viewer->findChild<Chip*>(QStringLiteral("documentWarning"));
    QTRY_VERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QStringLiteral("SHA-256")));
}

void TestDocumentViewer::turnsPages()
{
    answerAll(3);
    m_viewer->setDocuments({sampleDocument(QStringLiteral("p"), DocumentType::BankStatement)});
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("1 of 3"));
    auto* previous = m_viewer->findChild<QPushButton*>(QStringLiteral("previousPageButton"));
    auto* next = m_viewer->findChild<QPushButton*>(QStringLiteral("nextPageButton"));
    QVERIFY(!previous->isEnabled());
    next->click();
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("2 of 3"));
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("3 of 3"));
    QVERIFY(!next->isEnabled());
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
    QCOMPARE(text("pageLabel"), QStringLiteral("3 of 3"));
}

void TestDocumentViewer::loadsOnlyTheLatestOnAQuickWalk()
{
    m_viewer->setDocuments(sampleVerification().documents);
    const int first = 0;
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QVERIFY(m_documents->loads.isAborted(first));
    const int last = m_documents->loads.count() - 1;
    QCOMPARE(m_documents->loads.arguments(last).id, DocumentId(QStringLiteral("d-3")));
    m_documents->loads.finish(last, loaded(m_documents->loads.arguments(last)));
    QCOMPARE(m_documents->renders.lastArguments().document.document.id, DocumentId(QStringLiteral("d-3")));
}

void TestDocumentViewer::keepsTheShownDocumentOverARefresh()
{
    answerAll();
    m_viewer->setDocuments(sampleVerification().documents);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(text("documentTitle"), QStringLiteral("Proof of address"));
    QTRY_VERIFY(canvas()->hasPage());
    QList<Document> more = sampleVerification().documents;
    more << sampleDocument(QStringLiteral("d-9"), DocumentType::Selfie);
    m_viewer->setDocuments(more);
    QCOMPARE(text("documentTitle"), QStringLiteral("Proof of address"));
    QVERIFY(canvas()->hasPage());
}

void TestDocumentViewer::saysWhyThereAreNone()
{
    m_viewer->setDocuments({});
    QVERIFY(canvas()->hasMessage());
    QVERIFY(!m_viewer->findChild<QListView*>(QStringLiteral("documentStrip"))->isVisible());
    QCOMPARE(m_documents->loads.count(), 0);
}

void TestDocumentViewer::tellsWhichDocumentIsOnTheScreen()
{
    QStringList told;
    connect(m_viewer.get(), &DocumentViewer::documentChanged, this,
            [&told](const std::optional<Document>& document) {
                told << (document ? document->id.text() : QStringLiteral("none"));
            });
    answerAll(2);
    m_documents->loads.answer = [](const Document& document) -> Result<documents::LoadedDocument> {
        if (document.id.text() == QLatin1String("d-2"))
            return failure(Error::of(ErrorKind::BrokenDocument));
        return loaded(document);
    };
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_COMPARE(told, QStringList{QStringLiteral("d-1")});
    // Another page is the same document.
    QTest::keyClick(m_viewer.get(), Qt::Key_PageDown);
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("2 of 2"));
    QCOMPARE(told.size(), 1);
    // One that cannot be shown is not on the screen.
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QCOMPARE(told.last(), QStringLiteral("none"));
    QTRY_VERIFY(canvas()->hasMessage());
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QTRY_COMPARE(told.last(), QStringLiteral("d-3"));
    QCOMPARE(told.size(), 3);
    m_viewer->clear();
    QCOMPARE(told.last(), QStringLiteral("none"));
}

void TestDocumentViewer::everyToolHasANameAndAKey()
{
    answerAll(3);
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(canvas()->hasPage());
    QStringList keys;
    for (const QAction* action : m_viewer->actions()) {
        QVERIFY2(!action->objectName().isEmpty() && !action->text().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->toolTip()));
        keys << action->shortcut().toString();
    }
    QVERIFY(keys.size() > 20);
    QCOMPARE(keys.removeDuplicates(), 0);
    int buttons = 0;
    for (const QPushButton* button : m_viewer->findChildren<QPushButton*>()) {
        QVERIFY2(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty(),
                 qPrintable(button->objectName()));
        ++buttons;
    }
    QVERIFY(buttons >= 10);
}

void TestDocumentViewer::adjustsAndResetsByKeys()
{
    answerAll();
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(canvas()->hasPage());
    auto* sign = m_viewer->findChild<Chip*>(QStringLiteral("viewSign"));
    auto* bar = m_viewer->findChild<QWidget*>(QStringLiteral("adjustBar"));
    QVERIFY(!bar->isVisible());
    QVERIFY(!sign->isVisible());
    const auto press = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_viewer.get(), static_cast<Qt::Key>(key), modifiers);
    };
    press(Qt::Key_B);
    QVERIFY(bar->isVisible());
    press(Qt::Key_G);
    press(Qt::Key_I);
    press(Qt::Key_Up, Qt::ControlModifier);
    press(Qt::Key_Left, Qt::ControlModifier);
    press(Qt::Key_Left, Qt::ControlModifier);
    press(Qt::Key_H);
    QCOMPARE(canvas()->adjustment(),
             (PageAdjustment{.brightness = 10, .contrast = -20, .grey = true, .inverted = true}));
    QVERIFY(canvas()->isFlipped());
    press(Qt::Key_B);
    QVERIFY(!bar->isVisible());
    QVERIFY(sign->isVisible());
    press(Qt::Key_V);
    QVERIFY(canvas()->adjustment().isNeutral());
    QVERIFY(!canvas()->isFlipped());
    QVERIFY(!sign->isVisible());
    press(Qt::Key_Z);
    QVERIFY(canvas()->isLoupeOn());
    QVERIFY(m_viewer->findChild<QPushButton*>(QStringLiteral("loupeButton"))->isChecked());
}

void TestDocumentViewer::beginsEveryDocumentWithAFreshView()
{
    answerAll();
    m_viewer->setDocuments(sampleVerification().documents);
    QTRY_VERIFY(canvas()->hasPage());
    QTest::keyClick(m_viewer.get(), Qt::Key_I);
    QTest::keyClick(m_viewer.get(), Qt::Key_H);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QVERIFY(canvas()->adjustment().isNeutral());
    QVERIFY(!canvas()->isFlipped());
    QVERIFY(!m_viewer->findChild<QAction*>(QStringLiteral("invertedAction"))->isChecked());
}

void TestDocumentViewer::showsThePagesOfALongDocument()
{
    answerAll(300);
    m_viewer->setDocuments({sampleDocument(QStringLiteral("p"), DocumentType::BankStatement)});
    auto* pages = m_viewer->findChild<QListView*>(QStringLiteral("pageList"));
    QTRY_VERIFY(pages->isVisible());
    QTRY_COMPARE(m_documents->renders.open(), 0);
    pages->setCurrentIndex(pages->model()->index(250, 0));
    QTRY_COMPARE(text("pageLabel"), QStringLiteral("251 of 300"));
    QTest::keyClick(m_viewer.get(), Qt::Key_PageUp);
    QTRY_COMPARE(pages->currentIndex().row(), 249);
    QTest::keyClick(m_viewer.get(), Qt::Key_T);
    QVERIFY(!pages->isVisible());
    QVERIFY(m_viewer->findChild<QPushButton*>(QStringLiteral("nextPageButton"))->isVisible());
    // In sight were two places, not three hundred.
    QVERIFY2(m_documents->renders.count() < 40, qPrintable(QString::number(m_documents->renders.count())));
}

void TestDocumentViewer::abortsWhatIsUnderWayWhenDeleted()
{
    m_viewer->setDocuments(sampleVerification().documents);
    m_documents->loads.finish(0, loaded(m_documents->loads.arguments(0)));
    m_viewer.reset();
    QCOMPARE(m_documents->loads.open(), 0);
    QCOMPARE(m_documents->renders.open(), 0);
}

QTEST_MAIN(TestDocumentViewer)
#include "tst_documentviewer.moc"
