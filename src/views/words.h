#pragma once

#include "core/lifecycle.h"

#include <QString>

/// The console's words for the values of the contract, and nothing else: one place to translate. A value that
/// the contract does not know is shown as it came (R4), with invisible characters made visible.
namespace finhub::views::words {

QString stage(Stage stage); ///< "Approval"; the seed's phases and ACTIVE, REJECTED
QString stage(const WireValue<Stage>& stage);
QString phase(Stage stage);                                  ///< short label of the stepper: "Category"
QString status(const WireValue<VerificationStatus>& status); ///< "In review"
QString risk(const WireValue<RiskLevel>& risk);              ///< "Medium"
QString riskLong(const WireValue<RiskLevel>& risk);          ///< "Medium risk"
QString documentType(const WireValue<DocumentType>& type);
QString requirement(const WireValue<Requirement>& requirement);
QString
requirements(const QList<WireValue<Requirement>>& requirements); ///< "proof of address, source of funds"
QString mimeType(MimeType type);                                 ///< "PDF"
QString gender(const QString& gender);                           ///< 2.4's MALE, FEMALE, OTHER
QString consent(const WireValue<ConsentType>& consent);
QString role(const WireValue<Role>& role);
QString level(const WireValue<VerificationLevel>& level);
QString verdict(Verdict verdict);       ///< "Approve", as on the button
QString nextAction(Action action);      ///< "Officer reviews", under the current phase
QString reason(const QString& code);    ///< what an officer calls a reason code; the code itself when unknown
QString extension(Extension extension); ///< what a server without it does not offer, as a noun
QString fileSize(qint64 bytes);         ///< "1.8 MB"

} // namespace finhub::views::words
