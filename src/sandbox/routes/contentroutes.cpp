#include "sandbox/routes/byterange.h"
#include "sandbox/routes/drawing.h"
#include "sandbox/routes/requestcontext.h"
#include "sandbox/routes/routetable.h"

#include <algorithm>

namespace finhub::sandbox {

namespace {
/// Whether a list of entity tags holds this one, or `*`.
bool holdsTag(const QByteArray& header, const QByteArray& tag)
{
    const QList<QByteArray> tags = header.split(',');
    return std::any_of(tags.begin(), tags.end(), [&tag](const QByteArray& candidate) {
        QByteArray plain = candidate.trimmed();
        if (plain.startsWith("W/"))
            plain.remove(0, 2);
        return plain == "*" || plain == tag;
    });
}

ByteRange rangeOf(const HttpRequest& http, const QByteArray& tag, qint64 size)
{
    const QByteArray ifRange = http.header("If-Range").trimmed();
    if (!ifRange.isEmpty() && ifRange != tag)
        return {};
    return ByteRange::of(http.header("Range").trimmed(), size);
}

Outcome content(RequestContext& context)
{
    const DocumentRecord& document = *context.document;
    std::optional<QByteArray> bytes;
    Answer answer;
    if (document.specimen) {
        bytes = context.state.vault.bytes(document.id);
        if (!bytes) {
            answer.drawFirst.push_back(documentToDraw(context, document));
            return answer;
        }
    } else {
        bytes = context.state.cases->documentBytes(document.id);
    }
    const QByteArray hash =
        document.specimen ? context.state.vault.digest(document.id)->sha256 : document.sha256;
    const QByteArray tag = '"' + hash + '"';
    answer.headers = {{QByteArrayLiteral("ETag"), tag},
                      {QByteArrayLiteral("Accept-Ranges"), QByteArrayLiteral("bytes")},
                      {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")},
                      {QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff")}};
    if (holdsTag(context.http.header("If-None-Match"), tag)) {
        answer.status = 304;
        return answer;
    }
    answer.contentType = WireValue<MimeType>::nameOf(document.mimeType).toLatin1();
    const QByteArray size = QByteArray::number(bytes->size());
    const ByteRange range = rangeOf(context.http, tag, bytes->size());
    switch (range.kind) {
    case ByteRange::Kind::Whole:
        answer.bytes = *bytes;
        break;
    case ByteRange::Kind::Part:
        answer.status = 206;
        answer.bytes = bytes->mid(range.first, range.last - range.first + 1);
        answer.headers.append(
            {QByteArrayLiteral("Content-Range"),
             "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/' + size});
        break;
    case ByteRange::Kind::Unsatisfiable: {
        Refusal refusal = refuse(ErrorWord::RangeNotSatisfiable, Json{{"size", bytes->size()}});
        refusal.headers.append({QByteArrayLiteral("Content-Range"), "bytes */" + size});
        return tl::unexpected(refusal);
    }
    }
    return answer;
}
} // namespace

QList<Route> contentRoutes()
{
    return {{"GET", "/api/v2.1/verifications/{verificationId}/documents/{documentId}/content", Access::Admin,
             Resource::Document, BodyUse::None, false, Extension::DocumentContent, content}};
}

} // namespace finhub::sandbox
