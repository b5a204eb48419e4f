#include "review/casefile.h"

#include "core/directoryentry.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
constexpr int TimelinePageSize = 50;
/// One of each officer in each round: the largest page (1.6) holds them all.
constexpr int RecommendationPageSize = 1000;
} // namespace

CaseFile::CaseFile(api::FinHub& finhub, CustomerId id, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_id(std::move(id))
{
}

void CaseFile::startFrom(const DirectoryEntry& entry)
{
    DirectoryEntry nothingButId;
    nothingButId.id = entry.id;
    if (entry == nothingButId)
        return;
    Customer customer;
    customer.id = entry.id;
    customer.person.firstName = entry.firstName;
    customer.person.lastName = entry.lastName;
    customer.person.email = entry.email;
    customer.person.nationality = entry.nationality;
    customer.categoryId = entry.categoryId;
    customer.categoryName = entry.categoryName;
    customer.stage = entry.stage;
    customer.risk = entry.risk;
    customer.verification = entry.verification;
    customer.createdAt = entry.createdAt;
    customer.updatedAt = entry.updatedAt;
    m_customer.value = customer;
}

void CaseFile::load()
{
    m_customer.begin();
    m_customerCall = m_finhub.customer(m_id);
    m_customerCall->onFinished(this, [this](const Result<Customer>& result) {
        m_customer.take(result);
        if (result)
            takeCurrent(result->verification);
        else
            m_verification.take(failure(result.error()));
        Q_EMIT changed();
    });

    // The list already knows which verification it is, so both reads can be under way at once.
    m_verificationCall.reset();
    m_verification.begin();
    if (m_customer.value && m_customer.value->verification && canRead(*m_customer.value->verification))
        loadVerification(m_customer.value->verification->id);

    m_timeline.begin();
    m_timelineCall = m_finhub.timeline(m_id, 0, TimelinePageSize);
    m_timelineCall->onFinished(this, [this](const Result<Page<TimelineEvent>>& result) {
        m_timeline.take(result);
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void CaseFile::loadReadiness()
{
    m_readiness.begin();
    m_readinessCall = m_finhub.readiness(m_id);
    m_readinessCall->onFinished(this, [this](const Result<Readiness>& result) {
        m_readiness.take(result);
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void CaseFile::loadRecommendations()
{
    if (!m_verification.value || !m_finhub.offers(Extension::Recommendations))
        return;
    m_recommendations.begin();
    m_recommendationsCall = m_finhub.recommendations(m_verification.value->id, 0, RecommendationPageSize);
    m_recommendationsCall->onFinished(this, [this](const Result<Page<Recommendation>>& result) {
        m_recommendations.take(result ? Result<QList<Recommendation>>(result->items)
                                      : failure(result.error()));
        Q_EMIT changed();
    });
}

bool CaseFile::canRead(const Verification& verification) const
{
    return m_finhub.offers(Extension::VerificationRead) && !verification.id.isEmpty();
}

/// The verification that the customer's answer calls current.
void CaseFile::takeCurrent(const std::optional<Verification>& current)
{
    if (!current) {
        m_verificationCall.reset();
        m_verification = {};
    } else if (!canRead(*current)) {
        m_verificationCall.reset();
        m_verification.take(*current);
    } else if (!m_verificationCall || m_verificationId != current->id) {
        loadVerification(current->id);
    }
}

void CaseFile::loadVerification(const VerificationId& id)
{
    m_verification.begin();
    m_verificationId = id;
    m_verificationCall = m_finhub.verification(id);
    m_verificationCall->onFinished(this, [this](const Result<Verification>& result) {
        const bool absent = !result && result.error().kind == ErrorKind::NotOffered;
        // Found out by asking (section 3): what the customer's answer says has to do, now or when it comes.
        if (absent && !m_customer.loading && m_customer.value)
            takeCurrent(m_customer.value->verification);
        else if (!absent)
            m_verification.take(result);
        if (result && takesTwoPeople(facts()))
            loadRecommendations();
        Q_EMIT changed();
    });
}

CaseFacts CaseFile::facts() const
{
    CaseFacts facts;
    const Verification* verification = nullptr;
    if (m_verification.value)
        verification = &*m_verification.value;
    else if (m_customer.value && m_customer.value->verification)
        verification = &*m_customer.value->verification;
    if (verification) {
        facts.status = verification->status;
        facts.level = verification->level;
        facts.risk = verification->risk;
        facts.missingDocuments = verification->missingDocuments;
        facts.verificationIdKnown = !verification->id.isEmpty();
        addAdvice(facts, *verification);
    }
    if (m_customer.value) {
        // The row of the list does not say; the answer that is awaited does.
        facts.userIdKnown = m_customer.loading || !m_customer.value->userId.isEmpty();
        facts.activated = m_customer.value->activation.activated;
        if (!m_customer.value->risk.isAbsent())
            facts.risk = m_customer.value->risk;
    }
    facts.missingConsents = missingConsents();
    if (m_timeline.value) {
        const QList<TimelineEvent>& events = m_timeline.value->items;
        const bool seen = std::any_of(events.begin(), events.end(), [](const TimelineEvent& event) {
            return event.type == QLatin1String("session.created");
        });
        if (seen)
            facts.hadSession = true;
    }
    return facts;
}

/// What other officers have to do with it (3.8, 3.9).
void CaseFile::addAdvice(CaseFacts& facts, const Verification& verification) const
{
    const UserId me = m_finhub.session() ? m_finhub.session()->userId : UserId();
    if (verification.claim && !(verification.claim->by.id == me))
        facts.othersClaim = verification.claim;
    facts.offersRecommendations = m_finhub.offers(Extension::Recommendations);
    if (!m_recommendations.value)
        return;
    facts.advisedByMe = false;
    facts.advisedByOther = false;
    for (const Recommendation& recommendation : *m_recommendations.value) {
        if (recommendation.round == verification.round)
            (recommendation.by.id == me ? facts.advisedByMe : facts.advisedByOther) = true;
    }
}

Stage CaseFile::stage() const
{
    if (!m_customer.value)
        return Stage::Unknown;
    if (m_customer.value->stage.isAbsent())
        return stageOf(facts());
    return m_customer.value->stage.value();
}

std::array<PhaseStatus, 8> CaseFile::phases() const
{
    return phasesOf(stage(), phaseTimes());
}

QList<Blocker> CaseFile::blockers(Action action) const
{
    Permissions permissions;
    if (m_finhub.session())
        permissions = permissionsOf(m_finhub.session()->roles);
    permissions.offersReject = m_finhub.offers(Extension::VerificationReject);
    return blockersOf(action, facts(), permissions);
}

std::optional<QList<WireValue<ConsentType>>> CaseFile::missingConsents() const
{
    if (!m_customer.value || m_customer.value->consents.isEmpty())
        return std::nullopt;
    QList<WireValue<ConsentType>> missing;
    for (const Consent& consent : m_customer.value->consents) {
        if (consent.status.value() != ConsentStatus::Accepted)
            missing << consent.type;
    }
    return missing;
}

void CaseFile::apply(const DecisionAnswer& answer)
{
    if (m_verification.value) {
        Verification& verification = *m_verification.value;
        verification.status = answer.status;
        verification.reasonCodes = answer.reasonCodes;
        verification.version = answer.version;
        verification.etag.clear();
        verification.claim.reset(); // 3.8: every decision ends it
        if (isClosed(answer.status.value())) {
            verification.decidedAt = answer.decidedAt;
            verification.decidedBy = answer.decidedBy;
        }
        if (m_customer.value)
            m_customer.value->verification = verification;
    } else if (m_customer.value && m_customer.value->verification) {
        m_customer.value->verification->status = answer.status;
    }
    if (m_customer.value)
        m_customer.value->stage = {};
    Q_EMIT changed();
}

void CaseFile::apply(const Verification& verification)
{
    m_verification.take(verification);
    if (m_customer.value) {
        m_customer.value->verification = verification;
        m_customer.value->stage = {};
    }
    Q_EMIT changed();
}

void CaseFile::apply(const std::optional<Claim>& claim)
{
    Verification* const known[] = {
        m_verification.value ? &*m_verification.value : nullptr,
        m_customer.value && m_customer.value->verification ? &*m_customer.value->verification : nullptr};
    bool isNew = false;
    for (Verification* verification : known) {
        if (verification && verification->claim != claim) {
            verification->claim = claim;
            isNew = true;
        }
    }
    if (isNew)
        Q_EMIT changed();
}

void CaseFile::apply(const Consent& consent)
{
    if (!m_customer.value)
        return;
    for (Consent& known : m_customer.value->consents) {
        if (known.type == consent.type)
            known = consent;
    }
    m_customer.value->stage = {};
    Q_EMIT changed();
}

void CaseFile::apply(const Activation& activation)
{
    if (!m_customer.value)
        return;
    m_customer.value->activation = activation;
    m_customer.value->stage = {};
    Q_EMIT changed();
}

std::optional<DirectoryEntry> CaseFile::entry() const
{
    if (!m_customer.value)
        return std::nullopt;
    DirectoryEntry entry = entryOf(*m_customer.value);
    entry.stage = stage();
    return entry;
}

PhaseTimes CaseFile::phaseTimes() const
{
    PhaseTimes times;
    const auto at = [&times](Stage stage) -> QDateTime& { return times[static_cast<std::size_t>(stage)]; };
    if (m_customer.value) {
        at(Stage::Categorization) = m_customer.value->createdAt;
        at(Stage::Registration) = m_customer.value->createdAt;
        at(Stage::Activation) = m_customer.value->activation.activatedAt;
        for (const Consent& consent : m_customer.value->consents) {
            if (consent.grantedAt.isValid() &&
                (!at(Stage::Consents).isValid() || consent.grantedAt > at(Stage::Consents)))
                at(Stage::Consents) = consent.grantedAt;
        }
    }
    const Verification* verification = nullptr;
    if (m_verification.value)
        verification = &*m_verification.value;
    else if (m_customer.value && m_customer.value->verification)
        verification = &*m_customer.value->verification;
    if (verification) {
        at(Stage::Verification) = verification->startedAt;
        at(Stage::Documents) = verification->submittedAt;
        at(Stage::Approval) = verification->decidedAt;
    }
    if (m_timeline.value) {
        // Newest first: the last one seen is the first session.
        for (const TimelineEvent& event : m_timeline.value->items) {
            if (event.type == QLatin1String("session.created"))
                at(Stage::Session) = event.at;
        }
    }
    return times;
}

} // namespace finhub::review
