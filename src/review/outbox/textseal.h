#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace finhub::review {

/// The words of a decision: what the customer may read, and what they never do.
struct DecisionText {
    QString comment;
    QString notes;

    friend bool operator==(const DecisionText&, const DecisionText&) = default;
};

/// Seals the words of decisions (XSalsa20-Poly1305, libsodium's secretbox) under a key that exists nowhere but
/// in this object. What a former key has sealed cannot be opened again by anybody; that is what it is for.
/// GUI thread.
class TextSeal {
public:
    /// Draws a key.
    TextSeal();

    /// Forgets the key and draws another one: the session is over.
    void renew();

    /// Also hides how much was written, in steps of 512 bytes.
    QByteArray seal(const DecisionText& text) const;
    /// Nothing when it was sealed under another key, or changed.
    std::optional<DecisionText> open(const QByteArray& sealed) const;

private:
    Secret m_key;
};

} // namespace finhub::review
