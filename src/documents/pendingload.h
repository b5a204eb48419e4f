#pragma once

#include "api/finhub.h"
#include "documents/documentservice.h"
#include "documents/visiblework.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

namespace finhub::documents {

class LoadWaiter;

/// One document on its way: requested once, for everybody who asked for it meanwhile. Ends when it has
/// arrived and been checked, when the request fails, or when the last of them has lost interest; then it
/// says done() once.
class PendingLoad : public QObject {
    Q_OBJECT

public:
    explicit PendingLoad(Document document);
    ~PendingLoad() override;

    bool isStarted() const { return m_fetch != nullptr; }
    void start(api::FinHub& finHub);
    /// Completes the call with the others, and counts it as visible where `visible` is given. Deleting the
    /// call leaves again.
    void join(Call<LoadedDocument>& call, const Document& document, VisibleWork* visible);
    /// Aborts the request and completes everybody's call from the event loop.
    void end(const Error& error);

Q_SIGNALS:
    /// The bytes have arrived and are what was promised.
    void arrived(const QByteArray& bytes);
    /// There is nothing left to do.
    void done();

private:
    friend class LoadWaiter;
    void leave(LoadWaiter* waiter);
    void onFetched(const Result<QByteArray>& bytes);
    void onHashed(const QByteArray& sha256);

    Document m_document;
    CallPtr<QByteArray> m_fetch;
    QByteArray m_bytes;
    QFutureWatcher<QByteArray> m_hashing;
    QList<LoadWaiter*> m_waiters; ///< owned by their calls
};

} // namespace finhub::documents
