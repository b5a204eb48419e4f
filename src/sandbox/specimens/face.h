#pragma once

#include "sandbox/specimens/specimen.h"

#include <QColor>

namespace finhub::sandbox {

enum class HairStyle { Short, SideParted, Curly, Receding, Bald, Bob, Long, LongParted, Bun, Wavy };
enum class FacialHair { None, Stubble, Moustache, Beard };
enum class Clothes { SuitAndTie, ShirtCollar, Blouse, RoundNeck, TurtleNeck };

/// The traits of a face. They are taken from the person, never from a document, so that passport and selfie
/// show the same face. Numbers are factors around 1.
struct Face {
    QColor skin;
    QColor hair;
    QColor iris;
    QColor lips;
    HairStyle hairStyle = HairStyle::Short;
    FacialHair facialHair = FacialHair::None;
    bool woman = false;
    bool glasses = false;
    bool wrinkles = false;
    double width = 1;
    double length = 1;
    double jaw = 1; ///< wide above 1
    double eyeSize = 1;
    double eyeDistance = 1;
    double browWeight = 1;
    double noseLength = 1;
    double noseWidth = 1;
    double mouthWidth = 1;
    double smile = 1;
};

/// What is worn in one picture.
struct Outfit {
    Clothes clothes = Clothes::RoundNeck;
    QColor main;
    QColor accent;
};

/// The face of a person as old as on the day `on`.
Face faceOf(const SpecimenPerson& person, const QDate& on);

/// Clothes differ from picture to picture.
Outfit outfitFor(const SpecimenPerson& person, quint64 seed);

} // namespace finhub::sandbox
