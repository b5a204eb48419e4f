#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QString>

#include <cstddef>

namespace finhub {

/// A password or token in memory of its own: locked against swapping, fenced by guard pages, kept out of core
/// dumps and wiped when it goes (libsodium's secure heap). Move-only, so that a copy is never made by
/// accident; prints as `Secret(***)`. Any thread, one at a time.
class Secret {
public:
    Secret() = default;
    /// Copies the bytes; the caller wipes its own copy.
    explicit Secret(QByteArrayView bytes);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    /// Takes the text of an input field as UTF-8 and overwrites the given string, which Qt forced us to have.
    static Secret take(QString& text);
    /// Takes the bytes and overwrites the given array.
    static Secret take(QByteArray& bytes);

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return static_cast<qsizetype>(m_size); }
    /// A second, separate Secret with the same bytes, where two owners need it.
    Secret clone() const { return Secret(view()); }
    /// The bytes, valid as long as this object; never to be kept.
    QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }
    void clear();

private:
    char* m_data = nullptr;
    std::size_t m_size = 0;
};

QDebug operator<<(QDebug debug, const Secret& secret);

/// Overwrites memory with zeros in a way that no optimisation leaves out.
void wipeMemory(void* memory, std::size_t size);

/// Overwrites the bytes in place, also where other owners share them, and empties the array.
void wipe(QByteArray& bytes);
void wipe(QString& text);

} // namespace finhub
