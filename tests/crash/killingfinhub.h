#pragma once

#include "review/notingfinhub.h"

#include <functional>

namespace finhub::test {

/// Where a process can be killed while it decides.
enum class KillPoint {
    BeforeIntent, ///< the officer has confirmed; nothing is written yet
    AfterIntent,  ///< the intent is on the disk
    BeforeSend,   ///< so is that it is about to be sent; nothing has left
    AfterSend,    ///< on its way, or there, or answered; the answer has not been looked at
    AfterAnswer,  ///< the answer is here, and nobody has acted on it
    BeforeClose,  ///< the outcome is known and in the journal; the intent is still there
    Never
};

inline constexpr std::array<std::pair<KillPoint, const char*>, 7> KillPoints{
    {{KillPoint::BeforeIntent, "before-intent"},
     {KillPoint::AfterIntent, "after-intent"},
     {KillPoint::BeforeSend, "before-send"},
     {KillPoint::AfterSend, "after-send"},
     {KillPoint::AfterAnswer, "after-answer"},
     {KillPoint::BeforeClose, "before-close"},
     {KillPoint::Never, "never"}}};

/// The client of the console, which tells when a decision is about to be sent and when its answer is about to
/// be looked at.
class KillingFinHub final : public review::NotingFinHub {
public:
    using review::NotingFinHub::NotingFinHub;

    /// Called right before the client gets the decision, right after, and before its answer goes on. The
    /// answer goes no further when the last one says so.
    std::function<void()> beforeSend = [] {};
    std::function<void()> afterSend = [] {};
    std::function<bool()> passAnswerOn = [] { return true; };

    CallPtr<DecisionAnswer> decide(const DecisionRequest& request) override
    {
        beforeSend();
        CallPtr<DecisionAnswer> inner = review::NotingFinHub::decide(request);
        afterSend();
        auto outer = std::make_unique<Call<DecisionAnswer>>();
        Call<DecisionAnswer>* told = outer.get();
        inner->onFinished(told, [this, told](const Result<DecisionAnswer>& answer) {
            if (passAnswerOn())
                told->finish(answer);
        });
        outer->setWork(std::move(inner));
        return outer;
    }
};

} // namespace finhub::test
