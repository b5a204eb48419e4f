#include "views/attempttext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::errortext", text);
}
} // namespace

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
    case Attempt::Claim:
    case Attempt::ReleaseClaim:
    case Attempt::HandOver:
    case Attempt::TakeOver:
    case Attempt::Recommend:
    case Attempt::AddNote:
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
    case Attempt::LoadRecommendations:
    case Attempt::LoadNotes:
        return false;
    }
    return false;
}

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
    case Attempt::Claim:
        return tr("You do not have this case.");
    case Attempt::ReleaseClaim:
        return tr("The case has not been given back; it is free again when the claim runs out.");
    case Attempt::HandOver:
        return tr("The case has not been handed over.");
    case Attempt::TakeOver:
        return tr("The case has not been taken over.");
    case Attempt::LoadRecommendations:
        return tr("What others have recommended is not known, so an approval by two people has to wait.");
    case Attempt::Recommend:
        return tr("No recommendation has been recorded; nothing that you typed is lost.");
    case Attempt::LoadNotes:
        return tr("The notes cannot be shown; the case itself is not affected.");
    case Attempt::AddNote:
        return tr("The note has not been recorded; nothing that you typed is lost.");
    }
    return {};
}

} // namespace finhub::views
