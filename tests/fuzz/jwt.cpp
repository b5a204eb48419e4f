#include "api/codecs/jwtclaims.h"
#include "fuzz/target.h"

using namespace finhub;

/// The token of a session as it came, and the claims of one whose parts the fuzzer need not encode.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray token = fuzz::bytes(data, size);
    static_cast<void>(api::readJwtClaims(token));
    const QByteArray claims = token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    static_cast<void>(api::readJwtClaims("eyJhbGciOiJIUzI1NiJ9." + claims + ".c2ln"));
    return 0;
}
