#include "views/errortext.h"

#include "core/values.h"
#include "views/attempttext.h"
#include "views/brokendocumenttext.h"
#include "views/officers/claimtext.h"
#include "views/refusedvalues.h"
#include "views/timetext.h"
#include "views/tlstext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::errortext", text);
}

bool isDecision(Attempt attempt)
{
    return attempt == Attempt::Approve || attempt == Attempt::Reject ||
           attempt == Attempt::RequestResubmission;
}

QString tryAgain(Attempt attempt)
{
    return isDecision(attempt) ? tr("Nothing you typed is lost; decide again when you are ready.")
                               : tr("Try again.");
}

QString askAdministrator()
{
    return tr("Ask the administrator of this tenant if it should be possible.");
}

ErrorText claimedText(const Error& error, const QString& meaning)
{
    // 3.8: handed over by somebody who does not have it any more.
    if (!error.claim)
        return {tr("Nobody has this case any more."), meaning, tr("Take it again if you want to go on.")};
    return {claimedByText(*error.claim), meaning, tr("Take another case, or ask for this one.")};
}

ErrorText authenticationText(const Error& error, Attempt attempt)
{
    if (error.lockoutTime.isValid()) {
        return {tr("This account is locked after too many wrong passwords."),
                tr("It opens again at %1.").arg(dateTimeText(error.lockoutTime)),
                attempt == Attempt::SignInCustomer ? tr("You can reset the login before that, on this page.")
                                                   : tr("An administrator can reset the login before that.")};
    }
    const QString notSignedIn = nothingHappened(attempt);
    const int left = error.maxAttempts - error.attempts;
    const QString meaning =
        error.maxAttempts <= 0 ? notSignedIn
        : left == 1            ? tr("One attempt is left before the account is locked.")
                    : tr("%1 attempts are left before the account is locked.").arg(QLocale().toString(left));
    return {tr("User name or password is wrong."), meaning, tr("Check both and try again.")};
}

/// What is not there depends on what was asked for. Whoever typed an id is not told that FinHub "no longer"
/// knows it.
ErrorText notFoundText(const Error& error, Attempt attempt)
{
    const QString meaning = nothingHappened(attempt);
    switch (attempt) {
    case Attempt::SignIn:
        // Only FinHub names what it does not find; anything else at the address has no such page at all.
        return error.is(ErrorWord::NotFound)
                   ? ErrorText{tr("FinHub knows no such user in this organization and tenant."), meaning,
                               tr("Check user id, organization and tenant of the connection.")}
                   : ErrorText{tr("What answers at this address is not FinHub."), meaning,
                               tr("Check the address of the connection.")};
    case Attempt::SignInCustomer:
    case Attempt::ResetLogin:
        return {tr("FinHub does not know this user of the customer."), meaning, tr("Check the user id.")};
    case Attempt::OpenCase:
        return {tr("FinHub knows no customer with this id in this tenant."), tr("There is nothing to show."),
                tr("Check the id, or go back to the list and look for the name.")};
    case Attempt::LoadReadiness:
        return {tr("FinHub knows no customer with this id in this tenant."), meaning,
                tr("Go back to the list and look for the name.")};
    case Attempt::LoadVerification:
    case Attempt::Approve:
    case Attempt::Reject:
    case Attempt::RequestResubmission:
    case Attempt::UploadDocument:
        return {tr("FinHub knows no such verification in this tenant."), meaning,
                tr("Read the case again; if you have typed the id of the verification in, check it.")};
    case Attempt::LoadActivity:
        return {tr("FinHub knows no customer with this id in this tenant."),
                tr("There is no activity to show."),
                tr("Check the id, or go back to the list and look for the name.")};
    case Attempt::LoadDocument:
        return {tr("FinHub no longer has this document."), meaning, tr("Read the case again.")};
    case Attempt::SaveTemplate:
        return {tr("FinHub no longer has this version of the text."), meaning,
                tr("Save it as a new version.")};
    case Attempt::LoadCustomers:
    case Attempt::AcceptConsents:
    case Attempt::Activate:
    case Attempt::LoadCategories:
    case Attempt::RegisterCustomer:
    case Attempt::StartVerification:
    case Attempt::LoadTemplates:
    case Attempt::LoadRawJson:
        break;
    case Attempt::HandOver:
        return {tr("FinHub knows no officer of this tenant with this user id who may decide."), meaning,
                tr("Check the user id.")};
    case Attempt::Claim:
    case Attempt::ReleaseClaim:
    case Attempt::TakeOver:
    case Attempt::LoadRecommendations:
    case Attempt::Recommend:
    case Attempt::LoadNotes:
    case Attempt::AddNote:
        return {tr("FinHub knows no such verification in this tenant."), meaning, tr("Read the case again.")};
    }
    return {tr("FinHub no longer knows this."), meaning, tr("Go back to the list and refresh it.")};
}

/// What has become of a verification, with its status where the server says it.
QString withStatus(const QString& what, const Error& error)
{
    return error.verificationStatus.isAbsent()
               ? what + QLatin1Char('.')
               : QStringLiteral("%1 (%2).").arg(what, words::status(error.verificationStatus));
}

/// R20; a pause in words.
QString tryAgainAfter(const std::optional<std::chrono::seconds>& pause)
{
    if (!pause)
        return tr("Try again in a moment.");
    const qint64 seconds = pause->count();
    if (seconds <= 1)
        return tr("Try again in a second.");
    if (seconds <= 90)
        return tr("Try again in %1 seconds.").arg(QLocale().toString(seconds));
    return tr("Try again in %1 minutes.").arg(QLocale().toString((seconds + 59) / 60));
}

/// Sentences for the words of 1.4 that say more than their status.
ErrorText wordText(const Error& error, Attempt attempt)
{
    const QString meaning = nothingHappened(attempt);
    switch (error.word.value()) {
    case ErrorWord::Authentication:
        return authenticationText(error, attempt);
    case ErrorWord::ValidationFailed:
        return {refusedValuesText(error.fields), meaning,
                error.fields.size() > 1 ? tr("Correct them and try again.")
                                        : tr("Correct it and try again.")};
    case ErrorWord::MalformedJson:
    case ErrorWord::MissingHeaders:
    case ErrorWord::UnsupportedMediaType:
    case ErrorWord::MethodNotAllowed:
    case ErrorWord::RangeNotSatisfiable:
        return {tr("FinHub did not understand the request."), meaning,
                tr("This console and the server do not fit together; report it with the word %1.")
                    .arg(displayText(error.word.text()))};
    case ErrorWord::InvalidCategorization:
        return {tr("The category is not valid for this customer."), meaning, tr("Choose another category.")};
    case ErrorWord::MissingConsents: {
        QStringList names;
        for (const WireValue<ConsentType>& type : error.missingConsents)
            names << words::consent(type);
        return {names.isEmpty() ? tr("Consents are missing.")
                                : tr("Consents are missing: %1.").arg(QLocale().createSeparatedList(names)),
                meaning, tr("Accept them first, then activate.")};
    }
    case ErrorWord::InvalidToken:
    case ErrorWord::TokenExpired:
        return {tr("The session is over."), meaning, tr("Sign in again.")};
    case ErrorWord::TenantAccessDenied:
        return {tr("FinHub does not let this account into this tenant."), meaning,
                tr("Check the tenant of the connection.")};
    case ErrorWord::InsufficientPermissions:
        return {tr("Your role does not allow this."), meaning, askAdministrator()};
    case ErrorWord::LevelNotAllowed:
        return {tr("This case needs a senior officer (level “%1”).").arg(words::level(error.requiredLevel)),
                meaning, tr("Hand it to somebody with that role.")};
    case ErrorWord::NotFound:
        return notFoundText(error, attempt);
    case ErrorWord::DuplicateEmail:
        return {tr("A customer with this e-mail address exists."), meaning,
                tr("Open the existing customer instead.")};
    case ErrorWord::VerificationAlreadyOpen:
        return {withStatus(tr("A verification has been opened meanwhile"), error),
                tr("No second one has been started."), tr("Go on with the one that is open.")};
    case ErrorWord::AlreadyVerified:
        return {tr("The customer has been verified meanwhile."),
                tr("No further verification has been started."), tr("Go on with the consents.")};
    case ErrorWord::VerificationClosed:
        return {withStatus(tr("The verification has been closed meanwhile"), error), meaning,
                tr("Read the case again to see its outcome.")};
    case ErrorWord::AlreadyDecided:
        return {withStatus(tr("The case was decided before your decision arrived"), error),
                tr("Your decision was not recorded; the earlier one stands."),
                tr("The case now shows what was decided.")};
    case ErrorWord::InvalidState:
        return {tr("The customer was asked to send documents again before your decision arrived."),
                tr("Your decision was not recorded; the earlier request stands."),
                tr("Wait for the customer, or decide otherwise.")};
    case ErrorWord::AlreadyActive:
        return {tr("The customer is active already."),
                tr("Your request has changed nothing: the account had been opened before."),
                tr("Nothing is left to do.")};
    case ErrorWord::Claimed:
        return claimedText(error, meaning);
    case ErrorWord::AlreadyRecommended:
        return {tr("You have already recommended in this round."), meaning,
                tr("A second officer decides now.")};
    case ErrorWord::IdempotencyInProgress:
        return {tr("The same request is still being processed."), meaning,
                tr("Wait a moment and look again.")};
    case ErrorWord::IdempotencyKeyReused:
        return {tr("FinHub has seen this request's key with other content."), meaning, tryAgain(attempt)};
    case ErrorWord::StaleVersion:
        return {tr("The case has changed since you read it."), meaning,
                tr("It has been read again: look at what is new, then decide.")};
    case ErrorWord::PayloadTooLarge:
        return {tr("The file is larger than FinHub takes."), meaning, tr("Send a smaller one.")};
    case ErrorWord::RequiredDocumentsMissing:
        return {tr("Required documents are missing: %1.").arg(words::requirements(error.missingDocuments)),
                meaning, tr("Ask for a resubmission, or wait for the customer.")};
    case ErrorWord::VerificationNotApproved:
        return {tr("The customer is not verified at the level that the risk needs."), meaning,
                tr("Approve the verification first.")};
    case ErrorWord::ReasonNotRetryable:
        return {tr("One of the reasons ends the application, so a resubmission cannot be asked for."),
                meaning, tr("Choose other reasons, or reject.")};
    case ErrorWord::SecondPersonRequired:
        return {tr("A second person is required."), meaning,
                tr("Another officer has to recommend before you approve.")};
    case ErrorWord::NotEligible:
        return {tr("The customer must be at least 18 years old."), meaning, tr("Check the date of birth.")};
    case ErrorWord::RateLimited:
        return {tr("FinHub is receiving too many requests."), meaning, tryAgainAfter(error.retryAfter)};
    case ErrorWord::InternalError:
    case ErrorWord::SimulatedFailure:
    case ErrorWord::Unknown:
        break;
    }
    return {};
}

ErrorText statusText(const Error& error, Attempt attempt)
{
    ErrorText text = wordText(error, attempt);
    if (!text.what.isEmpty())
        return text;
    const QString meaning = nothingHappened(attempt);
    // What stands in front of a server says these three while the server itself is away.
    if (error.status >= 502 && error.status <= 504)
        return {tr("FinHub is not available now (status %1).").arg(error.status), meaning,
                tr("It is not your doing. %1").arg(tryAgainAfter(error.retryAfter))};
    if (error.status >= 500)
        return {tr("FinHub has an internal problem (status %1).").arg(error.status), meaning,
                tr("It is not your doing. Try again in a moment.")};
    if (error.status == 401)
        return {tr("FinHub did not accept the sign-in."), meaning, tr("Sign in again.")};
    if (error.status == 403)
        return {tr("FinHub refuses this."), meaning, askAdministrator()};
    if (error.status == 404)
        return notFoundText(error, attempt);
    if (error.status == 429)
        return {tr("FinHub is receiving too many requests."), meaning, tryAgainAfter(error.retryAfter)};
    if (error.serverMessage.isEmpty())
        return {tr("FinHub refused the request (status %1).").arg(error.status), meaning, tryAgain(attempt)};
    return {tr("FinHub refused the request: “%1” (status %2).")
                .arg(displayText(error.serverMessage))
                .arg(error.status),
            meaning, tryAgain(attempt)};
}

/// Why an outcome is not known.
QString lostHow(const Error& error)
{
    if (error.is(ErrorWord::IdempotencyInProgress))
        return tr("FinHub is still at work on the same request.");
    if (error.status >= 500)
        return tr("FinHub had an internal problem (status %1) while it was at work on it.").arg(error.status);
    return tr("The answer was lost after the request had been sent.");
}

} // namespace

ErrorText errorText(const Error& error, Attempt attempt)
{
    const QString meaning = nothingHappened(attempt);
    switch (error.kind) {
    case ErrorKind::Refused:
        return {tr("The request was not sent, because part of it is not valid."), meaning,
                attempt == Attempt::SignIn ? tr("Check the connection's settings.") : tryAgain(attempt)};
    case ErrorKind::Unreachable:
        return {tr("FinHub cannot be reached."), meaning,
                tr("Check the network and the address, then try again.")};
    case ErrorKind::Tls:
        return tlsText(error.tlsFault, attempt);
    case ErrorKind::Timeout:
        return {tr("FinHub did not answer in time."), meaning, tr("Try again.")};
    case ErrorKind::TooLarge:
        return {tr("FinHub's answer was larger than allowed and was cut off."), meaning,
                tr("Try again; report it if it stays so.")};
    case ErrorKind::BadAnswer:
        return {tr("FinHub's answer could not be understood."), meaning,
                tr("Try again; report it if it stays so.")};
    case ErrorKind::Status:
        return statusText(error, attempt);
    case ErrorKind::SessionEnded:
        return {tr("The session is over."), meaning, tr("Sign in again; everything here is kept.")};
    case ErrorKind::NotOffered:
        return {tr("This server does not offer %1.").arg(words::extension(error.extension.value())), meaning,
                tr("Use the platform itself for this.")};
    case ErrorKind::OutcomeUnknown:
        return {tr("It is not known whether FinHub has recorded this."), lostHow(error),
                tr("Do not send it again; look at the case first.")};
    case ErrorKind::BrokenDocument:
        return brokenDocumentText(error);
    }
    return {};
}

} // namespace finhub::views
