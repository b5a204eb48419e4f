#include "review/claims/caseclaim.h"

#include <algorithm>
#include <utility>

namespace finhub::review {

namespace {
using namespace std::chrono_literals;

/// A third of the lease, so that two renewals may fail; often enough to hear soon of a claim that was taken
/// over, since nothing else tells.
std::chrono::milliseconds intervalFor(const Claim& claim)
{
    constexpr std::chrono::milliseconds least = 1s;
    constexpr std::chrono::milliseconds most = 60s;
    if (!claim.since.isValid() || !claim.expiresAt.isValid())
        return most;
    return std::clamp(std::chrono::milliseconds(claim.since.msecsTo(claim.expiresAt)) / 3, least, most);
}
} // namespace

bool isOwn(const std::optional<Claim>& claim, const api::FinHub& finhub)
{
    return claim && finhub.session() && claim->by.id == finhub.session()->userId;
}

CaseClaim::CaseClaim(api::FinHub& finhub, VerificationId id, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_id(std::move(id))
{
    connect(&m_renewal, &QTimer::timeout, this, &CaseClaim::renew);
}

bool CaseClaim::isMine() const
{
    return isOwn(m_claim, m_finhub);
}

std::chrono::milliseconds CaseClaim::renewalInterval() const
{
    return m_renewal.isActive() ? m_renewal.intervalAsDuration() : 0ms;
}

void CaseClaim::seen(const std::optional<Claim>& claim)
{
    if (m_deed || m_claim == claim)
        return;
    if (isMine() && !isOwn(claim, m_finhub))
        renew();
    else if (!isMine() || claim->expiresAt > m_claim->expiresAt)
        set(claim);
}

void CaseClaim::handOver(const UserId& to)
{
    if (m_deed || m_releaseWanted)
        return;
    m_deed = ClaimDeed::HandOver;
    follow(m_finhub.handOver(m_id, to));
}

void CaseClaim::renew()
{
    if (isMine())
        send(ClaimDeed::Renew);
}

void CaseClaim::send(ClaimDeed deed)
{
    if (m_deed || m_releaseWanted)
        return;
    m_deed = deed;
    follow(deed == ClaimDeed::TakeOver ? m_finhub.takeOver(m_id) : m_finhub.claim(m_id));
}

void CaseClaim::follow(CallPtr<Claim> call)
{
    m_call = std::move(call);
    m_call->onFinished(this, [this](const Result<Claim>& answer) {
        const ClaimDeed deed = *std::exchange(m_deed, std::nullopt);
        onAnswer(deed, answer);
        if (m_releaseWanted && !m_deed)
            giveBack();
    });
    Q_EMIT changed();
}

void CaseClaim::onAnswer(ClaimDeed deed, const Result<Claim>& answer)
{
    if (!answer) {
        onError(deed, answer.error());
        return;
    }
    const bool had = isMine();
    set(*answer);
    noteDone(deed, had);
    if (had && !isMine() && deed != ClaimDeed::HandOver)
        Q_EMIT lost();
}

/// Taking what one has already is a renewal to the server (3.8).
void CaseClaim::noteDone(ClaimDeed deed, bool had)
{
    const bool taken = (deed == ClaimDeed::Take || deed == ClaimDeed::TakeOver) && !had && isMine();
    const bool given = deed == ClaimDeed::HandOver && had && !isMine();
    if (taken || given)
        Q_EMIT done(deed);
}

void CaseClaim::onError(ClaimDeed deed, const Error& error)
{
    if (error.kind == ErrorKind::OutcomeUnknown && deed != ClaimDeed::Release) {
        readBack(deed, error);
        return;
    }
    const bool had = isMine();
    const bool gone = error.is(ErrorWord::Claimed) || error.is(ErrorWord::AlreadyDecided) ||
                      error.kind == ErrorKind::NotOffered;
    // What has not reached the server says nothing about who has it: the next renewal will tell.
    if (gone)
        set(error.claim);
    else
        Q_EMIT changed();
    if (had && gone)
        Q_EMIT lost();
    if (deed != ClaimDeed::Renew)
        Q_EMIT failed(deed, error);
}

void CaseClaim::readBack(ClaimDeed deed, const Error& lostAnswer)
{
    m_deed = deed;
    m_reading = m_finhub.verification(m_id);
    m_reading->onFinished(this, [this, deed, lostAnswer](const Result<Verification>& read) {
        m_deed.reset();
        const bool had = isMine();
        if (read)
            set(read->claim);
        else
            Q_EMIT changed();
        if (read)
            noteDone(deed, had);
        const bool wanted = deed == ClaimDeed::Take || deed == ClaimDeed::TakeOver;
        if (read && had && !isMine() && deed != ClaimDeed::HandOver)
            Q_EMIT lost();
        else if (read ? wanted && !isMine() : deed != ClaimDeed::Renew)
            Q_EMIT failed(deed, lostAnswer);
        if (m_releaseWanted)
            giveBack();
    });
}

void CaseClaim::release()
{
    if (m_releaseWanted)
        return;
    m_releaseWanted = true;
    m_renewal.stop();
    if (m_deed)
        Q_EMIT changed();
    else
        giveBack();
}

void CaseClaim::giveBack()
{
    m_deed = ClaimDeed::Release;
    m_release = m_finhub.release(m_id);
    m_release->onFinished(this, [this](const Result<Done>& answer) {
        m_deed.reset();
        m_releaseWanted = false;
        const bool had = isMine();
        if (answer)
            set(std::nullopt);
        else
            onError(ClaimDeed::Release, answer.error());
        if (answer && had)
            Q_EMIT done(ClaimDeed::Release);
        Q_EMIT released();
    });
    Q_EMIT changed();
}

void CaseClaim::end()
{
    m_call.reset();
    m_reading.reset();
    m_release.reset();
    m_deed.reset();
    m_releaseWanted = false;
    set(std::nullopt);
}

void CaseClaim::set(const std::optional<Claim>& claim)
{
    m_claim = claim;
    if (!isMine())
        m_renewal.stop();
    else if (!m_renewal.isActive() && !m_releaseWanted)
        m_renewal.start(intervalFor(*m_claim));
    Q_EMIT changed();
}

} // namespace finhub::review
