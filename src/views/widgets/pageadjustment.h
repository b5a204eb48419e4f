#pragma once

#include <QImage>

#include <array>

namespace finhub::views {

/// How the pixels of a page are changed for the eye: for worn print and security features. What is stored and
/// what is decided on are the pixels as they came.
struct PageAdjustment {
    static constexpr int Limit = 100; ///< of brightness and contrast, both ways

    int brightness = 0; ///< -100 (black) to 100 (white); 0 leaves it
    int contrast = 0;   ///< -100 (one grey) to 100 (black and white); 0 leaves it
    bool grey = false;
    bool inverted = false; ///< after everything else

    bool isNeutral() const { return *this == PageAdjustment(); }

    friend bool operator==(const PageAdjustment&, const PageAdjustment&) = default;
};

/// What becomes of each value of a colour channel, 0 to 255; grey is left out.
std::array<quint8, 256> toneTable(const PageAdjustment& adjustment);

/// Changes the pixels of an image in a 32-bit format without transparency in their place. Any thread. About a
/// nanosecond and a half for a pixel, so it is for what is on the screen rather than for whole pages.
void adjust(QImage& image, const PageAdjustment& adjustment);

} // namespace finhub::views
