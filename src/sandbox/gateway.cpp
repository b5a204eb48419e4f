#include "sandbox/gateway.h"

#include <QDebug>

#include <exception>

namespace finhub::sandbox {

namespace {
/// A drawn document can fall out of the vault before it is sent when very many are asked for at once.
constexpr int MaxTries = 8;

/// A fault of ours ends as 500 for one caller, not as the end of the sandbox.
Pipeline::Handled handled(Pipeline& pipeline, const HttpRequest& request)
{
    try {
        return pipeline.handle(request);
    } catch (const std::exception& fault) {
        qWarning("sandbox: %s %s: %s", request.method.constData(), request.path.constData(), fault.what());
        return replyOf(refuse(ErrorWord::InternalError));
    }
}
} // namespace

HttpReply Gateway::handle(const HttpRequest& request)
{
    if (const auto reply = m_faults.handleTestRoute(request))
        return *reply;
    if (const auto reply = m_ledger.handleTestRoute(request))
        return *reply;
    const std::optional<qint64> place = m_ledger.received(request);
    const auto fault = m_faults.take(request.method, request.path);
    if (!fault)
        return act(request, place);
    if (fault->delay.count() > 0)
        waitHolding(request, fault->delay);
    HttpReply reply;
    if (fault->drop == Fault::Drop::Before) {
        reply.drop = true;
        return reply;
    }
    if (const auto instead = fault->replyInstead(m_clock.now()))
        return *instead;
    reply = act(request, place);
    reply.drop = fault->drop == Fault::Drop::After;
    if (fault->truncate)
        reply.cutAfter = qsizetype(*fault->truncate);
    return reply;
}

void Gateway::waitHolding(const HttpRequest& request, std::chrono::milliseconds delay)
{
    Idempotency::Scope held;
    m_stateThread.run([&] { held = m_pipeline.hold(request); });
    m_faults.wait(delay);
    m_stateThread.run([&] { m_pipeline.release(held); });
}

HttpReply Gateway::act(const HttpRequest& request, std::optional<qint64> place)
{
    HttpReply reply = tryToAct(request);
    m_ledger.answered(place, reply);
    return reply;
}

HttpReply Gateway::tryToAct(const HttpRequest& request)
{
    for (int i = 0; i < MaxTries; ++i) {
        Pipeline::Handled result;
        m_stateThread.run([&] { result = handled(m_pipeline, request); });
        if (result)
            return *result;
        for (const DocumentToDraw& document : result.error())
            m_vault.put(document.id, drawSpecimen(document.specimen));
    }
    return replyOf(refuse(ErrorWord::InternalError));
}

} // namespace finhub::sandbox
