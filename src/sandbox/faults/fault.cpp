#include "sandbox/faults/fault.h"

#include "sandbox/routes/fields.h"

#include <QStringList>
#include <QUuid>

#include <limits>

namespace finhub::sandbox {

namespace {
bool isPattern(const QString& match)
{
    static const QStringList methods{
        QStringLiteral("*"),      QStringLiteral("GET"),   QStringLiteral("POST"), QStringLiteral("PUT"),
        QStringLiteral("DELETE"), QStringLiteral("PATCH"), QStringLiteral("HEAD"), QStringLiteral("OPTIONS")};
    const QStringList parts = match.split(u' ');
    return parts.size() == 2 && methods.contains(parts.at(0)) && parts.at(1).startsWith(u'/');
}

bool segmentsMatch(const QList<QByteArray>& pattern, const QList<QByteArray>& path)
{
    const bool anyRest = pattern.last() == "**";
    const qsizetype fixed = anyRest ? pattern.size() - 1 : pattern.size();
    if (anyRest ? path.size() < fixed : path.size() != fixed)
        return false;
    for (qsizetype i = 0; i < fixed; ++i) {
        if (pattern.at(i) != "*" && pattern.at(i) != path.at(i))
            return false;
    }
    return true;
}

void readKind(Fields& fields, Fault& fault)
{
    const auto status = fields.number("status", Need::Optional, 400, 599);
    if (status)
        fault.status = int(*status);
    fault.delay = std::chrono::milliseconds(fields.number("delayMs", Need::Optional, 1, 120'000).value_or(0));
    const QString drop = fields.text("drop", Need::Optional);
    if (drop == QLatin1String("before"))
        fault.drop = Fault::Drop::Before;
    else if (drop == QLatin1String("after"))
        fault.drop = Fault::Drop::After;
    else if (!drop.isEmpty())
        fields.fault("drop", QStringLiteral("must be before or after"));
    fault.truncate = fields.number("truncate", Need::Optional, 0, std::numeric_limits<qint64>::max());
    const auto html = fields.flag("html", Need::Optional);
    if (html == false)
        fields.fault("html", QStringLiteral("must be true"));
    fault.html = html == true;

    // `html` goes with `status`, a delay with everything; the others exclude each other.
    const int kinds = int(fault.status && !fault.html) + int(fault.drop != Fault::Drop::No) +
                      int(fault.truncate.has_value()) + int(fault.html);
    if (fields.ok() && kinds + int(fault.delay.count() > 0) == 0)
        fields.fault("match", QStringLiteral("needs one of status, delayMs, drop, truncate, html"));
    if (fields.ok() && kinds > 1)
        fields.fault("match", QStringLiteral("takes only one of status, drop, truncate, html"));
}
} // namespace

bool Fault::matches(const QByteArray& method, const QByteArray& path) const
{
    const QByteArray pattern = match.toUtf8();
    const qsizetype blank = pattern.indexOf(' ');
    const QByteArray wanted = pattern.left(blank);
    return (wanted == "*" || wanted == method) &&
           segmentsMatch(pattern.mid(blank + 1).split('/'), path.split('/'));
}

std::optional<HttpReply> Fault::replyInstead(const QDateTime& now) const
{
    if (html) {
        const QByteArray page =
            QByteArrayLiteral("<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>"
                              "<h1>Bad gateway</h1><p>The upstream server did not answer.</p></body></html>");
        return HttpReply{status.value_or(502), QByteArrayLiteral("text/html"), page, {}, false, {}};
    }
    if (!status)
        return std::nullopt;
    if (*status == 401)
        return replyOf(refuse(ErrorWord::TokenExpired, Json{{"expiredAt", jsonTime(now)}}));
    Refusal refusal = refuse(ErrorWord::SimulatedFailure);
    if (*status == 429) {
        refusal = refuse(ErrorWord::RateLimited);
        refusal.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1")});
    } else if (*status < 500) {
        refusal.message = QStringLiteral("Simulated failure");
    }
    refusal.status = *status;
    return replyOf(refusal);
}

Json Fault::view() const
{
    Json view{{"id", jsonText(id)}, {"match", jsonText(match)}};
    if (status)
        view["status"] = *status;
    if (delay.count() > 0)
        view["delayMs"] = delay.count();
    if (drop != Drop::No)
        view["drop"] = drop == Drop::Before ? "before" : "after";
    if (truncate)
        view["truncate"] = *truncate;
    if (html)
        view["html"] = true;
    view["times"] = times;
    view["remaining"] = remaining;
    return view;
}

tl::expected<Fault, Refusal> Fault::fromJson(const Json& body)
{
    Fault fault;
    Fields fields(body);
    fault.match = fields.text("match", Need::Required, 1000).simplified();
    if (!fault.match.isEmpty() && !isPattern(fault.match))
        fields.fault("match", QStringLiteral("must be a method and a path"));
    fault.times = int(fields.number("times", Need::Optional, 0, 1000).value_or(1));
    fault.remaining = fault.times;
    readKind(fields, fault);
    if (!fields.ok())
        return tl::unexpected(fields.refusal());
    fault.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return fault;
}

} // namespace finhub::sandbox
