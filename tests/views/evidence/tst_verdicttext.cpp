#include "review/samplecase.h"
#include "views/evidence/verdicttext.h"

#include <QLocale>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using review::ApprovalGap;
using review::EvidenceGap;

class TestVerdictText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void namesEveryGapByKind();
    void namesThePageThatIsMissing();
    void isSilentWithoutGaps();
};

void TestVerdictText::namesEveryGapByKind()
{
    const Document passport = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    const Document bill = sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress);
    const Document selfie = sampleDocument(QStringLiteral("d-3"), DocumentType::Selfie);
    review::CaseEvidence evidence;
    evidence.verdicts().refuse(selfie, {QStringLiteral("TAMPERED")});
    evidence.verdicts().refuse(bill, {QStringLiteral("POA_TOO_OLD"), QStringLiteral("SCREENSHOT")});
    const QList<ApprovalGap> gaps{{EvidenceGap::RefusedForGood, {}, selfie},
                                  {EvidenceGap::NoDocument, Requirement::PepDeclaration, {}},
                                  {EvidenceGap::NotAccepted, Requirement::ProofOfAddress, bill},
                                  {EvidenceGap::NotDisplayed, Requirement::GovernmentId, passport},
                                  {EvidenceGap::NotJudged, Requirement::GovernmentId, passport},
                                  {EvidenceGap::NotJudged, Requirement::ProofOfAddress, bill}};
    QCOMPARE(gapsText(gaps, evidence),
             QStringLiteral("Not accepted for a reason that ends the application: Selfie (tampered). "
                            "No document for: PEP declaration. "
                            "Not accepted: Proof of address (proof of address too old and screenshot). "
                            "Not yet seen whole and readable: Passport. "
                            "Not yet judged: Passport and Proof of address."));
}

void TestVerdictText::namesThePageThatIsMissing()
{
    const Document statement = sampleDocument(QStringLiteral("d-1"), DocumentType::BankStatement);
    review::CaseEvidence evidence;
    evidence.displays().setPageDisplayed(statement, 0, 3);
    QCOMPARE(gapsText({{EvidenceGap::NotDisplayed, Requirement::SourceOfFunds, statement}}, evidence),
             QStringLiteral("Not yet seen whole and readable: Bank statement (page 2 of 3)."));
}

void TestVerdictText::isSilentWithoutGaps()
{
    QCOMPARE(gapsText({}, review::CaseEvidence()), QString());
}

QTEST_MAIN(TestVerdictText)
#include "tst_verdicttext.moc"
