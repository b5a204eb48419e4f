#pragma once

#include "sandbox/faults/faultplan.h"
#include "sandbox/faults/requestledger.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/routes/pipeline.h"
#include "sandbox/statethread.h"

namespace finhub::sandbox {

/// Where the connections' threads meet the sandbox: applies injected faults, carries requests to the state
/// thread, and draws the documents that an answer needs. Any thread.
class Gateway {
public:
    Gateway(StateThread& stateThread, Pipeline& pipeline, const Clock& clock, DocumentVault& vault)
        : m_stateThread(stateThread)
        , m_pipeline(pipeline)
        , m_clock(clock)
        , m_vault(vault)
    {
    }

    HttpReply handle(const HttpRequest& request);
    /// Lets go of everybody who waits in an injected delay.
    void release() { m_faults.release(); }

private:
    HttpReply act(const HttpRequest& request, std::optional<qint64> place);
    HttpReply tryToAct(const HttpRequest& request);
    /// Waits out an injected delay; meanwhile the request's idempotency key counts as in use (3.7).
    void waitHolding(const HttpRequest& request, std::chrono::milliseconds delay);

    StateThread& m_stateThread;
    Pipeline& m_pipeline;
    const Clock& m_clock;
    DocumentVault& m_vault;
    FaultPlan m_faults;
    RequestLedger m_ledger;
};

} // namespace finhub::sandbox
