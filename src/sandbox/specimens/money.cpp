#include "sandbox/specimens/money.h"

#include <QStringView>

#include <algorithm>
#include <cstdlib>

namespace finhub::sandbox {

namespace {
struct Scale {
    QStringView currency;
    double perEuro;
};
constexpr Scale scales[] = {{u"PLN", 4.3},  {u"CZK", 25},  {u"HUF", 390},  {u"RON", 5},
                            {u"SEK", 11},   {u"DKK", 7.5}, {u"NOK", 11.6}, {u"CHF", 0.95},
                            {u"GBP", 0.85}, {u"UAH", 45},  {u"ISK", 148}};
} // namespace

QString amountText(qint64 hundredths, const Country& country)
{
    const qint64 absolute = std::llabs(hundredths);
    QString whole = QString::number(absolute / 100);
    const QChar group = country.decimalComma ? QChar(QChar::Nbsp) : QChar(u',');
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, group);
    return (hundredths < 0 ? QStringLiteral("-") : QString()) + whole + (country.decimalComma ? u',' : u'.') +
           QStringLiteral("%1").arg(absolute % 100, 2, 10, QLatin1Char('0'));
}

QString moneyText(qint64 hundredths, const Country& country)
{
    return amountText(hundredths, country) + QChar(QChar::Nbsp) + country.currency;
}

double currencyScale(const Country& country)
{
    const auto* scale = std::find_if(std::begin(scales), std::end(scales),
                                     [&](const Scale& s) { return s.currency == country.currency; });
    return scale == std::end(scales) ? 1 : scale->perEuro;
}

} // namespace finhub::sandbox
