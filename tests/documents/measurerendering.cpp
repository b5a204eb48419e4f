#include "core/validation.h"
#include "documents/workerrenderer.h"
#include "samples.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace finhub;
using namespace finhub::documents;

/// Prints how long it takes from asking for a page to having it, in milliseconds: median and slowest of 101.
/// With a worker that has been started ahead, as when somebody opens one document after another, and with the
/// start of the worker included, as when there was no time to start one.
namespace {

class Measurement : public QObject {
public:
    Measurement(QString name, QByteArray bytes, int ready)
        : m_name(std::move(name))
        , m_bytes(std::move(bytes))
        , m_ready(ready)
        , m_renderer(QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), WorkerRenderer::Deadline,
                     ready)
    {
    }

    void start(std::function<void()> done)
    {
        m_done = std::move(done);
        m_renderer.getReady();
        connect(&m_renderer.pool(), &WorkerPool::changed, this, &Measurement::nextWhenReady,
                Qt::QueuedConnection);
        nextWhenReady();
    }

private:
    void nextWhenReady()
    {
        if (!m_call && m_renderer.pool().ready() == m_ready)
            next();
    }

    void next()
    {
        m_timer.start();
        m_call = m_renderer.render(m_bytes, kindByContent(m_bytes), {});
        m_call->onFinished(this, [this](const Result<RenderedPage>& page) { onFinished(page.has_value()); });
    }

    void onFinished(bool rendered)
    {
        m_times.push_back(static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
        if (rendered && m_times.size() < 101) {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_call.reset();
                    nextWhenReady();
                },
                Qt::QueuedConnection);
            return;
        }
        std::sort(m_times.begin(), m_times.end());
        QTextStream(stdout) << m_name << (m_ready > 0 ? ", worker ready" : ", worker to start")
                            << (rendered ? ": " : " FAILED: ") << m_times.at(m_times.size() / 2)
                            << " ms, slowest " << m_times.back() << " ms\n";
        m_renderer.pool().disconnect(this);
        m_done();
    }

    QString m_name;
    QByteArray m_bytes;
    int m_ready;
    WorkerRenderer m_renderer;
    CallPtr<RenderedPage> m_call;
    QElapsedTimer m_timer;
    std::vector<double> m_times;
    std::function<void()> m_done;
};

} // namespace

int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const QImage photo = samples::quarters({1600, 1200});
    const QList<std::pair<const char*, QByteArray>> documents{
        {"A4 page of text at 150 dpi", samples::pdfWithText()},
        {"JPEG of 1600 x 1200", samples::jpeg(photo)},
        {"PNG of 1600 x 1200", samples::png(photo)}};
    std::vector<std::unique_ptr<Measurement>> measurements;
    for (const int ready : {WorkerRenderer::MaxReady, 0}) {
        for (const auto& [name, bytes] : documents)
            measurements.push_back(std::make_unique<Measurement>(QString::fromLatin1(name), bytes, ready));
    }
    std::size_t at = 0;
    const std::function<void()> follow = [&] {
        if (at == measurements.size())
            QCoreApplication::quit();
        else
            measurements.at(at++)->start(follow);
    };
    follow();
    return QGuiApplication::exec();
}
