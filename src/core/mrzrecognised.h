#pragma once

#include <QStringList>

namespace finhub {

/// Lines of a machine-readable zone as a program has recognised them, mended where a zone leaves no choice: a
/// letter that looks like a digit where only digits stand (dates, check digits) becomes it, a digit that looks like
/// a letter where only letters stand (states, names) becomes that, and a run of fillers gets the few that its
/// line lacks or loses those that it has too many. Lines of no format stay as they are. A guess all the same: whoever uses them
/// compares them with the document. Any thread.
QStringList mrzRecognised(const QStringList& lines);

} // namespace finhub
