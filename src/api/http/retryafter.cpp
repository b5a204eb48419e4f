#include "api/http/retryafter.h"

#include <QLocale>

#include <algorithm>

namespace finhub::api {

namespace {
/// A day: beyond it the number is of no use to anybody who waits.
constexpr qint64 LongestSeconds = 86400;

std::chrono::seconds bounded(qint64 seconds)
{
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, LongestSeconds));
}

QDateTime httpDate(const QString& text)
{
    static const QString forms[] = {QStringLiteral("dd MMM yyyy HH:mm:ss 'GMT'"),
                                    QStringLiteral("dd-MMM-yy HH:mm:ss 'GMT'"),
                                    QStringLiteral("ddd MMM d HH:mm:ss yyyy")};
    // The name of the day says nothing new, and it is wrong for the century that Qt takes two digits for.
    const QString date = text.mid(text.indexOf(u',') + 1).trimmed();
    for (const QString& form : forms) {
        QDateTime time = QLocale::c().toDateTime(date, form);
        if (!time.isValid())
            continue;
        if (time.date().year() < 1970)
            time = time.addYears(100);
        time.setTimeSpec(Qt::UTC);
        return time;
    }
    return {};
}
} // namespace

std::optional<std::chrono::seconds> retryAfter(const QByteArray& header, const QDateTime& now)
{
    const QByteArray value = header.trimmed();
    if (value.isEmpty() || value.size() > 64)
        return std::nullopt;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 seconds = value.toLongLong(&fits);
        return fits ? bounded(seconds) : std::chrono::seconds(LongestSeconds);
    }
    const QDateTime at = httpDate(QString::fromLatin1(value).simplified());
    if (!at.isValid())
        return std::nullopt;
    return bounded(now.secsTo(at));
}

} // namespace finhub::api
