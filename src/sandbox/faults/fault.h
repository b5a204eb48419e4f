#pragma once

#include "sandbox/json.h"
#include "sandbox/routes/refusal.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace finhub::sandbox {

/// Section 6, fault injection: what happens to requests that match.
struct Fault {
    enum class Drop { No, Before, After };

    QString id;
    QString match; ///< `METHOD path`, with `*` for a method or a segment and a trailing `**` for any rest
    std::optional<int> status;
    std::chrono::milliseconds delay{0};
    Drop drop = Drop::No;
    std::optional<qint64> truncate;
    bool html = false;
    int times = 1;     ///< 0: until removed
    int remaining = 1; ///< 0 with `times` 0

    bool matches(const QByteArray& method, const QByteArray& path) const;
    /// The answer of a fault that answers without acting; nullopt for the others.
    std::optional<HttpReply> replyInstead(const QDateTime& now) const;

    Json view() const;
    /// Reads the body of the arming call; VALIDATION_FAILED for everything outside the table.
    static tl::expected<Fault, Refusal> fromJson(const Json& body);
};

} // namespace finhub::sandbox
