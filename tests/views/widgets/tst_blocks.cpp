#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/widgets/busybar.h"
#include "views/widgets/chip.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/statepanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace finhub::views;

/// The small blocks.
class TestBlocks : public QObject {
    Q_OBJECT

private:
    ThemeManager m_manager;

private Q_SLOTS:
    void init() { m_manager.setMode(ThemeManager::Mode::Light); }

    void saysAStateInPlace()
    {
        StatePanel panel;
        panel.resize(600, 400);
        panel.show();
        panel.setState(QStringLiteral("<b>Failed</b>"), QStringLiteral("No answer."),
                       QStringLiteral("Try again"));
        auto* title = panel.findChild<QLabel*>(QStringLiteral("statePanelTitle"));
        auto* text = panel.findChild<QLabel*>(QStringLiteral("statePanelText"));
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("statePanelButton"));
        QVERIFY(title && text && button);
        QCOMPARE(title->text(), QStringLiteral("<b>Failed</b>"));
        QCOMPARE(title->textFormat(), Qt::PlainText);
        QCOMPARE(text->textFormat(), Qt::PlainText);
        QVERIFY(text->wordWrap());
        QCOMPARE(panel.title(), QStringLiteral("<b>Failed</b>"));
        QCOMPARE(panel.accessibleName(), QStringLiteral("<b>Failed</b>"));
        QCOMPARE(panel.accessibleDescription(), QStringLiteral("No answer."));
        QCOMPARE(button->accessibleName(), QStringLiteral("Try again"));
        QVERIFY(button->isVisible());

        QSignalSpy triggered(&panel, &StatePanel::actionTriggered);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        panel.setActionEnabled(false);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);

        panel.setState(QStringLiteral("Nothing here"), QString());
        QVERIFY(!button->isVisible());
        QVERIFY(!text->isVisible());
        QVERIFY(title->isVisible());
    }

    void givesWrappedTextItsHeight()
    {
        StatePanel panel;
        panel.setState(QStringLiteral("Failed"),
                       QStringLiteral("A long explanation in words. ").repeated(12));
        panel.resize(360, 600);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* text = panel.findChild<QLabel*>(QStringLiteral("statePanelText"));
        QVERIFY(text->height() >= text->heightForWidth(text->width()));
        QVERIFY(text->height() > 3 * text->fontMetrics().height());
    }

    void paintsChipsAtTheLeadingEdge_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void paintsChipsAtTheLeadingEdge()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QImage image(200, 34, QImage::Format_RGB32);
        const Theme& theme = Theme::light();
        const QColor surface = theme.color(ColorRole::Surface);
        image.fill(surface);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        const int width = paintChip(&painter, image.rect(), QStringLiteral("High"), Tone::Bad, theme);
        painter.end();
        QCOMPARE(width, chipSize(QStringLiteral("High")).width());
        const bool mirrored = direction == Qt::RightToLeft;
        const int inside = mirrored ? 199 - 4 : 4;
        const int outside = mirrored ? 199 - width - 2 : width + 2;
        QCOMPARE(image.pixelColor(inside, 17), theme.color(ColorRole::BadGround));
        QCOMPARE(image.pixelColor(outside, 17), surface);
    }

    void keepsChipsWithinTheirCell()
    {
        QImage image(60, 34, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QCOMPARE(paintChip(&painter, QRect(0, 0, 60, 34), QString(50, QLatin1Char('m')), Tone::Outline), 60);
        QCOMPARE(paintChip(&painter, QRect(0, 0, 10, 34), QStringLiteral("High"), Tone::Good), 0);
        QCOMPARE(paintChip(&painter, QRect(), QStringLiteral("High"), Tone::Good), 0);
    }

    void tellsAChipsWholeTextWhenItIsCut()
    {
        Chip chip(QStringLiteral("Individual <Verified>"));
        chip.show();
        chip.resize(chip.sizeHint());
        QVERIFY(chip.toolTip().isEmpty());
        chip.resize(60, chip.height());
        QVERIFY(chip.toolTip().contains(QLatin1String("&lt;Verified&gt;")));
        chip.resize(chip.sizeHint());
        QVERIFY(chip.toolTip().isEmpty());
    }

    void elidesALabelAndKeepsTheWhole()
    {
        ElidedLabel label(QStringLiteral("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13"));
        label.show();
        label.resize(label.sizeHint());
        QCOMPARE(label.drawnText(), label.text());
        QVERIFY(label.toolTip().isEmpty());
        label.resize(90, label.height());
        QVERIFY(label.drawnText().endsWith(QChar(u'…')));
        QVERIFY(label.toolTip().contains(label.text()));
        QCOMPARE(label.accessibleName(), label.text());
        label.setElideMode(Qt::ElideMiddle);
        QVERIFY(label.drawnText().endsWith(QLatin1String("13")));
    }

    void copiesAndShowsACheck()
    {
        CopyButton button;
        QVERIFY(!button.isEnabled());
        button.setCopyText(QStringLiteral("6a1f0c3e"), QStringLiteral("customer id"));
        QVERIFY(button.isEnabled());
        QCOMPARE(button.accessibleName(), QStringLiteral("Copy customer id"));
        QSignalSpy copied(&button, &CopyButton::copied);
        button.click();
        QCOMPARE(copied.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("6a1f0c3e"));
        QVERIFY(button.showsCheck());
        QVERIFY(!button.accessibleDescription().isEmpty());
        QTRY_VERIFY(!button.showsCheck());
        QVERIFY(button.accessibleDescription().isEmpty());
    }

    void movesOnlyWhileBusyAndSeen()
    {
        m_manager.setMotionReduced(false);
        const bool mayMove = !ThemeManager::motionReduced();
        BusyBar bar;
        bar.setBusy(true);
        QVERIFY(!bar.isMoving());
        bar.show();
        QCOMPARE(bar.isMoving(), mayMove);
        bar.hide();
        QVERIFY(!bar.isMoving());
        bar.show();
        bar.setBusy(false);
        QVERIFY(!bar.isMoving());
        QCOMPARE(bar.height(), 2);
    }

    void standsStillWhereMotionIsReduced()
    {
        m_manager.setMotionReduced(true);
        BusyBar bar;
        bar.resize(100, 2);
        bar.show();
        bar.setBusy(true);
        QVERIFY(bar.isBusy());
        QVERIFY(!bar.isMoving());
        const QColor accent = Theme::current().color(ColorRole::Accent);
        QCOMPARE(bar.grab().toImage().pixelColor(2, 1), accent);
        QCOMPARE(bar.grab().toImage().pixelColor(97, 1), accent);
        m_manager.setMotionReduced(false);
    }

    void makesRoomForTheKey()
    {
        HintButton plain;
        plain.setText(QStringLiteral("Approve"));
        HintButton hinted(QStringLiteral("Approve"), QStringLiteral("A"));
        QVERIFY(hinted.sizeHint().width() > plain.sizeHint().width());
        QCOMPARE(hinted.sizeHint().height(), plain.sizeHint().height());
        QCOMPARE(hinted.text(), QStringLiteral("Approve"));
        QSignalSpy clicked(&hinted, &QPushButton::clicked);
        QTest::mouseClick(&hinted, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        KeyHint none;
        QVERIFY(none.sizeHint().isEmpty());
        QVERIFY(KeyHint(QStringLiteral("Ctrl K")).sizeHint().width() >
                KeyHint(QStringLiteral("K")).sizeHint().width());
    }

    void dropsTheKeyRatherThanTheWord()
    {
        HintButton button(QStringLiteral("Go"), QStringLiteral("Ctrl Shift K"));
        setKind(&button, ButtonKind::Good);
        const QColor cap = Theme::light().color(ColorRole::Surface);
        const auto capPixels = [&](int width) {
            button.resize(width, 30);
            const QImage image = button.grab().toImage();
            int count = 0;
            for (int x = 6; x < width - 6; ++x)
                count += image.pixelColor(x, 9) == cap;
            return count;
        };
        QVERIFY(capPixels(200) > 40);
        QVERIFY(capPixels(70) < 10);
    }

    void makesBarsOfTheShareAskedFor()
    {
        QImage image(100, 34, QImage::Format_RGB32);
        const Theme& theme = Theme::light();
        image.fill(theme.color(ColorRole::Surface));
        QPainter painter(&image);
        paintSkeletonBar(&painter, image.rect(), 0.5, theme);
        painter.end();
        QCOMPARE(image.pixelColor(40, 17), theme.skeleton());
        QCOMPARE(image.pixelColor(60, 17), theme.color(ColorRole::Surface));
        QCOMPARE(SkeletonPanel(SkeletonPanel::Shape::Rows, 3).sizeHint().height(), 3 * metric::Row);
        QCOMPARE(SkeletonPanel(SkeletonPanel::Shape::TwoLineRows, 2).sizeHint().height(),
                 2 * metric::TwoLineRow);
    }
};

QTEST_MAIN(TestBlocks)
#include "tst_blocks.moc"
