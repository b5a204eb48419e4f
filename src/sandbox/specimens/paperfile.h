#pragma once

#include "sandbox/specimens/sheet.h"

#include <QByteArray>
#include <QDate>
#include <QImage>

namespace finhub::sandbox {

/// All pages as a PDF with real text; `mark` goes into its title.
QByteArray paperAsPdf(const Paper& paper, const QString& mark, const QDate& madeOn);

/// The first page as a picture of 150 dpi.
QImage paperAsImage(const Paper& paper);

} // namespace finhub::sandbox
