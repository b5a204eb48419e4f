#pragma once

#include <QImage>

namespace finhub::sandbox {

/// A document as a flat-bed scanner sees it: straight, on a light ground, with a margin all round.
QImage scanned(const QImage& sheet);

/// A document lying on a table, a little turned and seen a little from the side, all corners visible.
QImage photographed(const QImage& sheet, quint64 seed);

} // namespace finhub::sandbox
