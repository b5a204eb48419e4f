#pragma once

#include <QByteArray>
#include <QStringList>

namespace finhub::review {

/// One record of a CSV file as UTF-8 with its end (RFC 4180): every cell in quotation marks. A spreadsheet
/// takes a cell that begins with = + - @, a tab or an end of line for a formula, also behind spaces and in
/// their full-width forms; such a cell gets an apostrophe in front, which makes it text.
QByteArray csvRecord(const QStringList& cells);

} // namespace finhub::review
