#include "views/support/overviewtexts.h"

#include "core/reasoncode.h"
#include "views/phases/verificationwords.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCoreApplication>

namespace finhub::views::overview {

namespace {
constexpr int Head = 8;
constexpr int Tail = 6;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::overview", text);
}

/// What we have no word for, as the server wrote it.
QString raw(const QString& text)
{
    return text.isEmpty() ? tr("Unknown") : displayLine(text, 80);
}
} // namespace

QString customerStatus(const QString& status)
{
    if (status == QLatin1String("CS_REGISTRATION_COMPLETED"))
        return tr("Registration completed");
    if (status == QLatin1String("CS_ACTIVE"))
        return tr("Active");
    return raw(status);
}

QString userStatus(const QString& status)
{
    if (status == QLatin1String("PENDING_ACTIVATION"))
        return tr("Pending activation");
    if (status == QLatin1String("ACTIVE"))
        return tr("Active");
    return raw(status);
}

QString documentStatus(const WireValue<DocumentStatus>& status)
{
    switch (status.value()) {
    case DocumentStatus::Uploaded:
        return tr("Uploaded");
    case DocumentStatus::Processing:
        return tr("Being processed");
    case DocumentStatus::Verified:
        return tr("✓ Verified");
    case DocumentStatus::Unknown:
        return raw(status.text());
    }
    return {};
}

QString verificationType(const WireValue<VerificationType>& type)
{
    return type.isKnown() ? words::verificationType(type) : raw(type.text());
}

QString shortened(const QString& id)
{
    if (id.size() <= Head + Tail + 1)
        return displayLine(id);
    return displayLine(QStringLiteral("%1…%2").arg(id.left(Head), id.right(Tail)));
}

QString reasonWithMark(const QString& code)
{
    const ReasonCode* reason = findReason(code);
    return reason && reason->internal ? tr("%1 (internal, must not be told)").arg(words::reason(code))
                                      : words::reason(code);
}

} // namespace finhub::views::overview
