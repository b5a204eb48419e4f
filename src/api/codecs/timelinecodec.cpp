#include "api/codecs/timelinecodec.h"

#include "api/codecs/envelope.h"
#include "api/codecs/pagecodec.h"

namespace finhub::api {

namespace {
TimelineEvent readEvent(const JsonPlace& place)
{
    TimelineEvent event;
    event.id = place.member("id").idText();
    event.type = place.member("type").text();
    event.at = place.member("at").time();
    const JsonPlace actor = place.member("actor");
    event.actorType = actor.member("type").word<ActorType>();
    event.actorId = actor.member("id").idText();
    event.actorName = actor.member("name").text();
    event.summary = place.member("summary").text();
    return event;
}
} // namespace

Result<Page<TimelineEvent>> readTimelinePage(const QByteArray& body, int page, int size)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return envelope->checked(readPage<TimelineEvent>(envelope->payload(), "events", page, size, readEvent));
}

} // namespace finhub::api
