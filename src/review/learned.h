#pragma once

#include "core/error.h"
#include "core/knowncustomer.h"
#include "core/lifecycle.h"
#include "core/requests.h"

#include <optional>

namespace finhub::review {

/// What this console has learned of one customer while it runs: every answer that concerned them. Never
/// stored.
struct Learned {
    Customer customer; ///< as registered here (2.4); otherwise empty
    QString name;      ///< as a verification that was read calls the customer; empty when none was
    /// As answered by 2.6 and 2.7, each with the documents that were uploaded here (2.8).
    QList<Verification> verifications;
    QList<VerificationId> startedHere; ///< their documents are those that were uploaded here
    QList<Consent> consents;           ///< as answered by 2.10
    Activation activation;             ///< as answered by 2.11
    bool hadSession = false;           ///< signed in here (2.5)
    /// 2.12, brought up to date by later answers of other calls.
    std::optional<Readiness> readiness;
    std::optional<Error> error; ///< why the last reading of 2.12 failed
    bool asked = false;         ///< 2.12 was answered since the last KnownCustomers::readAgain()
};

/// Takes an answer in. Each brings also the last reading of 2.12 up to date.
void learnVerification(Learned& learned, const Verification& started);
void learnUpload(Learned& learned, const UploadAnswer& answer);
void learnDecision(Learned& learned, const DecisionAnswer& answer);
void learnConsent(Learned& learned, const Consent& consent);
void learnActivation(Learned& learned, const Activation& activation);

/// The documents of this verification that were uploaded here.
QList<Document> uploadedHere(const Learned& learned, const VerificationId& id);

/// 2.12: what it says about the account. Active when nothing is missing and an activation is nevertheless not
/// allowed; nullopt when the flags do not say.
std::optional<bool> activatedBy(const Readiness& readiness);
/// 2.12, R14: the consents that are missing; nullopt when it does not say.
std::optional<QList<WireValue<ConsentType>>> missingConsentsOf(const Readiness& readiness);

/// A customer put together from what is known of them, where the server does not offer to read customers:
/// what nobody has said is absent. The stage follows 4.1's first match. The verification is the current one,
/// its id empty when it is not known, with the documents that were uploaded here; its status is absent when
/// the readiness has not been read.
Customer composedCustomer(const KnownCustomer& known, const Learned& learned);
/// The same as a row of the list; `createdAt` is when the customer was added here.
DirectoryEntry composedEntry(const KnownCustomer& known, const Learned& learned);

} // namespace finhub::review
