#pragma once

#include <QString>
#include <QStringView>

#include <utility>

namespace finhub {

/// The wire names of an enum; specialise with `static constexpr std::array<std::pair<E, const char*>, N>
/// table`. Every such enum has an enumerator `Unknown`, which is not in its table.
template <typename E>
struct WireNames;

/// A value of an enum of the contract as it came over the wire (R4): a known value, or `Unknown` together
/// with the text that was received, so that it can be shown as it is. Default-constructed: absent.
template <typename E>
class WireValue {
public:
    WireValue() = default;
    WireValue(E known)
        : m_value(known)
        , m_text(nameOf(known))
    {
    } // NOLINT(google-explicit-constructor)

    /// Reads the text of the wire; names are compared exactly.
    static WireValue fromWire(const QString& text)
    {
        for (const auto& [value, name] : WireNames<E>::table) {
            if (text == QLatin1String(name))
                return WireValue(value);
        }
        WireValue unknown;
        unknown.m_text = text;
        return unknown;
    }

    E value() const { return m_value; }
    const QString& text() const { return m_text; }
    bool isKnown() const { return m_value != E::Unknown; }
    bool isAbsent() const { return m_text.isEmpty(); }

    friend bool operator==(const WireValue&, const WireValue&) = default;

    /// The contract's name of a known value; empty for `Unknown`.
    static QString nameOf(E known)
    {
        for (const auto& [value, name] : WireNames<E>::table) {
            if (value == known)
                return QLatin1String(name);
        }
        return {};
    }

private:
    E m_value = E::Unknown;
    QString m_text;
};

} // namespace finhub
