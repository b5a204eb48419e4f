#pragma once

#include "api/finhub.h"
#include "review/knowndirectory.h"
#include "review/statereader.h"

namespace finhub::review {

/// The FinHub of the console: hands every call on to the real one, lets KnownCustomers hear what was
/// answered, and, where the server offers no read side (section 3), answers from what is known:
///
/// - without `customer-directory`, directory() lists the known customers and has their state read as they are
///   looked at, and customer() puts a customer together from what is known and a fresh reading of 2.12;
/// - without `verification-read`, the verification in a customer() carries the documents that were uploaded
///   here. verification() stays ErrorKind::NotOffered, as everything else that is not offered.
///
/// offers() tells what the server offers and nothing else. GUI thread.
class NotingFinHub : public api::FinHub {
    Q_OBJECT

public:
    /// Both outlive it. The known customers follow the session from now on.
    NotingFinHub(api::FinHub& finhub, KnownCustomers& known, QObject* parent = nullptr);
    ~NotingFinHub() override;

    CallPtr<SessionInfo> signIn(const api::ConnectionProfile& profile, api::SignInSecrets secrets) override;
    CallPtr<Done> signOut() override { return m_finhub.signOut(); }
    const std::optional<SessionInfo>& session() const override { return m_finhub.session(); }
    const api::ConnectionProfile& profile() const override { return m_finhub.profile(); }
    bool offers(Extension extension) const override { return m_finhub.offers(extension); }

    CallPtr<SessionInfo> signInCustomer(api::CustomerLogin login) override;
    void leaveCustomer() override { m_finhub.leaveCustomer(); }
    const std::optional<api::CustomerSession>& customerSession() const override
    {
        return m_finhub.customerSession();
    }
    CallPtr<Done> resetLogin(const UserId& user, const QString& reason) override
    {
        return m_finhub.resetLogin(user, reason);
    }

    CallPtr<QList<Category>> categories() override { return m_finhub.categories(); }
    CallPtr<DirectoryPage> directory(const DirectoryQuery& query, int page, int size) override;
    CallPtr<Customer> customer(const CustomerId& id) override;
    CallPtr<Verification> verification(const VerificationId& id) override;
    CallPtr<Page<TimelineEvent>> timeline(const CustomerId& id, int page, int size) override
    {
        return m_finhub.timeline(id, page, size);
    }
    CallPtr<Readiness> readiness(const CustomerId& id) override;
    CallPtr<api::RawJson> raw(api::RawObject what, const CustomerId& customer,
                              const VerificationId& verification) override
    {
        return m_finhub.raw(what, customer, verification);
    }
    CallPtr<QByteArray> documentContent(const VerificationId& verification,
                                        const DocumentId& document) override
    {
        return m_finhub.documentContent(verification, document);
    }
    CallPtr<Customer> registerCustomer(RegistrationRequest request) override;
    CallPtr<Verification> startVerification(const StartVerificationRequest& request) override;
    CallPtr<Verification> createVerification(const CreateVerificationRequest& request) override;
    CallPtr<UploadAnswer> uploadDocument(UploadRequest request, api::Progress progress) override;
    CallPtr<DecisionAnswer> decide(const DecisionRequest& request) override;
    CallPtr<Consent> acceptConsent(const CustomerId& customer, ConsentType type, const QString& version,
                                   const QByteArray& idempotencyKey) override;
    CallPtr<Activation> activate(const CustomerId& customer, const UserId& user, const QString& code,
                                 const QByteArray& idempotencyKey) override;
    CallPtr<QList<ConsentTemplate>> consentTemplates() override { return m_finhub.consentTemplates(); }
    CallPtr<ConsentTemplate> saveConsentTemplate(const ConsentTemplate& text) override
    {
        return m_finhub.saveConsentTemplate(text);
    }
    CallPtr<Claim> claim(const VerificationId& id) override { return m_finhub.claim(id); }
    CallPtr<Done> release(const VerificationId& id) override { return m_finhub.release(id); }
    CallPtr<Claim> handOver(const VerificationId& id, const UserId& to) override
    {
        return m_finhub.handOver(id, to);
    }
    CallPtr<Claim> takeOver(const VerificationId& id) override { return m_finhub.takeOver(id); }
    CallPtr<Page<Recommendation>> recommendations(const VerificationId& id, int page, int size) override
    {
        return m_finhub.recommendations(id, page, size);
    }
    CallPtr<Recommendation> recommend(const RecommendationRequest& request) override
    {
        return m_finhub.recommend(request);
    }
    CallPtr<Page<Note>> notes(const VerificationId& id, int page, int size) override
    {
        return m_finhub.notes(id, page, size);
    }
    CallPtr<Note> addNote(const VerificationId& id, const QString& text,
                          const QByteArray& idempotencyKey) override
    {
        return m_finhub.addNote(id, text, idempotencyKey);
    }
    const api::CallLog& callLog() const override { return m_finhub.callLog(); }

Q_SIGNALS:
    /// The server has taken this file as this document.
    void documentUploaded(const finhub::Document& document, const QByteArray& content);

private:
    void followSession();
    void beginSession();
    void noteRegistered(Customer customer, const Customer& sent);
    void noteStarted(const CustomerId& id, const Verification& verification);
    Customer composed(const CustomerId& id) const;
    Customer withUploads(Customer customer) const;

    api::FinHub& m_finhub;
    KnownCustomers& m_known;
    KnownDirectory m_directory;
    StateReader m_states;
    UserId m_officer;
};

} // namespace finhub::review
