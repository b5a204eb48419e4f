#pragma once

#include "sandbox/http/loopbackcalls.h"
#include "walkthrough/stagehand.h"

#include <QObject>

namespace finhub::app {

/// Makes the calls of a walkthrough to the embedded sandbox. GUI thread.
class SandboxStagehand : public QObject, public walkthrough::Stagehand {
public:
    explicit SandboxStagehand(quint16 port)
        : m_calls(port)
    {
    }

    void send(const walkthrough::ServerCall& call, QObject* context,
              std::function<void(const walkthrough::ServerAnswer&)> done) override;

private:
    sandbox::LoopbackCalls m_calls;
};

} // namespace finhub::app
