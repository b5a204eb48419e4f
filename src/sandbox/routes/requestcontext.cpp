#include "sandbox/routes/requestcontext.h"

#include <QUuid>

namespace finhub::sandbox {

Stamp RequestContext::stamp() const
{
    return {now, actor(), freshId};
}

Actor RequestContext::actor() const
{
    return {caller.isAdmin ? ActorType::Admin : ActorType::Customer, caller.user.text(), caller.name};
}

QString RequestContext::callerAddress() const
{
    const QString forwarded = QString::fromUtf8(http.header("X-Forwarded-For")).trimmed();
    return forwarded.isEmpty() ? http.peer : forwarded;
}

std::optional<Refusal> RequestContext::commit(const std::optional<std::pair<DocumentId, QByteArray>>& upload)
{
    const QList<EventRecord> news = file.events.mid(file.knownEvents);
    if (!state.cases->commit(file, upload))
        return refuse(ErrorWord::InternalError);
    for (const EventRecord& event : news) {
        if (const auto raised = webhookEventOf(file, event))
            state.webhooks->raise(*raised);
    }
    return std::nullopt;
}

QString freshId(IdKind)
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace finhub::sandbox
