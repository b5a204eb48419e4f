#pragma once

#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// A number that stays with a person, so that the face, the signature and the address agree between
/// documents.
quint64 personSeed(const SpecimenPerson& person);

/// Sixteen hexadecimal digits that no other seed has.
QString referenceFor(quint64 seed);

/// FNV-1a over the text; unlike qHash it is the same in every process.
quint64 textSeed(QStringView text);

} // namespace finhub::sandbox
