#include "api/codecs/categorycodec.h"
#include "api/codecs/customercodec.h"
#include "api/codecs/directorycodec.h"
#include "api/codecs/readinesscodec.h"
#include "api/codecs/timelinecodec.h"
#include "api/codecs/verificationcodec.h"
#include "api/httpfinhub_p.h"
#include "api/json/jsonprint.h"
#include "core/validation.h"

#include <utility>

// The calls that change nothing: 2.3, 2.12 and the reads of section 3.
namespace finhub::api {

namespace {
constexpr int RawTimelineSize = 50;

Result<RequestPath> readinessPath(const CustomerId& customer, const TenantId& tenant)
{
    return RequestPath::of("/api/v2.1/customer/individual/{}/owner/{}/activation/check",
                           {customer.text(), tenant.text()});
}

Result<RequestPath> timelinePath(const CustomerId& customer, int page, int size)
{
    return RequestPath::of("/api/v2.1/customer/individual/{}/timeline", {customer.text()},
                           pageItems(page, size));
}

Extension routeOf(RawObject what)
{
    switch (what) {
    case RawObject::Customer:
        return Extension::CustomerDirectory;
    case RawObject::Verification:
        return Extension::VerificationRead;
    case RawObject::Timeline:
        return Extension::Timeline;
    case RawObject::Readiness:
        break;
    }
    return Extension::Unknown;
}

Result<RequestPath> pathOf(RawObject what, const CustomerId& customer, const VerificationId& verification,
                           const TenantId& tenant)
{
    switch (what) {
    case RawObject::Customer:
        break;
    case RawObject::Verification:
        return RequestPath::of("/api/v2.1/verifications/{}", {verification.text()});
    case RawObject::Timeline:
        return timelinePath(customer, 0, RawTimelineSize);
    case RawObject::Readiness:
        return readinessPath(customer, tenant);
    }
    return RequestPath::of("/api/v2.1/customer/individual/{}", {customer.text()});
}

Result<RawJson> readRawJson(const RawAnswer& answer)
{
    Result<QString> whole = printJson(answer.body, Disclosure::Whole);
    if (!whole)
        return failure(whole.error());
    return RawJson{std::move(*whole), printJson(answer.body, Disclosure::Redacted).value_or(QString())};
}
} // namespace

CallPtr<QList<Category>> HttpFinHub::categories()
{
    using T = QList<Category>;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    auto path = RequestPath::of("/api/v2.1/customer/individual/categorization/hierarchy/{}",
                                {m_d->profile.tenantId.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Unknown),
                         [](const RawAnswer& answer) { return readCategories(answer.body); });
}

CallPtr<DirectoryPage> HttpFinHub::directory(const DirectoryQuery& query, int page, int size)
{
    using T = DirectoryPage;
    if (const auto error = m_d->obstacle(Extension::CustomerDirectory))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto items = writeDirectoryQuery(query, page, size);
    if (!items)
        return Private::failed<T>(items.error());
    const auto path = RequestPath::of("/api/v2.1/customer/individual", {}, *items);
    return m_d->start<T>(
        m_d->get(*path, Extension::CustomerDirectory),
        [page, size](const RawAnswer& answer) { return readDirectoryPage(answer.body, page, size); });
}

CallPtr<Customer> HttpFinHub::customer(const CustomerId& id)
{
    using T = Customer;
    if (const auto error = m_d->obstacle(Extension::CustomerDirectory))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/customer/individual/{}", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::CustomerDirectory),
                         [id](const RawAnswer& answer) { return readCustomerAnswer(answer.body, id); });
}

CallPtr<Verification> HttpFinHub::verification(const VerificationId& id)
{
    using T = Verification;
    if (const auto error = m_d->obstacle(Extension::VerificationRead))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}", {id.text()});
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::VerificationRead), [id](const RawAnswer& answer) {
        return readVerificationAnswer(answer.body, answer.header("ETag"), id);
    });
}

CallPtr<Page<TimelineEvent>> HttpFinHub::timeline(const CustomerId& id, int page, int size)
{
    using T = Page<TimelineEvent>;
    if (const auto error = m_d->obstacle(Extension::Timeline))
        return Private::failed<T>(*error);
    if (!isPageRequest(page, size))
        return Private::failed<T>(refused("page"));
    const auto path = timelinePath(id, page, size);
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->get(*path, Extension::Timeline), [page, size](const RawAnswer& answer) {
        return readTimelinePage(answer.body, page, size);
    });
}

CallPtr<Readiness> HttpFinHub::readiness(const CustomerId& id)
{
    using T = Readiness;
    if (const auto error = m_d->obstacle())
        return Private::failed<T>(*error);
    const auto path = readinessPath(id, m_d->profile.tenantId);
    if (!path)
        return Private::failed<T>(path.error());
    return m_d->start<T>(m_d->sessionFor(id), m_d->get(*path, Extension::Unknown),
                         [id](const RawAnswer& answer) { return readReadinessAnswer(answer.body, id); });
}

CallPtr<QByteArray> HttpFinHub::documentContent(const VerificationId& verification,
                                                const DocumentId& document)
{
    using T = QByteArray;
    if (const auto error = m_d->obstacle(Extension::DocumentContent))
        return Private::failed<T>(*error);
    const auto path = RequestPath::of("/api/v2.1/verifications/{}/documents/{}/content",
                                      {verification.text(), document.text()});
    if (!path)
        return Private::failed<T>(path.error());
    ApiRequest request = m_d->get(*path, Extension::DocumentContent);
    request.accept = "*/*";
    request.deadline = m_d->options.documentDeadline;
    request.maxBytes = MaxDocumentBytes;
    return m_d->start<T>(std::move(request), [](const RawAnswer& answer) -> Result<T> {
        // No range was asked for: a part of a document must not pass for the whole.
        if (answer.status != 200)
            return failure(Error::of(ErrorKind::BadAnswer, QStringLiteral("not a whole document")));
        return answer.body;
    });
}

CallPtr<RawJson> HttpFinHub::raw(RawObject what, const CustomerId& customer,
                                 const VerificationId& verification)
{
    using T = RawJson;
    const Extension ownRoute = routeOf(what);
    if (const auto error = m_d->obstacle(ownRoute))
        return Private::failed<T>(*error);
    const auto path = pathOf(what, customer, verification, m_d->profile.tenantId);
    if (!path)
        return Private::failed<T>(path.error());
    Session& carrier = what == RawObject::Readiness ? m_d->sessionFor(customer) : *m_d->session;
    return Private::start<T>(carrier, m_d->get(*path, ownRoute), readRawJson);
}

} // namespace finhub::api
