#include "views/support/calltext.h"

#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace finhub::views::calltext {

namespace {
constexpr qsizetype LongestWhole = 13;
constexpr qsizetype LongestName = 24;
constexpr qsizetype Ends = 4;

QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::calltext", text);
}

/// Names of the routes are short words; an id has digits or is longer than any of them.
bool isLongId(const QString& segment)
{
    const bool digits = std::any_of(segment.begin(), segment.end(), [](QChar c) { return c.isDigit(); });
    return segment.size() > LongestName || (digits && segment.size() > LongestWhole);
}

QString statusWord(int status)
{
    switch (status) {
    case 200:
        return tr("OK");
    case 206:
        return tr("a part");
    case 304:
        return tr("unchanged");
    case 400:
        return tr("bad request");
    case 401:
        return tr("not signed in");
    case 403:
        return tr("not allowed");
    case 404:
        return tr("not found");
    case 405:
        return tr("wrong method");
    case 409:
        return tr("conflict");
    case 412:
        return tr("has changed");
    case 413:
        return tr("too large");
    case 415:
        return tr("wrong kind");
    case 416:
        return tr("no such part");
    case 422:
        return tr("not possible");
    case 429:
        return tr("too many requests");
    case 501:
        return tr("not offered");
    case 502:
    case 503:
    case 504:
        return tr("not available");
    default:
        break;
    }
    if (status >= 500)
        return tr("server error");
    if (status >= 400)
        return tr("refused");
    return status >= 300 ? tr("elsewhere") : tr("OK");
}
} // namespace

QString shortPath(const QString& path)
{
    QStringList segments = path.split(u'/');
    for (QString& segment : segments) {
        if (isLongId(segment))
            segment = QStringLiteral("%1…%2").arg(segment.left(Ends), segment.right(Ends));
    }
    return displayLine(segments.join(u'/'));
}

QString status(const api::CallRecord& record)
{
    if (record.status == 0)
        return tr("No answer");
    return QStringLiteral("%1 %2").arg(QString::number(record.status), statusWord(record.status));
}

QString duration(const api::CallRecord& record)
{
    const auto ms = record.duration.count();
    const QLocale locale;
    return ms < 1000 ? tr("%1 ms").arg(locale.toString(static_cast<qlonglong>(ms)))
                     : tr("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
}

QString time(const api::CallRecord& record)
{
    return record.at.isValid() ? QLocale().toString(record.at.toLocalTime(), QStringLiteral("HH:mm:ss"))
                               : QStringLiteral("–");
}

QString outcome(const api::CallRecord& record)
{
    QStringList parts{status(record), duration(record)};
    if (!record.word.isAbsent())
        parts << displayLine(record.word.text(), 60);
    if (record.status == 0 && !record.technical.isEmpty())
        parts << displayLine(record.technical, 60);
    if (record.asCustomer)
        parts << tr("as the customer");
    return parts.join(QStringLiteral(" · "));
}

QString line(const api::CallRecord& record)
{
    return QStringLiteral("%1 %2 %3 · %4")
        .arg(dateText(record.at) + QStringLiteral(", ") + time(record),
             displayLine(QString::fromLatin1(record.method)), displayLine(record.path), outcome(record));
}

QString report(const QList<api::CallRecord>& records)
{
    QString text;
    for (const api::CallRecord& record : records)
        text += line(record) + u'\n';
    return text;
}

bool isGood(const api::CallRecord& record)
{
    return record.status >= 200 && record.status < 400 && record.word.isAbsent();
}

} // namespace finhub::views::calltext
