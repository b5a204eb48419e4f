#pragma once

#include "documents/documentservice.h"
#include "documents/visiblework.h"

#include <QPointer>

#include <memory>

namespace finhub::documents {

class PendingLoad;

/// One of those who wait for a PendingLoad: the work behind their call.
class LoadWaiter : public QObject {
    Q_OBJECT

public:
    LoadWaiter(PendingLoad& load, Call<LoadedDocument>& call, Document document);
    ~LoadWaiter() override;

    const Document& document() const { return m_document; }
    /// Counts as somebody who looks on until the wait is over.
    void mark(VisibleWork& visible);
    /// The wait is over: completes the call, now or from the event loop. This object may be gone when the
    /// first of them returns.
    void finish(Result<LoadedDocument> result);
    void finishLater(Result<LoadedDocument> result);

private:
    QPointer<PendingLoad> m_load;
    Call<LoadedDocument>& m_call; ///< owns this object
    Document m_document;
    std::unique_ptr<VisibleWork::Mark> m_mark;
};

} // namespace finhub::documents
