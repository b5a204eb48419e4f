#include "sandbox/webhooks/webhookevent.h"

#include "sandbox/json.h"
#include "sandbox/store/casefacts.h"

namespace finhub::sandbox {

namespace {
/// The timeline and 2.13 name the same things alike, but for one.
QString nameFor(const QString& timelineType)
{
    return timelineType == QLatin1String("customer.registered") ? QStringLiteral("customer.created")
                                                                : timelineType;
}

Json idsIn(const CaseFile& file, const EventRecord& event)
{
    Json ids{{"customerId", jsonText(file.customer.id.text())}};
    const Json data = parseJsonObject(event.data).value_or(Json::object());
    for (const char* name : {"verificationId", "documentId"}) {
        if (const QString id = memberText(data, name); !id.isEmpty())
            ids[name] = jsonText(id);
    }
    const auto consent = WireValue<ConsentType>::fromWire(memberText(data, "consentType")).value();
    if (const ConsentRecord* accepted = findConsent(file, consent))
        ids["consentId"] = jsonText(accepted->id);
    return ids;
}
} // namespace

const QStringList& subscribableEvents()
{
    static const QStringList events{QStringLiteral("customer.created"),
                                    QStringLiteral("customer.updated"),
                                    QStringLiteral("customer.activated"),
                                    QStringLiteral("customer.suspended"),
                                    QStringLiteral("verification.approved"),
                                    QStringLiteral("transaction.completed"),
                                    QStringLiteral("verification.initiated"),
                                    QStringLiteral("verification.rejected"),
                                    QStringLiteral("verification.resubmission_requested"),
                                    QStringLiteral("document.uploaded"),
                                    QStringLiteral("consent.accepted")};
    return events;
}

std::optional<WebhookEvent> webhookEventOf(const CaseFile& file, const EventRecord& event)
{
    const QString type = nameFor(event.type);
    if (!subscribableEvents().contains(type))
        return std::nullopt;
    const Json body{{"id", jsonText(event.id)},
                    {"type", jsonText(type)},
                    {"timestamp", jsonTime(event.at)},
                    {"data", idsIn(file, event)}};
    return WebhookEvent{event.id, type, file.customer.id, jsonBytes(body)};
}

} // namespace finhub::sandbox
