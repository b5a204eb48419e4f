#include "views/style/theme.h"

#include "views/style/textscale.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <array>

namespace finhub::views {

namespace {
constexpr std::size_t RoleCount = 15;
using Tokens = std::array<QRgb, RoleCount>;

// In the order of ColorRole.
constexpr Tokens LightTokens{0xfff6f7f9, 0xffffffff, 0xffe1e5ea, 0xffcfd6de, 0xff17202a,
                             0xff5b6776, 0xff2f5fd0, 0xffe8eefb, 0xff1c7c4a, 0xffe4f4ea,
                             0xff9a5b00, 0xfffdf0d8, 0xffb3261e, 0xfffbe6e4, 0xffe9ecf0};
constexpr Tokens DarkTokens{0xff14181d, 0xff1b2027, 0xff2c343e, 0xff3b4552, 0xffe7ebf0,
                            0xff9aa6b4, 0xff7ea6ff, 0xff22304d, 0xff63c893, 0xff17362a,
                            0xffe9b557, 0xff3a2d13, 0xfff2857d, 0xff43211f, 0xff0f1216};

constexpr QRgb LightShadow = 0x1c17202a;
constexpr QRgb DarkShadow = 0x60000000;

constexpr int SmallestBody = 13;

const Theme* s_current = nullptr;

/// What one step of the scale is at a body of 13 pixels.
constexpr int nominalPixels(TextSize size)
{
    switch (size) {
    case TextSize::Title:
        return 18;
    case TextSize::Body:
        return 13;
    case TextSize::Small:
        return 11;
    }
    return 13;
}
} // namespace

const Theme& Theme::current()
{
    return s_current ? *s_current : light();
}

const Theme& Theme::light()
{
    static const Theme theme(false);
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme(true);
    return theme;
}

void Theme::setCurrent(const Theme& theme)
{
    s_current = &theme;
}

QColor Theme::color(ColorRole role) const
{
    const Tokens& tokens = m_dark ? DarkTokens : LightTokens;
    return QColor::fromRgba(tokens.at(static_cast<std::size_t>(role)));
}

QColor Theme::skeleton() const
{
    return color(ColorRole::Line);
}

QColor Theme::shadow() const
{
    return QColor::fromRgba(m_dark ? DarkShadow : LightShadow);
}

QFont Theme::font(TextSize size, bool strong)
{
    // The platform's own font, not the application's, which is made from this one.
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const int body = std::max(QFontInfo(font).pixelSize(), SmallestBody);
    font.setPixelSize(textScaled((nominalPixels(size) * body + SmallestBody / 2) / SmallestBody));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace finhub::views
