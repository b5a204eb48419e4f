#include "api/session/repetition.h"

#include "core/backoff.h"

namespace finhub::api {

std::optional<std::chrono::milliseconds>
pauseBefore(int repetitions, std::optional<std::chrono::seconds> asked, const ClientOptions& options)
{
    if (repetitions >= options.maxRepeats)
        return std::nullopt;
    if (!asked)
        return backoff(repetitions, options.firstPause, options.longestPause, options.chance());
    if (*asked > options.longestPause)
        return std::nullopt; // nobody waits that long in front of a placeholder; the error says how long
    return jittered(*asked, options.chance());
}

} // namespace finhub::api
