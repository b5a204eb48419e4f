#pragma once

#include "api/finhub.h"
#include "core/values.h"

#include <QString>

/// What a server without the read side does not offer, in words, and what is shown instead (section 3).
namespace finhub::views {

/// Above the list, where the console lists whom it knows by itself; empty where the server has a directory.
QString listSourceText(const api::FinHub& finhub);
/// Above a case: where what is shown of it comes from; empty where the server offers customers and
/// verifications.
QString caseSourceText(const api::FinHub& finhub);
/// In place of documents, where none can be shown and this is why; empty where the server offers them.
QString documentSourceText(const api::FinHub& finhub);

/// The customer's name, or words that it is not known.
QString nameText(const QString& fullName);
/// The customer's name, or their id.
QString nameOrId(const Customer& customer);

/// Whether a text that was typed may be meant as a customer's id rather than as a name.
bool looksLikeAnId(const QString& text);

} // namespace finhub::views
