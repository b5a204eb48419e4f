#pragma once

#include "sandbox/specimens/countries.h"

#include <QString>

namespace finhub::sandbox {

/// `1 234,56` or `1,234.56`, as the country writes it; the amount is in hundredths.
QString amountText(qint64 hundredths, const Country& country);

/// The same with the currency: `1 234,56 EUR`.
QString moneyText(qint64 hundredths, const Country& country);

/// What one euro is worth in the country's currency, roughly: so that a salary looks like one.
double currencyScale(const Country& country);

} // namespace finhub::sandbox
