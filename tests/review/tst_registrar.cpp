#include "review/registrar.h"
#include "review/samplecase.h"
#include "review/sampledraft.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestRegistrar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void registers();
    void hasOneRequestInFlight();
    void needsAPassword();
    void keepsTheKeyOfAnUnchangedRequest();
    void givesAChangedRequestAFreshKey_data();
    void givesAChangedRequestAFreshKey();
    void doesNotRepeatWhatMayHaveHappened();
    void repeatsWhereThatIsSafe();
    void dropsAKeyThatWasUsedForOtherContent();
    void dropsAPasswordThatWasRefused_data();
    void dropsAPasswordThatWasRefused();
    void forgetsThePasswordWithTheSession();
    void letsGo();

private:
    void submit(const RegistrationDraft& draft, const char* password = SamplePassword);
    QByteArray lastKey() const { return m_finhub->registrations.lastArguments().idempotencyKey; }

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<Registrar> m_registrar;
};

void TestRegistrar::init()
{
    m_registrar.reset();
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_registrar = std::make_unique<Registrar>(*m_finhub);
}

void TestRegistrar::submit(const RegistrationDraft& draft, const char* password)
{
    m_registrar->submit(draft, Secret(QByteArrayView(password)));
}

void TestRegistrar::registers()
{
    QSignalSpy registered(m_registrar.get(), &Registrar::registered);
    submit(completeDraft());
    QCOMPARE(m_registrar->state(), Registrar::State::Sending);
    const RegistrationRequest& request = m_finhub->registrations.lastArguments();
    QCOMPARE(request.person, completeDraft().person());
    QCOMPARE(request.password.view(), QByteArrayView(SamplePassword));
    QVERIFY(!QUuid::fromString(QString::fromLatin1(request.idempotencyKey)).isNull());
    Customer answer;
    answer.id = CustomerId(QStringLiteral("c-9"));
    m_finhub->registrations.finishLast(answer);
    QCOMPARE(registered.count(), 1);
    const auto customer = registered.first().first().value<Customer>();
    QCOMPARE(customer.id, answer.id);
    QCOMPARE(customer.person.email, QStringLiteral("rasa@example.com"));
    QCOMPARE(m_registrar->state(), Registrar::State::Idle);
    QVERIFY(!m_registrar->holdsPassword());
    QVERIFY(!m_registrar->error());
}

void TestRegistrar::hasOneRequestInFlight()
{
    submit(completeDraft());
    submit(completeDraft());
    m_registrar->repeat();
    RegistrationDraft other = completeDraft();
    other.setText(DraftField::FirstName, QStringLiteral("Ona"));
    submit(other);
    QCOMPARE(m_finhub->registrations.count(), 1);
    QCOMPARE(m_finhub->registrations.open(), 1);
    QVERIFY(m_registrar->isSending());
}

void TestRegistrar::needsAPassword()
{
    m_registrar->submit(completeDraft(), Secret());
    QCOMPARE(m_finhub->registrations.count(), 0);
    submit(completeDraft());
    m_finhub->registrations.failLast(Error::of(ErrorKind::Unreachable));
    QCOMPARE(m_registrar->state(), Registrar::State::Refused);
    QVERIFY(m_registrar->holdsPassword());
    // The password of the last try stands in.
    m_registrar->submit(completeDraft(), Secret());
    QCOMPARE(m_finhub->registrations.count(), 2);
    QCOMPARE(m_finhub->registrations.lastArguments().password.view(), QByteArrayView(SamplePassword));
}

void TestRegistrar::keepsTheKeyOfAnUnchangedRequest()
{
    submit(completeDraft());
    const QByteArray key = lastKey();
    m_finhub->registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    submit(completeDraft()); // typed once more, and the same
    QCOMPARE(m_finhub->registrations.count(), 2);
    QCOMPARE(lastKey(), key);
    m_finhub->registrations.failLast(Error::of(ErrorKind::Unreachable));
    m_registrar->submit(completeDraft(), Secret());
    QCOMPARE(lastKey(), key);
    m_finhub->registrations.finishLast(Customer());
    // The next customer is another intent, even with the same data.
    submit(completeDraft());
    QVERIFY(lastKey() != key);
}

void TestRegistrar::givesAChangedRequestAFreshKey_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("a text") << 0;
    QTest::newRow("the category") << 1;
    QTest::newRow("the roles") << 2;
    QTest::newRow("the parametrization") << 3;
    QTest::newRow("the password") << 4;
}

void TestRegistrar::givesAChangedRequestAFreshKey()
{
    QFETCH(int, change);
    RegistrationDraft draft = completeDraft();
    submit(draft);
    const QByteArray key = lastKey();
    m_finhub->registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    draft.password = PasswordFacts::of(QString(), QString(), true);
    QVERIFY(m_registrar->isUnresolved(draft));
    const QString otherPassword = QStringLiteral("OtherPass123!");
    if (change == 0)
        draft.setText(DraftField::Phone, QStringLiteral("+37060012346"));
    else if (change == 1)
        draft.category = sampleCategories().at(3);
    else if (change == 2)
        draft.roles = {Role::User};
    else if (change == 3)
        draft.usesAml = true;
    else
        draft.password = PasswordFacts::of(otherPassword, otherPassword, true);
    QVERIFY(!m_registrar->isUnresolved(draft));
    m_registrar->submit(draft, change == 4 ? Secret(otherPassword.toUtf8()) : Secret());
    QCOMPARE(m_finhub->registrations.count(), 2);
    QVERIFY(!lastKey().isEmpty());
    QVERIFY(lastKey() != key);
}

/// R19, W3: without `idempotent-decision` a POST is never repeated.
void TestRegistrar::doesNotRepeatWhatMayHaveHappened()
{
    m_finhub->withdraw(Extension::IdempotentDecision);
    RegistrationDraft draft = completeDraft();
    submit(draft);
    m_finhub->registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    draft.password = PasswordFacts::of(QString(), QString(), true);
    QCOMPARE(m_registrar->state(), Registrar::State::Unknown);
    QVERIFY(m_registrar->isUnresolved(draft));
    QVERIFY(!m_registrar->mayRepeat());
    m_registrar->repeat();
    m_registrar->submit(draft, Secret());
    submit(draft);
    QCOMPARE(m_finhub->registrations.count(), 1);
    // Other data are another request.
    draft.setText(DraftField::Email, QStringLiteral("ona@example.com"));
    QVERIFY(!m_registrar->isUnresolved(draft));
    m_registrar->submit(draft, Secret());
    QCOMPARE(m_finhub->registrations.count(), 2);
}

void TestRegistrar::repeatsWhereThatIsSafe()
{
    submit(completeDraft());
    QVERIFY(!m_registrar->mayRepeat());
    const QByteArray key = lastKey();
    m_finhub->registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(m_registrar->mayRepeat());
    m_registrar->repeat();
    QVERIFY(m_registrar->isSending());
    QCOMPARE(m_finhub->registrations.count(), 2);
    QCOMPARE(lastKey(), key);
    QCOMPARE(m_finhub->registrations.lastArguments().person, completeDraft().person());
    QCOMPARE(m_finhub->registrations.lastArguments().password.view(), QByteArrayView(SamplePassword));
    m_finhub->registrations.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(!m_registrar->mayRepeat());
}

void TestRegistrar::dropsAKeyThatWasUsedForOtherContent()
{
    submit(completeDraft());
    const QByteArray key = lastKey();
    Error reused = Error::of(ErrorKind::Status);
    reused.word = ErrorWord::IdempotencyKeyReused;
    m_finhub->registrations.failLast(reused);
    submit(completeDraft());
    QVERIFY(lastKey() != key);
}

void TestRegistrar::dropsAPasswordThatWasRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("held");
    QTest::newRow("password") << QStringLiteral("password") << false;
    QTest::newRow("matchingPassword") << QStringLiteral("matchingPassword") << false;
    QTest::newRow("email") << QStringLiteral("email") << true;
    QTest::newRow("unheard of") << QStringLiteral("shoeSize") << true;
}

void TestRegistrar::dropsAPasswordThatWasRefused()
{
    QFETCH(QString, member);
    QFETCH(bool, held);
    submit(completeDraft());
    Error error = Error::of(ErrorKind::Status);
    error.word = ErrorWord::ValidationFailed;
    error.fields = {{member, QStringLiteral("is not good enough")}};
    m_finhub->registrations.failLast(error);
    QCOMPARE(m_registrar->holdsPassword(), held);
    QCOMPARE(m_registrar->error()->fields, error.fields);
}

void TestRegistrar::forgetsThePasswordWithTheSession()
{
    submit(completeDraft());
    m_finhub->registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QSignalSpy changed(m_registrar.get(), &Registrar::changed);
    m_finhub->endSession(api::SessionEnd::Expired);
    QVERIFY(!m_registrar->holdsPassword());
    QVERIFY(!m_registrar->mayRepeat());
    QVERIFY(changed.count() > 0);
    // What is not known stays so.
    QCOMPARE(m_registrar->state(), Registrar::State::Unknown);
    QCOMPARE(m_registrar->sent().person().email, QStringLiteral("rasa@example.com"));
}

void TestRegistrar::letsGo()
{
    submit(completeDraft());
    m_registrar->reset();
    QVERIFY(m_finhub->registrations.isAborted(0));
    QCOMPARE(m_registrar->state(), Registrar::State::Idle);
    QVERIFY(!m_registrar->holdsPassword());
    QVERIFY(m_registrar->sent().person() == Person());
}

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
