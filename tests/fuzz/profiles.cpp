#include "api/knowncustomersfile.h"
#include "api/profilefile.h"
#include "fuzz/target.h"

using namespace finhub;

/// What the console keeps on disk and reads again: connections, one and many, and known customers. What it
/// could read it must be able to write and read once more.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray json = fuzz::bytes(data, size);
    const auto profile = api::readProfile(json);
    if (profile)
        static_cast<void>(api::faultOf(*profile));
    if (const auto profiles = api::readProfiles(json)) {
        const QByteArray written = api::writeProfiles(*profiles);
        const auto again = api::readProfiles(written);
        fuzz::require(again && api::writeProfiles(*again) == written);
    }
    if (const auto customers = api::readKnownCustomers(json)) {
        const auto written = api::writeKnownCustomers(*customers);
        const auto again = written ? api::readKnownCustomers(*written) : customers;
        fuzz::require(again && again->size() == customers->size());
    }
    return 0;
}
