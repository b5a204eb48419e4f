#include "api/codecs/envelope.h"

#include "fuzz/target.h"

using namespace finhub;

/// Any body of an answer: JSON within the limits, and the envelope around it (R1, R3, R13).
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto envelope = api::Envelope::open(fuzz::bytes(data, size));
    if (!envelope) {
        fuzz::require(envelope.error().kind == ErrorKind::BadAnswer ||
                      !envelope.error().word.text().isEmpty());
        return 0;
    }
    const api::JsonPlace payload = envelope->payload();
    static_cast<void>(envelope->isEmpty());
    static_cast<void>(payload);
    return 0;
}
