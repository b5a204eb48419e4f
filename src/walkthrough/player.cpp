#include "walkthrough/player.h"

#include "walkthrough/conditioncheck.h"
#include "walkthrough/servercall.h"
#include "walkthrough/userinput.h"
#include "walkthrough/widgettext.h"

#include <QEvent>

#include <utility>

namespace finhub::walkthrough {

using namespace std::chrono_literals;

Player::Player(QWidget* window, Script script, const PlayerOptions& options, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_script(std::move(script))
    , m_pace(options.pace.value_or(options.outputDirectory.isEmpty() ? Pace::forReading() : Pace::fast()))
    , m_finder(window)
    , m_actor(m_finder)
    , m_stagehand(options.stagehand)
{
    if (!options.outputDirectory.isEmpty())
        m_recorder.emplace(window, options.outputDirectory);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    // A paused player has no tick under way, but must not outlive its window unnoticed.
    window->installEventFilter(this);
    connect(window, &QObject::destroyed, this, &Player::again);
}

Player::~Player() = default;

void Player::start()
{
    if (m_phase != Phase::Ready)
        return;
    m_total.start();
    m_report.script = m_script.name;
    m_report.title = m_script.title;
    for (const Step& step : std::as_const(m_script.steps)) {
        StepReport report;
        report.number = static_cast<int>(m_report.steps.size()) + 1;
        report.name = step.name;
        report.caption = step.caption;
        m_report.steps << report;
    }
    if (m_recorder) {
        const QString problem = m_recorder->prepare();
        if (!problem.isEmpty()) {
            m_recorder.reset();
            finish(Outcome::Failed, problem);
            return;
        }
    } else {
        m_guide = std::make_unique<Guide>(m_window);
        connect(m_guide.get(), &Guide::pauseToggled, this, [this] { m_paused ? resume() : pause(); });
        connect(m_guide.get(), &Guide::stepRequested, this, &Player::step);
        connect(m_guide.get(), &Guide::stopRequested, this, &Player::stop);
        connect(m_guide.get(), &Guide::pressed, this, [this] {
            if (!m_acting)
                pause();
        });
    }
    enter(Phase::Beginning, 0ms);
}

void Player::pause()
{
    if (m_paused || m_phase == Phase::Ended)
        return;
    m_paused = true;
    m_timer.stop();
    if (m_guide)
        m_guide->setPaused(true);
}

void Player::resume()
{
    m_pauseAtNextStep = false;
    if (!m_paused || m_phase == Phase::Ended)
        return;
    m_paused = false;
    if (m_guide)
        m_guide->setPaused(false);
    // The time that a person took is not counted against the step.
    m_phaseDelay = 0ms;
    m_phaseClock.start();
    m_timer.start(0ms);
}

void Player::step()
{
    if (m_phase == Phase::Acting && !m_paused)
        m_timer.start(0ms);
    resume();
    m_pauseAtNextStep = true;
}

void Player::stop()
{
    if (m_phase != Phase::Ended)
        finish(Outcome::Stopped);
}

bool Player::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Hide && m_phase != Phase::Ready)
        m_timer.start(0ms);
    return QObject::eventFilter(watched, event);
}

void Player::enter(Phase phase, std::chrono::milliseconds delay)
{
    m_phase = phase;
    m_phaseDelay = delay;
    m_phaseClock.start();
    if (!m_paused)
        m_timer.start(delay);
}

void Player::again()
{
    if (m_phase != Phase::Ready && m_phase != Phase::Ended)
        m_timer.start(m_pace.poll);
}

bool Player::isTimeUp() const
{
    return std::chrono::milliseconds(m_phaseClock.elapsed()) >= m_phaseDelay + m_step.timeout;
}

void Player::tick()
{
    if (!m_window || !m_window->isVisible()) {
        finish(Outcome::WindowClosed, QStringLiteral("the window was closed"));
        return;
    }
    if (m_paused)
        return;
    switch (m_phase) {
    case Phase::Beginning:
        beginStep();
        break;
    case Phase::Waiting:
        waitToAct();
        break;
    case Phase::Acting:
        act();
        break;
    case Phase::Typing:
        typeNext();
        break;
    case Phase::Calling:
        if (isTimeUp())
            fail(QStringLiteral("the call was not answered in time"), {});
        else
            again();
        break;
    case Phase::Expecting:
        expect();
        break;
    case Phase::Ready:
    case Phase::Ended:
        break;
    }
}

void Player::beginStep()
{
    if (m_index == m_script.steps.size()) {
        finish(Outcome::Completed);
        return;
    }
    m_stepClock.start();
    m_step = m_variables.expand(m_script.steps.at(m_index));
    m_aim = {};
    m_settled = false;
    stepReport().caption = m_step.caption;
    if (!failuresOf(m_step.onlyIf, m_finder).isEmpty()) {
        endStep(StepOutcome::Skipped);
        return;
    }
    enter(Phase::Waiting, 0ms);
}

void Player::waitToAct()
{
    const QList<FailedCondition> failures = failuresOf(m_step.waitFor, m_finder);
    const AimResult aim = m_actor.aim(m_step);
    if (!failures.isEmpty() || !aim) {
        if (isTimeUp())
            fail(failures.isEmpty() ? QStringLiteral("%1 %2").arg(m_step.target, aim.error()) : QString(),
                 failures);
        else
            again();
        return;
    }
    if (!m_guide) {
        enter(Phase::Acting, 0ms);
        return;
    }
    m_guide->show(m_step.caption, stepReport().number, static_cast<int>(m_report.steps.size()), *aim);
    if (std::exchange(m_pauseAtNextStep, false))
        pause();
    enter(Phase::Acting, m_pace.readingTime(m_step.caption));
}

void Player::act()
{
    // What was aimed at before the caption was read may have moved or gone.
    const AimResult aim = m_actor.aim(m_step);
    if (!aim) {
        if (isTimeUp())
            fail(QStringLiteral("%1 %2").arg(m_step.target, aim.error()), {});
        else
            again();
        return;
    }
    m_aim = *aim;
    m_typed = 0;
    m_typingInto = m_aim.widget;
    const QPointer<Player> self(this);
    m_acting = true;
    const QString problem = Actor::act(m_step, m_aim, m_finder.keyWindow());
    if (!self)
        return;
    m_acting = false;
    if (m_phase == Phase::Ended)
        return;
    if (!problem.isEmpty())
        fail(QStringLiteral("%1 %2").arg(m_step.target, problem), {});
    else if (m_step.action == Action::Type)
        enter(Phase::Typing, m_pace.perKey);
    else if (m_step.call)
        call();
    else
        enter(Phase::Expecting, 0ms);
}

void Player::typeNext()
{
    if (m_typed == m_step.text.size()) {
        enter(Phase::Expecting, 0ms);
        return;
    }
    if (!m_typingInto || !m_typingInto->isVisible()) {
        fail(QStringLiteral("%1 went away while it was typed into").arg(m_step.target), {});
        return;
    }
    const QPointer<Player> self(this);
    m_acting = true;
    typeCharacter(m_typingInto->window(), m_step.text.at(m_typed++));
    if (!self)
        return;
    m_acting = false;
    if (m_phase != Phase::Ended)
        enter(Phase::Typing, m_pace.perKey);
}

void Player::call()
{
    if (!m_stagehand) {
        fail(QStringLiteral("there is no server of its own to call; this tour is for a demonstration"), {});
        return;
    }
    enter(Phase::Calling, 0ms);
    m_stagehand->send(*m_step.call, this, [this, step = m_index](const ServerAnswer& answer) {
        // One that comes after its time would meet another step.
        if (m_phase == Phase::Calling && m_index == step)
            onAnswered(answer);
    });
}

void Player::onAnswered(const ServerAnswer& answer)
{
    const auto kept = keptOf(*m_step.call, answer);
    if (!kept) {
        fail(kept.error(), {});
        return;
    }
    for (auto value = kept->cbegin(); value != kept->cend(); ++value)
        m_variables.set(value.key(), *value);
    enter(Phase::Expecting, 0ms);
}

void Player::expect()
{
    const QList<FailedCondition> failures = failuresOf(m_step.expect, m_finder);
    if (!failures.isEmpty()) {
        m_settled = false;
        if (isTimeUp())
            fail({}, failures);
        else
            again();
        return;
    }
    // What came true a moment ago may not be laid out and painted yet, or may be about to change again.
    if (!std::exchange(m_settled, true) || (m_recorder && m_step.picture && !m_recorder->standsStill())) {
        again();
        return;
    }
    QString problem = remember();
    if (problem.isEmpty())
        problem = takePicture(false);
    if (problem.isEmpty())
        endStep(StepOutcome::Passed);
    else
        fail(problem, {});
}

QString Player::remember()
{
    if (!m_step.remember)
        return {};
    const auto& [as, target, property] = *m_step.remember;
    QString value;
    if (const QWidget* widget = m_finder.find(target)) {
        value = property == QStringLiteral("text")
                    ? shownTexts(widget).value(0)
                    : widget->property(property.toLatin1().constData()).toString();
    }
    m_variables.set(as, value);
    return value.isEmpty() ? QStringLiteral("%1 has no %2 to remember").arg(target, property) : QString();
}

QString Player::takePicture(bool failed)
{
    if (!m_recorder || (!m_step.picture && !failed))
        return {};
    return m_recorder->takePicture(m_step, m_aim, m_finder, static_cast<int>(m_report.steps.size()), failed,
                                   stepReport());
}

void Player::fail(const QString& problem, const QList<FailedCondition>& conditions)
{
    stepReport().problem = problem;
    stepReport().failed = conditions;
    // Without this picture the report still says what went wrong.
    takePicture(true);
    endStep(StepOutcome::Failed);
}

void Player::endStep(StepOutcome outcome)
{
    stepReport().outcome = outcome;
    stepReport().duration = std::chrono::milliseconds(m_stepClock.elapsed());
    ++m_index;
    if (outcome == StepOutcome::Failed)
        finish(Outcome::Failed);
    else
        enter(Phase::Beginning, 0ms);
}

void Player::finish(Outcome outcome, const QString& problem)
{
    m_phase = Phase::Ended;
    m_timer.stop();
    if (m_guide)
        m_guide->hide();
    m_report.outcome = outcome;
    m_report.problem = problem;
    m_report.duration = std::chrono::milliseconds(m_total.elapsed());
    m_report.ok = outcome == Outcome::Completed;
    if (m_recorder) {
        const QString unwritten = m_recorder->writeReport(m_report);
        if (!unwritten.isEmpty()) {
            m_report.ok = false;
            m_report.problem = unwritten;
        }
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_report); }, Qt::QueuedConnection);
}

} // namespace finhub::walkthrough
