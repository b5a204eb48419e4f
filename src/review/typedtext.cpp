#include "review/typedtext.h"

#include <QLocale>
#include <QRegularExpression>

namespace finhub::review {

namespace {
bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate: // half of a pair
        return true;
    case QChar::Other_Format:
        return c != 0x200c && c != 0x200d;
    default:
        return false;
    }
}

QDate dateOf(const QRegularExpressionMatch& match, int year, int month, int day)
{
    return match.hasMatch() ? QDate(match.capturedView(year).toInt(), match.capturedView(month).toInt(),
                                    match.capturedView(day).toInt())
                            : QDate();
}
} // namespace

QString cleanLine(const QString& typed)
{
    QString seen;
    seen.reserve(typed.size());
    const QList<uint> characters = typed.toUcs4();
    for (const uint number : characters) {
        const char32_t c = number;
        if (QChar::isSpace(c))
            seen += u' ';
        else if (!isUnseen(c))
            seen += QString::fromUcs4(&c, 1);
    }
    return seen.simplified();
}

QString cleanPhone(const QString& typed)
{
    static const QRegularExpression between(QStringLiteral("[ ()./\\-\\x{2010}-\\x{2015}\\x{2212}]"));
    QString phone = cleanLine(typed);
    if (phone.startsWith(u'+'))
        phone.remove(QStringLiteral("(0)"));
    return phone.remove(between);
}

QDate readDate(const QString& typed)
{
    static const QRegularExpression yearFirst(QStringLiteral(R"(^(\d{4})-(\d{1,2})-(\d{1,2})$)"));
    static const QRegularExpression dayFirst(QStringLiteral(R"(^(\d{1,2})\.(\d{1,2})\.(\d{4})$)"));
    const QString line = cleanLine(typed);
    const QString closed = QString(line).remove(u' ');
    if (const QDate date = dateOf(yearFirst.match(closed), 1, 2, 3); date.isValid())
        return date;
    if (const QDate date = dateOf(dayFirst.match(closed), 3, 2, 1); date.isValid())
        return date;
    for (const QLocale& locale : {QLocale::c(), QLocale()}) {
        for (const char* form : {"d MMM yyyy", "d MMMM yyyy"}) {
            if (const QDate date = locale.toDate(line, QLatin1String(form)); date.isValid())
                return date;
        }
    }
    return {};
}

} // namespace finhub::review
