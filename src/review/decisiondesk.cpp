#include "review/decisiondesk.h"

#include "review/outbox/decisionnotes.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace finhub::review {

DecisionDesk::DecisionDesk(api::FinHub& finhub, Outbox& outbox, Journal* journal, Options options,
                           QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_outbox(outbox)
    , m_journal(journal)
    , m_options(options)
{
    connect(&m_finhub, &api::FinHub::sessionChanged, this, &DecisionDesk::followSession);
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &DecisionDesk::onSessionEnded);
    connect(&m_finhub, &api::FinHub::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            lookAgain();
    });
    connect(&m_lookAgain, &QTimer::timeout, this, &DecisionDesk::lookAgain);
    followSession();
}

DecisionDesk::~DecisionDesk() = default;

void DecisionDesk::followSession()
{
    if (m_isSignedIn || !m_finhub.session())
        return;
    m_isSignedIn = true;
    const UserId officer = m_finhub.session()->userId;
    const api::ConnectionProfile& profile = m_finhub.profile();
    if (officer != m_officer || profile.baseUrl != m_profile.baseUrl ||
        profile.tenantId != m_profile.tenantId) {
        // What the other officer has left is in the outbox, and stays theirs.
        m_decisions.clear();
        m_late.clear();
        m_settledLate.clear();
        m_seal.renew();
    }
    m_officer = officer;
    m_profile = profile;
    m_outbox.open(profile);
    m_lookAgain.start(m_options.lookAgain);
    takeOver();
    checkAgain();
    Q_EMIT changed();
}

void DecisionDesk::takeOver()
{
    std::vector<std::unique_ptr<KeptIntent>> left = m_outbox.takeOver(m_officer);
    QList<UnreadableIntent> unreadable = m_outbox.unreadable();
    if (left.empty() && unreadable == m_unreadable)
        return;
    m_unreadable = std::move(unreadable);
    for (std::unique_ptr<KeptIntent>& kept : left) {
        m_late << kept->intent().id;
        keep(std::move(kept)).settle();
    }
    Q_EMIT changed();
}

void DecisionDesk::onSessionEnded(api::SessionEnd why)
{
    m_isSignedIn = false;
    m_lookAgain.stop();
    for (const auto& [id, decision] : m_decisions) {
        decision->interrupt();
        if (why == api::SessionEnd::SignedOut)
            decision->forgetText();
    }
    // Whoever comes back after the session ran out goes on with what they typed.
    if (why == api::SessionEnd::SignedOut)
        m_seal.renew();
    Q_EMIT changed();
}

bool DecisionDesk::submit(const DecisionRequest& request, const CaseSnapshot& shown)
{
    if (!mayDecide(request.verificationId, request.verdict))
        return false;
    if (request.notes.trimmed().size() > MaxOfficerNotes) {
        refuseLater(request, DecisionStop::NotesTooLong);
        return true;
    }
    Intent intent = intentOf(request, shown);
    if (Decision* present = decisionOn(request.verificationId)) {
        if (!present->isNotSent())
            return confirmAgain(*present, intent, shown);
        // It never left, so this one takes its place.
        if (!present->closeByPerson()) {
            refuseLater(request, DecisionStop::JournalUnwritable);
            return true;
        }
        m_decisions.erase(request.verificationId);
    }
    auto kept = m_outbox.add(intent);
    if (!kept) {
        refuseLater(request, kept.error() == IntentFileFault::Busy     ? DecisionStop::OpenElsewhere
                             : kept.error() == IntentFileFault::Exists ? DecisionStop::OpenBefore
                                                                       : DecisionStop::OutboxUnwritable);
        return true;
    }
    if (!record(JournalKind::DecisionIntended, intent)) {
        (*kept)->close();
        refuseLater(request, DecisionStop::JournalUnwritable);
        return true;
    }
    keep(std::move(*kept)).start(shown, m_options.hold);
    Q_EMIT changed();
    return true;
}

bool DecisionDesk::confirmAgain(Decision& present, const Intent& intent, const CaseSnapshot& shown)
{
    Intent same = intent;
    same.id = present.intent().id;
    if (!record(JournalKind::DecisionIntended, same)) {
        refuseLater(present.request(), DecisionStop::JournalUnwritable);
        return true;
    }
    if (present.confirmAgain(intent, shown, m_options.hold))
        m_late.remove(same.id); // the officer looks at it again
    else
        refuseLater(present.request(), DecisionStop::OutboxUnwritable);
    return true;
}

bool DecisionDesk::mayDecide(const VerificationId& id, Verdict verdict) const
{
    const Decision* present = decisionOn(id);
    if (!present || (present->isNotSent() && !present->isRunning()))
        return true;
    return !present->isRunning() && present->mayDecideAgain() && present->intent().verdict == verdict;
}

bool DecisionDesk::undo(const VerificationId& id)
{
    Decision* decision = decisionOn(id);
    return decision && decision->undo();
}

Intent DecisionDesk::intentOf(const DecisionRequest& request, const CaseSnapshot& shown) const
{
    Intent intent;
    intent.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    intent.verification = request.verificationId;
    intent.customer = request.customerId;
    intent.type = request.type;
    intent.verdict = request.verdict;
    intent.reasonCodes = request.reasonCodes;
    intent.snapshot = shown.digest();
    intent.shownCase = caseDigest(shown.verification);
    intent.shownStatus = shown.verification.status;
    intent.shownLevel = shown.verification.level;
    intent.shownRound = shown.verification.round;
    intent.shownVersion = shown.verification.version;
    intent.officer = m_officer;
    intent.tenant = m_profile.tenantId;
    intent.server = m_profile.baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemovePath);
    intent.at = QDateTime::currentDateTimeUtc();
    intent.stateAt = intent.at;
    intent.standardComment = request.comment == standardComment(request.verdict, request.reasonCodes);
    const DecisionText words{intent.standardComment ? QString() : request.comment, request.notes.trimmed()};
    intent.hasText = !words.comment.isEmpty() || !words.notes.isEmpty();
    if (intent.hasText)
        intent.sealedText = m_seal.seal(words);
    return intent;
}

Decision& DecisionDesk::keep(std::unique_ptr<KeptIntent> kept)
{
    const VerificationId id = kept->intent().verification;
    auto decision = std::make_unique<Decision>(tools(), std::move(kept));
    connect(decision.get(), &Decision::stepChanged, this, &DecisionDesk::changed);
    connect(decision.get(), &Decision::finished, this, [this, id] { onFinished(id); });
    return *(m_decisions[id] = std::move(decision));
}

DecisionTools DecisionDesk::tools() const
{
    return {.finhub = m_finhub, .seal = m_seal, .journal = m_journal, .firstPause = m_options.firstPause};
}

/// Nothing was sent, and whoever submitted it is told like of any other end.
void DecisionDesk::refuseLater(const DecisionRequest& request, DecisionStop why)
{
    const DecisionOutcome outcome{
        .end = DecisionEnd::Refused, .error = Error::of(ErrorKind::Refused), .stop = why};
    QMetaObject::invokeMethod(
        this, [this, request, outcome] { Q_EMIT decided(request, outcome); }, Qt::QueuedConnection);
}

bool DecisionDesk::record(JournalKind kind, const Intent& intent) const
{
    return !m_journal || m_journal->append({.kind = kind,
                                            .officer = intent.officer.text(),
                                            .customer = intent.customer,
                                            .verification = intent.verification,
                                            .snapshot = intent.snapshot,
                                            .reasonCodes = intent.reasonCodes,
                                            .intent = intent.id,
                                            .detail = WireValue<Verdict>::nameOf(intent.verdict)});
}

void DecisionDesk::onFinished(const VerificationId& id)
{
    const auto found = m_decisions.find(id);
    if (found == m_decisions.end())
        return;
    const DecisionRequest request = found->second->request();
    const DecisionOutcome outcome = *found->second->outcome();
    if (outcome.end == DecisionEnd::Unknown) {
        m_late << found->second->intent().id;
    } else if (outcome.stop != DecisionStop::NotSent) {
        if (m_late.remove(found->second->intent().id))
            noteLate(found->second->intent(), outcome.end);
        // Inside its own signal: it goes when the event loop comes round.
        found->second.release()->deleteLater();
        m_decisions.erase(found);
    }
    Q_EMIT decided(request, outcome);
    Q_EMIT changed();
}

void DecisionDesk::noteLate(const Intent& intent, DecisionEnd end)
{
    SettledDecision settled{intent, end};
    settled.intent.sealedText.clear();
    m_settledLate << settled;
}

void DecisionDesk::dismissSettled(const QByteArray& intentId)
{
    m_settledLate.removeIf(
        [&intentId](const SettledDecision& settled) { return settled.intent.id == intentId; });
    Q_EMIT changed();
}

Decision* DecisionDesk::decisionOn(const VerificationId& id) const
{
    const auto found = m_decisions.find(id);
    return found == m_decisions.end() ? nullptr : found->second.get();
}

QList<const Decision*> DecisionDesk::decisions() const
{
    QList<const Decision*> all;
    for (const auto& [id, decision] : m_decisions)
        all << decision.get();
    std::stable_sort(all.begin(), all.end(),
                     [](const Decision* a, const Decision* b) { return a->intent().at < b->intent().at; });
    return all;
}

int DecisionDesk::running() const
{
    return static_cast<int>(std::count_if(m_decisions.begin(), m_decisions.end(),
                                          [](const auto& entry) { return entry.second->isRunning(); }));
}

int DecisionDesk::unresolved() const
{
    return static_cast<int>(std::count_if(m_decisions.begin(), m_decisions.end(),
                                          [](const auto& entry) { return entry.second->isUnresolved(); }));
}

int DecisionDesk::waitingForPerson() const
{
    const auto waits = [](const auto& entry) {
        return !entry.second->isRunning() && (entry.second->isUnresolved() || entry.second->isNotSent());
    };
    return static_cast<int>(std::count_if(m_decisions.begin(), m_decisions.end(), waits) +
                            m_unreadable.size());
}

void DecisionDesk::checkAgain()
{
    QList<VerificationId> ids;
    for (const auto& [id, decision] : m_decisions)
        ids << id;
    for (const VerificationId& id : ids)
        checkAgain(id);
}

void DecisionDesk::checkAgain(const VerificationId& id)
{
    if (Decision* decision = decisionOn(id))
        decision->checkAgain();
}

/// Those that could not even be looked at: FinHub was not there. And what another console of this officer has
/// left behind meanwhile.
void DecisionDesk::lookAgain()
{
    if (!m_finhub.session())
        return;
    takeOver();
    for (const Decision* decision : decisions()) {
        if (decision->isUnresolved() && !decision->isRunning() && !decision->outcome()->current)
            checkAgain(decision->intent().verification);
    }
}

bool DecisionDesk::closeByPerson(const VerificationId& id)
{
    Decision* decision = decisionOn(id);
    if (!decision || !decision->closeByPerson())
        return false;
    m_late.remove(decision->intent().id);
    m_decisions.erase(id);
    Q_EMIT changed();
    return true;
}

bool DecisionDesk::setAside(const QString& name)
{
    const bool done = m_outbox.setAside(name);
    m_unreadable = m_outbox.unreadable();
    Q_EMIT changed();
    return done;
}

} // namespace finhub::review
