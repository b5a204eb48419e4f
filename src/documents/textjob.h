#pragma once

#include "core/call.h"
#include "documents/workerjob.h"

namespace finhub::documents {

/// Reads the text of one page.
class TextJob : public WorkerJob {
    Q_OBJECT

public:
    TextJob(WorkerRenderer& renderer, WorkerTask task, Call<PageText>& call);

    bool isFor(const QObject& call) const override { return &m_call == &call; }

private:
    void complete(Result<WorkerRun::Answer> answer) override;
    void completeLater(Error error) override;

    Call<PageText>& m_call; ///< owns this object
};

} // namespace finhub::documents
