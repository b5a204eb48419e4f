#include "documents/pendingload.h"

#include "core/secret.h"
#include "documents/documentcheck.h"
#include "documents/loadwaiter.h"

#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace finhub::documents {

namespace {

// Larger bodies are hashed in another thread; a megabyte takes a few milliseconds.
constexpr qsizetype LargeBody = 1024 * 1024;

QFuture<QByteArray> hashElsewhere(const QByteArray& bytes)
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    QFuture<QByteArray> future = promise->future();
    QThreadPool::globalInstance()->start([promise, body = bytes]() mutable {
        promise->start();
        promise->addResult(sha256Of(body));
        if (promise->isCanceled())
            wipe(body); // nobody waits any more
        promise->finish();
    });
    return future;
}

} // namespace

PendingLoad::PendingLoad(Document document)
    : m_document(std::move(document))
{
    connect(&m_hashing, &QFutureWatcher<QByteArray>::finished, this, [this] {
        if (!m_hashing.isCanceled())
            onHashed(m_hashing.result());
    });
}

PendingLoad::~PendingLoad()
{
    m_hashing.cancel();
}

void PendingLoad::start(api::FinHub& finHub)
{
    m_fetch = finHub.documentContent(m_document.verificationId, m_document.id);
    m_fetch->onFinished(this, [this](const Result<QByteArray>& bytes) { onFetched(bytes); });
}

void PendingLoad::join(Call<LoadedDocument>& call, const Document& document, VisibleWork* visible)
{
    auto waiter = std::make_unique<LoadWaiter>(*this, call, document);
    LoadWaiter* const joined = waiter.get();
    m_waiters.append(joined);
    call.setWork(std::move(waiter));
    // Whoever hears of it lets go of what was asked for ahead, which may be this very document.
    if (visible)
        joined->mark(*visible);
}

void PendingLoad::end(const Error& error)
{
    m_hashing.cancel();
    m_fetch.reset();
    const QList<LoadWaiter*> waiters = std::exchange(m_waiters, {});
    for (LoadWaiter* const waiter : waiters)
        waiter->finishLater(failure(error));
    Q_EMIT done();
}

void PendingLoad::leave(LoadWaiter* waiter)
{
    if (!m_waiters.removeOne(waiter) || !m_waiters.isEmpty())
        return;
    m_hashing.cancel();
    m_fetch.reset();
    Q_EMIT done();
}

void PendingLoad::onFetched(const Result<QByteArray>& bytes)
{
    if (!bytes) {
        end(bytes.error());
        return;
    }
    m_bytes = *bytes;
    if (m_document.sha256.isEmpty())
        onHashed({});
    else if (m_bytes.size() <= LargeBody)
        onHashed(sha256Of(m_bytes));
    else
        m_hashing.setFuture(hashElsewhere(m_bytes));
}

void PendingLoad::onHashed(const QByteArray& sha256)
{
    const QByteArray bytes = std::exchange(m_bytes, {});
    if (checkDocument(m_document, bytes, sha256))
        Q_EMIT arrived(bytes);

    // From here on handlers run, which may delete calls, this object, or whatever they like.
    QList<QPointer<LoadWaiter>> waiters;
    for (LoadWaiter* const waiter : std::exchange(m_waiters, {}))
        waiters.append(waiter);
    Q_EMIT done();
    for (const QPointer<LoadWaiter>& waiter : std::as_const(waiters)) {
        if (waiter)
            waiter->finish(checkDocument(waiter->document(), bytes, sha256));
    }
}

} // namespace finhub::documents
