#pragma once

#include "walkthrough/aim.h"
#include "walkthrough/outputfolder.h"
#include "walkthrough/report.h"
#include "walkthrough/script.h"
#include "walkthrough/widgetfinder.h"

namespace finhub::walkthrough {

/// Keeps what a walkthrough shows: one picture a step, and the report.
class Recorder {
public:
    Recorder(QWidget* window, const QString& outputDirectory)
        : m_window(window)
        , m_folder(outputDirectory)
    {
    }

    /// Returns what went wrong, empty when nothing did; so do the others.
    QString prepare() { return m_folder.prepare(); }
    /// Takes the picture of a step and notes its name in the step's report. `used` is what the step acted on.
    QString takePicture(const Step& step, const Aim& used, const WidgetFinder& finder, int stepCount,
                        bool failed, StepReport& report) const;
    QString writeReport(const Report& report) const { return m_folder.writeReport(report); }

private:
    QPointer<QWidget> m_window;
    OutputFolder m_folder;
};

} // namespace finhub::walkthrough
