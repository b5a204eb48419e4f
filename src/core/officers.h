#pragma once

#include "core/enums.h"
#include "core/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

/// What officers let each other know about a verification (3.8 to 3.10). Times are the server's, UTC; texts
/// come from outside and are shown as plain text only.
namespace finhub {

/// An officer as the server names them.
struct OfficerName {
    UserId id;
    QString name;

    friend bool operator==(const OfficerName&, const OfficerName&) = default;
};

/// 3.8: who has a verification. Whether it still holds is for the server to say: its clock is not ours.
struct Claim {
    OfficerName by;
    QDateTime since;
    QDateTime expiresAt;

    friend bool operator==(const Claim&, const Claim&) = default;
};

/// 3.9: what an officer advises in a round. One that is withheld says who and when, and nothing else.
struct Recommendation {
    QString id;
    VerificationId verificationId;
    int round = 1;
    OfficerName by;
    QDateTime at;
    bool withheld = false;
    WireValue<Verdict> verdict; ///< absent when withheld, as everything below
    QStringList reasonCodes;
    QString notes;       ///< internal
    QByteArray snapshot; ///< 64 lower-case hex digits: what was on the officer's screen

    friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// 3.10: an internal note. Never for the customer.
struct Note {
    QString id;
    VerificationId verificationId;
    QString text;
    OfficerName by;
    QDateTime at;

    friend bool operator==(const Note&, const Note&) = default;
};

/// 3.9, 3.10: the longest notes of a recommendation, and the longest note.
inline constexpr qsizetype MaxNoteLength = 4000;

} // namespace finhub
