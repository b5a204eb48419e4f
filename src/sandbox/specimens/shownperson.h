#pragma once

#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

enum class Sex { Male, Female, Unspecified };

/// What the document prints; for people who declared no gender it is a guess that stays with the person.
Sex sexOf(const SpecimenPerson& person);

/// The person as the document prints it: as declared, but for the flaws NameDiffers and BirthDateDiffers.
SpecimenPerson shownPerson(const SpecimenRequest& request);

} // namespace finhub::sandbox
