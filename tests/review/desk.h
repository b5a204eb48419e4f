#pragma once

#include "review/decision.h"
#include "review/outbox/decisionnotes.h"
#include "review/sampleintent.h"
#include "support/fakefinhub.h"
#include "support/fakejournal.h"

#include <QDir>
#include <QSignalSpy>

#include <memory>

namespace finhub::test {

/// A decision on the sample case with its file, and the FinHub that it speaks to. It does not offer to take the
/// same decision twice (3.7) unless a test says so.
struct Desk {
    explicit Desk(Verdict verdict, const review::CaseSnapshot& asShown = sampleVerification())
        : shown(asShown)
        , outbox(folder.path())
    {
        finhub.openSession(sampleOfficer());
        finhub.withdraw(Extension::IdempotentDecision);
        outbox.open(sampleProfile());
        auto kept = outbox.add(sampleIntent(verdict, shown.verification, &seal));
        if (!kept)
            qFatal("the outbox takes nothing in");
        build(std::move(*kept));
    }

    void start() { owned->start(shown, std::chrono::milliseconds(0)); }
    /// The program ends without notice and is started again.
    void restart(bool sameSession)
    {
        owned.reset();
        if (!sameSession)
            seal.renew();
        auto left = outbox.takeOver(UserId(QStringLiteral("o-1")));
        if (left.size() != 1)
            qFatal("%d intents are left", int(left.size()));
        build(std::move(left.front()));
    }
    void build(std::unique_ptr<review::KeptIntent> kept)
    {
        finished.reset();
        owned = std::make_unique<review::Decision>(
            review::DecisionTools{finhub, seal, &journal, std::chrono::milliseconds(0), 3}, std::move(kept));
        finished = std::make_unique<QSignalSpy>(owned.get(), &review::Decision::finished);
    }
    bool isKept() { return !QDir(outbox.folder()).entryList({QStringLiteral("*.intent")}).isEmpty(); }
    Verification withOurTag(Verification current) const
    {
        current.notes = *review::composeNotes({}, owned->intent().id, {});
        return current;
    }

    review::CaseSnapshot shown;
    FakeFinHub finhub;
    FakeJournal journal;
    review::TextSeal seal;
    QTemporaryDir folder;
    review::Outbox outbox;
    std::unique_ptr<review::Decision> owned;
    std::unique_ptr<QSignalSpy> finished;
};

/// The case as it stands after this verdict of the sample officer.
inline Verification decided(Verdict verdict)
{
    Verification current = sampleVerification();
    current.status = answerTo(sampleRequest(verdict)).status;
    current.version = 5;
    current.reasonCodes = sampleRequest(verdict).reasonCodes;
    if (verdict == Verdict::RequestResubmission)
        current.round = 2;
    else
        current.decidedBy = QStringLiteral("o-1");
    return current;
}

inline Error errorOf(int status, WireValue<ErrorWord> word = {})
{
    Error error = Error::of(ErrorKind::Status);
    error.status = status;
    error.word = word;
    return error;
}

} // namespace finhub::test
