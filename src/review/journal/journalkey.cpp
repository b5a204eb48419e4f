#include "review/journal/journalkey.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace finhub::review {

namespace {
constexpr QByteArrayView Prefix = "finhub-journal-key 1 ";
using Seed = std::array<char, crypto_sign_SEEDBYTES>;

void ensureSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium could not be initialised");
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned long long lengthOf(QByteArrayView view)
{
    return static_cast<unsigned long long>(view.size());
}

bool decode(QByteArrayView hex, char* bytes, std::size_t size)
{
    return sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes), size, hex.data(),
                          static_cast<std::size_t>(hex.size()), nullptr, nullptr, nullptr) == 0;
}
} // namespace

JournalKey::JournalKey(QByteArrayView seed)
{
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open = {};
    std::array<char, crypto_sign_SECRETKEYBYTES> closed = {};
    crypto_sign_seed_keypair(open.data(), reinterpret_cast<unsigned char*>(closed.data()), bytesOf(seed));
    m_secretKey = Secret(QByteArrayView(closed.data(), qsizetype(closed.size())));
    wipeMemory(closed.data(), closed.size());
    m_publicKey = QByteArray(reinterpret_cast<const char*>(open.data()), qsizetype(open.size())).toHex();
}

JournalKey JournalKey::make()
{
    ensureSodium();
    Seed seed = {};
    randombytes_buf(seed.data(), seed.size());
    JournalKey key(QByteArrayView(seed.data(), qsizetype(seed.size())));
    wipeMemory(seed.data(), seed.size());
    return key;
}

std::optional<JournalKey> JournalKey::fromText(QByteArrayView text)
{
    ensureSodium();
    if (!text.startsWith(Prefix) || !text.endsWith('\n'))
        return std::nullopt;
    const QByteArrayView hex = text.sliced(Prefix.size()).chopped(1);
    Seed seed = {};
    if (!isHex(hex, 2 * qsizetype(seed.size())) || !decode(hex, seed.data(), seed.size()))
        return std::nullopt;
    JournalKey key(QByteArrayView(seed.data(), qsizetype(seed.size())));
    wipeMemory(seed.data(), seed.size());
    return key;
}

Secret JournalKey::toText() const
{
    Seed seed = {};
    crypto_sign_ed25519_sk_to_seed(reinterpret_cast<unsigned char*>(seed.data()),
                                   bytesOf(m_secretKey.view()));
    std::array<char, 2 * crypto_sign_SEEDBYTES + 1> hex = {};
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(seed.data()), seed.size());
    wipeMemory(seed.data(), seed.size());
    QByteArray text = Prefix.toByteArray();
    text.reserve(Prefix.size() + qsizetype(hex.size())); // no half of it stays behind in memory
    text.append(hex.data()).append('\n');
    wipeMemory(hex.data(), hex.size());
    return Secret::take(text);
}

QByteArray JournalKey::sign(QByteArrayView message) const
{
    std::array<unsigned char, crypto_sign_BYTES> signature = {};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(message), lengthOf(message),
                         bytesOf(m_secretKey.view()));
    return QByteArray(reinterpret_cast<const char*>(signature.data()), qsizetype(signature.size())).toHex();
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    ensureSodium();
    std::array<char, crypto_sign_PUBLICKEYBYTES> key = {};
    std::array<char, crypto_sign_BYTES> sign = {};
    if (!isHex(publicKey, 2 * qsizetype(key.size())) || !isHex(signature, 2 * qsizetype(sign.size())) ||
        !decode(publicKey, key.data(), key.size()) || !decode(signature, sign.data(), sign.size()))
        return false;
    return crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(sign.data()), bytesOf(message),
                                       lengthOf(message),
                                       reinterpret_cast<const unsigned char*>(key.data())) == 0;
}

bool isHex(QByteArrayView text, qsizetype digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace finhub::review
