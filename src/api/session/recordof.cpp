#include "api/session/recordof.h"

#include "api/codecs/errorcodec.h"

namespace finhub::api {

namespace {
/// The client's own reasons to stop have no name of Qt's.
QString faultName(const RawAnswer& answer)
{
    if (answer.technical.isEmpty() && answer.fault == TransportFault::Timeout)
        return QStringLiteral("TimeoutError");
    if (answer.technical.isEmpty() && answer.fault == TransportFault::TooLarge)
        return QStringLiteral("TooLarge");
    return answer.technical;
}
} // namespace

CallRecord recordOf(const QByteArray& method, const QString& path, const RawAnswer& answer)
{
    CallRecord record;
    record.method = method;
    record.path = path;
    record.status = answer.status;
    // Qt has an error of its own for every error status, which says nothing new.
    if (answer.status < 400) {
        record.technical = faultName(answer);
    } else {
        const WireValue<ErrorWord> said = readErrorAnswer(answer, {}).error.word;
        if (said.isKnown())
            record.word = said;
    }
    return record;
}

} // namespace finhub::api
