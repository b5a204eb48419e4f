#include "sandbox/sandboxserver.h"

#include "sandbox/gateway.h"
#include "sandbox/http/httplistener.h"
#include "sandbox/webhooks/webhookcourier.h"

#include <utility>

namespace finhub::sandbox {

namespace {
SandboxOptions withImplementedOnly(SandboxOptions options)
{
    options.extensions.removeIf([](Extension e) { return !implementedExtensions().contains(e); });
    return options;
}
} // namespace

/// What runs while the server does, in the order in which it depends on each other.
class SandboxServer::Impl {
public:
    explicit Impl(SandboxOptions switches)
        : options(withImplementedOnly(std::move(switches)))
    {
    }
    ~Impl() { stop(); }

    Result<QUrl> start()
    {
        running = std::make_unique<Running>(options);
        Result<void> opened;
        running->stateThread.run([&] { opened = running->open(options); });
        if (!opened) {
            stop();
            return failure(opened.error());
        }
        running->beginPosting();
        running->gateway.emplace(running->stateThread, *running->pipeline, running->clock, running->vault);
        running->listener.emplace(
            [gateway = &*running->gateway](const HttpRequest& r) { return gateway->handle(r); });
        const auto port = running->listener->start(options.port);
        if (!port) {
            stop();
            return failure(port.error());
        }
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    }

    void stop()
    {
        if (!running)
            return;
        if (running->gateway)
            running->gateway->release();
        running->listener.reset();
        running->gateway.reset();
        // It reports to the state thread.
        running->courier.reset();
        // The database connection has to go on the thread that it was made on.
        running->stateThread.run([this] { running->close(); });
        running.reset();
    }

private:
    struct Running {
        explicit Running(const SandboxOptions& options)
            : clock(options.now, options.clock)
        {
        }
        Result<void> open(const SandboxOptions& options)
        {
            auto opened = SandboxState::open(options, clock, vault);
            if (!opened)
                return failure(opened.error());
            state = std::move(*opened);
            pipeline = std::make_unique<Pipeline>(*state);
            return {};
        }
        void beginPosting()
        {
            courier.emplace(clock, [this](const QString& delivery, const WebhookAnswer& answer) {
                std::optional<std::chrono::milliseconds> pause;
                stateThread.run([&] { pause = state->webhooks->record(delivery, answer); });
                return pause;
            });
            stateThread.run([this] { state->beginPosting(*courier); });
        }
        void close()
        {
            pipeline.reset();
            state.reset();
        }

        Clock clock;
        DocumentVault vault;
        StateThread stateThread;
        std::unique_ptr<SandboxState> state;
        std::unique_ptr<Pipeline> pipeline;
        std::optional<WebhookCourier> courier;
        std::optional<Gateway> gateway;
        std::optional<HttpListener> listener;
    };

    SandboxOptions options;
    std::unique_ptr<Running> running;
};

SandboxServer::SandboxServer(SandboxOptions options)
    : m_impl(std::make_unique<Impl>(std::move(options)))
{
}

SandboxServer::~SandboxServer() = default;

Result<QUrl> SandboxServer::start()
{
    return m_impl->start();
}

void SandboxServer::stop()
{
    m_impl->stop();
}

} // namespace finhub::sandbox
