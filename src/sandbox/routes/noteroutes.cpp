#include "sandbox/routes/listquery.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"
#include "sandbox/routes/views.h"
#include "sandbox/store/officerwork.h"

namespace finhub::sandbox {

namespace {
Json noteView(const NoteRecord& note)
{
    return Json{{"id", jsonText(note.id)},
                {"verificationId", jsonText(note.verificationId.text())},
                {"text", jsonText(note.text)},
                {"by", officerView(note.by)},
                {"at", jsonTime(note.at)}};
}

/// 3.10: newest first.
Outcome notes(RequestContext& context)
{
    const ListQuery query(context.http);
    if (!query.faults().isEmpty())
        return tl::unexpected(validationFailed(query.faults()));
    qint64 total = 0;
    Json page = Json::array();
    const QList<NoteRecord>& all = context.file.notes;
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        const NoteRecord& note = *it;
        if (note.verificationId != context.verification->id)
            continue;
        if (total >= query.offset() && qint64(page.size()) < query.size())
            page.push_back(noteView(note));
        ++total;
    }
    Answer answer;
    answer.data = Json{{"notes", std::move(page)}, {"pagination", query.paginationView(total)}};
    return answer;
}

Outcome write(RequestContext& context)
{
    Fields fields(context.body);
    const QString text = fields.text("text", Need::Required, 4000);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    Answer answer;
    answer.data = noteView(addNote(context.file, *context.verification, text, context.stamp()));
    if (const auto refusal = context.commit())
        return tl::unexpected(*refusal);
    return answer;
}
} // namespace

QList<Route> noteRoutes()
{
    const QByteArray path = "/api/v2.1/verifications/{verificationId}/notes";
    const auto extension = Extension::Notes;
    return {{"GET", path, Access::Admin, Resource::Verification, BodyUse::None, false, extension, notes},
            {"POST", path, Access::Admin, Resource::Verification, BodyUse::Required, true, extension, write}};
}

} // namespace finhub::sandbox
