#include "views/known/offertext.h"

#include "views/widgets/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::offertext", text);
}
} // namespace

QString listSourceText(const api::FinHub& finhub)
{
    if (finhub.offers(Extension::CustomerDirectory))
        return {};
    return tr("This server does not offer a list of customers. Shown are those that this console has "
              "registered or that were added by id.");
}

QString caseSourceText(const api::FinHub& finhub)
{
    const bool customers = finhub.offers(Extension::CustomerDirectory);
    const bool verifications = finhub.offers(Extension::VerificationRead);
    if (!customers && !verifications)
        return tr("This server does not offer reading customers and verifications. The state comes from its "
                  "readiness check; personal data and documents are shown as far as this console has sent "
                  "them since it was started.");
    if (!customers)
        return tr("This server does not offer reading customers. Personal data are shown as far as this "
                  "console has sent them since it was started.");
    if (!verifications)
        return tr("This server does not offer reading verifications. Documents are listed as far as this "
                  "console has sent them since it was started.");
    return {};
}

QString documentSourceText(const api::FinHub& finhub)
{
    if (!finhub.offers(Extension::VerificationRead))
        return tr("Documents that this console sends can be looked at until it is closed. Those that were "
                  "sent from elsewhere, or before, can only be seen on the platform.");
    if (!finhub.offers(Extension::DocumentContent))
        return tr("Documents that this console sends can be looked at until it is closed. The others are "
                  "listed by name and can only be seen on the platform.");
    return {};
}

QString nameText(const QString& fullName)
{
    return fullName.isEmpty() ? tr("Name not known to this console") : displayLine(fullName);
}

QString nameOrId(const Customer& customer)
{
    const QString name = customer.person.fullName();
    return name.isEmpty() ? tr("customer %1").arg(customer.id.text()) : displayLine(name);
}

bool looksLikeAnId(const QString& text)
{
    // Ids are opaque (R5), so this decides only what is offered: names have no digits.
    return CustomerId(text).isValid() &&
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace finhub::views
