#include "walkthrough/recorder.h"

#include "walkthrough/picture.h"

#include <chrono>

namespace finhub::walkthrough {

using namespace std::chrono_literals;

namespace {

constexpr int EnoughSameLooks = 3;
constexpr auto LongestLooking = 1500ms;

/// What the ring belongs to: the widget that the script names for it, else the one that was used, else, when
/// that one has gone or has opened a dialog, the first one that something was expected of.
Aim spokenOf(const Step& step, const Aim& used, const WidgetFinder& finder)
{
    if (const Aim shown = pointAt(finder.find(step.show)); shown.widget)
        return shown;
    if (used.widget && !isBlocked(used.widget->window())) {
        if (const Aim still = pointAt(used.widget, used.row); still.widget)
            return still;
    }
    for (const Condition& condition : step.expect) {
        const Aim expected = pointAt(finder.find(condition.target));
        if (expected.widget && !isBlocked(expected.widget->window()))
            return expected;
    }
    return {};
}

} // namespace

bool Recorder::standsStill()
{
    if (!m_window)
        return true;
    if (m_lastLook.isNull())
        m_looking.start();
    const QImage look = Picture(m_window).image();
    m_sameLooks = look == m_lastLook ? m_sameLooks + 1 : 0;
    m_lastLook = look;
    if (m_sameLooks < EnoughSameLooks && std::chrono::milliseconds(m_looking.elapsed()) < LongestLooking)
        return false;
    m_lastLook = {};
    m_sameLooks = 0;
    return true;
}

QString Recorder::takePicture(const Step& step, const Aim& used, const WidgetFinder& finder, int stepCount,
                              bool failed, StepReport& report) const
{
    if (!m_window)
        return QStringLiteral("there is no window to take a picture of");
    Picture picture(m_window);
    picture.annotate(step.caption, report.number, stepCount, spokenOf(step, used, finder));
    const QString name = OutputFolder::pictureName(report.number, step.name, failed);
    const QString problem = m_folder.writePicture(name, picture.image());
    if (problem.isEmpty())
        report.picture = name;
    return problem;
}

} // namespace finhub::walkthrough
