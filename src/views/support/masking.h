#pragma once

#include <QDate>
#include <QString>

/// Personal values as a role that may only look sees them: enough to compare with what a caller says, not
/// enough to learn it. Pure functions; what is empty stays empty. The result is still text from outside.
namespace finhub::views::masking {

QString email(const QString& address); ///< "a•••@e•••.com"
QString phone(const QString& number);  ///< "•••• 89"
QString date(const QDate& date);       ///< "•• ••• 1990"
QString iban(const QString& iban);     ///< "LT•• •••• 6789"
QString fileName(const QString& name); ///< "•••.pdf"
QString userName(const QString& name); ///< like an e-mail address where it is one, else "•••"
QString text(const QString& text);     ///< "•••": of a short text every letter would tell too much

} // namespace finhub::views::masking
