#include "views/help/errortopics.h"

#include <QtGlobal>

namespace finhub::views {

#define SAY(text) QT_TRANSLATE_NOOP("finhub::views::ErrorTopics", text)

ErrorTopic errorTopic(ErrorWord word)
{
    switch (word) {
    case ErrorWord::ValidationFailed:
        return {SAY("A value is missing or wrong"),
                SAY("FinHub did not accept a value that was sent. Nothing was recorded."),
                SAY("Correct the fields that are marked and send again.")};
    case ErrorWord::MalformedJson:
        return {SAY("The request could not be read"),
                SAY("What the console sent did not arrive as it was sent. Nothing was recorded."),
                SAY("Try again. If it happens again, copy the diagnostics and tell support.")};
    case ErrorWord::MissingHeaders:
        return {SAY("A part of the request is missing"),
                SAY("Something between this computer and FinHub has taken a header away, or the server wants "
                    "one that this version does not send."),
                SAY("Copy the diagnostics and tell support.")};
    case ErrorWord::InvalidCategorization:
        return {SAY("The category does not fit"),
                SAY("The category is unknown, is not one for individuals, or lacks a parameter."),
                SAY("Read the categories again and choose another one.")};
    case ErrorWord::MissingConsents:
        return {SAY("Consents are missing"),
                SAY("A customer is not activated before every required consent is accepted."),
                SAY("Open the phase Consents and have the missing ones accepted.")};
    case ErrorWord::Authentication:
        return {SAY("Signing in was refused"),
                SAY("User name or password are wrong, or the account is locked after too many attempts."),
                SAY("Check what you typed. A locked account opens again at the time that is shown, or when "
                    "an administrator resets it.")};
    case ErrorWord::InvalidToken:
        return {SAY("The session is not known"),
                SAY("The session was ended at the server, or another one took its place."),
                SAY("Sign in again; you go on where you were.")};
    case ErrorWord::TokenExpired:
        return {SAY("The session has run out"), SAY("The time of the session is over."),
                SAY("Sign in again; you go on where you were.")};
    case ErrorWord::TenantAccessDenied:
        return {SAY("No access to this tenant"),
                SAY("The tenant of the connection is unknown, or your account belongs to another one."),
                SAY("Check tenant and organization of the connection.")};
    case ErrorWord::InsufficientPermissions:
        return {SAY("Your role may not do this"),
                SAY("The server asks for a role that your account does not have. Nothing was recorded."),
                SAY("Ask a colleague who has the role, or an administrator for it.")};
    case ErrorWord::LevelNotAllowed:
        return {SAY("The case is above your level"),
                SAY("A decision on a case of this level needs the role of a senior officer."),
                SAY("Recommend a decision; a senior officer decides.")};
    case ErrorWord::NotFound:
        return {SAY("There is no such thing here"),
                SAY("The customer, document or text is not in this tenant, or not any more."),
                SAY("Read the list again. Check the id if you typed or pasted it.")};
    case ErrorWord::MethodNotAllowed:
        return {SAY("The server does not do this"),
                SAY("The server knows the address but not what was wanted of it; it may be older than this "
                    "console."),
                SAY("Copy the diagnostics and tell support.")};
    case ErrorWord::DuplicateEmail:
        return {SAY("The e-mail address is in use"),
                SAY("A customer of this tenant has this address already; capital and small letters count as "
                    "the same."),
                SAY("Open that customer, or use another address.")};
    case ErrorWord::VerificationAlreadyOpen:
        return {SAY("A verification is open already"),
                SAY("A customer has one open verification of a kind at a time."),
                SAY("Go on with the one that is open.")};
    case ErrorWord::AlreadyVerified:
        return {SAY("The customer is verified already"),
                SAY("A verification of this kind has been approved."),
                SAY("There is nothing to do. Read the case again.")};
    case ErrorWord::VerificationClosed:
        return {SAY("The verification is closed"),
                SAY("Documents cannot be added to a verification that is approved or rejected."),
                SAY("Read the case again. A new verification takes new documents.")};
    case ErrorWord::AlreadyDecided:
        return {SAY("The case is decided already"),
                SAY("Another officer, or an earlier attempt of yours, has decided it. This decision was not "
                    "recorded."),
                SAY("Read the case again to see who decided what.")};
    case ErrorWord::InvalidState:
        return {SAY("Not possible in this state"),
                SAY("The case is in a state in which this cannot be done, such as a second request for the "
                    "same resubmission."),
                SAY("Read the case again and do what it asks for now.")};
    case ErrorWord::AlreadyActive:
        return {SAY("The customer is active already"), SAY("The account was activated before."),
                SAY("There is nothing to do. Read the case again.")};
    case ErrorWord::Claimed:
        return {SAY("Another officer has the case"), SAY("Somebody else has taken the case and works on it."),
                SAY("Take another case, ask them to hand it over, or wait until their claim ends.")};
    case ErrorWord::AlreadyRecommended:
        return {SAY("You have recommended already"), SAY("Each officer recommends once in a round."),
                SAY("Another officer has to recommend or decide.")};
    case ErrorWord::IdempotencyInProgress:
        return {SAY("The same request is being worked on"),
                SAY("The server is still busy with what was sent before under the same key."),
                SAY("Wait. The console asks again by itself.")};
    case ErrorWord::StaleVersion:
        return {SAY("The case has changed"),
                SAY("Something of the case changed after you read it. Your decision was not recorded."),
                SAY("Look at what is new, then decide again.")};
    case ErrorWord::PayloadTooLarge:
        return {SAY("The file is too large"), SAY("A document may have 10 MB."),
                SAY("Ask for a smaller file, or scan with a lower resolution.")};
    case ErrorWord::UnsupportedMediaType:
        return {SAY("The kind of content is not accepted"),
                SAY("The server did not recognise what was sent as what it takes."),
                SAY("Copy the diagnostics and tell support.")};
    case ErrorWord::RangeNotSatisfiable:
        return {SAY("The document is shorter than expected"),
                SAY("A part of the document was asked for that it does not have; it may have been replaced."),
                SAY("Read the case again and open the document anew.")};
    case ErrorWord::RequiredDocumentsMissing:
        return {SAY("Required documents are missing"),
                SAY("A case is not approved before every required document is there."),
                SAY("Wait for the missing documents, or ask for them with a resubmission.")};
    case ErrorWord::VerificationNotApproved:
        return {SAY("The customer is not verified"),
                SAY("Only a customer whose verification is approved can be activated."),
                SAY("Finish the review first.")};
    case ErrorWord::ReasonNotRetryable:
        return {SAY("The reason does not allow another try"),
                SAY("A resubmission was asked for with a reason that ends the application."),
                SAY("Reject the case, or choose a reason that the customer can mend.")};
    case ErrorWord::SecondPersonRequired:
        return {SAY("A second person is required"),
                SAY("An approval of this level needs the recommendation of another officer first."),
                SAY("Ask a colleague to recommend the case.")};
    case ErrorWord::NotEligible:
        return {SAY("The customer may not be registered"), SAY("Customers have to be at least 18 years old."),
                SAY("Check the date of birth. There is no way round the age.")};
    case ErrorWord::IdempotencyKeyReused:
        return {SAY("The key of the request was used before"),
                SAY("The server has seen this key with another request."),
                SAY("Read the case again to see what is recorded, then do it anew.")};
    case ErrorWord::RateLimited:
        return {SAY("Too many requests"), SAY("The server asks for a pause."),
                SAY("Wait a moment. What only reads is tried again by itself.")};
    case ErrorWord::InternalError:
        return {SAY("The server has failed"),
                SAY("Something went wrong at the server. Whether a change was recorded is looked up before "
                    "you are asked to repeat it."),
                SAY("Try again in a while. If it goes on, copy the diagnostics and tell support.")};
    case ErrorWord::SimulatedFailure:
        return {SAY("A failure for training"), SAY("The sandbox was asked to fail; nothing is wrong."),
                SAY("Try again.")};
    case ErrorWord::Unknown:
        break;
    }
    return {};
}

#undef SAY

} // namespace finhub::views
