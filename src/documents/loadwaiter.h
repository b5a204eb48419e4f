#pragma once

#include "documents/documentservice.h"

#include <QPointer>

namespace finhub::documents {

class PendingLoad;

/// One of those who wait for a PendingLoad: the work behind their call.
class LoadWaiter : public QObject {
    Q_OBJECT

public:
    LoadWaiter(PendingLoad& load, Call<LoadedDocument>& call, Document document);
    ~LoadWaiter() override;

    const Document& document() const { return m_document; }
    /// The call that owns this object.
    Call<LoadedDocument>& call() const { return m_call; }

private:
    QPointer<PendingLoad> m_load;
    Call<LoadedDocument>& m_call;
    Document m_document;
};

} // namespace finhub::documents
