#include "review/evidence/approvalgaps.h"
#include "review/samplecase.h"

#include "core/requireddocuments.h"

#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
/// A case of this risk with one document for each of its requirements, in the order of 4.4.
Verification caseOf(RiskLevel risk)
{
    constexpr std::array Types{DocumentType::Passport, DocumentType::ProofOfAddress, DocumentType::BankStatement,
                               DocumentType::BeneficialOwnership, DocumentType::PepDeclaration};
    Verification verification = sampleVerification();
    verification.risk = risk;
    verification.requiredDocuments.clear();
    verification.documents.clear();
    int number = 0;
    for (const Requirement requirement : requirementsFor(risk)) {
        verification.requiredDocuments << requirement;
        const DocumentType type = Types.at(static_cast<std::size_t>(number));
        verification.documents << sampleDocument(QStringLiteral("d-%1").arg(++number), type);
    }
    return verification;
}

void display(CaseEvidence& evidence, const Document& document)
{
    evidence.displays().setPageDisplayed(document, 0, 1);
}

void acceptAll(CaseEvidence& evidence, const Verification& verification)
{
    for (const Document& document : verification.documents) {
        display(evidence, document);
        evidence.verdicts().accept(document);
    }
}

ApprovalGap gap(EvidenceGap kind, const Document& document)
{
    return {kind, document.requirement, document};
}
} // namespace

class TestApprovalGaps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needsEveryRequirementOfTheRisk_data();
    void needsEveryRequirementOfTheRisk();
    void needsBothTheVerdictAndTheLook();
    void takesOneOfSeveralDocuments();
    void namesTheNearestOfSeveral();
    void isStoppedByAFinalReasonAnywhere();
    void asksForMoreThanTheServer();
    void asksForWhatTheServerAsks();
    void asksForEverythingWhereNobodyKnows();
    void doesNotCountChangedBytes();
};

void TestApprovalGaps::needsEveryRequirementOfTheRisk_data()
{
    QTest::addColumn<RiskLevel>("risk");
    QTest::addColumn<int>("documents");
    QTest::newRow("low") << RiskLevel::Low << 1;
    QTest::newRow("medium") << RiskLevel::Medium << 3;
    QTest::newRow("high") << RiskLevel::High << 5;
}

/// Over every subset of accepted documents exactly the others are missing.
void TestApprovalGaps::needsEveryRequirementOfTheRisk()
{
    QFETCH(RiskLevel, risk);
    QFETCH(int, documents);
    const Verification verification = caseOf(risk);
    QCOMPARE(verification.documents.size(), documents);
    for (int subset = 0; subset < 1 << documents; ++subset) {
        CaseEvidence evidence;
        QList<ApprovalGap> expected;
        for (int i = 0; i < documents; ++i) {
            const Document& document = verification.documents.at(i);
            display(evidence, document);
            if (subset & 1 << i)
                evidence.verdicts().accept(document);
            else
                expected << gap(EvidenceGap::NotJudged, document);
        }
        QCOMPARE(approvalGaps(verification, risk, evidence), expected);
    }
}

void TestApprovalGaps::needsBothTheVerdictAndTheLook()
{
    const Verification verification = caseOf(RiskLevel::Low);
    const Document passport = verification.documents.first();
    CaseEvidence evidence;
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence),
             QList<ApprovalGap>{gap(EvidenceGap::NotDisplayed, passport)});
    evidence.verdicts().accept(passport);
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence),
             QList<ApprovalGap>{gap(EvidenceGap::NotDisplayed, passport)});
    evidence.displays().setPageDisplayed(passport, 0, 2);
    QVERIFY(!approvalGaps(verification, RiskLevel::Low, evidence).isEmpty());
    evidence.displays().setPageDisplayed(passport, 1, 2);
    QVERIFY(approvalGaps(verification, RiskLevel::Low, evidence).isEmpty());
    evidence.verdicts().refuse(passport, {QStringLiteral("SCREENSHOT")});
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence),
             QList<ApprovalGap>{gap(EvidenceGap::NotAccepted, passport)});
}

/// The passport of the first round was unreadable, the identity card of the second is not.
void TestApprovalGaps::takesOneOfSeveralDocuments()
{
    Verification verification = caseOf(RiskLevel::Low);
    const Document card = sampleDocument(QStringLiteral("d-9"), DocumentType::IdCard);
    verification.documents << card << sampleDocument(QStringLiteral("d-10"), DocumentType::Selfie);
    CaseEvidence evidence;
    evidence.verdicts().refuse(verification.documents.first(), {QStringLiteral("DOCUMENT_UNREADABLE")});
    display(evidence, card);
    evidence.verdicts().accept(card);
    QVERIFY(approvalGaps(verification, RiskLevel::Low, evidence).isEmpty());
}

void TestApprovalGaps::namesTheNearestOfSeveral()
{
    Verification verification = caseOf(RiskLevel::Low);
    Document card = sampleDocument(QStringLiteral("d-9"), DocumentType::IdCard);
    card.uploadedAt = card.uploadedAt.addSecs(60);
    verification.documents << card;
    CaseEvidence evidence;
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence).first().document, card);
    display(evidence, verification.documents.first());
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence),
             QList<ApprovalGap>{gap(EvidenceGap::NotJudged, verification.documents.first())});
}

/// A forged selfie satisfies no requirement, and yet nobody is approved beside it.
void TestApprovalGaps::isStoppedByAFinalReasonAnywhere()
{
    Verification verification = caseOf(RiskLevel::Medium);
    const Document selfie = sampleDocument(QStringLiteral("d-9"), DocumentType::Selfie);
    verification.documents << selfie;
    CaseEvidence evidence;
    acceptAll(evidence, verification);
    evidence.verdicts().refuse(selfie, {QStringLiteral("LOW_RESOLUTION")});
    QVERIFY(approvalGaps(verification, RiskLevel::Medium, evidence).isEmpty());
    evidence.verdicts().refuse(selfie, {QStringLiteral("LOW_RESOLUTION"), QStringLiteral("TAMPERED")});
    const QList<ApprovalGap> gaps = approvalGaps(verification, RiskLevel::Medium, evidence);
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.first().gap, EvidenceGap::RefusedForGood);
    QCOMPARE(gaps.first().document, selfie);
}

/// 4.4 is asked as well when the server lists less than the risk needs.
void TestApprovalGaps::asksForMoreThanTheServer()
{
    const Verification verification = caseOf(RiskLevel::Low);
    CaseEvidence evidence;
    acceptAll(evidence, verification);
    const QList<ApprovalGap> gaps = approvalGaps(verification, RiskLevel::Medium, evidence);
    QCOMPARE(gaps.size(), 2);
    QCOMPARE(gaps.at(0).gap, EvidenceGap::NoDocument);
    QCOMPARE(gaps.at(0).requirement, WireValue<Requirement>(Requirement::ProofOfAddress));
    QCOMPARE(gaps.at(1).requirement, WireValue<Requirement>(Requirement::SourceOfFunds));
}

void TestApprovalGaps::asksForWhatTheServerAsks()
{
    Verification verification = caseOf(RiskLevel::Low);
    const auto visa = WireValue<Requirement>::fromWire(QStringLiteral("VISA"));
    verification.requiredDocuments << visa;
    CaseEvidence evidence;
    acceptAll(evidence, verification);
    QCOMPARE(approvalGaps(verification, RiskLevel::Low, evidence),
             (QList<ApprovalGap>{{EvidenceGap::NoDocument, visa, std::nullopt}}));
    Document document = sampleDocument(QStringLiteral("d-9"), DocumentType::Unknown);
    document.requirement = visa;
    verification.documents << document;
    acceptAll(evidence, verification);
    QVERIFY(approvalGaps(verification, RiskLevel::Low, evidence).isEmpty());
}

void TestApprovalGaps::asksForEverythingWhereNobodyKnows()
{
    Verification verification = caseOf(RiskLevel::Medium);
    verification.requiredDocuments.clear();
    CaseEvidence evidence;
    QCOMPARE(approvalGaps(verification, RiskLevel::Unknown, evidence).size(), 3);
    acceptAll(evidence, verification);
    QVERIFY(approvalGaps(verification, RiskLevel::Unknown, evidence).isEmpty());
    verification.documents.clear();
    QCOMPARE(approvalGaps(verification, RiskLevel::Unknown, evidence).size(), 1);
}

void TestApprovalGaps::doesNotCountChangedBytes()
{
    Verification verification = caseOf(RiskLevel::Medium);
    CaseEvidence evidence;
    acceptAll(evidence, verification);
    verification.documents[1].sha256 = QByteArray(64, 'b');
    QCOMPARE(approvalGaps(verification, RiskLevel::Medium, evidence),
             QList<ApprovalGap>{gap(EvidenceGap::NotDisplayed, verification.documents.at(1))});
}

QTEST_APPLESS_MAIN(TestApprovalGaps)
#include "tst_approvalgaps.moc"
