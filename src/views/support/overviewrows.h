#pragma once

#include "review/casefile.h"
#include "views/fieldlist.h"
#include "views/support/disclosure.h"

/// What the sections of the customer page say: names and values from what is known of the case, in words also
/// where nothing is known. Personal values are masked as the disclosure says, and a masked value cannot be
/// copied. Pure functions.
namespace finhub::views::overview {

/// How much of the customer has arrived: until the read has been answered only what the list knew is there,
/// and what is missing then is on its way, not unknown.
enum class Known { FromList, Completely };

QList<FieldRow> declaredRows(const Customer& customer, Known known, const Disclosure& disclosure);
QList<FieldRow> accountRows(const Customer& customer, Known known, const Disclosure& disclosure);
/// The names of those who acted are taken from the activity, since a verification has their ids only.
QList<FieldRow> verificationRows(const Verification& verification, const QList<TimelineEvent>& activity);
/// What is required and missing, then what has been sent.
QList<FieldRow> documentRows(const Verification& verification, const Disclosure& disclosure);
QList<FieldRow> consentRows(const Customer& customer);
QList<FieldRow> activationRows(const Customer& customer, const std::optional<Readiness>& readiness,
                               const Disclosure& disclosure);

} // namespace finhub::views::overview
