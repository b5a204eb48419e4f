#pragma once

#include "core/requests.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace finhub::review {

/// How far a decision has come, as its file tells. The order is that of the events.
enum class IntentState {
    Held,    ///< confirmed by the officer; nothing has left this computer
    Sending, ///< the first byte may have left
    Unknown, ///< sent, and what became of it is not known
    NotSent, ///< the program or the session ended before anything was sent
    Applied, ///< FinHub has recorded it; the file is about to go
    Refused, ///< nothing was recorded; the file is about to go
};

/// What was fixed right before the first byte left. A repetition has to be byte-identical (3.7), so it takes
/// both from here.
struct SendMark {
    QByteArray journalHead; ///< of the journal, 64 hex digits; empty without a journal
    QByteArray etag;        ///< sent as `If-Match`; empty where the decision was unconditional

    friend bool operator==(const SendMark&, const SendMark&) = default;
};

/// A decision as an intent: what it takes to find out later what became of it, or to send it again under the
/// same key. Ids, codes, hashes and times; the officer's words only sealed (textseal.h).
struct Intent {
    QByteArray id = {}; ///< UUID, lower case, without braces: the `Idempotency-Key`
    VerificationId verification = {};
    CustomerId customer = {};
    WireValue<VerificationType> type = {};
    Verdict verdict = Verdict::Unknown;
    QStringList reasonCodes = {};

    QByteArray snapshot = {};  ///< SHA-256 of what was on the screen, hex; empty when there is none
    QByteArray shownCase = {}; ///< caseDigest() of the verification as shown
    WireValue<VerificationStatus> shownStatus = {};
    WireValue<VerificationLevel> shownLevel = {};
    int shownRound = 1;
    std::optional<int> shownVersion = {};

    UserId officer = {};
    TenantId tenant = {};
    QString server = {}; ///< scheme, host and port
    QDateTime at = {};   ///< when the officer confirmed it, UTC

    /// The customer reads what the catalogue says (standardComment()), so it need not be kept.
    bool standardComment = false;
    bool hasText = false;       ///< whether words of the officer belong to it
    QByteArray sealedText = {}; ///< empty without words

    IntentState state = IntentState::Held;
    QDateTime stateAt = {};
    SendMark sent = {};      ///< from IntentState::Sending on
    bool sentBefore = false; ///< sent once, never settled, and confirmed again under the same key

    /// Whether FinHub may hold it.
    bool mayBeThere() const
    {
        return sentBefore || state == IntentState::Sending || state == IntentState::Unknown;
    }

    friend bool operator==(const Intent&, const Intent&) = default;
};

/// What the customer reads when the officer adds nothing: the catalogue's sentences.
QString standardComment(Verdict verdict, const QStringList& reasonCodes);

} // namespace finhub::review
