#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace finhub {

/// Section 5: whether the customer may try again.
enum class Disposition { Retry, Final };
/// Section 5: what a reason speaks about.
enum class ReasonScope { Document, Applicant };

/// One row of the reason catalogue, version 1.
struct ReasonCode {
    const char* code;
    Disposition disposition;
    ReasonScope scope;
    bool internal; ///< The code and any text about it must never reach the customer (no tipping off).
    const char* publicText; ///< What the customer reads; of an internal code the neutral sentence.

    QString codeText() const { return QLatin1String(code); }
    QString publicTextString() const { return QLatin1String(publicText); }
};

/// The neutral sentence that stands in for every internal reason.
QString neutralReasonText();

/// The catalogue in its order, from least to most severe.
std::span<const ReasonCode> reasonCatalogue();

/// The catalogue row of a code, or nullptr for an unknown code.
const ReasonCode* findReason(const QString& code);

/// The codes without duplicates, most severe first (2.9); unknown codes keep their order at the end.
QStringList mostSevereFirst(const QStringList& codes);

/// The customer's text for these codes: the public sentences, each once, most severe first. One internal code
/// makes the neutral sentence the whole text, so that nothing beside it hints at the reason.
QString customerText(const QStringList& codes);

/// What the customer may read of an approval.
QString approvalText();

} // namespace finhub
