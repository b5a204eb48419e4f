#include "review/notingfinhub.h"

#include <utility>

namespace finhub::review {

namespace {
/// The call, whose outcome is heard before anybody else hears it.
template <typename T, typename Note>
CallPtr<T> noted(CallPtr<T> call, QObject* context, Note note)
{
    call->onFinished(context, [note = std::move(note)](const Result<T>& result) {
        if (result)
            note(*result);
    });
    return call;
}

/// A call whose outcome is made from that of another one.
template <typename To, typename From, typename Make>
CallPtr<To> made(CallPtr<From> call, Make make)
{
    auto outer = std::make_unique<Call<To>>();
    Call<To>* const target = outer.get();
    call->onFinished(target, [target, make = std::move(make)](const Result<From>& result) {
        target->finish(make(result)); // the target, and with it this call, may be gone afterwards
    });
    outer->setWork(std::move(call));
    return outer;
}

void fill(QString& text, const QString& sent)
{
    if (text.isEmpty())
        text = sent;
}

/// 2.4: what the answer does not repeat of what was sent.
void fillIn(Customer& customer, const Customer& sent)
{
    Person& person = customer.person;
    fill(person.firstName, sent.person.firstName);
    fill(person.lastName, sent.person.lastName);
    fill(person.email, sent.person.email);
    fill(person.phone, sent.person.phone);
    fill(person.nationality, sent.person.nationality);
    fill(person.gender, sent.person.gender);
    fill(person.placeOfBirth, sent.person.placeOfBirth);
    fill(person.pincode, sent.person.pincode);
    if (!person.dateOfBirth.isValid())
        person.dateOfBirth = sent.person.dateOfBirth;
    if (customer.categoryId.isEmpty())
        customer.categoryId = sent.categoryId;
    fill(customer.categoryName, sent.categoryName);
    // The answer has no time of its own; it has just been given.
    if (!customer.createdAt.isValid())
        customer.createdAt = QDateTime::currentDateTimeUtc();
}
} // namespace

NotingFinHub::NotingFinHub(api::FinHub& finhub, KnownCustomers& known, QObject* parent)
    : FinHub(parent)
    , m_finhub(finhub)
    , m_known(known)
    , m_directory(known)
    , m_states(finhub, known)
{
    followSession();
}

NotingFinHub::~NotingFinHub() = default;

void NotingFinHub::followSession()
{
    connect(&m_finhub, &FinHub::sessionChanged, this, [this] {
        beginSession();
        Q_EMIT sessionChanged();
    });
    connect(&m_finhub, &FinHub::sessionEnded, this, [this](api::SessionEnd why) {
        m_states.abortAll();
        if (why == api::SessionEnd::SignedOut)
            m_known.end();
        Q_EMIT sessionEnded(why);
    });
    connect(&m_finhub, &FinHub::customerSessionChanged, this, &FinHub::customerSessionChanged);
    connect(&m_finhub, &FinHub::extensionsChanged, this, &FinHub::extensionsChanged);
    connect(&m_finhub, &FinHub::reachableChanged, this, &FinHub::reachableChanged);
}

void NotingFinHub::beginSession()
{
    if (!m_finhub.session())
        return;
    m_known.begin(m_finhub.profile());
    // What one officer has learned is not shown to the next one.
    const UserId officer = m_finhub.session()->userId;
    if (std::exchange(m_officer, officer) != officer)
        m_known.forgetLearned();
}

CallPtr<SessionInfo> NotingFinHub::signIn(const api::ConnectionProfile& profile, api::SignInSecrets secrets)
{
    return noted(m_finhub.signIn(profile, std::move(secrets)), this,
                 [this](const SessionInfo&) { beginSession(); });
}

CallPtr<SessionInfo> NotingFinHub::signInCustomer(api::CustomerLogin login)
{
    const CustomerId id = login.customerId;
    return noted(m_finhub.signInCustomer(std::move(login)), this, [this, id](const SessionInfo&) {
        m_known.learn(id, [](Learned& learned) { learned.hadSession = true; });
    });
}

CallPtr<DirectoryPage> NotingFinHub::directory(const DirectoryQuery& query, int page, int size)
{
    if (offers(Extension::CustomerDirectory) || !session())
        return m_finhub.directory(query, page, size);
    auto call = std::make_unique<Call<DirectoryPage>>();
    const auto answer = [this, target = call.get(), query, page, size] {
        const DirectoryPage found = m_directory.page(query, page, size);
        QList<CustomerId> ids;
        for (const DirectoryEntry& entry : found.rows.items)
            ids << entry.id;
        m_states.want(ids);
        target->finish(found);
    };
    if (m_known.isLoaded())
        QMetaObject::invokeMethod(call.get(), answer, Qt::QueuedConnection);
    else
        connect(&m_known, &KnownCustomers::loaded, call.get(), answer, Qt::QueuedConnection);
    return call;
}

CallPtr<Customer> NotingFinHub::customer(const CustomerId& id)
{
    if (offers(Extension::CustomerDirectory) || !session()) {
        return made<Customer>(m_finhub.customer(id), [this](const Result<Customer>& customer) {
            return customer ? Result<Customer>(withUploads(*customer)) : customer;
        });
    }
    return made<Customer>(
        m_finhub.readiness(id), [this, id](const Result<Readiness>& readiness) -> Result<Customer> {
            if (!readiness)
                return failure(readiness.error());
            m_known.learn(id, [&readiness](Learned& learned) { learnReadiness(learned, readiness); });
            return composed(id);
        });
}

CallPtr<Verification> NotingFinHub::verification(const VerificationId& id)
{
    return noted(m_finhub.verification(id), this, [this](const Verification& verification) {
        if (!verification.customerName.isEmpty() && m_known.find(verification.customerId))
            m_known.learn(verification.customerId,
                          [&verification](Learned& learned) { learned.name = verification.customerName; });
    });
}

CallPtr<Readiness> NotingFinHub::readiness(const CustomerId& id)
{
    return noted(m_finhub.readiness(id), this, [this, id](const Readiness& readiness) {
        if (m_known.find(id) || m_known.learned(id))
            m_known.learn(id, [&readiness](Learned& learned) { learnReadiness(learned, readiness); });
    });
}

CallPtr<Customer> NotingFinHub::registerCustomer(RegistrationRequest request)
{
    Customer sent;
    sent.person = request.person;
    sent.categoryId = request.categoryId;
    sent.categoryName = request.categoryName;
    return noted(m_finhub.registerCustomer(std::move(request)), this,
                 [this, sent](const Customer& customer) { noteRegistered(customer, sent); });
}

CallPtr<Verification> NotingFinHub::startVerification(const StartVerificationRequest& request)
{
    return noted(
        m_finhub.startVerification(request), this,
        [this, id = request.customerId](const Verification& verification) { noteStarted(id, verification); });
}

CallPtr<Verification> NotingFinHub::createVerification(const CreateVerificationRequest& request)
{
    return noted(m_finhub.createVerification(request), this,
                 [this, request](const Verification& verification) {
                     // 2.7: verifications of other types never move the stage.
                     if (request.type == VerificationType::Identity)
                         noteStarted(request.customerId, verification);
                 });
}

CallPtr<UploadAnswer> NotingFinHub::uploadDocument(UploadRequest request, api::Progress progress)
{
    const CustomerId customer = request.customerId;
    const VerificationId verification = request.verificationId;
    const QByteArray content = request.content;
    return noted(m_finhub.uploadDocument(std::move(request), std::move(progress)), this,
                 [this, customer, verification, content](UploadAnswer answer) {
                     if (answer.document.verificationId.isEmpty())
                         answer.document.verificationId = verification;
                     m_known.learn(customer, [&answer](Learned& learned) { learnUpload(learned, answer); });
                     Q_EMIT documentUploaded(answer.document, content);
                 });
}

CallPtr<DecisionAnswer> NotingFinHub::decide(const DecisionRequest& request)
{
    return noted(m_finhub.decide(request), this,
                 [this, id = request.customerId](const DecisionAnswer& answer) {
                     m_known.learn(id, [&answer](Learned& learned) { learnDecision(learned, answer); });
                 });
}

CallPtr<Consent> NotingFinHub::acceptConsent(const CustomerId& customer, ConsentType type,
                                             const QString& version, const QByteArray& idempotencyKey)
{
    return noted(m_finhub.acceptConsent(customer, type, version, idempotencyKey), this,
                 [this, customer](const Consent& consent) {
                     m_known.learn(customer,
                                   [&consent](Learned& learned) { learnConsent(learned, consent); });
                 });
}

CallPtr<Activation> NotingFinHub::activate(const CustomerId& customer, const UserId& user,
                                           const QString& code, const QByteArray& idempotencyKey)
{
    return noted(m_finhub.activate(customer, user, code, idempotencyKey), this,
                 [this, customer](const Activation& activation) {
                     m_known.learn(customer,
                                   [&activation](Learned& learned) { learnActivation(learned, activation); });
                 });
}

void NotingFinHub::noteRegistered(Customer customer, const Customer& sent)
{
    fillIn(customer, sent);
    m_known.learn(customer.id, [&customer](Learned& learned) {
        learned.customer = customer;
        learned.customer.verification.reset();
        learned.customer.stage = {};
    });
    // A server with a directory lists them itself.
    if (!offers(Extension::CustomerDirectory)) {
        KnownCustomer known;
        known.id = customer.id;
        known.userId = customer.userId;
        m_known.add({known});
    }
}

void NotingFinHub::noteStarted(const CustomerId& id, const Verification& verification)
{
    m_known.learn(id, [&verification](Learned& learned) { learnVerification(learned, verification); });
    if (!offers(Extension::CustomerDirectory)) {
        KnownCustomer known;
        known.id = id;
        known.verifications = {verification.id};
        m_known.add({known});
    }
}

Customer NotingFinHub::composed(const CustomerId& id) const
{
    static const Learned nothing;
    const KnownCustomer* known = m_known.find(id);
    const Learned* learned = m_known.learned(id);
    KnownCustomer stranger;
    stranger.id = id;
    return composedCustomer(known ? *known : stranger, learned ? *learned : nothing);
}

Customer NotingFinHub::withUploads(Customer customer) const
{
    const Learned* learned = m_known.learned(customer.id);
    if (learned && customer.verification && !offers(Extension::VerificationRead))
        customer.verification->documents = uploadedHere(*learned, customer.verification->id);
    return customer;
}

} // namespace finhub::review
