#pragma once

#include "walkthrough/aim.h"
#include "walkthrough/script.h"
#include "walkthrough/widgetfinder.h"

namespace finhub::walkthrough {

/// Carries out what a step does, on the widgets of the program.
class Actor {
public:
    explicit Actor(const WidgetFinder& finder)
        : m_finder(finder)
    {
    }

    /// Where the step will act; an aim without widget when it needs none. Otherwise why it cannot act yet.
    AimResult aim(const Step& step) const;

    /// Acts. A `Type` step only clicks its target here; its characters are typed one by one with
    /// typeCharacter(). Returns what went wrong, empty when nothing did. Anything may be deleted by it, the
    /// caller included.
    static QString act(const Step& step, const Aim& aim, QWidget* keyWindow);

private:
    const WidgetFinder& m_finder;
};

} // namespace finhub::walkthrough
