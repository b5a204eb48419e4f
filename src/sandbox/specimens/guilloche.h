#pragma once

#include "sandbox/specimens/countries.h"

#include <QRectF>

class QPainter;

namespace finhub::sandbox {

/// The tinted paper of identity documents: a soft gradient in the country's colours under fine waves and a
/// rosette. A country has one pattern; `seed` shifts it a little, as no two sheets are printed alike.
void drawSecurityPaper(QPainter& painter, const QRectF& area, const Country& country, quint64 seed);

} // namespace finhub::sandbox
