#pragma once

#include "core/error.h"

#include <QString>

namespace finhub::views {

/// What was being done when an error ended it.
enum class Attempt {
    SignIn,
    LoadCustomers,
    OpenCase,
    LoadVerification,
    LoadActivity,
    LoadDocument,
    Approve,
    Reject,
    RequestResubmission,
    AcceptConsents,
    Activate,
    LoadCategories,
    RegisterCustomer,
    SignInCustomer,
    ResetLogin,
    StartVerification,
    UploadDocument,
    LoadReadiness,
    LoadTemplates,
    SaveTemplate,
    LoadRawJson,
    Claim,
    ReleaseClaim,
    HandOver,
    TakeOver,
    LoadRecommendations,
    Recommend,
    LoadNotes,
    AddNote
};

/// A failure in words: what happened, what it means for this case, and what can be done now.
struct ErrorText {
    QString what;
    QString meaning;
    QString next;

    QString detail() const { return meaning + QLatin1Char(' ') + next; }
    QString sentence() const { return what + QLatin1Char(' ') + detail(); }
};

/// The one place where errors become sentences. `now` dates the end of a lock. Texts of the server are quoted
/// with invisible characters made visible, and only where nothing better is known (R2, R18).
ErrorText errorText(const Error& error, Attempt attempt);

} // namespace finhub::views
