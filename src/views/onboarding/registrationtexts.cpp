#include "views/onboarding/registrationtexts.h"

#include "core/requireddocuments.h"
#include "views/errortext.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace finhub::views {

namespace {
using review::DraftFault;
using review::DraftField;

constexpr qsizetype LongestServerText = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::registrationtexts", text);
}

QString missingText(DraftField field)
{
    switch (field) {
    case DraftField::Category:
        return tr("Choose a category.");
    case DraftField::BirthDate:
        return tr("Enter the date of birth, for example 1990-05-15.");
    case DraftField::Nationality:
        return tr("Choose a country, or type its name.");
    case DraftField::RepeatedPassword:
        return tr("Type the password once more.");
    case DraftField::Roles:
        return tr("Choose at least one role.");
    case DraftField::AmlRisk:
        return tr("Choose a risk level; a parametrization needs one.");
    case DraftField::FirstName:
    case DraftField::LastName:
    case DraftField::Gender:
    case DraftField::BirthPlace:
    case DraftField::Email:
    case DraftField::Phone:
    case DraftField::Pincode:
    case DraftField::Password:
    case DraftField::AmlScore:
    case DraftField::Pep:
    case DraftField::PepCategory:
    case DraftField::Sanctions:
    case DraftField::Monitoring:
    case DraftField::EnhancedDueDiligence:
        break;
    }
    return tr("Enter the %1.").arg(draftFieldName(field));
}

QString joined(const QList<DraftField>& fields)
{
    QStringList names;
    for (const DraftField field : fields)
        names << draftFieldName(field);
    return QLocale().createSeparatedList(names);
}

/// What the server wrote about one field.
QString quoted(const QString& message)
{
    return message.isEmpty() ? tr("FinHub did not accept this.")
                             : tr("FinHub: %1").arg(displayLine(message, LongestServerText));
}

bool isAbout(const FieldFault& fault, review::DraftStep step)
{
    const std::optional<DraftField> field = review::fieldOfMember(fault.field);
    return field && review::stepOf(*field) == step;
}
} // namespace

QString draftFieldName(DraftField field)
{
    switch (field) {
    case DraftField::Category:
        return tr("category");
    case DraftField::FirstName:
        return tr("first name");
    case DraftField::LastName:
        return tr("last name");
    case DraftField::BirthDate:
        return tr("date of birth");
    case DraftField::Nationality:
        return tr("nationality");
    case DraftField::Gender:
        return tr("gender");
    case DraftField::BirthPlace:
        return tr("place of birth");
    case DraftField::Email:
        return tr("e-mail");
    case DraftField::Phone:
        return tr("phone");
    case DraftField::Pincode:
        return tr("postal code");
    case DraftField::Password:
        return tr("password");
    case DraftField::RepeatedPassword:
        return tr("repeated password");
    case DraftField::Roles:
        return tr("role");
    case DraftField::AmlRisk:
        return tr("risk level");
    case DraftField::AmlScore:
        return tr("risk score");
    case DraftField::Pep:
        return tr("PEP");
    case DraftField::PepCategory:
        return tr("PEP category");
    case DraftField::Sanctions:
        return tr("sanctions check");
    case DraftField::Monitoring:
        return tr("monitoring");
    case DraftField::EnhancedDueDiligence:
        return tr("enhanced due diligence");
    }
    return {};
}

QString draftFaultText(DraftField field, DraftFault fault)
{
    switch (fault) {
    case DraftFault::None:
        return {};
    case DraftFault::Missing:
        return missingText(field);
    case DraftFault::TooLong:
        return tr("This is too long; 255 characters are the most.");
    case DraftFault::NotForIndividuals:
        return tr("Choose a category for individuals.");
    case DraftFault::NotAnEmail:
        return tr("This is not an e-mail address, like rasa@example.com.");
    case DraftFault::NotAPhone:
        return tr("Begin with + and the country code, like +370 600 12345.");
    case DraftFault::NotADate:
        return tr("This is not a day; write it like 1990-05-15.");
    case DraftFault::InTheFuture:
        return tr("This day has not come yet.");
    case DraftFault::TooLongAgo:
        return tr("This is more than 130 years ago; check the year.");
    case DraftFault::Underage:
        return tr("The customer must be at least 18 years old.");
    case DraftFault::WeakPassword:
        return tr("The password breaks a rule; see below.");
    case DraftFault::Different:
        return tr("The two passwords differ.");
    case DraftFault::OutOfRange:
        return tr("The score goes from 0 to 100.");
    }
    return {};
}

QString draftBlockersText(const QList<DraftField>& faulty, const review::RegistrationDraft& draft,
                          const QDate& today)
{
    QList<DraftField> missing;
    QList<DraftField> wrong;
    for (const DraftField field : faulty)
        (draft.faultOf(field, today) == DraftFault::Missing ? missing : wrong) << field;
    QStringList sentences;
    if (!missing.isEmpty())
        sentences << tr("Still missing: %1.").arg(joined(missing));
    if (!wrong.isEmpty())
        sentences << tr("To be corrected: %1.").arg(joined(wrong));
    return sentences.join(u' ');
}

QString passwordRuleText(PasswordRule rule)
{
    switch (rule) {
    case PasswordRule::Length:
        return tr("8 to 128 characters");
    case PasswordRule::UpperCase:
        return tr("Upper case");
    case PasswordRule::LowerCase:
        return tr("Lower case");
    case PasswordRule::Digit:
        return tr("Digit");
    case PasswordRule::Special:
        return tr("Special character");
    }
    return {};
}

QString approverName(const QString& approver)
{
    if (approver == QLatin1String("TENANT"))
        return tr("the tenant");
    if (approver == QLatin1String("POWER_TENANT"))
        return tr("the power tenant");
    return displayLine(approver, LongestServerText);
}

QString approverName(RiskLevel risk)
{
    switch (levelFor(risk)) {
    case VerificationLevel::Tenant:
        return tr("the tenant");
    case VerificationLevel::PowerTenant:
        return tr("the power tenant");
    case VerificationLevel::Finhub:
        return tr("FinHub");
    case VerificationLevel::Unknown:
        return {};
    }
    return {};
}

QString amlRiskText(AmlRisk risk)
{
    switch (risk) {
    case AmlRisk::Low:
        return tr("Low");
    case AmlRisk::Medium:
        return tr("Medium");
    case AmlRisk::High:
        return tr("High");
    case AmlRisk::Critical:
        return tr("Critical");
    case AmlRisk::Unknown:
        return tr("Choose…");
    }
    return {};
}

QString pepCategoryText(PepCategory category)
{
    switch (category) {
    case PepCategory::Domestic:
        return tr("Domestic");
    case PepCategory::Foreign:
        return tr("Foreign");
    case PepCategory::RelativeOrCloseAssociate:
        return tr("Relative or associate");
    case PepCategory::InternationalOrganization:
        return tr("International body");
    case PepCategory::Unknown:
        return tr("Not given");
    }
    return {};
}

QString sanctionsText(SanctionsScreening screening)
{
    switch (screening) {
    case SanctionsScreening::Standard:
        return tr("Standard");
    case SanctionsScreening::Enhanced:
        return tr("Enhanced");
    case SanctionsScreening::RealTime:
        return tr("Real time");
    case SanctionsScreening::Unknown:
        return tr("Not given");
    }
    return {};
}

QString monitoringText(Monitoring monitoring)
{
    switch (monitoring) {
    case Monitoring::Weekly:
        return tr("Weekly");
    case Monitoring::Daily:
        return tr("Daily");
    case Monitoring::RealTime:
        return tr("Real time");
    case Monitoring::Unknown:
        return tr("Not given");
    }
    return {};
}

FieldMessages refusedFields(const Error& error, const review::RegistrationDraft& sent)
{
    FieldMessages messages;
    const QString what = errorText(error, Attempt::RegisterCustomer).what;
    switch (error.word.value()) {
    case ErrorWord::DuplicateEmail:
        messages.insert(DraftField::Email, what);
        return messages;
    case ErrorWord::NotEligible:
        messages.insert(DraftField::BirthDate, what);
        return messages;
    case ErrorWord::ValidationFailed:
    case ErrorWord::InvalidCategorization:
        break;
    default:
        return messages;
    }
    for (const FieldFault& fault : error.fields) {
        if (const std::optional<DraftField> field = review::fieldOfMember(fault.field))
            messages.insert(*field, quoted(fault.message));
    }
    if (messages.isEmpty() && error.is(ErrorWord::InvalidCategorization))
        messages.insert(sent.usesAml ? DraftField::AmlRisk : DraftField::Category, what);
    return messages;
}

QString registrationErrorText(const Error& error, bool mayRepeat)
{
    const QString nothingLost = tr("Nobody has been registered; nothing that you typed is lost.");
    if (error.kind == ErrorKind::OutcomeUnknown) {
        const bool atWork = error.is(ErrorWord::IdempotencyInProgress);
        if (atWork && mayRepeat)
            return tr("FinHub is still at work on this registration, so it is not known yet whether the "
                      "customer exists. Wait a moment, then send the same request again; nobody is "
                      "registered twice.");
        QString unknown = tr("It is not known whether the customer exists now: the answer was lost after "
                             "the request had been sent.");
        if (atWork)
            unknown = tr("It is not known yet whether the customer exists: FinHub is still at work on it.");
        else if (error.status >= 500)
            unknown = tr("It is not known whether the customer exists now: FinHub had an internal problem "
                         "(status %1) while it was at work on it.")
                          .arg(error.status);
        return unknown + QLatin1Char(' ') +
               (mayRepeat
                    ? tr("Look for them, or send the same request again; FinHub recognises it and does "
                         "not register anybody twice.")
                    : tr("Look for them before you go on; this server does not recognise a request that "
                         "is sent twice."));
    }
    if (error.is(ErrorWord::InvalidCategorization) &&
        std::any_of(error.fields.begin(), error.fields.end(),
                    [](const FieldFault& fault) { return isAbout(fault, review::DraftStep::Aml); }))
        return tr("FinHub did not accept the AML parametrization. %1 Correct what is marked and register "
                  "again.")
            .arg(nothingLost);
    if (!error.is(ErrorWord::ValidationFailed))
        return errorText(error, Attempt::RegisterCustomer).sentence();
    Error rest = error;
    rest.fields.removeIf(
        [](const FieldFault& fault) { return review::fieldOfMember(fault.field).has_value(); });
    if (!rest.fields.isEmpty() || error.fields.isEmpty())
        return errorText(rest, Attempt::RegisterCustomer).sentence();
    return tr("FinHub did not accept what is marked. %1 Correct it and register again.").arg(nothingLost);
}

} // namespace finhub::views
