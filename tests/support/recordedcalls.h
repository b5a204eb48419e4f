#pragma once

#include "core/call.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace finhub::test {

/// The calls that a scripted service has been asked for, one list for each of its methods: with their
/// arguments, in their order, to be completed by hand. Counted from 0.
///
///     fake.customers.arguments(0).id      what was asked
///     fake.customers.finish(0, customer)  the answer; false when nobody waits for it any more
///     fake.customers.isAborted(0)         the call was deleted before it had an answer
///     fake.customers.answer = [](const auto& asked) { return customerOf(asked.id); };
///                                         from now on answered from the event loop
template <typename T, typename Arguments>
class RecordedCalls {
public:
    /// Answers every further call from the event loop when set.
    std::function<Result<T>(const Arguments&)> answer;

    int count() const { return static_cast<int>(m_entries.size()); }
    /// Calls that still wait for an answer.
    int open() const
    {
        int open = 0;
        for (const Entry& entry : m_entries)
            open += entry.call && !entry.call->isFinished() ? 1 : 0;
        return open;
    }
    const Arguments& arguments(int index) const { return *at(index).arguments; }
    const Arguments& lastArguments() const { return arguments(count() - 1); }
    /// Whether this call still waits for an answer.
    bool isOpen(int index) const { return at(index).call && !at(index).finished; }
    bool isAborted(int index) const { return !at(index).call && !at(index).finished; }

    /// Completes a call at once.
    bool finish(int index, Result<T> result)
    {
        Entry& entry = at(index);
        if (!entry.call || entry.finished)
            return false;
        entry.finished = true;
        entry.call->finish(std::move(result)); // may delete the call and record new ones
        return true;
    }
    bool finishLast(Result<T> result) { return finish(count() - 1, std::move(result)); }
    bool fail(int index, Error error) { return finish(index, failure(std::move(error))); }
    bool failLast(Error error) { return fail(count() - 1, std::move(error)); }

    /// For the service: records a call and hands it to whoever asked.
    CallPtr<T> record(Arguments arguments)
    {
        auto call = std::make_unique<Call<T>>();
        Entry entry;
        entry.arguments = std::make_unique<Arguments>(std::move(arguments));
        entry.call = call.get();
        if (answer) {
            entry.finished = true;
            call->finishLater(answer(*entry.arguments));
        }
        m_entries.push_back(std::move(entry));
        return call;
    }

private:
    struct Entry {
        std::unique_ptr<Arguments> arguments; ///< may hold secrets, which do not copy
        QPointer<Call<T>> call;
        bool finished = false;
    };

    Entry& at(int index) { return m_entries.at(static_cast<std::size_t>(index)); }
    const Entry& at(int index) const { return m_entries.at(static_cast<std::size_t>(index)); }

    std::vector<Entry> m_entries;
};

} // namespace finhub::test
