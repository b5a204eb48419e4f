#pragma once

#include "api/session/outcome.h"
#include "core/call.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace finhub::api {

/// A codec as a pure function on values: it may run on any thread.
template <typename T>
using Decoder = std::function<Result<T>(const RawAnswer&)>;

/// Bodies beyond this are parsed away from the GUI thread (docs/architecture.md, "Views").
inline constexpr qsizetype LargeBody = 1024 * 1024;

/// Completes the call with what the codec reads from a whole 2xx. When the call is deleted meanwhile, the
/// parsing ends unheard.
template <typename T>
void deliver(Call<T>* call, RawAnswer answer, const Decoder<T>& decoder, Effect effect)
{
    const auto decode = [decoder, effect](const RawAnswer& whole) {
        Result<T> value = decoder(whole);
        return value ? value : Result<T>(failure(unreadable(value.error(), effect, whole.status)));
    };
    if (answer.body.size() <= LargeBody) {
        call->finishLater(decode(answer));
        return;
    }
    const auto outcome = std::make_shared<std::optional<Result<T>>>();
    const auto promise = std::make_shared<QPromise<void>>();
    auto* watcher = new QFutureWatcher<void>(call);
    QObject::connect(watcher, &QFutureWatcher<void>::finished, call,
                     [call, outcome] { call->finishLater(std::move(**outcome)); });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, outcome, decode, answer = std::move(answer)] {
        outcome->emplace(decode(answer));
        promise->finish();
    });
}

} // namespace finhub::api
