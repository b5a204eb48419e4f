#include "api/codecs/notecodec.h"

#include "api/codecs/claimcodec.h"
#include "api/codecs/envelope.h"
#include "api/codecs/pagecodec.h"
#include "api/json/jsonbody.h"

namespace finhub::api {

namespace {
Note readNote(const JsonPlace& place)
{
    Note note;
    note.id = place.member("id").required().idText();
    note.verificationId = place.member("verificationId").id<VerificationId>();
    note.text = place.member("text").text();
    note.by = readOfficer(place.member("by"));
    note.at = place.member("at").time();
    return note;
}
} // namespace

QByteArray writeNote(const QString& text)
{
    return JsonBody().text("text", text).take();
}

Result<Note> readNoteAnswer(const QByteArray& body, const VerificationId& asked)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    const JsonPlace payload = envelope->payload().required();
    Note note = readNote(payload);
    if (note.verificationId.isEmpty())
        note.verificationId = asked;
    else if (note.verificationId != asked)
        payload.member("verificationId").noteFault("not the verification that was written about");
    return envelope->checked(note);
}

Result<Page<Note>> readNotePage(const QByteArray& body, int page, int size)
{
    const Result<Envelope> envelope = Envelope::open(body);
    if (!envelope)
        return failure(envelope.error());
    return envelope->checked(readPage<Note>(envelope->payload(), "notes", page, size, readNote));
}

} // namespace finhub::api
