#include "review/outbox/textseal.h"

#include <sodium.h>

#include <QDataStream>
#include <QIODevice>
#include <QRandomGenerator>

#include <array>

namespace finhub::review {

namespace {
constexpr qsizetype Step = 512;

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}
} // namespace

TextSeal::TextSeal()
{
    renew();
}

void TextSeal::renew()
{
    // The system's own generator, which needs no preparation.
    std::array<quint32, crypto_secretbox_KEYBYTES / sizeof(quint32)> drawn{};
    QRandomGenerator::system()->fillRange(drawn.data(), static_cast<qsizetype>(drawn.size()));
    m_key = Secret(QByteArrayView(reinterpret_cast<const char*>(drawn.data()), crypto_secretbox_KEYBYTES));
    wipeMemory(drawn.data(), sizeof(drawn));
}

QByteArray TextSeal::seal(const DecisionText& text) const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << text.comment << text.notes;
    plain.append((Step - plain.size() % Step) % Step, '\0');

    QByteArray sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    unsigned char* nonce = bytesOf(sealed);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytesOf(plain),
                          static_cast<unsigned long long>(plain.size()), nonce, bytesOf(m_key.view()));
    wipe(plain);
    return sealed;
}

std::optional<DecisionText> TextSeal::open(const QByteArray& sealed) const
{
    constexpr qsizetype Overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() <= Overhead)
        return std::nullopt;
    QByteArray plain(sealed.size() - Overhead, '\0');
    const QByteArrayView view(sealed);
    const unsigned char* nonce = bytesOf(view);
    if (crypto_secretbox_open_easy(bytesOf(plain), nonce + crypto_secretbox_NONCEBYTES,
                                   static_cast<unsigned long long>(sealed.size()) -
                                       crypto_secretbox_NONCEBYTES,
                                   nonce, bytesOf(m_key.view())) != 0)
        return std::nullopt;
    QDataStream in(plain);
    in.setVersion(QDataStream::Qt_6_0);
    DecisionText text;
    in >> text.comment >> text.notes;
    const bool whole = in.status() == QDataStream::Ok;
    wipe(plain);
    return whole ? std::optional(text) : std::nullopt;
}

} // namespace finhub::review
