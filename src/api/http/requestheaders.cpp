#include "api/http/requestheaders.h"

namespace finhub::api {

namespace {
constexpr qsizetype MaxHeaderValue = 16 * 1024;

QByteArray platformName()
{
#if defined(Q_OS_WIN)
    return "windows";
#elif defined(Q_OS_MACOS)
    return "macos";
#else
    return "linux";
#endif
}
} // namespace

bool isHeaderValue(QByteArrayView value)
{
    if (value.isEmpty() || value.size() > MaxHeaderValue || value.front() == ' ' || value.back() == ' ')
        return false;
    return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

Result<HeaderList> requestHeaders(const HeaderSources& sources, const HeaderList& further)
{
    const ClientOptions& options = sources.options;
    HeaderList headers{{"X-Tenant-ID", sources.tenant.text().toUtf8()},
                       {"Accept", sources.accept},
                       {"X-Forwarded-From", options.program},
                       {"User-Agent", options.program + '/' + options.version},
                       {"platform", platformName()},
                       {"deviceId", options.deviceId}};
    // A machine without any address can still talk to the sandbox inside this very process.
    if (!sources.workstation.isEmpty())
        headers.emplaceBack("X-Forwarded-For", sources.workstation);
    if (sources.token)
        headers.prepend({"Authorization", "Bearer " + sources.token->view().toByteArray()});
    if (sources.hasBody)
        headers.emplaceBack("Content-Type", "application/json");
    headers += further;

    for (const auto& [name, value] : std::as_const(headers)) {
        if (!isHeaderValue(value))
            return failure(
                Error::of(ErrorKind::Refused, QStringLiteral("header ") + QString::fromLatin1(name)));
    }
    return headers;
}

} // namespace finhub::api
