#include "walkthrough/performance.h"
#include "walkthrough/rehearsalwindow.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QToolButton>

#include <memory>

using namespace finhub::walkthrough;
using namespace std::chrono_literals;

namespace {

/// Quick enough for a test, and still with a bubble to be read.
const Pace Brisk{5ms, 500ms, 0ms, 1ms}; // ten times the pause between two looks of QTRY_COMPARE
/// So slow that only the buttons move it on.
const Pace Slow{5ms, 10min, 0ms, 0ms};

const QByteArray TwoGreetings = R"(
    {"caption":"Greet","target":"greetButton","do":"click"},
    {"caption":"Greet again","target":"greetButton","do":"click"},
    {"caption":"Done","target":"greeting"})";

QWidget* bubble()
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget* widget : all) {
        if (widget->objectName() == QStringLiteral("walkthroughBubble") && widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString caption()
{
    const auto* label =
        bubble() ? bubble()->findChild<QLabel*>(QStringLiteral("walkthroughCaption")) : nullptr;
    return label ? label->text() : QString();
}

/// Presses a button of the bubble with the mouse.
void press(const char* button)
{
    QTest::mouseClick(bubble()->findChild<QToolButton*>(QLatin1String(button)), Qt::LeftButton);
}

} // namespace

/// Walkthroughs before a person's eyes.
class TestGuide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void playsToTheEnd();
    void bubbleStandsBesideTheWidget();
    void bubbleLeavesThePictureToTheProgram();
    void bubbleAtADialog();
    void pauseAndResume();
    void stepByStep();
    void stopEndsIt();
    void aPersonsPressPauses_data();
    void aPersonsPressPauses();
    void itsOwnInputDoesNotPause();
    void pressesOnTheBubbleStayThere();
    void timeoutsWaitWhilePaused();
    void windowClosedWhilePaused();
    void windowDeletedWhilePaused();
    void readingTime();

private:
    std::unique_ptr<RehearsalWindow> m_window;
};

void TestGuide::init()
{
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestGuide::playsToTheEnd()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Brisk});
    performance.player().start();
    QTRY_COMPARE(caption(), QStringLiteral("Greet"));
    QTRY_COMPARE(caption(), QStringLiteral("Greet again"));
    QTRY_COMPARE(caption(), QStringLiteral("Done"));
    QVERIFY(performance.end().ok);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 2);
    QVERIFY(!bubble());
}

void TestGuide::bubbleStandsBesideTheWidget()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    const QWidget* button = m_window->widget("greetButton");
    const QRect used(button->mapTo(m_window.get(), QPoint(0, 0)), button->size());
    QCOMPARE(bubble()->parentWidget(), m_window.get());
    QVERIFY(m_window->rect().contains(bubble()->geometry()));
    QVERIFY(!bubble()->geometry().intersects(used));
    const auto* ring = m_window->findChild<QWidget*>(QStringLiteral("walkthroughRing"));
    QVERIFY(ring && ring->isVisible());
    QVERIFY(ring->geometry().contains(used));
}

void TestGuide::bubbleLeavesThePictureToTheProgram()
{
    // Bubble and ring lie over the program, but neither is what a step would hit or find.
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    QVERIFY(aimAt(m_window->widget("greetButton")));
    QVERIFY(bubble()->focusPolicy() == Qt::NoFocus);
}

void TestGuide::bubbleAtADialog()
{
    Performance performance(m_window.get(), R"(
        {"caption":"Open","target":"dialogButton","do":"click","expect":[{"target":"dialog","is":"visible"}]},
        {"caption":"Confirm","target":"greetButton","do":"click","expect":[{"target":"dialog","is":"hidden"}]},
        {"caption":"Done"})",
                            {{}, Brisk});
    performance.player().start();
    QTRY_COMPARE(caption(), QStringLiteral("Confirm"));
    performance.player().pause();
    QVERIFY(m_window->dialog());
    QVERIFY(bubble()->isWindow());
    QCOMPARE(bubble()->parentWidget(), static_cast<QWidget*>(m_window->dialog()));
    QVERIFY(!isBlocked(bubble()));
    const QRect dialog(m_window->dialog()->mapToGlobal(QPoint(0, 0)), m_window->dialog()->size());
    QVERIFY(!bubble()->geometry().intersects(dialog));
    press("walkthroughPause");
    QVERIFY(performance.end().ok);
    QCOMPARE(m_window->count(QStringLiteral("confirm")), 1);
}

void TestGuide::pauseAndResume()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Brisk});
    performance.player().start();
    QTRY_COMPARE(caption(), QStringLiteral("Greet"));
    press("walkthroughPause");
    QVERIFY(performance.player().isPaused());
    QCOMPARE(bubble()->findChild<QToolButton*>(QStringLiteral("walkthroughPause"))->text(),
             QStringLiteral("Resume"));
    QTest::qWait(100);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 0);
    press("walkthroughPause");
    QVERIFY(!performance.player().isPaused());
    QVERIFY(performance.end().ok);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 2);
}

void TestGuide::stepByStep()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_COMPARE(caption(), QStringLiteral("Greet"));
    press("walkthroughStep");
    QTRY_COMPARE(caption(), QStringLiteral("Greet again"));
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
    QVERIFY(performance.player().isPaused());
    press("walkthroughStep");
    QTRY_COMPARE(caption(), QStringLiteral("Done"));
    QCOMPARE(m_window->count(QStringLiteral("greet")), 2);
    press("walkthroughStep");
    QVERIFY(performance.end().ok);
}

void TestGuide::stopEndsIt()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    press("walkthroughStop");
    const Report report = performance.end();
    QCOMPARE(report.outcome, Outcome::Stopped);
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::NotRun);
    QVERIFY(!bubble());
}

void TestGuide::aPersonsPressPauses_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("mouse") << false;
    QTest::newRow("key") << true;
}

void TestGuide::aPersonsPressPauses()
{
    QFETCH(bool, byKey);
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    QVERIFY(!performance.player().isPaused());
    if (byKey)
        QTest::keyClick(m_window->widget("nameEdit"), Qt::Key_X);
    else
        QTest::mouseClick(m_window->list()->viewport(), Qt::LeftButton);
    QVERIFY(performance.player().isPaused());
    // What the person did is done all the same.
    QCOMPARE(m_window->text("nameEdit"), byKey ? QStringLiteral("x") : QString());
    QCOMPARE(m_window->list()->hasFocus(), !byKey);
}

void TestGuide::itsOwnInputDoesNotPause()
{
    Performance performance(m_window.get(), R"(
        {"caption":"Type","target":"nameEdit","do":"type","text":"Rasa"},
        {"caption":"Key","do":"key","key":"Home"},
        {"caption":"Done","target":"nameEdit","expect":[{"target":"nameEdit","property":"cursorPosition","equals":0}]})",
                            {{}, Brisk});
    const Report report = performance.play();
    QVERIFY2(report.ok, QJsonDocument(report.toJson()).toJson());
    QVERIFY(!performance.player().isPaused());
    QCOMPARE(m_window->text("nameEdit"), QStringLiteral("Rasa"));
}

void TestGuide::pressesOnTheBubbleStayThere()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    QTest::mouseClick(bubble()->findChild<QLabel*>(QStringLiteral("walkthroughCaption")), Qt::LeftButton);
    QVERIFY(!performance.player().isPaused());
}

void TestGuide::timeoutsWaitWhilePaused()
{
    Performance performance(m_window.get(), R"({"caption":"c","timeoutMs":60,
        "waitFor":[{"target":"greeting","text":"Hello "}]})",
                            {{}, Brisk});
    performance.player().start();
    performance.player().pause();
    QTest::qWait(150);
    QVERIFY(!performance.hasEnded());
    performance.player().resume();
    QTest::mouseClick(m_window->widget("greetButton"), Qt::LeftButton);
    performance.player().resume();
    QVERIFY(performance.end().ok);
}

void TestGuide::windowClosedWhilePaused()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    performance.player().pause();
    m_window->close();
    QCOMPARE(performance.end().outcome, Outcome::WindowClosed);
}

void TestGuide::windowDeletedWhilePaused()
{
    Performance performance(m_window.get(), TwoGreetings, {{}, Slow});
    performance.player().start();
    QTRY_VERIFY(bubble());
    performance.player().pause();
    m_window.reset();
    QCOMPARE(performance.end().outcome, Outcome::WindowClosed);
}

void TestGuide::readingTime()
{
    QCOMPARE(Pace::fast().readingTime(QStringLiteral("one two three")), 0ms);
    const Pace pace = Pace::forReading();
    QCOMPARE(pace.readingTime(QStringLiteral(" one  two three ")) - pace.readingTime(QString()),
             3 * pace.perWord);
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
