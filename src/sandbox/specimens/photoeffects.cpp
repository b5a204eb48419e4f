#include "sandbox/specimens/photoeffects.h"

#include "sandbox/specimens/specimenrandom.h"

namespace finhub::sandbox {

namespace {
/// Small text is gone, large text and the face can be guessed.
QImage blurred(const QImage& picture)
{
    constexpr int Strength = 11;
    const QImage small =
        picture.scaled(picture.size() / Strength, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    // In two steps: a single large one leaves diamonds.
    return small.scaled(picture.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Cuts through the document at one edge or corner.
QImage cropped(const QImage& picture, SpecimenRandom& random)
{
    const QRect whole = picture.rect();
    const int across = whole.width() * random.between(17, 24) / 100;
    const int down = whole.height() * random.between(20, 27) / 100;
    switch (random.below(3)) {
    case 0: // the machine-readable zone
        return picture.copy(whole.adjusted(0, 0, 0, -down));
    case 1: // the lower right corner
        return picture.copy(whole.adjusted(0, 0, -across, -down / 2));
    default: // the upper left corner
        return picture.copy(whole.adjusted(across, down / 2, 0, 0));
    }
}
} // namespace

QImage withPhotoFlaw(const QImage& picture, Flaw flaw, quint64 seed)
{
    SpecimenRandom random(seed ^ 0xC209ULL);
    switch (flaw) {
    case Flaw::Blurred:
        return blurred(picture);
    case Flaw::Cropped:
        return cropped(picture, random);
    case Flaw::BlackAndWhite:
        return picture.convertToFormat(QImage::Format_Grayscale8);
    case Flaw::None:
    case Flaw::Expired:
    case Flaw::NameDiffers:
    case Flaw::BirthDateDiffers:
    case Flaw::BillTooOld:
        break;
    }
    return picture;
}

} // namespace finhub::sandbox
