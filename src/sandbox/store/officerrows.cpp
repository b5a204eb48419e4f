#include "sandbox/store/officerrows.h"

#include "sandbox/store/casefacts.h"
#include "sandbox/store/statement.h"

#include <utility>

namespace finhub::sandbox {

namespace {
void readClaims(Database& database, CaseFile& file)
{
    Statement row(database, QStringLiteral("SELECT verification_id, by_id, by_name, since, expires_at "
                                           "FROM claims WHERE number = ?"));
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        VerificationRecord* verification = findVerification(file, VerificationId(row.text()));
        ClaimRecord claim;
        claim.by.id = UserId(row.text());
        claim.by.name = row.text();
        claim.since = row.time();
        claim.expiresAt = row.time();
        if (verification)
            verification->claim = std::move(claim);
    }
}

/// A claim is the one thing of a case that also goes away.
bool writeClaims(Database& database, const CaseFile& file)
{
    {
        Statement none(database, QStringLiteral("DELETE FROM claims WHERE number = ?"));
        none << file.customer.number;
        if (!none.run())
            return false;
    }
    for (const VerificationRecord& verification : file.verifications) {
        if (!verification.claim)
            continue;
        const ClaimRecord& claim = *verification.claim;
        Statement row(database, upsert(QStringLiteral("claims"), QStringLiteral("number, verification_id"),
                                       QStringLiteral("number, verification_id, by_id, by_name, since, "
                                                      "expires_at")));
        row << file.customer.number << verification.id.text() << claim.by.id.text() << claim.by.name
            << claim.since << claim.expiresAt;
        if (!row.run())
            return false;
    }
    return true;
}

void readRecommendations(Database& database, CaseFile& file)
{
    Statement row(database, QStringLiteral("SELECT id, verification_id, round, by_id, by_name, at, verdict, "
                                           "reason_codes, notes, snapshot FROM recommendations "
                                           "WHERE number = ? ORDER BY place"));
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        RecommendationRecord recommendation;
        recommendation.id = row.text();
        recommendation.verificationId = VerificationId(row.text());
        recommendation.round = int(row.number());
        recommendation.by.id = UserId(row.text());
        recommendation.by.name = row.text();
        recommendation.at = row.time();
        recommendation.verdict = row.word<Verdict>();
        recommendation.reasonCodes = row.texts();
        recommendation.notes = row.text();
        recommendation.snapshot = row.text();
        file.recommendations.append(std::move(recommendation));
    }
}

bool writeRecommendations(Database& database, const CaseFile& file)
{
    int place = 0;
    for (const RecommendationRecord& recommendation : file.recommendations) {
        Statement row(database,
                      upsert(QStringLiteral("recommendations"), QStringLiteral("number, place"),
                             QStringLiteral("number, place, id, verification_id, round, by_id, by_name, at, "
                                            "verdict, reason_codes, notes, snapshot")));
        row << file.customer.number << place++ << recommendation.id << recommendation.verificationId.text()
            << recommendation.round << recommendation.by.id.text() << recommendation.by.name
            << recommendation.at << recommendation.verdict << recommendation.reasonCodes.join(u' ')
            << recommendation.notes << recommendation.snapshot;
        if (!row.run())
            return false;
    }
    return true;
}

void readNotes(Database& database, CaseFile& file)
{
    Statement row(database, QStringLiteral("SELECT id, verification_id, note, by_id, by_name, at FROM notes "
                                           "WHERE number = ? ORDER BY place"));
    row << file.customer.number;
    for (bool ok = row.run(); ok && row.next();) {
        NoteRecord note;
        note.id = row.text();
        note.verificationId = VerificationId(row.text());
        note.text = row.text();
        note.by.id = UserId(row.text());
        note.by.name = row.text();
        note.at = row.time();
        file.notes.append(std::move(note));
    }
}

bool writeNotes(Database& database, const CaseFile& file)
{
    int place = 0;
    for (const NoteRecord& note : file.notes) {
        Statement row(database, upsert(QStringLiteral("notes"), QStringLiteral("number, place"),
                                       QStringLiteral("number, place, id, verification_id, note, by_id, "
                                                      "by_name, at")));
        row << file.customer.number << place++ << note.id << note.verificationId.text() << note.text
            << note.by.id.text() << note.by.name << note.at;
        if (!row.run())
            return false;
    }
    return true;
}
} // namespace

void readOfficerRows(Database& database, CaseFile& file)
{
    readClaims(database, file);
    readRecommendations(database, file);
    readNotes(database, file);
}

bool writeOfficerRows(Database& database, const CaseFile& file)
{
    return writeClaims(database, file) && writeRecommendations(database, file) && writeNotes(database, file);
}

} // namespace finhub::sandbox
