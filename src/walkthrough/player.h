#pragma once

#include "walkthrough/actor.h"
#include "walkthrough/guide.h"
#include "walkthrough/pace.h"
#include "walkthrough/recorder.h"
#include "walkthrough/report.h"
#include "walkthrough/script.h"
#include "walkthrough/variables.h"
#include "walkthrough/widgetfinder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace finhub::walkthrough {

struct PlayerOptions {
    QString outputDirectory;  ///< for pictures and report.json; empty: interactive, before a person's eyes
    std::optional<Pace> pace; ///< nullopt: fast with an output directory, for reading without one
    Stagehand* stagehand = nullptr; ///< outlives the player; nullptr: there is nobody who could make calls
};

/// Plays a script through the widgets of a running program, from its event loop: nothing here waits, sleeps
/// or runs a loop of its own. Knows no view; everything is found by name.
///
/// A step waits until its `waitFor` holds and its target can be used, acts, and waits until its `expect`
/// holds twice in a row. The first step that fails ends the walkthrough, since what comes after would fail
/// for the same reason.
class Player : public QObject {
    Q_OBJECT

public:
    /// The window is the program's main window, and is shown before the start.
    Player(QWidget* window, Script script, const PlayerOptions& options, QObject* parent = nullptr);
    ~Player() override;

    void start();
    bool isPaused() const { return m_paused; }

    bool eventFilter(QObject* watched, QEvent* event) override;

public Q_SLOTS:
    void pause();
    void resume();
    /// Plays on to the next step, and pauses there.
    void step();
    void stop();

Q_SIGNALS:
    /// Exactly once, from the event loop: at the end, at the first failure, when stopped, or when the window
    /// is closed or deleted.
    void finished(const finhub::walkthrough::Report& report);

private:
    enum class Phase { Ready, Beginning, Waiting, Acting, Typing, Calling, Expecting, Ended };

    void tick();
    void enter(Phase phase, std::chrono::milliseconds delay);
    /// Looks again soon.
    void again();
    bool isTimeUp() const;

    void beginStep();
    void waitToAct();
    void act();
    void typeNext();
    void call();
    void onAnswered(const ServerAnswer& answer);
    void expect();
    /// Like takePicture(): returns what went wrong, empty when nothing did.
    QString remember();
    QString takePicture(bool failed);
    void fail(const QString& problem, const QList<FailedCondition>& conditions);
    void endStep(StepOutcome outcome);
    void finish(Outcome outcome, const QString& problem = {});

    StepReport& stepReport() { return m_report.steps[m_index]; }

    QPointer<QWidget> m_window;
    Script m_script;
    Pace m_pace;

    WidgetFinder m_finder;
    Actor m_actor;
    Stagehand* m_stagehand;
    std::optional<Recorder> m_recorder;
    std::unique_ptr<Guide> m_guide;
    Variables m_variables;
    Report m_report;

    QTimer m_timer;
    QElapsedTimer m_total;
    QElapsedTimer m_stepClock;
    QElapsedTimer m_phaseClock;
    std::chrono::milliseconds m_phaseDelay{
        0}; ///< before the phase's first tick; not counted against the step
    Phase m_phase = Phase::Ready;
    qsizetype m_index = 0;
    Step m_step; ///< the current one, with its variables expanded
    Aim m_aim;   ///< of the current step
    QPointer<QWidget> m_typingInto;
    qsizetype m_typed = 0;
    bool m_settled = false; ///< everything expected was seen once, and is seen again before the picture
    bool m_acting = false;  ///< mouse and keys are the player's own
    bool m_paused = false;
    bool m_pauseAtNextStep = false;
};

} // namespace finhub::walkthrough
