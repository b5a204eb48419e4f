#pragma once

#include "api/json/jsontext.h"
#include "core/result.h"

#include <QByteArray>

#include <utility>

namespace finhub::api {

/// The body of a 2xx answer, opened as R1 and R3 say. Places taken from it are valid as long as it lives.
class Envelope {
public:
    /// R1: `success:false` or a `code` outside 0 and 200-299 is a failure in spite of the status; R18: so is
    /// a body that is not JSON. ErrorKind::BadAnswer with what the body says about it.
    static Result<Envelope> open(const QByteArray& body);

    JsonPlace root() const { return m_text.root(); }
    /// R3: `data`, or the root where there is no `data`. Absent when `data` is null.
    JsonPlace payload() const;
    /// R3, R13: whether the payload says nothing: `data` is null or `{}`, or the root has only members of the
    /// envelope.
    bool isEmpty() const;

    /// What the codec has read, or ErrorKind::BadAnswer with the JSON path of the first fault.
    template <typename T>
    Result<T> checked(T value) const
    {
        return m_text.checked(std::move(value));
    }

private:
    explicit Envelope(JsonText text)
        : m_text(std::move(text))
    {
    }

    JsonText m_text;
};

} // namespace finhub::api
