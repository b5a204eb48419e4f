#include "sandbox/specimens/face.h"

#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/shownperson.h"
#include "sandbox/specimens/specimenrandom.h"

#include <array>

namespace finhub::sandbox {

namespace {
constexpr std::array<QRgb, 7> Skins{0xF7D9C4, 0xF2CBAF, 0xEBBB98, 0xE0AC87, 0xC98F66, 0xA26B45, 0x75492F};
constexpr std::array<QRgb, 8> Hairs{0x2B211D, 0x3F2A1E, 0x5A3A24, 0x7A5230,
                                    0x9C7444, 0xC29B5E, 0x8C3F22, 0x1E1B1C};
constexpr std::array<QRgb, 5> Irises{0x5B3A22, 0x3F6B8A, 0x55743F, 0x6A7A80, 0x3A2718};
constexpr std::array<QRgb, 8> Fabrics{0x34405A, 0x4A5A4F, 0x6B3441, 0x2F5D6B,
                                      0x5A4A66, 0x7A6248, 0x3C3C44, 0x8A4B3C};
constexpr std::array<QRgb, 6> Accents{0x8F2D3A, 0x2D4F8F, 0x3A6B4A, 0xB8892F, 0x5C3A78, 0x4A4F59};

double aroundOne(SpecimenRandom& random, double spread)
{
    return random.real(1 - spread, 1 + spread);
}
} // namespace

Face faceOf(const SpecimenPerson& person, const QDate& on)
{
    SpecimenRandom random(personSeed(person) ^ 0xFACEULL);
    Face face;
    const Sex sex = sexOf(person);
    face.woman = sex == Sex::Female || (sex == Sex::Unspecified && random.oneIn(2));
    // Two draws, the smaller taken: lighter tones are the more frequent ones among these customers.
    const int tone =
        std::min(random.below(static_cast<int>(Skins.size())), random.below(static_cast<int>(Skins.size())));
    face.skin = QColor::fromRgb(Skins[static_cast<std::size_t>(tone)]);
    face.hair = QColor::fromRgb(random.pick(Hairs));
    if (tone >= 4)
        face.hair = QColor::fromRgb(Hairs[random.oneIn(2) ? 0 : 7]);
    face.iris = QColor::fromRgb(tone >= 4 ? Irises[4] : random.pick(Irises));

    const int age = static_cast<int>(person.dateOfBirth.daysTo(on) / 365);
    if (face.woman) {
        static constexpr std::array styles{HairStyle::Bob, HairStyle::Long, HairStyle::LongParted,
                                           HairStyle::Bun, HairStyle::Wavy, HairStyle::SideParted};
        face.hairStyle = random.pick(styles);
    } else {
        static constexpr std::array young{HairStyle::Short, HairStyle::SideParted, HairStyle::Curly,
                                          HairStyle::Short, HairStyle::SideParted, HairStyle::Receding};
        static constexpr std::array old{HairStyle::Short, HairStyle::SideParted, HairStyle::Receding,
                                        HairStyle::Receding, HairStyle::Bald};
        face.hairStyle = age >= 45 ? random.pick(old) : random.pick(young);
        static constexpr std::array beards{FacialHair::None,    FacialHair::None,      FacialHair::None,
                                           FacialHair::Stubble, FacialHair::Moustache, FacialHair::Beard};
        face.facialHair = random.pick(beards);
    }
    const int greyFrom = random.between(46, 70);
    if (age >= greyFrom)
        face.hair = QColor::fromRgb(random.oneIn(2) ? 0xB9B6B2 : 0x8E8A86);
    face.wrinkles = age >= 48;
    face.glasses = random.oneIn(age >= 45 ? 3 : 6);
    face.lips = face.woman ? QColor::fromRgb(random.oneIn(2) ? 0xB84A52 : 0xC06A62) : face.skin.darker(125);
    if (face.woman && tone >= 4)
        face.lips = QColor::fromRgb(0x8A3A40);

    face.width = aroundOne(random, 0.07) * (face.woman ? 0.95 : 1.02);
    face.length = aroundOne(random, 0.06);
    face.jaw = aroundOne(random, 0.14) * (face.woman ? 0.86 : 1.08);
    face.eyeSize = aroundOne(random, 0.12) * (face.woman ? 1.1 : 1.0);
    face.eyeDistance = aroundOne(random, 0.07);
    face.browWeight = aroundOne(random, 0.3) * (face.woman ? 0.75 : 1.2);
    face.noseLength = aroundOne(random, 0.15);
    face.noseWidth = aroundOne(random, 0.2) * (face.woman ? 0.88 : 1.06);
    face.mouthWidth = aroundOne(random, 0.14);
    face.smile = random.real(0.3, 1.5);
    return face;
}

Outfit outfitFor(const SpecimenPerson& person, quint64 seed)
{
    SpecimenRandom random(seed ^ personSeed(person) ^ 0xC107E5ULL);
    static constexpr std::array men{Clothes::SuitAndTie, Clothes::ShirtCollar, Clothes::RoundNeck,
                                    Clothes::TurtleNeck};
    static constexpr std::array women{Clothes::Blouse, Clothes::RoundNeck, Clothes::TurtleNeck,
                                      Clothes::ShirtCollar};
    Outfit outfit;
    outfit.clothes = sexOf(person) == Sex::Female ? random.pick(women) : random.pick(men);
    outfit.main = QColor::fromRgb(random.pick(Fabrics));
    outfit.accent = QColor::fromRgb(random.pick(Accents));
    return outfit;
}

} // namespace finhub::sandbox
