#include "views/offlinebar.h"

#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finhub::views {

OfflineBar::OfflineBar(api::FinHub& finhub, std::function<QDateTime()> shownAt,
                       std::function<QDateTime()> now, QWidget* parent)
    : NoticeStrip({IconName::Warning, ColorRole::BadGround, ColorRole::Bad}, tr("Try now"), parent)
    , m_reconnection(finhub)
    , m_shownAt(std::move(shownAt))
    , m_now(std::move(now))
{
    setObjectName(QStringLiteral("offlineBar"));
    setAccessibleName(tr("FinHub cannot be reached"));
    label()->setObjectName(QStringLiteral("offlineText"));
    label()->setAccessibleName(tr("State of the connection"));
    button()->setObjectName(QStringLiteral("tryConnectionButton"));
    button()->setAccessibleName(tr("Try to reach FinHub now"));
    connect(button(), &QPushButton::clicked, &m_reconnection, &review::Reconnection::tryNow);
    connect(&m_reconnection, &review::Reconnection::changed, this, &OfflineBar::refresh);
    connect(&m_reconnection, &review::Reconnection::returned, this, &OfflineBar::returned);
    refresh();
}

void OfflineBar::refresh()
{
    setVisible(m_reconnection.isOffline());
    if (!m_reconnection.isOffline())
        return;
    setPlainText(label(), text());
    button()->setEnabled(!m_reconnection.isTrying());
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

QDateTime readAt(const api::CallLog& log, const QString& id)
{
    const auto& records = log.records();
    const auto record = std::find_if(records.begin(), records.end(), [&id](const api::CallRecord& one) {
        return one.method == "GET" && one.status >= 200 && one.status <= 299 && one.isAbout(id);
    });
    return record == records.end() ? QDateTime() : record->at;
}

} // namespace finhub::views
