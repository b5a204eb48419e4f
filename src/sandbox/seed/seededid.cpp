#include "sandbox/seed/seededid.h"

#include "sandbox/specimens/specimenrandom.h"

#include <utility>

namespace finhub::sandbox {

namespace {
constexpr int Rounds = 4;
constexpr quint64 VersionBits = 0x0000000000004000ULL; // in the high half
constexpr quint64 VariantBits = 0x8000000000000000ULL; // in the low half

quint64 mixed(quint64 a, quint64 b)
{
    return SpecimenRandom(a ^ (b * 0xD6E8FEB86659FD93ULL)).next();
}

quint64 packed(const SeededThing& thing)
{
    return quint64(thing.kind) << 56 | quint64(thing.ordinal) << 32 | thing.index;
}

int hexValue(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    return c >= u'a' && c <= u'f' ? c - u'a' + 10 : -1;
}
} // namespace

SeededId::SeededId(quint64 seed)
    : m_key(mixed(seed, 0x5EED))
{
}

QString SeededId::idOf(const SeededThing& thing) const
{
    return uuidText(bitsOf(thing));
}

std::pair<quint64, quint64> SeededId::bitsOf(const SeededThing& thing) const
{
    // 122 bits are free in a UUID: 64 of them are the scrambled block, the others a check upon it.
    const quint64 block = scramble(packed(thing));
    const quint64 check = mixed(block, m_key);
    const quint64 high = (block >> 4 & ~0xFFFULL) << 4 | VersionBits | (block >> 4 & 0xFFF);
    const quint64 low = VariantBits | (block & 0xF) << 58 | (check & 0x03FFFFFFFFFFFFFFULL);
    return {high, low};
}

std::optional<SeededThing> SeededId::thingOf(const QString& id) const
{
    const auto bits = uuidBits(id);
    if (!bits)
        return std::nullopt;
    const quint64 block =
        ((bits->first >> 4 & ~0xFFFULL) | (bits->first & 0xFFF)) << 4 | (bits->second >> 58 & 0xF);
    const quint64 plain = unscramble(block);
    const SeededThing thing{IdKind(plain >> 56), quint32(plain), quint16(plain >> 32)};
    if (thing.kind < IdKind::Customer || thing.kind > IdKind::Wallet || bitsOf(thing) != *bits)
        return std::nullopt;
    return thing;
}

// A Feistel network: any round function makes it a permutation that can be undone.
quint64 SeededId::scramble(quint64 block) const
{
    quint32 left = quint32(block >> 32);
    quint32 right = quint32(block);
    for (int i = 0; i < Rounds; ++i)
        left = std::exchange(right, left ^ round(right, i));
    return quint64(left) << 32 | right;
}

quint64 SeededId::unscramble(quint64 block) const
{
    quint32 left = quint32(block >> 32);
    quint32 right = quint32(block);
    for (int i = Rounds - 1; i >= 0; --i)
        right = std::exchange(left, right ^ round(left, i));
    return quint64(left) << 32 | right;
}

quint32 SeededId::round(quint32 half, int number) const
{
    return quint32(mixed(m_key + quint64(number), half) >> 16);
}

std::optional<std::pair<quint64, quint64>> uuidBits(const QString& id)
{
    if (id.size() != 36)
        return std::nullopt;
    quint64 halves[2] = {0, 0};
    int digits = 0;
    for (int i = 0; i < 36; ++i) {
        const char16_t c = id.at(i).unicode();
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(c);
        if (value < 0)
            return std::nullopt;
        quint64& half = halves[digits++ / 16];
        half = half << 4 | quint64(value);
    }
    return std::pair(halves[0], halves[1]);
}

QString uuidText(std::pair<quint64, quint64> bits)
{
    static constexpr char16_t Digits[] = u"0123456789abcdef";
    QString text(36, u'-');
    int digit = 0;
    for (int i = 0; i < 36; ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23)
            continue;
        const quint64 half = digit < 16 ? bits.first : bits.second;
        text[i] = QChar(Digits[half >> (60 - digit % 16 * 4) & 0xF]);
        ++digit;
    }
    return text;
}

} // namespace finhub::sandbox
