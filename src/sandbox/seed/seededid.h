#pragma once

#include "sandbox/store/casework.h"

#include <QString>

#include <optional>

namespace finhub::sandbox {

/// What a seeded id stands for: the `ordinal`-th thing of its kind of seeded customer `index`.
struct SeededThing {
    IdKind kind = IdKind::Customer;
    quint32 index = 0;
    quint16 ordinal = 0;

    friend bool operator==(const SeededThing&, const SeededThing&) = default;
};

/// The ids of seeded things: they look like random UUIDs, and yet whose they are can be read back from them.
/// So a million customers need no table to find the customer behind a verification's or document's id.
class SeededId {
public:
    explicit SeededId(quint64 seed);

    /// A lower-case UUID.
    QString idOf(const SeededThing& thing) const;
    /// The two halves of the UUID, for sorting and comparing without text.
    std::pair<quint64, quint64> bitsOf(const SeededThing& thing) const;
    /// nullopt for every text that idOf() of this seed would not give.
    std::optional<SeededThing> thingOf(const QString& id) const;

private:
    quint64 scramble(quint64 block) const;
    quint64 unscramble(quint64 block) const;
    quint32 round(quint32 half, int number) const;

    quint64 m_key;
};

/// The bits of a UUID's text; nullopt when it is not a lower-case UUID.
std::optional<std::pair<quint64, quint64>> uuidBits(const QString& id);
QString uuidText(std::pair<quint64, quint64> bits);

} // namespace finhub::sandbox
