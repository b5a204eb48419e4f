#include "galleryspecimen.h"
#include "views/style/theme.h"
#include "views/widgets/stageblocks.h"
#include "views/widgets/steppainter.h"
#include "views/widgets/stepper.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

using namespace finhub;
using namespace finhub::views;

class TestStepper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheStepThatIsWaitedIn_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<int>("step");
        for (int i = 0; i < Stepper::StepCount; ++i)
            QTest::addRow("stage %d", i) << static_cast<Stage>(i) << i;
        QTest::newRow("active") << Stage::Active << 0;
        QTest::newRow("rejected") << Stage::Rejected << 5;
        QTest::newRow("unknown") << Stage::Unknown << 0;
    }

    void startsAtTheStepThatIsWaitedIn()
    {
        QFETCH(Stage, stage);
        QFETCH(int, step);
        Stepper stepper;
        stepper.setSteps(specimenPhases(stage), specimenTexts());
        QCOMPARE(stepper.focusedStep(), step);
        QCOMPARE(stepper.accessibleDescription(), specimenTexts().at(std::size_t(step)).accessible);
        QVERIFY(!stepper.accessibleName().isEmpty());
        QCOMPARE(stepper.phases(), specimenPhases(stage));
    }

    void elidesInsteadOfClipping_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {280, 420, 640, 1000, 1600})
            QTest::addRow("%d", width) << width;
    }

    void elidesInsteadOfClipping()
    {
        QFETCH(int, width);
        Stepper stepper;
        stepper.setSteps(specimenPhases(Stage::Approval), specimenTexts());
        stepper.resize(width, stepper.sizeHint().height());
        const QFontMetrics strong(Theme::font(TextSize::Small, true));
        const QFontMetrics normal(Theme::font(TextSize::Small));
        for (int step = 0; step < Stepper::StepCount; ++step) {
            const StepText text = specimenTexts().at(std::size_t(step));
            const QFontMetrics& metrics = step == 5 ? strong : normal;
            const int column = stepper.stepRect(step).width();
            QVERIFY(metrics.horizontalAdvance(stepper.drawnLabel(step)) <= column);
            QVERIFY(normal.horizontalAdvance(stepper.drawnDetail(step)) <= column);
            const bool cut = stepper.drawnLabel(step) != text.label;
            QCOMPARE(cut, stepper.drawnLabel(step).endsWith(QChar(u'…')));
            if (width >= 1000)
                QVERIFY(!cut);
            if (width <= 420)
                QVERIFY(stepper.drawnDetail(step).isEmpty());
        }
        QCOMPARE(stepper.drawnLabel(5) == QStringLiteral("Approval"), width >= 640);
    }

    void hasNoDetailWithoutRoomForIt()
    {
        Stepper stepper;
        stepper.setSteps(specimenPhases(Stage::Approval), specimenTexts());
        stepper.resize(1200, stepper.sizeHint().height());
        QCOMPARE(stepper.drawnDetail(5), QStringLiteral("Officer reviews"));
        stepper.setDetailsShown(false);
        QVERIFY(stepper.drawnDetail(5).isEmpty());
        const int low = stepper.sizeHint().height();
        stepper.setDetailsShown(true);
        QVERIFY(stepper.sizeHint().height() > low);
        stepper.resize(1200, low);
        QVERIFY(stepper.drawnDetail(5).isEmpty());
    }

    void mirrorsItsColumns()
    {
        Stepper stepper;
        stepper.resize(800, 60);
        QCOMPARE(stepper.stepRect(0).left(), 0);
        QCOMPARE(stepper.stepAt(QPoint(10, 10)), 0);
        stepper.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(stepper.stepRect(0).right(), 799);
        QCOMPARE(stepper.stepAt(QPoint(10, 10)), 7);
        QCOMPARE(stepper.stepAt(QPoint(-5, 10)), -1);
    }

    void movesByKeyboard_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("onward");
        QTest::newRow("left to right") << Qt::LeftToRight << int(Qt::Key_Right);
        QTest::newRow("right to left") << Qt::RightToLeft << int(Qt::Key_Left);
    }

    void movesByKeyboard()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, onward);
        Stepper stepper;
        stepper.setLayoutDirection(direction);
        stepper.setSteps(specimenPhases(Stage::Approval), specimenTexts());
        QSignalSpy moved(&stepper, &Stepper::focusedStepChanged);
        QTest::keyClick(&stepper, static_cast<Qt::Key>(onward));
        QCOMPARE(stepper.focusedStep(), 6);
        QCOMPARE(stepper.accessibleDescription(), QStringLiteral("Phase 7 of 8: Consents"));
        QTest::keyClick(&stepper, Qt::Key_End);
        QTest::keyClick(&stepper, static_cast<Qt::Key>(onward));
        QCOMPARE(stepper.focusedStep(), 7);
        QTest::keyClick(&stepper, Qt::Key_Home);
        QCOMPARE(stepper.focusedStep(), 0);
        QCOMPARE(moved.count(), 3);
        QCOMPARE(stepper.focusPolicy(), Qt::StrongFocus);
    }

    void tellsTheWholeInAToolTip()
    {
        Stepper stepper;
        Stepper::Texts texts = specimenTexts();
        texts.at(2).accessible = QStringLiteral("<b>Session</b>");
        stepper.setSteps(specimenPhases(Stage::Approval), texts);
        stepper.resize(300, 60);
        stepper.show();
        const QPoint inThird = stepper.stepRect(2).center();
        QHelpEvent help(QEvent::ToolTip, inThird, stepper.mapToGlobal(inThird));
        QCoreApplication::sendEvent(&stepper, &help);
        QVERIFY(QToolTip::text().contains(QLatin1String("&lt;b&gt;Session")));
        QToolTip::hideText();
    }

    void drawsEveryStateInItsOwnShape()
    {
        // Without colour: all that is not the ground is black.
        QList<QImage> shapes;
        for (const PhaseState state : {PhaseState::Done, PhaseState::Current, PhaseState::Blocked,
                                       PhaseState::NotStarted, PhaseState::Failed, PhaseState::Unknown}) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintStepCircle(painter, QRectF(6, 6, 28, 28), 6, state, Theme::light());
            painter.end();
            QImage shape(image.size(), QImage::Format_Mono);
            shape.fill(0);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    shape.setPixel(x, y, qGray(image.pixel(x, y)) < 160);
            }
            for (const QImage& other : std::as_const(shapes))
                QVERIFY(shape != other);
            shapes << shape;
        }
    }

    void paintsTheSamePictureInARow_data()
    {
        QTest::addColumn<Stage>("stage");
        for (int i = 0; i <= int(Stage::Unknown); ++i)
            QTest::addRow("stage %d", i) << static_cast<Stage>(i);
    }

    void paintsTheSamePictureInARow()
    {
        QFETCH(Stage, stage);
        const StageStates states = stageStates(stage);
        const Stepper::Phases phases = specimenPhases(stage);
        QImage image(120, 20, QImage::Format_RGB32);
        const Theme& theme = Theme::light();
        image.fill(theme.color(ColorRole::Surface));
        QPainter painter(&image);
        QCOMPARE(paintStageBlocks(&painter, image.rect(), states, theme), stageBlocksSize().width());
        painter.end();
        for (std::size_t i = 0; i < states.size(); ++i) {
            QCOMPARE(states.at(i), phases.at(i).state);
            const QColor middle = image.pixelColor(int(i) * 10 + 4, 10);
            QCOMPARE(middle == theme.color(ColorRole::Good), states.at(i) == PhaseState::Done);
            QCOMPARE(middle == theme.color(ColorRole::Accent), states.at(i) == PhaseState::Current);
            QCOMPARE(middle == theme.color(ColorRole::Bad), states.at(i) == PhaseState::Failed);
            QCOMPARE(middle == theme.color(ColorRole::StrongLine), states.at(i) == PhaseState::NotStarted);
        }
    }

    void mirrorsTheBlocks()
    {
        QImage image(120, 20, QImage::Format_RGB32);
        const Theme& theme = Theme::light();
        image.fill(theme.color(ColorRole::Surface));
        QPainter painter(&image);
        painter.setLayoutDirection(Qt::RightToLeft);
        paintStageBlocks(&painter, image.rect(), stageStates(Stage::Registration), theme);
        painter.end();
        QCOMPARE(image.pixelColor(115, 10), theme.color(ColorRole::Good));
        QCOMPARE(image.pixelColor(105, 10), theme.color(ColorRole::Accent));
        QCOMPARE(image.pixelColor(10, 10), theme.color(ColorRole::Surface));
    }
};

QTEST_MAIN(TestStepper)
#include "tst_stepper.moc"
