#pragma once

#include "review/evidence/documentverdicts.h"

class QPainter;
class QRectF;

namespace finhub::views {

class Theme;

/// A round mark in the upper right corner of a frame: a tick for accepted, a cross for not accepted, a dot
/// for displayed and not judged; nothing for what nobody has looked at.
void paintVerdictMark(QPainter& painter, const QRectF& frame, review::DocumentVerdict verdict, bool displayed,
                      const Theme& theme);

} // namespace finhub::views
