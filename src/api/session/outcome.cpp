#include "api/session/outcome.h"

#include "api/codecs/errorcodec.h"

namespace finhub::api {

namespace {
ErrorKind kindOf(TransportFault fault)
{
    switch (fault) {
    case TransportFault::Unreachable:
    case TransportFault::Lost:
        return ErrorKind::Unreachable;
    case TransportFault::Tls:
        return ErrorKind::Tls;
    case TransportFault::Timeout:
        return ErrorKind::Timeout;
    case TransportFault::TooLarge:
        return ErrorKind::TooLarge;
    case TransportFault::None:
    case TransportFault::Garbled:
        break;
    }
    return ErrorKind::BadAnswer;
}

/// A definite refusal of a write: 4xx, except those that leave open whether the request is still at work.
bool isDefiniteRefusal(const Error& error)
{
    return error.status >= 400 && error.status <= 499 && error.status != 408 &&
           !error.is(ErrorWord::IdempotencyInProgress);
}
} // namespace

std::optional<Error> failureOf(const RawAnswer& answer, Effect effect, const QDateTime& now)
{
    const bool write = effect == Effect::Write;
    if (answer.status >= 400 && answer.status <= 599) {
        Error error = readErrorAnswer(answer, now).error;
        if (write && !isDefiniteRefusal(error))
            error.kind = ErrorKind::OutcomeUnknown;
        return error;
    }
    if (answer.isSuccess() && answer.fault == TransportFault::None)
        return std::nullopt;

    Error error = Error::of(kindOf(answer.fault), answer.technical);
    error.status = answer.status;
    error.tlsFault = answer.tls;
    // A 2xx that broke off was an answer, whatever became of the connection.
    if (answer.isSuccess() && error.kind == ErrorKind::Unreachable)
        error.kind = ErrorKind::BadAnswer;
    if (write) {
        if (answer.sent || answer.status != 0)
            error.kind = ErrorKind::OutcomeUnknown;
        else if (error.kind != ErrorKind::Tls)
            error.kind = ErrorKind::Unreachable;
    }
    return error;
}

Error unreadable(Error fromCodec, Effect effect, int status)
{
    if (effect == Effect::Write)
        fromCodec.kind = ErrorKind::OutcomeUnknown;
    if (fromCodec.status == 0)
        fromCodec.status = status;
    return fromCodec;
}

bool isRepeatable(const RawAnswer& answer)
{
    if (answer.status == 0)
        return answer.fault == TransportFault::Timeout;
    return answer.status == 408 || answer.status == 429 ||
           (answer.status >= 500 && answer.status <= 599 && answer.status != 501) ||
           (answer.isSuccess() && answer.fault == TransportFault::Timeout);
}

bool saysAbsent(const RawAnswer& answer)
{
    if (answer.status == 405 || answer.status == 501)
        return true;
    if (answer.status != 404)
        return false;
    const QString resource = readErrorAnswer(answer, {}).resource;
    return resource.isEmpty() || resource == QLatin1String("route");
}

} // namespace finhub::api
