#pragma once

#include "api/json/jsonplace.h"
#include "core/result.h"

#include <QByteArrayView>

#include <memory>

namespace finhub::api {

/// A JSON text from outside, parsed under the limits of docs/architecture.md: UTF-8, nothing after the value,
/// no NUL byte, no member twice in one object, at most MaxDepth levels and MaxValues values. Any thread, one
/// at a time.
class JsonText {
public:
    static constexpr int MaxDepth = 64;
    static constexpr int MaxValues = 1'000'000;

    /// ErrorKind::BadAnswer with the reason and the position in `technical` when the text is refused; never
    /// with a piece of the text itself, which may be a secret.
    static Result<JsonText> parse(QByteArrayView text);

    JsonText(JsonText&&) noexcept;
    JsonText& operator=(JsonText&&) noexcept;
    ~JsonText();

    /// The outermost value, at `$`. Places are valid as long as this object.
    JsonPlace root() const;

    /// The value that was read from here, or ErrorKind::BadAnswer when a place has noted a fault.
    template <typename T>
    Result<T> checked(T value) const
    {
        if (!fault().isEmpty())
            return failure(Error::of(ErrorKind::BadAnswer, fault()));
        return value;
    }

    /// The first fault that a place has noted, as "path: what"; empty when there was none.
    const QString& fault() const;

private:
    struct Impl;
    explicit JsonText(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace finhub::api
