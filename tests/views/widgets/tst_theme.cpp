#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/style/stylesheet.h"
#include "views/style/theme.h"
#include "views/widgets/busybar.h"
#include "views/widgets/chip.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/statepanel.h"
#include "views/widgets/stepper.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <functional>
#include <memory>

using namespace finhub::views;

namespace {
/// Counts how often a widget is painted.
class PaintCounter : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            ++count;
        return QObject::eventFilter(watched, event);
    }
};

using Maker = std::function<QWidget*()>;
} // namespace
Q_DECLARE_METATYPE(Maker)

class TestTheme : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ThemeManager> m_manager;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!ThemeManager::instance());
        QVERIFY(!Theme::current().isDark());
        m_manager = std::make_unique<ThemeManager>();
        QCOMPARE(ThemeManager::instance(), m_manager.get());
    }

    void cleanup() { m_manager->setMode(ThemeManager::Mode::Light); }

    void cleanupTestCase()
    {
        m_manager.reset();
        QVERIFY(!ThemeManager::instance());
    }

    void hasTheTokensOfTheDrawings_data()
    {
        QTest::addColumn<ColorRole>("role");
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        const auto row = [](const char* name, ColorRole role, const char* light, const char* dark) {
            QTest::newRow(name) << role << QString::fromLatin1(light) << QString::fromLatin1(dark);
        };
        row("window", ColorRole::Window, "#f6f7f9", "#14181d");
        row("surface", ColorRole::Surface, "#ffffff", "#1b2027");
        row("line", ColorRole::Line, "#e1e5ea", "#2c343e");
        row("strong line", ColorRole::StrongLine, "#cfd6de", "#3b4552");
        row("text", ColorRole::Text, "#17202a", "#e7ebf0");
        row("secondary", ColorRole::Secondary, "#5b6776", "#9aa6b4");
        row("accent", ColorRole::Accent, "#2f5fd0", "#7ea6ff");
        row("accent ground", ColorRole::AccentGround, "#e8eefb", "#22304d");
        row("good", ColorRole::Good, "#1c7c4a", "#63c893");
        row("good ground", ColorRole::GoodGround, "#e4f4ea", "#17362a");
        row("soon", ColorRole::Soon, "#9a5b00", "#e9b557");
        row("soon ground", ColorRole::SoonGround, "#fdf0d8", "#3a2d13");
        row("bad", ColorRole::Bad, "#b3261e", "#f2857d");
        row("bad ground", ColorRole::BadGround, "#fbe6e4", "#43211f");
        row("behind a document", ColorRole::DocumentGround, "#e9ecf0", "#0f1216");
    }

    void hasTheTokensOfTheDrawings()
    {
        QFETCH(ColorRole, role);
        QFETCH(QString, light);
        QFETCH(QString, dark);
        QCOMPARE(Theme::light().color(role).name(), light);
        QCOMPARE(Theme::dark().color(role).name(), dark);
    }

    void keepsTheProportionsOfTheTypeScale()
    {
        const int body = Theme::font(TextSize::Body).pixelSize();
        QVERIFY(body >= 13);
        QCOMPARE(Theme::font(TextSize::Title).pixelSize(), qRound(body * 18 / 13.0));
        QCOMPARE(Theme::font(TextSize::Small).pixelSize(), qRound(body * 11 / 13.0));
        QCOMPARE(Theme::font(TextSize::Body).weight(), QFont::Normal);
        QCOMPARE(Theme::font(TextSize::Body, true).weight(), QFont::DemiBold);
        QCOMPARE(QApplication::font().pixelSize(), body);
    }

    void leavesNoTokenUnresolvedInTheStyleSheet()
    {
        for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
            const QString sheet = styleSheet(*theme);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(sheet.contains(theme->color(ColorRole::AccentGround).name()));
        }
        QVERIFY(styleSheet(Theme::light()) != styleSheet(Theme::dark()));
    }

    void tellsOnceForEveryRealChange()
    {
        QSignalSpy spy(m_manager.get(), &ThemeManager::changed);
        m_manager->setMode(ThemeManager::Mode::Light);
        QCOMPARE(spy.count(), 0);
        m_manager->setMode(ThemeManager::Mode::Dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(Theme::current().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::dark().color(ColorRole::Surface));
        m_manager->setMode(ThemeManager::Mode::Dark);
        QCOMPARE(spy.count(), 1);
        m_manager->setMode(ThemeManager::Mode::Light);
        QCOMPARE(spy.count(), 2);
        // The offscreen desktop is a light one: another mode, the same theme.
        m_manager->setMode(ThemeManager::Mode::System);
        QCOMPARE(spy.count(), 2);
        QVERIFY(!Theme::current().isDark());
    }

    void looksAtTheDesktopAndNotAtItsOwnPalette()
    {
        m_manager->setMode(ThemeManager::Mode::Dark);
        QWidget window;
        QEvent desktopChanged(QEvent::ThemeChange);
        QApplication::sendEvent(&window, &desktopChanged);
        QVERIFY(Theme::current().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::dark().color(ColorRole::Surface));
        // Had it taken its own dark palette for the desktop's, this would stay dark.
        m_manager->setMode(ThemeManager::Mode::System);
        QVERIFY(!Theme::current().isDark());
    }

    void repaintsEveryBlockOnAChange_data()
    {
        QTest::addColumn<Maker>("make");
        const auto row = [](const char* name, const Maker& make) { QTest::newRow(name) << make; };
        row("chip", [] { return new Chip(QStringLiteral("High"), Tone::Bad); });
        row("stepper", [] { return new Stepper; });
        row("skeleton", [] { return new SkeletonPanel; });
        row("state panel", [] { return new StatePanel; });
        row("canvas", [] { return new DocumentCanvas; });
        row("key hint", [] { return new KeyHint(QStringLiteral("A")); });
        row("hint button", [] { return new HintButton(QStringLiteral("Approve"), QStringLiteral("A")); });
        row("elided label", [] { return new ElidedLabel(QStringLiteral("Rasa Vaitkus")); });
        row("busy bar", [] { return new BusyBar; });
        row("push button", [] { return new QPushButton(QStringLiteral("Search")); });
        row("line edit", [] { return new QLineEdit; });
    }

    void repaintsEveryBlockOnAChange()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<QWidget> widget(make());
        widget->resize(300, 80);
        widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
        QCoreApplication::processEvents();
        PaintCounter counter;
        widget->installEventFilter(&counter);
        m_manager->setMode(ThemeManager::Mode::Dark);
        QTRY_VERIFY(counter.count > 0);
        widget->removeEventFilter(&counter);
    }

    void paintsInTheColoursOfTheTheme()
    {
        SkeletonPanel panel(SkeletonPanel::Shape::Rows, 1);
        panel.resize(200, 34);
        const QPoint inBar(40, 16);
        QCOMPARE(panel.grab().toImage().pixelColor(inBar), Theme::light().skeleton());
        m_manager->setMode(ThemeManager::Mode::Dark);
        QCOMPARE(panel.grab().toImage().pixelColor(inBar), Theme::dark().skeleton());
    }

    void drawsEveryIconInTheColourOfItsRole_data()
    {
        QTest::addColumn<int>("name");
        for (int i = 0; i <= int(IconName::More); ++i)
            QTest::addRow("icon %d", i) << i;
    }

    void drawsEveryIconInTheColourOfItsRole()
    {
        QFETCH(int, name);
        const QIcon drawn = icon(static_cast<IconName>(name), ColorRole::Bad);
        for (const auto mode : {ThemeManager::Mode::Light, ThemeManager::Mode::Dark}) {
            m_manager->setMode(mode);
            const QImage image = drawn.pixmap(QSize(32, 32), 2.0).toImage();
            QCOMPARE(image.size(), QSize(64, 64));
            int solid = 0;
            const QColor expected = Theme::current().color(ColorRole::Bad);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() != 255)
                        continue;
                    ++solid;
                    QCOMPARE(pixel, expected);
                }
            }
            QVERIFY2(solid > 20, "nothing is drawn");
        }
    }

    void drawsTheProgramsIconInItsOwnColours()
    {
        const QImage image = applicationIcon().pixmap(64, 64).toImage();
        QCOMPARE(image.pixelColor(8, 32), Theme::light().color(ColorRole::Accent));
        QCOMPARE(image.pixelColor(26, 32), QColor(Qt::white));
    }

    void readsTheKindOfAButtonFromItsProperty()
    {
        for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Good, ButtonKind::Danger,
                                      ButtonKind::Flat, ButtonKind::Pill, ButtonKind::Secondary}) {
            QPushButton button;
            setKind(&button, kind);
            QCOMPARE(kindOf(&button), kind);
        }
        QPushButton fromForm;
        fromForm.setProperty("kind", QStringLiteral("danger"));
        QCOMPARE(kindOf(&fromForm), ButtonKind::Danger);
    }

    void makesRoomForTheWeightOfFilledButtons()
    {
        QPushButton button(QStringLiteral("Request resubmission"));
        const QFontMetrics normal(Theme::font(TextSize::Body));
        const QFontMetrics strong(Theme::font(TextSize::Body, true));
        const int difference =
            strong.horizontalAdvance(button.text()) - normal.horizontalAdvance(button.text());
        QVERIFY(difference > 0);
        setKind(&button, ButtonKind::Secondary);
        const int plain = button.sizeHint().width();
        setKind(&button, ButtonKind::Good);
        // Each width is rounded to whole pixels on its own.
        QVERIFY2(qAbs(button.sizeHint().width() - plain - difference) <= 1,
                 qPrintable(QString::number(button.sizeHint().width() - plain)));
        setKind(&button, ButtonKind::Secondary);
        QCOMPARE(button.sizeHint().width(), plain);
    }

    void ringsTheFocusInAccent_data()
    {
        QTest::addColumn<ButtonKind>("kind");
        QTest::newRow("secondary") << ButtonKind::Secondary;
        QTest::newRow("primary") << ButtonKind::Primary;
        QTest::newRow("good") << ButtonKind::Good;
        QTest::newRow("danger") << ButtonKind::Danger;
        QTest::newRow("flat") << ButtonKind::Flat;
    }

    void ringsTheFocusInAccent()
    {
        QFETCH(ButtonKind, kind);
        QWidget window;
        QPushButton button(QStringLiteral("Approve"), &window);
        setKind(&button, kind);
        button.setGeometry(10, 10, 120, 30);
        QLineEdit other(&window);
        other.setGeometry(10, 60, 120, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        const QColor accent = Theme::light().color(ColorRole::Accent);
        const auto edge = [&](int depth) { return button.grab().toImage().pixelColor(60, depth); };
        if (kind != ButtonKind::Primary)
            QVERIFY(edge(0) != accent);
        button.setFocus();
        QCOMPARE(edge(0), accent);
        QCOMPARE(edge(1), accent);
        // The ring is a ring, also on a filled ground.
        QVERIFY(edge(2) != accent);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
