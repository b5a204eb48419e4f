#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/widgets/chippainter.h"

#include <QtTest>

#include <cmath>

using namespace finhub::views;

namespace {
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1, relative luminance.
double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr double ForText = 4.5;
constexpr double ForSigns = 3.0;
} // namespace

/// All text stands at 4.5:1 on its ground, every sign at 3:1, in both themes.
class TestContrast : public QObject {
    Q_OBJECT

private:
    static void row(const QString& name, const QColor& ink, const QColor& ground, double least)
    {
        QTest::newRow(qPrintable(name)) << ink << ground << least;
    }

    static void rowsOf(const Theme& theme)
    {
        const QString prefix = theme.isDark() ? QStringLiteral("dark ") : QStringLiteral("light ");
        const auto pair = [&](const char* name, ColorRole ink, ColorRole ground, double least = ForText) {
            row(prefix + QLatin1String(name), theme.color(ink), theme.color(ground), least);
        };
        // Plain text on every ground that it is written on; a selected row has the ground of the accent.
        pair("text on window", ColorRole::Text, ColorRole::Window);
        pair("text on surface", ColorRole::Text, ColorRole::Surface);
        pair("text on selection", ColorRole::Text, ColorRole::AccentGround);
        pair("text behind documents", ColorRole::Text, ColorRole::DocumentGround);
        pair("secondary on window", ColorRole::Secondary, ColorRole::Window);
        pair("secondary on surface", ColorRole::Secondary, ColorRole::Surface);
        pair("secondary on selection", ColorRole::Secondary, ColorRole::AccentGround);
        pair("secondary behind documents", ColorRole::Secondary, ColorRole::DocumentGround);
        pair("secondary on a line", ColorRole::Secondary, ColorRole::Line);
        for (const auto& [name, ink] :
             {std::pair{"accent", ColorRole::Accent}, std::pair{"good", ColorRole::Good},
              std::pair{"soon", ColorRole::Soon}, std::pair{"bad", ColorRole::Bad}}) {
            pair(qPrintable(QLatin1String(name) + QStringLiteral(" on surface")), ink, ColorRole::Surface);
            pair(qPrintable(QLatin1String(name) + QStringLiteral(" on window")), ink, ColorRole::Window);
            // Green is written on a selected row in chips only, which bring their own ground.
            if (ink != ColorRole::Good)
                pair(qPrintable(QLatin1String(name) + QStringLiteral(" on selection")), ink,
                     ColorRole::AccentGround);
            row(prefix + QStringLiteral("on filled ") + QLatin1String(name), theme.onFilled(),
                theme.color(ink), ForText);
        }
        for (const Tone tone : {Tone::Neutral, Tone::Good, Tone::Soon, Tone::Bad, Tone::Accent}) {
            row(prefix + QStringLiteral("chip %1").arg(int(tone)), theme.color(inkOf(tone)),
                theme.color(groundOf(tone)), ForText);
        }
        row(prefix + QStringLiteral("disabled primary"), buttonInk(ButtonKind::Primary, false, theme),
            theme.color(ColorRole::AccentGround), ForText);
        row(prefix + QStringLiteral("disabled good"), buttonInk(ButtonKind::Good, false, theme),
            theme.color(ColorRole::GoodGround), ForText);
        pair("focus ring on surface", ColorRole::Accent, ColorRole::Surface, ForSigns);
        pair("focus ring on window", ColorRole::Accent, ColorRole::Window, ForSigns);
        pair("focus ring behind documents", ColorRole::Accent, ColorRole::DocumentGround, ForSigns);
        pair("check box on surface", ColorRole::Secondary, ColorRole::Surface, ForSigns);
    }

private Q_SLOTS:
    void knowsItsOwnScale()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // A grey that is known to miss 4.5:1 on white by a hair, and the one that makes it.
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < ForText);
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= ForText);
    }

    void everyPairIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        rowsOf(Theme::light());
        rowsOf(Theme::dark());
    }

    void everyPairIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(
            found >= least,
            qPrintable(
                QStringLiteral("%1 on %2 is %3:1").arg(ink.name(), ground.name()).arg(found, 0, 'f', 2)));
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
