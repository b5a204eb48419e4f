#include "views/widgets/clipboardguard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QUuid>

namespace finhub::views {

namespace {
constexpr QLatin1String Hint("x-kde-passwordManagerHint");
constexpr QLatin1String Mark("application/x-finhub-console-copy");

QClipboard* clipboard()
{
    return QGuiApplication::clipboard();
}
} // namespace

ClipboardGuard& ClipboardGuard::instance()
{
    static QPointer<ClipboardGuard> guard;
    if (!guard)
        guard = new ClipboardGuard(QCoreApplication::instance());
    return *guard;
}

ClipboardGuard::ClipboardGuard(QObject* parent)
    : QObject(parent)
    , m_isOwner([] { return clipboard()->ownsClipboard(); })
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(Keep);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clear);
    connect(clipboard(), &QClipboard::dataChanged, this, &ClipboardGuard::onChanged);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &ClipboardGuard::clear);
}

void ClipboardGuard::copy(const QString& text)
{
    m_serial = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(Hint, QByteArrayLiteral("secret"));
    data->setData(Mark, m_serial);
    clipboard()->setMimeData(data);
    m_timer.start();
}

bool ClipboardGuard::holds() const
{
    const QMimeData* data = m_serial.isEmpty() ? nullptr : clipboard()->mimeData();
    return data && data->data(Mark) == m_serial;
}

void ClipboardGuard::clear()
{
    m_timer.stop();
    if (holds())
        clipboard()->clear();
    m_serial.clear();
    if (clipboard()->ownsSelection())
        clipboard()->clear(QClipboard::Selection);
}

/// A field has copied by itself what was selected in it.
void ClipboardGuard::onChanged()
{
    const QMimeData* data = m_isOwner() ? clipboard()->mimeData() : nullptr;
    if (data && data->hasText() && !data->hasFormat(Mark))
        copy(data->text());
}

void ClipboardGuard::setKeep(std::chrono::milliseconds keep)
{
    m_timer.setInterval(keep);
}

} // namespace finhub::views
