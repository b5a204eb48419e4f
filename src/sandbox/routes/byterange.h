#pragma once

#include <QByteArray>

namespace finhub::sandbox {

/// What a `Range` header asks of a body (3.3).
struct ByteRange {
    enum class Kind {
        Whole,         ///< none asked for, several, or not readable
        Part,          ///< `first` to `last`, both included
        Unsatisfiable, ///< lies outside of the body
    };
    Kind kind = Kind::Whole;
    qint64 first = 0;
    qint64 last = 0;

    /// Reads `bytes=a-b`, `bytes=a-` or `bytes=-n` for a body of this size.
    static ByteRange of(const QByteArray& header, qint64 size);
};

} // namespace finhub::sandbox
