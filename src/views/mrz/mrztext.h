#pragma once

#include "core/error.h"
#include "core/mrzcomparison.h"
#include "core/mrzreader.h"

#include <QString>

/// The words for machine-readable zones.
namespace finhub::views::mrztext {

QString format(MrzFormat format); ///< "Passport: two lines of 44 characters"
QString field(MrzField field, MrzFormat format);
/// Why the lines could not be taken apart; says nothing of no text at all.
QString fault(const MrzFault& fault);
/// What all check digits together say, in one or two sentences.
QString summary(const MrzReading& reading);
/// "44 characters", and how many are expected where this is no line of any format; empty for an empty line.
QString length(qsizetype characters);
bool isExpectedLength(qsizetype characters);
QString match(MrzMatch match); ///< with a sign before the word
/// What the check digits can and cannot see.
QString limits();
/// How the lines come in.
QString howTo();
/// While the zone is being read, and what has come of it.
QString reading();
QString readByProgram();
QString nothingFound();
QString notRead(const Error& error);

} // namespace finhub::views::mrztext
