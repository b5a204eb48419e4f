#pragma once

#include "core/lifecycle.h"
#include "sandbox/store/records.h"

#include <functional>

/// The things that happen to a case. Preconditions belong to the callers (section 4.5); here a case moves on
/// along core's lifecycle table and its timeline (3.6) is written. Seeding replays the same functions.
namespace finhub::sandbox {

enum class IdKind : quint8 {
    Customer = 1,
    User,
    Verification,
    Document,
    Consent,
    Event,
    Wallet,
    Recommendation,
    Note
};
/// Draws a fresh id.
using IdSource = std::function<QString(IdKind)>;

struct Actor {
    ActorType type = ActorType::System;
    QString id;
    QString name;
};

/// Who does something, when, and where new ids come from.
struct Stamp {
    QDateTime at;
    Actor actor;
    IdSource ids;
};

/// The customer as an actor.
Actor customerActor(const CaseFile& file);

/// 2.4: a new case for this person; `customer` holds what was declared, ids and times are added.
CaseFile registerCustomer(CustomerRecord customer, const Stamp& stamp);

/// 2.1, 2.5: an event of the customer's login: session.created (also notes that there was one),
/// session.failed, session.locked, session.reset.
void recordLogin(CaseFile& file, const QString& type, const QString& summary, const Stamp& stamp);

struct NewVerification {
    VerificationType type = VerificationType::Identity;
    VerificationStatus firstStatus = VerificationStatus::Pending;
    VerificationLevel requestedLevel = VerificationLevel::Tenant;
    QString notes;
    QByteArray request;
};
/// 2.6, 2.7: the level is raised to what the risk needs (4.4).
VerificationRecord& startVerification(CaseFile& file, const NewVerification& wanted, const Stamp& stamp);

/// 2.8: id, round, uploader and time are added; the status moves on as in 4.2.
DocumentRecord& addDocument(CaseFile& file, VerificationRecord& verification, DocumentRecord document,
                            const Stamp& stamp);

struct DecisionRecord {
    Verdict verdict = Verdict::Unknown;
    QStringList reasonCodes;
    QString comment;
    QString notes;
};
/// 2.9. The verdict must be possible in the verification's status (statusAfter).
void decide(CaseFile& file, VerificationRecord& verification, const DecisionRecord& decision,
            const Stamp& stamp);
/// 4.2: the event that a verdict is for the lifecycle table.
CaseEvent eventOf(Verdict verdict);

/// 2.10: replaces an acceptance of another version.
ConsentRecord& acceptConsent(CaseFile& file, ConsentRecord consent, const Stamp& stamp);

/// 2.11; `accountNumber` chooses the IBAN.
void activate(CaseFile& file, quint64 accountNumber, const Stamp& stamp);

/// The person as the specimens print it.
SpecimenPerson specimenPerson(const Person& person);

} // namespace finhub::sandbox
