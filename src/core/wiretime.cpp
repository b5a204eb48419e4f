#include "core/wiretime.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace finhub {

QDateTime parseWireTime(const QString& text)
{
    // QDateTime::fromString takes no more than three fraction digits seriously and reads a missing zone as
    // local time, so that the same case would be older in Vilnius than in Lisbon.
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}):(\\d{2})"
                       "(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const int milliseconds = match.captured(5).leftJustified(3, u'0').left(3).toInt();
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt(),
                     milliseconds);
    if (!date.isValid() || !time.isValid())
        return {};
    QDateTime utc(date, time, Qt::UTC);
    const QString zone = match.captured(6);
    if (zone.size() > 1) {
        const int hours = zone.mid(1, 2).toInt();
        const int minutes = zone.size() > 3 ? zone.right(2).toInt() : 0;
        if (hours > 23 || minutes > 59)
            return {};
        const int offset = (hours * 60 + minutes) * 60;
        utc = utc.addSecs(zone.startsWith(u'-') ? offset : -offset);
    }
    return utc;
}

QString formatWireTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")) : QString();
}

} // namespace finhub
