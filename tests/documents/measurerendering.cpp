#include "core/validation.h"
#include "documents/workerrenderer.h"
#include "samples.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace finhub;
using namespace finhub::documents;

/// Prints how long it takes from asking for a page to having it, start of the worker included; one after the
/// other, in milliseconds: median and slowest of 101.
namespace {

class Measurement : public QObject {
public:
    Measurement(QString name, QByteArray bytes)
        : m_name(std::move(name))
        , m_bytes(std::move(bytes))
    {
    }

    void start(std::function<void()> done)
    {
        m_done = std::move(done);
        next();
    }

private:
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
                this, [this] { next(); }, Qt::QueuedConnection);
            return;
        }
        std::sort(m_times.begin(), m_times.end());
        QTextStream(stdout) << m_name << (rendered ? ": " : " FAILED: ") << m_times.at(m_times.size() / 2)
                            << " ms, slowest " << m_times.back() << " ms\n";
        m_done();
    }

    QString m_name;
    QByteArray m_bytes;
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker")};
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
    Measurement pdf(QStringLiteral("A4 page of text at 150 dpi"), samples::pdfWithText());
    Measurement jpeg(QStringLiteral("JPEG of 1600 x 1200"), samples::jpeg(photo));
    Measurement png(QStringLiteral("PNG of 1600 x 1200"), samples::png(photo));
    pdf.start([&] { jpeg.start([&] { png.start([] { QCoreApplication::quit(); }); }); });
    return QGuiApplication::exec();
}
