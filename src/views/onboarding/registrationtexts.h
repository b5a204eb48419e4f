#pragma once

#include "core/error.h"
#include "review/registrationdraft.h"

#include <QHash>
#include <QString>

/// The words of the registration: what its fields are called, what is wrong with them, what the values of the
/// AML parametrization mean, and what a refusal says.
namespace finhub::views {

/// What a field is called inside a sentence: "date of birth".
QString draftFieldName(review::DraftField field);
/// What is wrong with a field and how it is mended; empty for DraftFault::None.
QString draftFaultText(review::DraftField field, review::DraftFault fault);
/// "Still missing: first name and phone. To be corrected: e-mail."; empty when nothing is.
QString draftBlockersText(const QList<review::DraftField>& faulty, const review::RegistrationDraft& draft,
                          const QDate& today);
/// A rule as it stands below the password: "Upper case".
QString passwordRuleText(PasswordRule rule);

/// "the tenant", "the power tenant"; an approver that the contract does not know as it came.
QString approverName(const QString& approver);
/// Who approves a customer of this risk (4.4), empty for an unknown risk.
QString approverName(RiskLevel risk);

QString amlRiskText(AmlRisk risk);
QString pepCategoryText(PepCategory category);
QString sanctionsText(SanctionsScreening screening);
QString monitoringText(Monitoring monitoring);

/// What a server says about fields, in words, each at its own.
using FieldMessages = QHash<review::DraftField, QString>;
FieldMessages refusedFields(const Error& error, const review::RegistrationDraft& sent);
/// What ended a registration, for the place above the button. Faults that stand at their fields are not
/// repeated. `mayRepeat`: after an unknown outcome the same request may be sent again.
QString registrationErrorText(const Error& error, bool mayRepeat);

} // namespace finhub::views
