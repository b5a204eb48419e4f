#include "views/widgets/copybutton.h"

#include "views/style/icons.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/plaintext.h"

#include <chrono>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds CheckTime{1500};
}

CopyButton::CopyButton(QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    m_check.setSingleShot(true);
    m_check.setInterval(CheckTime);
    connect(&m_check, &QTimer::timeout, this, &CopyButton::rest);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    rest();
}

void CopyButton::setCopyText(const QString& text, const QString& what)
{
    m_text = text;
    m_what = displayLine(what);
    m_check.stop();
    rest();
}

void CopyButton::copy()
{
    ClipboardGuard::instance().copy(m_text);
    setIcon(views::icon(IconName::Check, ColorRole::Good));
    setAccessibleDescription(tr("Copied"));
    m_check.start();
    Q_EMIT copied();
}

void CopyButton::rest()
{
    setIcon(views::icon(IconName::Copy, ColorRole::Secondary));
    setEnabled(!m_text.isEmpty());
    const QString name = m_what.isEmpty() ? tr("Copy") : tr("Copy %1").arg(m_what);
    setAccessibleName(name);
    setAccessibleDescription(QString());
    setToolTip(plainToolTip(name));
}

} // namespace finhub::views
