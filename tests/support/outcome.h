#pragma once

#include "core/call.h"

#include <QObject>

#include <optional>
#include <utility>

namespace finhub::test {

/// For QTRY_…_WITH_TIMEOUT where other processes have their share in it, on a machine that may be busy; in
/// milliseconds. Only a failing test takes so long.
inline constexpr int Patience = 90'000;

/// Owns a call and remembers how it ended:
///
///     Outcome outcome(service.load(document));
///     QTRY_VERIFY(outcome.isThere());
///     QCOMPARE(outcome->kind, MimeType::Pdf);      the value
///     QCOMPARE(outcome.error().kind, …);           or the error
template <typename T>
class Outcome {
public:
    explicit Outcome(CallPtr<T> call)
        : m_call(std::move(call))
    {
        m_call->onFinished(&m_context, [this](const Result<T>& result) {
            ++m_completions;
            m_result = result;
        });
    }

    bool isThere() const { return m_result.has_value(); }
    int completions() const { return m_completions; }
    bool hasValue() const { return m_result && m_result->has_value(); }
    const T* operator->() const { return &m_result->value(); }
    const T& operator*() const { return m_result->value(); }
    /// The error; a default one when there is none, so that comparing it fails instead of crashing.
    Error error() const { return m_result && !*m_result ? m_result->error() : Error(); }

    /// Deletes the call; the outcome, if there is one, stays.
    void dropCall() { m_call.reset(); }

private:
    QObject m_context;
    CallPtr<T> m_call;
    std::optional<Result<T>> m_result;
    int m_completions = 0;
};

} // namespace finhub::test
