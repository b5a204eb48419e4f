#pragma once

#include "views/widgets/stepper.h"

#include <QImage>

/// Invented data for the gallery and the tests of the building blocks.
namespace finhub::views {

/// A passport as large as asked for.
QImage specimenPassport(QSize size);

/// The eight phases of a customer who waits in this stage.
Stepper::Phases specimenPhases(Stage stage);
Stepper::Texts specimenTexts();

} // namespace finhub::views
