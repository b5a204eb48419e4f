#include "app/sandboxstagehand.h"

#include <QPointer>

#include <utility>

namespace finhub::app {

namespace {
sandbox::HttpRequest requestOf(const walkthrough::ServerCall& call)
{
    sandbox::HttpRequest request;
    request.method = call.method;
    request.path = call.path.toUtf8();
    for (const auto& [name, value] : call.headers)
        request.headers << std::pair(name.toUtf8(), value.toUtf8());
    request.body = call.content();
    if (!request.body.isEmpty())
        request.headers << std::pair(QByteArray("Content-Type"), QByteArray("application/json"));
    return request;
}
} // namespace

void SandboxStagehand::send(const walkthrough::ServerCall& call, QObject* context,
                            std::function<void(const walkthrough::ServerAnswer&)> done)
{
    // The answer comes back to this object's thread first, which can ask whether the context is still there.
    m_calls.send(requestOf(call), [this, context = QPointer<QObject>(context),
                                   done = std::move(done)](const sandbox::HttpReply& reply) {
        QMetaObject::invokeMethod(
            this,
            [context, done, answer = walkthrough::ServerAnswer{reply.status, reply.body}] {
                if (context)
                    done(answer);
            },
            Qt::QueuedConnection);
    });
}

} // namespace finhub::app
