#include "review/decisionfailure.h"

#include <algorithm>
#include <initializer_list>

namespace finhub::review {

namespace {
bool isOneOf(ErrorKind kind, std::initializer_list<ErrorKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}
} // namespace

bool saysNothingWasSent(const Error& error)
{
    return isOneOf(error.kind, {ErrorKind::Refused, ErrorKind::Unreachable, ErrorKind::Tls,
                                ErrorKind::SessionEnded, ErrorKind::NotOffered});
}

bool isDefiniteRefusal(const Error& error)
{
    return error.kind == ErrorKind::Status && error.status >= 400 && error.status <= 499 &&
           error.status != 408 && error.status != 409;
}

bool isRefusalByState(const Error& error)
{
    return error.status == 409 && (error.is(ErrorWord::AlreadyDecided) || error.is(ErrorWord::InvalidState) ||
                                   error.is(ErrorWord::Claimed) || error.is(ErrorWord::VerificationClosed));
}

bool isRefusalOfKey(const Error& error)
{
    return isRefusalByState(error) || error.status == 412 || error.status == 400 ||
           (error.status == 422 && !error.is(ErrorWord::IdempotencyKeyReused));
}

} // namespace finhub::review
