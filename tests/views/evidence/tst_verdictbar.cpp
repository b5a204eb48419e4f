#include "review/casefile.h"
#include "review/evidence/caseevidence.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/evidence/reasonpalette.h"
#include "views/evidence/verdictbar.h"
#include "views/widgets/chip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using review::DocumentVerdict;

class TestVerdictBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void acceptsByOneKeyOnceItWasDisplayed();
    void saysWhatIsMissing();
    void refusesByKeysAlone();
    void refusesWhatCannotBeShown();
    void suggestsWhatTheTicksSay();
    void showsTheReasonsAgain();
    void takesAVerdictBack();
    void isNothingForWhoeverMayNotWrite();
    void isNothingForAClosedCase();
    void leavesThePaletteOfAnotherDocument();

private:
    template <typename T = QPushButton>
    T* find(const char* name)
    {
        return m_bar->findChild<T*>(QLatin1String(name));
    }
    QString text() { return find<QLabel>("documentVerdictText")->text(); }
    DocumentVerdict verdict() { return m_evidence->verdicts().verdict(m_passport); }
    void display() { m_evidence->displays().setPageDisplayed(m_passport, 0, 1); }

    const Document m_passport = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<review::CaseFile> m_file;
    std::unique_ptr<review::CaseEvidence> m_evidence;
    std::unique_ptr<VerdictBar> m_bar;
};

void TestVerdictBar::init()
{
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<review::CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    m_finhub->verifications.finishLast(sampleVerification());
    m_evidence = std::make_unique<review::CaseEvidence>();
    m_bar = std::make_unique<VerdictBar>();
    connect(m_evidence.get(), &review::CaseEvidence::changed, m_bar.get(), &VerdictBar::refresh);
    m_bar->resize(900, 60);
    m_bar->setCase(m_file.get(), m_evidence.get());
    m_bar->setDocument(m_passport);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void TestVerdictBar::cleanup()
{
    m_bar.reset();
    m_evidence.reset();
    m_file.reset();
    m_finhub.reset();
}

void TestVerdictBar::acceptsByOneKeyOnceItWasDisplayed()
{
    QSignalSpy next(m_bar.get(), &VerdictBar::nextWanted);
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QCOMPARE(verdict(), DocumentVerdict::NotJudged);
    QVERIFY(!find("acceptDocumentButton")->isEnabled());
    display();
    QVERIFY(find("acceptDocumentButton")->isEnabled());
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QCOMPARE(verdict(), DocumentVerdict::Accepted);
    QCOMPARE(next.count(), 1);
    QCOMPARE(find<Chip>("documentVerdict")->text(), QStringLiteral("✓ Accepted"));
    // Once more is nothing more.
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QCOMPARE(next.count(), 1);
}

void TestVerdictBar::saysWhatIsMissing()
{
    QCOMPARE(text(), QStringLiteral("Not seen yet."));
    m_bar->setProgress(DisplayWatch::Progress::TooSmall);
    QVERIFY(text().startsWith(QStringLiteral("Too small to read")));
    QCOMPARE(find("acceptDocumentButton")->toolTip().contains(QStringLiteral("Too small")), true);
    m_bar->setProgress(DisplayWatch::Progress::Part);
    QVERIFY(text().startsWith(QStringLiteral("Not all of it")));
    m_evidence->displays().setPageDisplayed(m_passport, 1, 3);
    m_bar->setProgress(DisplayWatch::Progress::Whole);
    QCOMPARE(text(), QStringLiteral("Seen 1 of 3 pages; next is page 1."));
    m_evidence->displays().setPageDisplayed(m_passport, 0, 3);
    m_evidence->displays().setPageDisplayed(m_passport, 2, 3);
    QCOMPARE(text(), QStringLiteral("Seen whole."));
}

void TestVerdictBar::refusesByKeysAlone()
{
    display();
    QTest::keyClick(m_bar.get(), Qt::Key_F);
    auto* palette = find<ReasonPalette>("reasonPalette");
    QVERIFY(palette->isVisible() && palette->hasFocus());
    QTest::keyClick(palette, Qt::Key_E);
    QTest::keyClick(palette, Qt::Key_Return);
    QCOMPARE(verdict(), DocumentVerdict::NotAccepted);
    QCOMPARE(text(), QStringLiteral("Document expired"));
    QCOMPARE(find<Chip>("documentVerdict")->text(), QStringLiteral("✕ Not accepted"));
    // The officer may think better of it.
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QCOMPARE(verdict(), DocumentVerdict::Accepted);
}

/// A broken file is never on the screen and can yet be sent back.
void TestVerdictBar::refusesWhatCannotBeShown()
{
    QTest::keyClick(m_bar.get(), Qt::Key_F);
    auto* palette = find<ReasonPalette>("reasonPalette");
    QTest::keyClick(palette, Qt::Key_U);
    QTest::keyClick(palette, Qt::Key_Return);
    QCOMPARE(verdict(), DocumentVerdict::NotAccepted);
}

void TestVerdictBar::suggestsWhatTheTicksSay()
{
    m_evidence->checks().setCheck(m_passport, review::DeclaredField::Name, QStringLiteral("Rasa Vaitkus"),
                                  review::FieldCheck::Differs);
    QTest::keyClick(m_bar.get(), Qt::Key_F);
    auto* palette = find<ReasonPalette>("reasonPalette");
    QCOMPARE(palette->reasonCodes(), QStringList{QStringLiteral("DATA_MISMATCH_NAME")});
    QTest::keyClick(palette, Qt::Key_Return);
    QCOMPARE(m_evidence->verdicts().reasonCodes(m_passport), QStringList{QStringLiteral("DATA_MISMATCH_NAME")});
}

void TestVerdictBar::showsTheReasonsAgain()
{
    const QStringList codes{QStringLiteral("DOCUMENT_EXPIRED"), QStringLiteral("SCREENSHOT")};
    m_evidence->verdicts().refuse(m_passport, codes);
    QTest::keyClick(m_bar.get(), Qt::Key_F);
    auto* palette = find<ReasonPalette>("reasonPalette");
    QCOMPARE(palette->reasonCodes(), codes);
    QTest::keyClick(palette, Qt::Key_Escape);
    QCOMPARE(m_evidence->verdicts().reasonCodes(m_passport), codes);
}

void TestVerdictBar::takesAVerdictBack()
{
    display();
    QVERIFY(!find("forgetVerdictButton")->isVisible());
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QVERIFY(find("forgetVerdictButton")->isVisible());
    QTest::keyClick(m_bar.get(), Qt::Key_O);
    QCOMPARE(verdict(), DocumentVerdict::NotJudged);
}

void TestVerdictBar::isNothingForWhoeverMayNotWrite()
{
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    m_finhub->openSession(viewer);
    m_bar->refresh();
    QVERIFY(m_bar->isHidden());
    display();
    QTest::keyClick(m_bar.get(), Qt::Key_Y);
    QCOMPARE(verdict(), DocumentVerdict::NotJudged);
}

void TestVerdictBar::isNothingForAClosedCase()
{
    QVERIFY(m_bar->isVisible());
    m_file->apply(answerTo(sampleRequest(Verdict::Approve)));
    m_bar->refresh();
    QVERIFY(m_bar->isHidden());
}

void TestVerdictBar::leavesThePaletteOfAnotherDocument()
{
    QTest::keyClick(m_bar.get(), Qt::Key_F);
    auto* palette = find<ReasonPalette>("reasonPalette");
    QVERIFY(palette->isVisible());
    m_bar->setDocument(m_passport);
    QVERIFY(palette->isVisible());
    m_bar->setDocument(sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress));
    QVERIFY(!palette->isVisible());
}

QTEST_MAIN(TestVerdictBar)
#include "tst_verdictbar.moc"
