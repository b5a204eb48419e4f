#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace finhub::review {

/// The key that signs a journal: Ed25519 of libsodium, its secret half in locked memory. GUI thread.
class JournalKey {
public:
    /// A new one, at random.
    static JournalKey make();
    /// The one that a key file holds; nullopt when the text is none.
    static std::optional<JournalKey> fromText(QByteArrayView text);
    /// What a key file holds.
    Secret toText() const;

    /// 64 lower-case hex digits.
    const QByteArray& publicKey() const { return m_publicKey; }
    /// The signature of a message, 128 lower-case hex digits; the same for the same message.
    QByteArray sign(QByteArrayView message) const;

private:
    explicit JournalKey(QByteArrayView seed);

    Secret m_secretKey;
    QByteArray m_publicKey;
};

/// Whether `signature` (hex) is that of the holder of `publicKey` (hex) on this message. Both may be
/// anything. Any thread.
bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

/// Whether the text is exactly that many lower-case hex digits.
bool isHex(QByteArrayView text, qsizetype digits);

} // namespace finhub::review
