#include "views/errortext.h"

#include "core/values.h"
#include "views/timetext.h"
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

bool isWrite(Attempt attempt)
{
    switch (attempt) {
    case Attempt::Approve:
    case Attempt::Reject:
    case Attempt::RequestResubmission:
    case Attempt::AcceptConsents:
    case Attempt::Activate:
    case Attempt::RegisterCustomer:
    case Attempt::ResetLogin:
    case Attempt::StartVerification:
    case Attempt::UploadDocument:
    case Attempt::SaveTemplate:
        return true;
    case Attempt::SignIn:
    case Attempt::LoadCustomers:
    case Attempt::OpenCase:
    case Attempt::LoadVerification:
    case Attempt::LoadActivity:
    case Attempt::LoadDocument:
    case Attempt::LoadCategories:
    case Attempt::SignInCustomer:
    case Attempt::LoadReadiness:
    case Attempt::LoadTemplates:
    case Attempt::LoadRawJson:
        return false;
    }
    return false;
}

/// What a definite failure means: for a write, that nothing has changed.
QString nothingHappened(Attempt attempt)
{
    switch (attempt) {
    case Attempt::SignIn:
        return tr("You are not signed in.");
    case Attempt::LoadCustomers:
        return tr("The customers cannot be shown.");
    case Attempt::OpenCase:
        return tr("The case cannot be shown completely.");
    case Attempt::LoadVerification:
        return tr("Documents and state of the verification are not known, so nothing can be decided.");
    case Attempt::LoadActivity:
        return tr("The case itself is not affected.");
    case Attempt::LoadDocument:
        return tr("This document cannot be shown; the others are not affected.");
    case Attempt::Approve:
    case Attempt::Reject:
    case Attempt::RequestResubmission:
        return tr("The case has not been decided.");
    case Attempt::AcceptConsents:
        return tr("This consent has not been recorded; those accepted before it are.");
    case Attempt::Activate:
        return tr("The customer has not been activated.");
    case Attempt::LoadCategories:
        return tr("The categories cannot be shown, so nobody can be registered now.");
    case Attempt::RegisterCustomer:
        return tr("Nobody has been registered; nothing that you typed is lost.");
    case Attempt::SignInCustomer:
        return tr("You are not acting as the customer.");
    case Attempt::ResetLogin:
        return tr("The login has not been reset.");
    case Attempt::StartVerification:
        return tr("No verification has been started.");
    case Attempt::UploadDocument:
        return tr("This file has not been uploaded; the others are not affected.");
    case Attempt::LoadReadiness:
        return tr("What is missing for the activation is not known.");
    case Attempt::LoadTemplates:
        return tr("The texts of the consents cannot be shown.");
    case Attempt::SaveTemplate:
        return tr("The text has not been saved; nothing that you typed is lost.");
    case Attempt::LoadRawJson:
        return tr("The case itself is not affected.");
    }
    return {};
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

ErrorText authenticationText(const Error& error, const QString& notSignedIn)
{
    if (error.lockoutTime.isValid()) {
        return {tr("This account is locked after too many wrong passwords."),
                tr("It opens again at %1.").arg(dateTimeText(error.lockoutTime)),
                tr("An administrator can reset the login before that.")};
    }
    const int left = error.maxAttempts - error.attempts;
    const QString meaning =
        error.maxAttempts <= 0 ? notSignedIn
        : left == 1            ? tr("One attempt is left before the account is locked.")
                    : tr("%1 attempts are left before the account is locked.").arg(QLocale().toString(left));
    return {tr("User name or password is wrong."), meaning, tr("Check both and try again.")};
}

/// Sentences for the words of 1.4 that say more than their status.
ErrorText wordText(const Error& error, Attempt attempt)
{
    const QString meaning = nothingHappened(attempt);
    switch (error.word.value()) {
    case ErrorWord::Authentication:
        return authenticationText(error, meaning);
    case ErrorWord::ValidationFailed: {
        QStringList faults;
        for (const FieldFault& fault : error.fields)
            faults << displayText(QStringLiteral("%1: %2").arg(fault.field, fault.message));
        return {faults.isEmpty() ? tr("FinHub did not accept a value.")
                                 : tr("FinHub did not accept a value (%1).").arg(faults.join(u"; ")),
                meaning, tr("Correct it and try again.")};
    }
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
        return {tr("FinHub no longer knows this."), meaning, tr("Go back to the list and refresh it.")};
    case ErrorWord::DuplicateEmail:
        return {tr("A customer with this e-mail address exists."), meaning,
                tr("Open the existing customer instead.")};
    case ErrorWord::VerificationAlreadyOpen:
    case ErrorWord::AlreadyVerified:
        return {tr("There is a verification already."), meaning, tr("Refresh the case to see it.")};
    case ErrorWord::VerificationClosed:
        return {tr("The verification is closed."), meaning, tr("Refresh the case to see its outcome.")};
    case ErrorWord::AlreadyDecided:
        return {tr("The case was decided before your decision arrived (%1).")
                    .arg(words::status(error.verificationStatus)),
                tr("Your decision was not recorded; the earlier one stands."),
                tr("The case now shows what was decided.")};
    case ErrorWord::InvalidState:
        return {tr("A resubmission has already been requested."), meaning,
                tr("Wait for the customer, or decide otherwise.")};
    case ErrorWord::AlreadyActive:
        return {tr("The customer is active already."), tr("Nothing was changed."),
                tr("Nothing is left to do.")};
    case ErrorWord::Claimed:
        return {error.holder.isEmpty() ? tr("Another officer holds this case.")
                                       : tr("%1 holds this case.").arg(displayText(error.holder)),
                meaning, tr("Take another case, or ask for this one.")};
    case ErrorWord::AlreadyRecommended:
        return {tr("You have already recommended in this round."), meaning,
                tr("A second officer decides now.")};
    case ErrorWord::IdempotencyInProgress:
        return {tr("The same request is still being processed."), meaning,
                tr("Wait a moment and look again.")};
    case ErrorWord::IdempotencyKeyReused:
        return {tr("FinHub has seen this request's key with other content."), meaning, tryAgain(attempt)};
    case ErrorWord::StaleVersion:
        return {tr("The case has changed since it was read."), meaning,
                tr("Look at what is new, then decide again.")};
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
        return {tr("FinHub is receiving too many requests."), meaning,
                error.retryAfter
                    ? tr("Try again in %1 seconds.")
                          .arg(QLocale().toString(static_cast<qlonglong>(error.retryAfter->count())))
                    : tr("Try again in a moment.")};
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
    if (error.status >= 500)
        return {tr("FinHub has an internal problem (status %1).").arg(error.status), meaning,
                tr("It is not your doing. Try again in a moment.")};
    if (error.status == 401)
        return {tr("FinHub did not accept the sign-in."), meaning, tr("Sign in again.")};
    if (error.status == 403)
        return {tr("FinHub refuses this."), meaning, askAdministrator()};
    if (error.status == 404)
        return {tr("FinHub no longer knows this."), meaning, tr("Go back to the list and refresh it.")};
    if (error.status == 429)
        return {tr("FinHub is receiving too many requests."), meaning, tr("Try again in a moment.")};
    if (error.serverMessage.isEmpty())
        return {tr("FinHub refused the request (status %1).").arg(error.status), meaning, tryAgain(attempt)};
    return {tr("FinHub refused the request: “%1” (status %2).")
                .arg(displayText(error.serverMessage))
                .arg(error.status),
            meaning, tryAgain(attempt)};
}

ErrorText documentText(const Error& error)
{
    const QString others = tr("The other documents are not affected.");
    switch (error.documentFault) {
    case DocumentFault::HashMismatch:
        return {tr("This is not the file that was uploaded."),
                tr("Its SHA-256 differs from the one FinHub recorded, so it is not shown."),
                tr("Do not decide on it. Load it again, and report it if it stays so.")};
    case DocumentFault::UnsupportedKind:
        return {tr("This file is neither a PDF nor a JPEG nor a PNG."), others,
                tr("Ask the customer for the document in one of these forms.")};
    case DocumentFault::TooLarge:
        return {
            tr("This file is too large to be shown."), others,
            tr("The limits are 10 MB, 100 megapixels and 500 pages. Ask the customer for a smaller one.")};
    case DocumentFault::Unreadable:
        return {tr("This file is damaged and cannot be read."), others,
                tr("Ask the customer to send it again.")};
    case DocumentFault::WorkerFailed:
        return {
            tr("This file could not be opened: reading it was stopped for safety."),
            tr("The file may be damaged or made to do harm. Nothing outside its own process was touched."),
            tr("Ask the customer for another copy.")};
    case DocumentFault::WorkerMissing:
        return {tr("Documents cannot be opened on this computer."),
                tr("The program that reads them in isolation did not start, and nothing is read without it."),
                tr("Check the installation: finhub-document-worker is missing or not allowed to run.")};
    case DocumentFault::None:
        break;
    }
    return {tr("This document cannot be shown."), others, tr("Try again.")};
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
        return {tr("The server could not prove that it is FinHub."),
                isWrite(attempt) || attempt == Attempt::SignIn ? tr("Nothing was sent to it. %1").arg(meaning)
                                                               : meaning,
                tr("Do not go on; tell your administrator that its certificate is not valid.")};
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
        return {tr("It is not known whether FinHub has recorded this."),
                tr("The answer was lost after the request had been sent."),
                tr("Do not send it again; look at the case first.")};
    case ErrorKind::BrokenDocument:
        return documentText(error);
    }
    return {};
}

} // namespace finhub::views
