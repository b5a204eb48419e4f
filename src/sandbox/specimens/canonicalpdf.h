#pragma once

#include <QByteArray>
#include <QDate>

namespace finhub::sandbox {

/// QPdfWriter's output with everything taken out that differs from run to run: the objects are put into the
/// order in which the catalogue reaches them (fonts come out of a hash), font tags follow the new numbers,
/// the creation date is `madeOn`, and the space, which Qt 6.4 maps to a tabulator, is a space again in copied
/// text. Bytes that do not look like QPdfWriter's are returned unchanged.
QByteArray canonicalPdf(const QByteArray& written, const QDate& madeOn);

} // namespace finhub::sandbox
