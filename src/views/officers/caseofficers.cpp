#include "views/officers/caseofficers.h"

#include "review/evidence/casesnapshot.h"
#include "views/errortext.h"
#include "views/officers/claimbar.h"
#include "views/officers/claimtext.h"
#include "views/officers/foureyesbar.h"
#include "views/officers/handoverdialog.h"
#include "views/officers/notespanel.h"
#include "views/officers/recommenddialog.h"
#include "views/opendialog.h"

#include <utility>

namespace finhub::views {

namespace {
/// Nobody waits longer for a claim to be given back: it runs out by itself.
constexpr std::chrono::seconds Patience{2};

Attempt attemptOf(review::ClaimDeed deed)
{
    switch (deed) {
    case review::ClaimDeed::Take:
    case review::ClaimDeed::Renew:
        return Attempt::Claim;
    case review::ClaimDeed::Release:
        return Attempt::ReleaseClaim;
    case review::ClaimDeed::HandOver:
        return Attempt::HandOver;
    case review::ClaimDeed::TakeOver:
        return Attempt::TakeOver;
    }
    return Attempt::Claim;
}
} // namespace

CaseOfficers::CaseOfficers(api::FinHub& finhub, review::DecisionDesk& decisions, QWidget* page)
    : QObject(page)
    , m_finhub(finhub)
    , m_page(page)
    , m_claims(finhub, decisions)
    , m_advice(finhub)
    , m_claimBar(new ClaimBar(page))
    , m_fourEyes(new FourEyesBar(page))
    , m_notesPanel(new NotesPanel(page))
{
    connectBars();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CaseOfficers::goOn);
    connect(&m_claims, &review::ClaimDesk::idle, this, &CaseOfficers::goOn);
    connect(&m_claims, &review::ClaimDesk::done, this, &CaseOfficers::claimDone);
    connect(&m_advice, &review::CaseAdvice::finished, this,
            [this](const review::AdviceOutcome& outcome) { onRecommended(outcome.result); });
    // What was typed belongs to the officer who typed it.
    connect(&m_finhub, &api::FinHub::sessionEnded, this, [this](api::SessionEnd why) {
        if (why == api::SessionEnd::SignedOut)
            m_drafts.clear();
    });
}

CaseOfficers::~CaseOfficers() = default;

void CaseOfficers::connectBars()
{
    const auto deed = [this](void (review::CaseClaim::*act)()) {
        return [this, act] {
            m_claimBar->say({}, false);
            if (m_claim)
                (m_claim->*act)();
        };
    };
    connect(m_claimBar, &ClaimBar::takeWanted, this, deed(&review::CaseClaim::take));
    connect(m_claimBar, &ClaimBar::releaseWanted, this, deed(&review::CaseClaim::release));
    connect(m_claimBar, &ClaimBar::takeOverWanted, this, deed(&review::CaseClaim::takeOver));
    connect(m_claimBar, &ClaimBar::handOverWanted, this, &CaseOfficers::openHandOver);
    connect(m_fourEyes, &FourEyesBar::recommendWanted, this, &CaseOfficers::openRecommend);
}

Permissions CaseOfficers::permissions() const
{
    return m_finhub.session() ? permissionsOf(m_finhub.session()->roles) : Permissions();
}

void CaseOfficers::setCase(review::CaseFile* file)
{
    leaveVerification();
    m_file = file;
    m_takeWanted = false;
    m_takingNext = false;
    delete m_dialog;
    m_claimBar->say({}, false);
    m_fourEyes->setCase(file);
    if (file)
        refresh();
    else
        m_claimBar->showState(std::nullopt);
}

void CaseOfficers::leaveVerification()
{
    if (m_notes) {
        const QString draft = m_notesPanel->draft();
        if (draft.trimmed().isEmpty())
            m_drafts.remove(m_verification);
        else
            m_drafts.insert(m_verification, draft);
    }
    m_notesPanel->setNotes(nullptr, false);
    m_notes.reset();
    if (m_claim)
        m_claim->disconnect(this);
    m_claim.clear();
    if (!m_verification.isEmpty())
        m_claims.leave(m_verification);
    m_verification = {};
}

void CaseOfficers::refresh()
{
    if (!m_file)
        return;
    followVerification();
    if (const Verification* verification = current(); verification && m_claim)
        m_claim->seen(verification->claim);
    if (m_takeWanted && m_claim) {
        m_takeWanted = false;
        m_takingNext = true;
        if (m_claim->isMine())
            m_claim->renew();
        else
            m_claim->take();
    }
    showClaim();
    m_fourEyes->refresh();
}

/// As it was read last, or as the list knows it until then.
const Verification* CaseOfficers::current() const
{
    if (m_file->verification().value)
        return &*m_file->verification().value;
    const std::optional<Customer>& customer = m_file->customer().value;
    return customer && customer->verification ? &*customer->verification : nullptr;
}

void CaseOfficers::followVerification()
{
    const Verification* verification = current();
    const VerificationId id = verification ? verification->id : VerificationId();
    if (!(id == m_verification)) {
        leaveVerification();
        m_verification = id;
        if (!id.isEmpty() && !m_finhub.offers(Extension::Notes)) {
            m_notesPanel->showNotOffered();
        } else if (!id.isEmpty()) {
            m_notes = std::make_unique<review::CaseNotes>(m_finhub, id);
            m_notesPanel->setNotes(m_notes.get(), permissions().write);
            m_notesPanel->setDraft(m_drafts.value(id));
            m_notes->load();
        }
    }
    const bool claimable = verification && !id.isEmpty() && isOpen(verification->status.value()) &&
                           m_finhub.offers(Extension::Claims);
    if (claimable && !m_claim)
        followClaim();
    else if (!claimable && m_claim) {
        m_claim->disconnect(this);
        m_claim.clear();
        m_claims.leave(m_verification);
    }
}

void CaseOfficers::followClaim()
{
    m_claim = m_claims.open(m_file->id(), m_verification);
    connect(m_claim, &review::CaseClaim::changed, this, [this] {
        // Own news are newer than what was read; the case shows them, and what they block.
        m_file->apply(m_claim->claim());
        showClaim();
    });
    connect(m_claim, &review::CaseClaim::lost, this, [this] {
        m_claimBar->say(tr("You do not have this case any more."), true);
        m_file->load();
    });
    connect(m_claim, &review::CaseClaim::failed, this, &CaseOfficers::onClaimFailed);
}

void CaseOfficers::onClaimFailed(review::ClaimDeed deed, const Error& error)
{
    const bool wasNext = std::exchange(m_takingNext, false);
    if (wasNext && deed == review::ClaimDeed::Take && error.claim) {
        Q_EMIT claimRefused(*error.claim);
        return;
    }
    m_claimBar->say(errorText(error, attemptOf(deed)).sentence(), true);
}

void CaseOfficers::takeNext()
{
    m_takeWanted = permissions().write && m_finhub.offers(Extension::Claims);
    refresh();
}

void CaseOfficers::showClaim()
{
    const Verification* verification = current();
    if (!verification || !isOpen(verification->status.value())) {
        m_claimBar->showState(std::nullopt);
        return;
    }
    ClaimBar::State state;
    state.offered = m_finhub.offers(Extension::Claims);
    state.mayWrite = permissions().write;
    state.mayTakeOver = permissions().decideHigher;
    if (m_claim) {
        state.claim = m_claim->claim();
        state.mine = m_claim->isMine();
        state.busy = m_claim->isBusy();
    }
    m_claimBar->showState(state);
}

void CaseOfficers::giveBackThen(std::function<void()> then)
{
    m_afterwards = std::move(then);
    if (m_claim && m_claim->isMine())
        m_claims.leave(m_verification);
    if (m_claims.leaving() == 0)
        goOn();
    else
        m_patience.start(Patience);
}

void CaseOfficers::goOn()
{
    m_patience.stop();
    if (const auto then = std::exchange(m_afterwards, nullptr))
        then();
}

QList<OfficerName> CaseOfficers::knownOfficers() const
{
    QList<OfficerName> officers;
    const UserId me = m_finhub.session() ? m_finhub.session()->userId : UserId();
    const auto add = [&officers, &me](const OfficerName& officer) {
        if (!(officer.id == me) && !officers.contains(officer))
            officers << officer;
    };
    const QList<Recommendation> advice = m_file->recommendations().value.value_or(QList<Recommendation>());
    for (const Recommendation& recommendation : advice)
        add(recommendation.by);
    const QList<Note> notes = m_notes ? m_notes->notes().value.value_or(QList<Note>()) : QList<Note>();
    for (const Note& note : notes)
        add(note.by);
    return officers;
}

void CaseOfficers::openHandOver()
{
    if (!m_claim)
        return;
    const QString name = m_file->customer().value ? m_file->customer().value->person.fullName() : QString();
    auto* dialog = new HandOverDialog(name, knownOfficers(), m_page);
    connect(dialog, &HandOverDialog::confirmed, m_claim, [this](const UserId& to) {
        m_claimBar->say({}, false);
        m_claim->handOver(to);
    });
    openCentred(dialog);
}

void CaseOfficers::openRecommend()
{
    if (m_advice.isSending() || !m_file->verification().value ||
        !m_file->blockers(Action::Recommend).isEmpty())
        return;
    m_dialog = new RecommendDialog(*m_file, m_finhub.offers(Extension::VerificationReject), m_page);
    // What is on the screen now, not what may have been read by the time of the answer.
    const review::CaseSnapshot shown(*m_file->verification().value, m_file->customer().value);
    connect(m_dialog, &RecommendDialog::confirmed, this,
            [this, shown](Verdict verdict, const QStringList& codes, const QString& notes) {
                m_dialog->say({});
                m_advised = m_file->id();
                RecommendationRequest request;
                request.verificationId = shown.verification.id;
                request.verdict = verdict;
                request.reasonCodes = codes;
                request.notes = notes;
                request.snapshot = shown.digest();
                m_advice.send(std::move(request));
            });
    openCentred(m_dialog);
}

void CaseOfficers::onRecommended(const Result<Recommendation>& outcome)
{
    if (outcome)
        Q_EMIT recommended(m_advised, *outcome);
    if (m_file)
        m_file->loadRecommendations();
    if (!m_dialog)
        return;
    if (outcome) {
        m_dialog->accept();
        return;
    }
    m_dialog->setSending(false);
    m_dialog->say(errorText(outcome.error(), Attempt::Recommend).sentence());
}

} // namespace finhub::views
