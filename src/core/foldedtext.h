#pragma once

#include <QString>

namespace finhub {

/// The text in the form in which searching and sorting compare it: lower case, without accents (3.1, 7.4).
QString foldedText(const QString& text);

} // namespace finhub
