#pragma once

#include "walkthrough/aim.h"
#include "walkthrough/outputfolder.h"
#include "walkthrough/report.h"
#include "walkthrough/script.h"
#include "walkthrough/widgetfinder.h"

#include <QElapsedTimer>
#include <QImage>

namespace finhub::walkthrough {

/// Keeps what a walkthrough shows: one picture a step, and the report.
class Recorder {
public:
    Recorder(QWidget* window, const QString& outputDirectory)
        : m_window(window)
        , m_folder(outputDirectory)
    {
    }

    /// Returns what went wrong, empty when nothing did; so do takePicture() and writeReport().
    QString prepare() { return m_folder.prepare(); }
    /// Looks at the window, to be asked until it says true: it has looked the same for a few times in a row
    /// and is laid out and painted, or has been looked at long enough, since a cursor may blink for ever.
    bool standsStill();
    /// Takes the picture of a step and notes its name in the step's report. `used` is what the step acted on.
    QString takePicture(const Step& step, const Aim& used, const WidgetFinder& finder, int stepCount,
                        bool failed, StepReport& report) const;
    QString writeReport(const Report& report) const { return m_folder.writeReport(report); }

private:
    QPointer<QWidget> m_window;
    OutputFolder m_folder;
    QImage m_lastLook;
    QElapsedTimer m_looking; ///< since the first look before this picture
    int m_sameLooks = 0;
};

} // namespace finhub::walkthrough
