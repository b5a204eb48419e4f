#include "e2e/secondofficer.h"

#include "sandbox/accounts/accounts.h"
#include "support/outcome.h"

#include <QTest>

#include <utility>

namespace finhub::test {

namespace {
/// The call's value; a default one when the test has failed over it.
template <typename T>
T valueOf(CallPtr<T> call)
{
    const Outcome<T> outcome(std::move(call));
    const auto wait = [&outcome] {
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isThere(), Patience);
        QVERIFY2(outcome.hasValue(), qPrintable(outcome.error().word.text()));
    };
    wait();
    return outcome.hasValue() ? *outcome : T();
}

api::ClientOptions optionsOfTheOther()
{
    api::ClientOptions options;
    options.deviceId = "second";
    return options;
}
} // namespace

SecondOfficer::SecondOfficer(const QUrl& url, std::size_t account)
    : m_finhub(std::make_unique<api::HttpFinHub>(optionsOfTheOther()))
{
    const sandbox::AdminAccount& who = sandbox::fixedAccounts()[account];
    const api::ConnectionProfile profile{QStringLiteral("Second"),       url,    sandbox::sandboxTenant(),
                                         sandbox::sandboxOrganization(), who.id, who.username};
    valueOf(m_finhub->signIn(profile, {Secret(QByteArrayView(who.password.toUtf8())), {}, {}}));
}

Customer SecondOfficer::customer(const QString& id)
{
    return valueOf(m_finhub->customer(CustomerId(id)));
}

void SecondOfficer::registerCustomer(const QString& email)
{
    RegistrationRequest request;
    request.person.firstName = QStringLiteral("Somebody");
    request.person.lastName = QStringLiteral("Before");
    request.person.email = email;
    request.person.phone = QStringLiteral("+37060099999");
    request.person.dateOfBirth = QDate(1980, 1, 1);
    request.person.nationality = QStringLiteral("Lithuania");
    request.categoryId = CategoryId(QStringLiteral("fs-cat-b2c-low-001"));
    request.password = Secret(QByteArrayView("SecurePass123!"));
    valueOf(m_finhub->registerCustomer(std::move(request)));
}

Verification SecondOfficer::startVerification(const QString& customer)
{
    StartVerificationRequest request;
    request.customerId = CustomerId(customer);
    return valueOf(m_finhub->startVerification(request));
}

void SecondOfficer::upload(const Verification& verification, DocumentType type)
{
    UploadRequest request;
    request.verificationId = verification.id;
    request.customerId = verification.customerId;
    request.type = type;
    request.fileName = QStringLiteral("document.pdf");
    request.mimeType = MimeType::Pdf;
    request.content = "%PDF-1.4\n% of the second officer\n";
    valueOf(m_finhub->uploadDocument(std::move(request), {}));
}

void SecondOfficer::approve(const Verification& verification)
{
    decide(verification, Verdict::Approve, {});
}

void SecondOfficer::reject(const Verification& verification)
{
    decide(verification, Verdict::Reject, {QStringLiteral("UNDERAGE")});
}

void SecondOfficer::requestResubmission(const Verification& verification)
{
    decide(verification, Verdict::RequestResubmission, {QStringLiteral("LOW_RESOLUTION")});
}

void SecondOfficer::activate(const Customer& customer)
{
    valueOf(m_finhub->activate(customer.id, customer.userId, QStringLiteral("123456"), {}));
}

Claim SecondOfficer::claim(const Verification& verification)
{
    return valueOf(m_finhub->claim(verification.id));
}

Claim SecondOfficer::takeOver(const Verification& verification)
{
    return valueOf(m_finhub->takeOver(verification.id));
}

void SecondOfficer::release(const Verification& verification)
{
    valueOf(m_finhub->release(verification.id));
}

void SecondOfficer::recommend(const Verification& verification)
{
    RecommendationRequest request;
    request.verificationId = verification.id;
    request.verdict = Verdict::Approve;
    request.snapshot = QByteArray(64, '0');
    valueOf(m_finhub->recommend(request));
}

void SecondOfficer::addNote(const Verification& verification, const QString& text)
{
    valueOf(m_finhub->addNote(verification.id, text, {}));
}

void SecondOfficer::decide(const Verification& verification, Verdict verdict, const QStringList& reasonCodes)
{
    DecisionRequest request;
    request.verificationId = verification.id;
    request.customerId = verification.customerId;
    request.type = verification.type;
    request.verdict = verdict;
    request.reasonCodes = reasonCodes;
    request.comment = QStringLiteral("Decided by somebody else.");
    valueOf(m_finhub->decide(request));
}

} // namespace finhub::test
