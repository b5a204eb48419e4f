#include "views/help/diagnostics.h"

#include "views/style/theme.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSet>
#include <QSysInfo>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr std::size_t CallsShown = 40;

QString serverLine(const api::FinHub& finhub)
{
    if (!finhub.session())
        return QStringLiteral("Server: not signed in");
    QStringList offered;
    for (const auto& [extension, name] : WireNames<Extension>::table) {
        if (finhub.offers(extension))
            offered << QLatin1String(name);
    }
    return QStringLiteral("Server: %1; offers: %2")
        .arg(finhub.profile().baseUrl.scheme() == QLatin1String("https") ? QStringLiteral("https")
                                                                         : QStringLiteral("http"),
             offered.isEmpty() ? QStringLiteral("nothing beyond the public interface") : offered.join(u' '));
}

QString callLine(const api::CallRecord& call)
{
    QStringList parts{call.at.toUTC().toString(Qt::ISODateWithMs), QString::fromLatin1(call.method),
                      withoutIds(call.path), QString::number(call.status),
                      QStringLiteral("%1 ms").arg(call.duration.count())};
    // Only words of the contract: others come from outside.
    if (call.word.isKnown())
        parts << call.word.text();
    if (call.status == 0)
        parts << QStringLiteral("no answer");
    return parts.join(u' ');
}
} // namespace

QString withoutIds(const QString& path)
{
    // A list of what may stay: an id or an address may look like any word.
    static const QSet<QString> words{
        QStringLiteral("api"),          QStringLiteral("v2.1"),         QStringLiteral("admin"),
        QStringLiteral("consents"),     QStringLiteral("organization"), QStringLiteral("users"),
        QStringLiteral("sessions"),     QStringLiteral("login"),        QStringLiteral("reset"),
        QStringLiteral("customer"),     QStringLiteral("individual"),   QStringLiteral("categorization"),
        QStringLiteral("hierarchy"),    QStringLiteral("registration"), QStringLiteral("activation"),
        QStringLiteral("owner"),        QStringLiteral("check"),        QStringLiteral("timeline"),
        QStringLiteral("verification"), QStringLiteral("extensions"),   QStringLiteral("verifications"),
        QStringLiteral("approve"),      QStringLiteral("claim"),        QStringLiteral("documents"),
        QStringLiteral("content"),      QStringLiteral("notes"),        QStringLiteral("recommendations")};
    QStringList segments = path.split(u'/');
    for (QString& segment : segments) {
        if (!segment.isEmpty() && !words.contains(segment))
            segment = QStringLiteral("{id}");
    }
    return segments.join(u'/');
}

QString diagnosticsText(const api::FinHub& finhub)
{
    QStringList lines;
    lines << QStringLiteral("FinHub Console %1").arg(QCoreApplication::applicationVersion())
          << QStringLiteral("Qt %1 (built with %2), %3")
                 .arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR),
                      QGuiApplication::platformName())
          << QStringLiteral("%1, %2, kernel %3")
                 .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                      QSysInfo::kernelVersion())
          << QStringLiteral("Locale %1, theme %2, body text %3 px")
                 .arg(QLocale().name(),
                      Theme::current().isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                 .arg(Theme::font(TextSize::Body).pixelSize());
    for (const QScreen* screen : QGuiApplication::screens())
        lines << QStringLiteral("Screen %1x%2 at %3")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio());
    lines << serverLine(finhub);
    const std::deque<api::CallRecord>& calls = finhub.callLog().records();
    const std::size_t shown = std::min(CallsShown, calls.size());
    lines << QStringLiteral("Last calls, newest first: %1").arg(shown);
    for (std::size_t i = 0; i < shown; ++i)
        lines << callLine(calls.at(i));
    return lines.join(u'\n') + u'\n';
}

} // namespace finhub::views
