#include "views/offlinebar.h"

#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;
}

OfflineBar::OfflineBar(api::FinHub& finhub, std::function<QDateTime()> shownAt,
                       std::function<QDateTime()> now, QWidget* parent)
    : QWidget(parent)
    , m_reconnection(finhub)
    , m_shownAt(std::move(shownAt))
    , m_now(std::move(now))
    , m_text(new QLabel(this))
    , m_tryButton(new QPushButton(tr("Try now"), this))
{
    setObjectName(QStringLiteral("offlineBar"));
    setAccessibleName(tr("FinHub cannot be reached"));
    m_text->setObjectName(QStringLiteral("offlineText"));
    m_text->setAccessibleName(tr("State of the connection"));
    m_text->setWordWrap(true);
    m_tryButton->setObjectName(QStringLiteral("tryConnectionButton"));
    m_tryButton->setAccessibleName(tr("Try to reach FinHub now"));
    m_tryButton->setFocusPolicy(Qt::TabFocus);
    connect(m_tryButton, &QPushButton::clicked, &m_reconnection, &review::Reconnection::tryNow);
    connect(&m_reconnection, &review::Reconnection::changed, this, &OfflineBar::refresh);
    connect(&m_reconnection, &review::Reconnection::returned, this, &OfflineBar::returned);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large + IconSize + metric::Small, metric::Tight, metric::Medium,
                               metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_tryButton);
    refresh();
}

void OfflineBar::refresh()
{
    setVisible(m_reconnection.isOffline());
    if (!m_reconnection.isOffline())
        return;
    setPlainText(m_text, text());
    m_tryButton->setEnabled(!m_reconnection.isTrying());
}

QString OfflineBar::text() const
{
    const QDateTime shownAt = m_shownAt();
    const QString since =
        QLocale().toString(m_reconnection.since().toLocalTime().time(), QLocale::ShortFormat);
    const QString age = shownAt.isValid()
                            ? tr("What is shown here was read %1.").arg(ageText(shownAt, m_now()))
                            : tr("Nothing could be read yet.");
    return tr("Offline: FinHub cannot be reached since %1. %2 The console tries again by itself; decisions "
              "are not sent "
              "meanwhile.")
        .arg(since, age);
}

void OfflineBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::BadGround));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ColorRole::Line));
    paintIcon(&painter, QRectF(metric::Large, (height() - IconSize) / 2.0, IconSize, IconSize),
              IconName::Warning, theme.color(ColorRole::Bad));
}

QDateTime readAt(const api::CallLog& log, const QString& id)
{
    const auto& records = log.records();
    const auto record = std::find_if(records.begin(), records.end(), [&id](const api::CallRecord& one) {
        return one.method == "GET" && one.status >= 200 && one.status <= 299 && one.isAbout(id);
    });
    return record == records.end() ? QDateTime() : record->at;
}

} // namespace finhub::views
