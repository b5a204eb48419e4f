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
    void recordsTheVersionOfTheActiveText();
    void waitsForTheTextsBeforeItRecords();
    void recordsATypedVersionWhereNoTextIsKnown();
    void knowsWhatAVersionIs();
    void recordsOneConsentAlone();
    void recordsConsentsBeforeTheApproval();
    void takesAPendingConsentForAcceptedOnceReadinessSaysSo();
    void leavesAPendingConsentPendingWhileReadinessSaysNo();
    void readsCaseAndReadinessAfterEveryStep();
    void keepsTheKeyWhileNobodyKnows();
    void takesANewKeyForAnotherIntent();
    void sendsTheEmailWhereNoUserIdIsKnown();
    void keepsTheAccountFromTheAnswer();
    void saysWhichStepFailed();
    void findsOutThatALostAnswerWasRecorded();

private:
    void readTexts(const Result<QList<ConsentTemplate>>& texts);
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
    readTexts(failure(Error::of(ErrorKind::Status)));
}

void TestOnboarding::readTexts(const Result<QList<ConsentTemplate>>& texts)
{
    m_onboarding->texts().reload();
    m_finhub->templateLists.finishLast(texts);
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

void TestOnboarding::recordsTheVersionOfTheActiveText()
{
    readTexts(sampleTemplates());
    approve({});
    m_onboarding->setTypedVersion(ConsentType::TermsAndConditions, QStringLiteral("9.9"));
    QVERIFY(!m_onboarding->isVersionTyped(ConsentType::TermsAndConditions));
    m_onboarding->acceptMissingConsents();
    for (const char* version : {"1.1", "2.0", "1.0"}) {
        QCOMPARE(m_finhub->consents.lastArguments().version, QLatin1String(version));
        m_finhub->consents.finishLast(accepted(m_finhub->consents.lastArguments().type));
    }
    QCOMPARE(m_finhub->consents.count(), 3);
}

/// The version is part of what the customer agrees to.
void TestOnboarding::waitsForTheTextsBeforeItRecords()
{
    init();
    m_finhub->endSession(api::SessionEnd::Expired);
    m_finhub->openSession(sampleOfficer());
    approve({});
    const int lists = m_finhub->templateLists.count();
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    QVERIFY(m_onboarding->isRunning());
    QCOMPARE(m_finhub->consents.count(), 0);
    QCOMPARE(m_finhub->templateLists.count(), lists + 1);
    m_onboarding->acceptMissingConsents();
    m_finhub->templateLists.finishLast(sampleTemplates());
    QCOMPARE(m_finhub->consents.count(), 1);
    QCOMPARE(m_finhub->consents.lastArguments().version, QStringLiteral("1.1"));
}

void TestOnboarding::recordsATypedVersionWhereNoTextIsKnown()
{
    approve({});
    QVERIFY(m_onboarding->isVersionTyped(ConsentType::PrivacyPolicy));
    QCOMPARE(m_onboarding->versionOf(ConsentType::PrivacyPolicy), QStringLiteral("1.0"));
    m_onboarding->setTypedVersion(ConsentType::PrivacyPolicy, QStringLiteral(" 2.3 "));
    m_onboarding->acceptConsent(ConsentType::PrivacyPolicy);
    QCOMPARE(m_finhub->consents.lastArguments().version, QStringLiteral("2.3"));
}

void TestOnboarding::knowsWhatAVersionIs()
{
    QVERIFY(Onboarding::isVersion(QStringLiteral("1.0")));
    QVERIFY(Onboarding::isVersion(QString(20, u'1')));
    QVERIFY(!Onboarding::isVersion(QString(21, u'1')));
    QVERIFY(!Onboarding::isVersion(QString()));
}

void TestOnboarding::recordsOneConsentAlone()
{
    approve({ConsentType::TermsAndConditions});
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    QCOMPARE(m_finhub->consents.count(), 0);
    m_onboarding->acceptConsent(ConsentType::DataProcessing);
    QCOMPARE(m_finhub->consents.lastArguments().type, ConsentType::DataProcessing);
    m_finhub->consents.finishLast(accepted(ConsentType::DataProcessing));
    QCOMPARE(m_finhub->consents.count(), 1);
    QVERIFY(!m_onboarding->isRunning());
    QCOMPARE(m_onboarding->consentsToAccept(), {ConsentType::PrivacyPolicy});
}

/// 4.3: at any time.
void TestOnboarding::recordsConsentsBeforeTheApproval()
{
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    m_finhub->verifications.finishLast(sampleVerification());
    QCOMPARE(m_file->stage(), Stage::Approval);
    m_onboarding->acceptConsent(ConsentType::DataProcessing);
    QCOMPARE(m_finhub->consents.count(), 1);
}

/// R12.
void TestOnboarding::takesAPendingConsentForAcceptedOnceReadinessSaysSo()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->acceptMissingConsents();
    Consent pending = accepted(ConsentType::TermsAndConditions);
    pending.status = ConsentStatus::Pending;
    m_finhub->consents.finishLast(pending);
    QVERIFY(m_onboarding->awaitsConfirmation(ConsentType::TermsAndConditions));
    QCOMPARE(m_file->missingConsents()->size(), 1);
    Readiness check;
    check.consentOk = true;
    m_finhub->readinessChecks.finishLast(check);
    QVERIFY(!m_onboarding->awaitsConfirmation(ConsentType::TermsAndConditions));
    QVERIFY(m_file->missingConsents()->isEmpty());
    QCOMPARE(m_file->stage(), Stage::Activation);
}

void TestOnboarding::leavesAPendingConsentPendingWhileReadinessSaysNo()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->acceptMissingConsents();
    Consent pending = accepted(ConsentType::TermsAndConditions);
    pending.status = ConsentStatus::Pending;
    m_finhub->consents.finishLast(pending);
    Readiness check;
    check.consentOk = false;
    check.missingConsents = {ConsentType::TermsAndConditions};
    m_finhub->readinessChecks.finishLast(check);
    QVERIFY(m_onboarding->awaitsConfirmation(ConsentType::TermsAndConditions));
    QCOMPARE(m_file->missingConsents()->size(), 1);
}

void TestOnboarding::readsCaseAndReadinessAfterEveryStep()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    const int reads = m_finhub->customers.count();
    m_onboarding->acceptMissingConsents();
    QCOMPARE(m_finhub->readinessChecks.count(), 0);
    m_finhub->consents.finishLast(accepted(ConsentType::TermsAndConditions));
    QCOMPARE(m_finhub->customers.count(), reads + 1);
    QCOMPARE(m_finhub->readinessChecks.count(), 1);
    m_onboarding->activate(QStringLiteral("123456"));
    m_finhub->activations.failLast(Error::of(ErrorKind::Status));
    QCOMPARE(m_finhub->customers.count(), reads + 2);
    QCOMPARE(m_finhub->readinessChecks.count(), 2);
}

/// 3.7: what may have arrived already is sent again as the same intent.
void TestOnboarding::keepsTheKeyWhileNobodyKnows()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    const QByteArray consentKey = m_finhub->consents.lastArguments().idempotencyKey;
    m_finhub->consents.failLast(Error::of(ErrorKind::OutcomeUnknown));
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    QCOMPARE(m_finhub->consents.lastArguments().idempotencyKey, consentKey);
    m_finhub->consents.finishLast(accepted(ConsentType::TermsAndConditions));

    m_onboarding->activate(QStringLiteral("123456"));
    const QByteArray key = m_finhub->activations.lastArguments().idempotencyKey;
    QVERIFY(key != consentKey);
    m_finhub->activations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    m_onboarding->activate(QStringLiteral("123456"));
    QCOMPARE(m_finhub->activations.lastArguments().idempotencyKey, key);
    // Refused for certain: the next one is a new intent.
    m_finhub->activations.failLast(Error::of(ErrorKind::Status));
    m_onboarding->activate(QStringLiteral("123456"));
    QVERIFY(m_finhub->activations.lastArguments().idempotencyKey != key);
}

/// 422 IDEMPOTENCY_KEY_REUSED answers the same key with another body.
void TestOnboarding::takesANewKeyForAnotherIntent()
{
    approve({ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    const QByteArray first = m_finhub->consents.lastArguments().idempotencyKey;
    m_finhub->consents.failLast(Error::of(ErrorKind::OutcomeUnknown));
    m_onboarding->setTypedVersion(ConsentType::TermsAndConditions, QStringLiteral("1.1"));
    m_onboarding->acceptConsent(ConsentType::TermsAndConditions);
    QVERIFY(m_finhub->consents.lastArguments().idempotencyKey != first);
    m_finhub->consents.finishLast(accepted(ConsentType::TermsAndConditions));
    m_onboarding->activate(QStringLiteral("123456"));
    const QByteArray key = m_finhub->activations.lastArguments().idempotencyKey;
    m_finhub->activations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    m_onboarding->activate(QStringLiteral("654321"));
    QVERIFY(m_finhub->activations.lastArguments().idempotencyKey != key);
}

/// 2.11: the pages differ, so both are taken.
void TestOnboarding::sendsTheEmailWhereNoUserIdIsKnown()
{
    approve({ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    Customer customer = *m_file->customer().value;
    customer.userId = {};
    m_file->load();
    m_finhub->customers.finishLast(customer);
    m_onboarding->activate(QStringLiteral("123456"), QStringLiteral("typed"));
    QCOMPARE(m_finhub->activations.lastArguments().user, UserId(customer.person.email));
    m_finhub->activations.failLast(Error::of(ErrorKind::Status));

    customer.person.email.clear();
    m_finhub->customers.finishLast(customer);
    QVERIFY(m_onboarding->knownUser().isEmpty());
    m_onboarding->activate(QStringLiteral("123456"));
    QCOMPARE(m_finhub->activations.count(), 1);
    m_onboarding->activate(QStringLiteral("123456"), QStringLiteral("typed"));
    QCOMPARE(m_finhub->activations.lastArguments().user, UserId(QStringLiteral("typed")));
}

/// A host whose customers carry no account says it once, in the answer.
void TestOnboarding::keepsTheAccountFromTheAnswer()
{
    approve({ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->activate(QStringLiteral("123456"));
    Activation answer;
    answer.activated = true;
    answer.iban = QStringLiteral("LT717300010123456789");
    answer.walletId = QStringLiteral("w-1");
    m_finhub->activations.finishLast(answer);
    Customer active = sampleCustomer();
    active.stage = Stage::Active;
    active.activation.activated = true;
    active.activation.walletId = QStringLiteral("w-2");
    m_finhub->customers.finishLast(active);
    QVERIFY(m_file->customer().value->activation.iban.isEmpty());
    QCOMPARE(m_onboarding->activation().iban, answer.iban);
    QCOMPARE(m_onboarding->activation().walletId, QStringLiteral("w-2"));
    QCOMPARE(m_onboarding->activation().activated, std::optional(true));
}

void TestOnboarding::saysWhichStepFailed()
{
    approve({});
    QCOMPARE(m_onboarding->step(), Onboarding::Step::None);
    m_onboarding->acceptMissingConsents();
    m_finhub->consents.failLast(Error::of(ErrorKind::Status));
    QCOMPARE(m_onboarding->step(), Onboarding::Step::Consents);
    QVERIFY(m_onboarding->error());
    approve({ConsentType::TermsAndConditions, ConsentType::PrivacyPolicy, ConsentType::DataProcessing});
    m_onboarding->activate(QStringLiteral("123456"));
    QVERIFY(!m_onboarding->error());
    QCOMPARE(m_onboarding->step(), Onboarding::Step::Activation);
}

/// R19.
void TestOnboarding::findsOutThatALostAnswerWasRecorded()
{
    approve({ConsentType::PrivacyPolicy});
    Customer customer = *m_file->customer().value;
    m_onboarding->acceptMissingConsents();
    m_finhub->consents.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(!m_onboarding->wasFoundRecorded());
    customer.consents[2].status = ConsentStatus::Accepted;
    m_finhub->customers.finishLast(customer);
    QVERIFY(!m_onboarding->wasFoundRecorded()); // another one than the one that was sent
    m_file->load();
    customer.consents[0].status = ConsentStatus::Accepted;
    m_finhub->customers.finishLast(customer);
    QVERIFY(m_onboarding->wasFoundRecorded());

    m_onboarding->activate(QStringLiteral("123456"));
    QVERIFY(!m_onboarding->wasFoundRecorded());
    m_finhub->activations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(!m_onboarding->wasFoundRecorded());
    customer.activation.activated = true;
    m_finhub->customers.finishLast(customer);
    QVERIFY(m_onboarding->wasFoundRecorded());
}

QTEST_GUILESS_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
