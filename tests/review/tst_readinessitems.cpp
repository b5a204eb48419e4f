#include "review/readinessitems.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QTest>

#include <functional>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
using What = ReadinessItem::What;
using State = ReadinessItem::State;

/// Everything is as it should be, as far as the check can say so.
Readiness fullCheck()
{
    Readiness check;
    check.activationAllowed = true;
    check.verificationOk = true;
    check.consentOk = true;
    check.powerTenantApprovalRequired = false;
    check.powerTenantApprovalOk = true;
    check.verificationStatus = VerificationStatus::Approved;
    check.level = VerificationLevel::Tenant;
    check.risk = RiskLevel::Medium;
    return check;
}
} // namespace

class TestReadinessItems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsNothingBeforeAnythingIsRead();
    void takesTheCasesWordWithoutACheck();
    void takesTheChecksWordWithoutACase();
    void listsThePowerTenantOnlyWhereNeeded();
    void prefersTheCheck();
    void doesNotUseACheckThatFailedSince();
    void namesTheMissingConsents();
    void doesNotTakeAnUnsaidListForAnEmptyOne();
    void saysThatSomebodyIsActive();

private:
    void readCase(const std::function<void(Customer&, Verification&)>& change = {});
    void readCheck(const Readiness& check);
    State state(What what, ConsentType consent = ConsentType::Unknown) const;

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseFile> m_file;
};

void TestReadinessItems::init()
{
    m_file.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
}

void TestReadinessItems::readCase(const std::function<void(Customer&, Verification&)>& change)
{
    Customer customer = sampleCustomer();
    Verification verification = sampleVerification();
    if (change)
        change(customer, verification);
    customer.verification = verification;
    m_file->load();
    m_finhub->customers.finishLast(customer);
    m_finhub->verifications.finishLast(verification);
}

void TestReadinessItems::readCheck(const Readiness& check)
{
    m_file->loadReadiness();
    m_finhub->readinessChecks.finishLast(check);
}

State TestReadinessItems::state(What what, ConsentType consent) const
{
    for (const ReadinessItem& item : readinessItems(*m_file)) {
        if (item.what == what && item.consent == consent)
            return item.state;
    }
    qFatal("not in the list");
    return State::Unknown;
}

void TestReadinessItems::knowsNothingBeforeAnythingIsRead()
{
    const QList<ReadinessItem> items = readinessItems(*m_file);
    QCOMPARE(items.size(), 6);
    for (const ReadinessItem& item : items)
        QCOMPARE(item.state, State::Unknown);
}

void TestReadinessItems::takesTheCasesWordWithoutACheck()
{
    readCase();
    QCOMPARE(state(What::Verification), State::Unmet);
    QCOMPARE(state(What::Consent, ConsentType::PrivacyPolicy), State::Unmet);
    QCOMPARE(state(What::NotYetActive), State::Met);
    readCase([](Customer& customer, Verification& verification) {
        verification.status = VerificationStatus::Approved;
        customer.consents[1].status = ConsentStatus::Accepted;
    });
    QCOMPARE(state(What::Verification), State::Met);
    QCOMPARE(state(What::Consent, ConsentType::PrivacyPolicy), State::Met);
    QCOMPARE(state(What::Consent, ConsentType::DataProcessing), State::Unmet);
}

/// What a host without extensions can say.
void TestReadinessItems::takesTheChecksWordWithoutACase()
{
    readCheck(fullCheck());
    const QList<ReadinessItem> items = readinessItems(*m_file);
    QCOMPARE(items.size(), 5);
    for (const ReadinessItem& item : items)
        QCOMPARE(item.state, State::Met);
}

void TestReadinessItems::listsThePowerTenantOnlyWhereNeeded()
{
    const auto isListed = [this] {
        const QList<ReadinessItem> items = readinessItems(*m_file);
        return std::any_of(items.begin(), items.end(),
                           [](const ReadinessItem& item) { return item.what == What::PowerTenantApproval; });
    };
    readCase();
    QVERIFY(!isListed());
    readCase([](Customer& customer, Verification& verification) {
        customer.risk = RiskLevel::High;
        verification.risk = RiskLevel::High;
        verification.level = VerificationLevel::PowerTenant;
    });
    QCOMPARE(state(What::PowerTenantApproval), State::Unmet);
    readCase([](Customer& customer, Verification& verification) {
        customer.risk = RiskLevel::High;
        verification.risk = RiskLevel::High;
        verification.level = VerificationLevel::Finhub; // R16
        verification.status = VerificationStatus::Approved;
    });
    QCOMPARE(state(What::PowerTenantApproval), State::Met);
    Readiness check = fullCheck();
    check.powerTenantApprovalRequired = true;
    check.powerTenantApprovalOk = false;
    readCheck(check);
    QCOMPARE(state(What::PowerTenantApproval), State::Unmet);
}

void TestReadinessItems::prefersTheCheck()
{
    readCase();
    readCheck(fullCheck());
    QCOMPARE(state(What::Verification), State::Met);
    QCOMPARE(state(What::Consent, ConsentType::TermsAndConditions), State::Met);
}

void TestReadinessItems::doesNotUseACheckThatFailedSince()
{
    readCase();
    readCheck(fullCheck());
    m_file->loadReadiness();
    m_finhub->readinessChecks.failLast(Error::of(ErrorKind::Timeout));
    QCOMPARE(state(What::Verification), State::Unmet);
    QCOMPARE(state(What::Consent, ConsentType::TermsAndConditions), State::Unmet);
}

void TestReadinessItems::namesTheMissingConsents()
{
    Readiness check = fullCheck();
    check.consentOk = false;
    check.missingConsents = {ConsentType::DataProcessing};
    readCheck(check);
    QCOMPARE(state(What::Consent, ConsentType::DataProcessing), State::Unmet);
    QCOMPARE(state(What::Consent, ConsentType::PrivacyPolicy), State::Met);
}

/// R14: an absent flag is unknown, not false; an absent list is not an empty one.
void TestReadinessItems::doesNotTakeAnUnsaidListForAnEmptyOne()
{
    Readiness check = fullCheck();
    check.consentOk.reset();
    check.activationAllowed.reset();
    check.verificationOk.reset();
    readCheck(check);
    QCOMPARE(state(What::Consent, ConsentType::DataProcessing), State::Unknown);
    QCOMPARE(state(What::NotYetActive), State::Unknown);
    QCOMPARE(state(What::Verification), State::Unknown);
    check.consentOk = false;
    readCheck(check);
    QCOMPARE(state(What::Consent, ConsentType::DataProcessing), State::Unknown);
}

void TestReadinessItems::saysThatSomebodyIsActive()
{
    readCase([](Customer& customer, Verification& verification) {
        verification.status = VerificationStatus::Approved;
        customer.activation.activated = true;
    });
    QCOMPARE(state(What::NotYetActive), State::Unmet);
}

QTEST_GUILESS_MAIN(TestReadinessItems)
#include "tst_readinessitems.moc"
