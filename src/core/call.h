#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace finhub {

/// An operation under way whose outcome is a Result<T>. Whoever starts it owns it.
///
/// - Exactly one completion, and never inside the function that started it: whoever finishes a call does so
/// from
///   the event loop.
/// - `onFinished` demands a context: when the context has died, the handler is not called.
/// - Deleting the call aborts the work behind it and calls nobody; it may be deleted inside its own handler.
///
/// One thread only: that of the QObject.
template <typename T>
class Call final : public QObject {
public:
    using Handler = std::function<void(const Result<T>&)>;

    Call() = default;

    /// Calls the handler once with the outcome, at once if the call has finished already. Ends silently when
    /// the context is deleted first.
    void onFinished(QObject* context, Handler handler)
    {
        Q_ASSERT(context);
        if (m_result) {
            const Result<T> result = *m_result;
            handler(result);
            return;
        }
        m_handlers.emplace_back(context, std::move(handler));
    }

    bool isFinished() const { return m_result.has_value(); }

    /// For those who carry the operation out: the object whose deletion aborts it. The call takes it over.
    void setWork(std::unique_ptr<QObject> work) { m_work = std::move(work); }

    /// For those who carry the operation out: completes the call. Later completions are ignored. The call may
    /// be gone when this returns.
    void finish(Result<T> result)
    {
        if (m_result)
            return;
        m_result = std::move(result);
        const Result<T> outcome = *m_result;
        const std::vector<std::pair<QPointer<QObject>, Handler>> handlers = std::exchange(m_handlers, {});
        // From here on `this` may be deleted by any handler.
        for (const auto& [context, handler] : handlers) {
            if (context)
                handler(outcome);
        }
    }

    /// Completes the call from the event loop, for outcomes that are known while it is being started.
    void finishLater(Result<T> result)
    {
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)]() mutable { finish(std::move(result)); },
            Qt::QueuedConnection);
    }

private:
    std::optional<Result<T>> m_result;
    std::vector<std::pair<QPointer<QObject>, Handler>> m_handlers;
    std::unique_ptr<QObject> m_work;
};

template <typename T>
using CallPtr = std::unique_ptr<Call<T>>;

/// The value of a call that answers nothing but success.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

} // namespace finhub
