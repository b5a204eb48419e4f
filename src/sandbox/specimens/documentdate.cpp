#include "sandbox/specimens/documentdate.h"

#include <QStringView>

#include <array>

namespace finhub::sandbox {

QString passportDate(const QDate& date)
{
    static constexpr std::array<QStringView, 12> months{u"JAN/JAN",  u"FEB/FÉV",  u"MAR/MARS", u"APR/AVR",
                                                        u"MAY/MAI",  u"JUN/JUIN", u"JUL/JUIL", u"AUG/AOÛT",
                                                        u"SEP/SEPT", u"OCT/OCT",  u"NOV/NOV",  u"DEC/DÉC"};
    if (!date.isValid())
        return {};
    return QStringLiteral("%1 %2 %3")
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(months[static_cast<std::size_t>(date.month() - 1)])
        .arg(date.year(), 4, 10, QLatin1Char('0'));
}

QString shortDate(const QDate& date)
{
    return date.toString(QStringLiteral("dd.MM.yyyy"));
}

} // namespace finhub::sandbox
