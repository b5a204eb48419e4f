#include "review/onboarding.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestOnboarding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsTheMissingConsentsOneAfterTheOther();
    void leavesOutWhatIsAccepted();
    void stopsAtTheFirstFailure();
    void doesNotTakeAPendingConsentForAccepted();
    void activates();
    void doesNotActivateTooEarly();
    void doesOneThingAtATime();
    void readsBackAfterAnUnknownOutcome();

private:
    void approve(const QList<ConsentType>& accepted);
    static Consent accepted(ConsentType type);

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseFile> m_file;
    std::unique_ptr<Onboarding> m_onboarding;
};

void TestOnboarding::init()
{
    m_onboarding.reset();
    m_file.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
    m_onboarding = std::make_unique<Onboarding>(*m_finhub, *m_file);
}

Consent TestOnboarding::accepted(ConsentType type)
{
    Consent consent;
    consent.type = type;
    consent.status = ConsentStatus::Accepted;
    return consent;
}

/// The sample customer after the approval, with these consents given.
void TestOnboarding::approve(const QList<ConsentType>& given)
{
    m_file->load();
    Customer customer = sampleCustomer();
    for (Consent& consent : customer.consents) {
        if (given.contains(consent.type.value()))
            consent.status = ConsentStatus::Accepted;
    }
    m_finhub->customers.finishLast(customer);
    m_finhub->verifications.finishLast(sampleVerification());
    m_file->apply(answerTo(sampleRequest(Verdict::Approve)));
}

void TestOnboarding::acceptsTheMissingConsentsOneAfterTheOther()
{
    approve({});
    m_onboarding->acceptMissingConsents();
    QSet<QByteArray> keys;
    int sent = 0;
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        QVERIFY(m_onboarding->isRunning());
        QCOMPARE(m_finhub->consents.count(), ++sent);
        QCOMPARE(m_finhub->consents.lastArguments().type, type);
        QCOMPARE(m_finhub->consents.lastArguments().version, QStringLiteral("1.0"));
        keys << m_finhub->consents.lastArguments().idempotencyKey;
        m_finhub->consents.finishLast(accepted(type));
    }
    QVERIFY(!m_onboarding->isRunning());
    QVERIFY(!m_onboarding->error());
    QCOMPARE(keys.size(), 3);
    QCOMPARE(m_file->stage(), Stage::Activation);
}

void TestOnboarding::leavesOutWhatIsAccepted()
{
    approve({ConsentType::TermsAndConditions, ConsentType::DataProcessing});
    m_onboarding->acceptMissingConsents();
    QCOMPARE(m_finhub->consents.lastArguments().type, ConsentType::PrivacyPolicy);
    m_finhub->consents.finishLast(accepted(ConsentType::PrivacyPolicy));
    QCOMPARE(m_finhub->consents.count(), 1);
    m_onboarding->acceptMissingConsents();
    QCOMPARE(m_finhub->consents.count(), 1);
}

void TestOnboarding::stopsAtTheFirstFailure()
{
    approve({});
    m_onboarding->acceptMissingConsents();
    m_finhub->consents.finishLast(accepted(ConsentType::TermsAndConditions));
    m_finhub->consents.failLast(Error::of(ErrorKind::Unreachable));
    QCOMPARE(m_finhub->consents.count(), 2);
    QVERIFY(!m_onboarding->isRunning());
    QCOMPARE(m_onboarding->error()->kind, ErrorKind::Unreachable);
    QCOMPARE(m_file->missingConsents()->size(), 2);
}

/// R12.
void TestOnboarding::doesNotTakeAPendingConsentForAccepted()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->acceptMissingConsents();
    Consent pending;
    pending.type = ConsentType::TermsAndConditions;
    pending.status = ConsentStatus::Pending;
    m_finhub->consents.finishLast(pending);
    QCOMPARE(m_file->stage(), Stage::Consents);
    QVERIFY(!m_file->blockers(Action::Activate).isEmpty());
}

void TestOnboarding::activates()
{
    approve({ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->activate(QStringLiteral("123456"));
    QCOMPARE(m_finhub->activations.lastArguments().user, UserId(QStringLiteral("u-1")));
    QCOMPARE(m_finhub->activations.lastArguments().code, QStringLiteral("123456"));
    Activation activation;
    activation.activated = true;
    m_finhub->activations.finishLast(activation);
    QCOMPARE(m_file->stage(), Stage::Active);
    m_onboarding->activate(QStringLiteral("123456"));
    QCOMPARE(m_finhub->activations.count(), 1);
}

void TestOnboarding::doesNotActivateTooEarly()
{
    approve({ConsentType::TermsAndConditions});
    m_onboarding->activate(QStringLiteral("123456"));
    QCOMPARE(m_finhub->activations.count(), 0);
    QVERIFY(!m_onboarding->isRunning());
}

void TestOnboarding::doesOneThingAtATime()
{
    approve({});
    m_onboarding->acceptMissingConsents();
    m_onboarding->acceptMissingConsents();
    QCOMPARE(m_finhub->consents.count(), 1);
}

/// R19: what the server has recorded is the truth, whether or not its answer arrived.
void TestOnboarding::readsBackAfterAnUnknownOutcome()
{
    approve({ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    const int reads = m_finhub->customers.count();
    m_onboarding->activate(QStringLiteral("123456"));
    m_finhub->activations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(m_finhub->activations.count(), 1);
    QCOMPARE(m_finhub->customers.count(), reads + 1);
    Customer active = sampleCustomer();
    active.stage = Stage::Active;
    active.activation.activated = true;
    m_finhub->customers.finishLast(active);
    QCOMPARE(m_file->stage(), Stage::Active);
}

QTEST_GUILESS_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
