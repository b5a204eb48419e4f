#include "views/widgets/adjustbar.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/viewsign.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QtTest>

#include <memory>

using namespace finhub::views;

class TestAdjustBar : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DocumentCanvas> m_canvas;
    std::unique_ptr<AdjustBar> m_bar;
    ViewSign* m_sign = nullptr;

    QSlider* slider(const char* name) { return m_bar->findChild<QSlider*>(QLatin1String(name)); }
    QCheckBox* check(const char* name) { return m_bar->findChild<QCheckBox*>(QLatin1String(name)); }

private Q_SLOTS:
    void init()
    {
        m_canvas = std::make_unique<DocumentCanvas>();
        m_canvas->resize(500, 400);
        m_sign = new ViewSign(m_canvas.get());
        m_bar = std::make_unique<AdjustBar>();
        m_bar->setCanvas(m_canvas.get());
        m_canvas->show();
        m_bar->show();
    }

    void cleanup()
    {
        m_bar.reset();
        m_canvas.reset();
    }

    void changesTheCanvas()
    {
        slider("brightnessSlider")->setValue(-30);
        slider("contrastSlider")->setValue(45);
        check("greyCheck")->click();
        check("invertedCheck")->click();
        QCOMPARE(m_canvas->adjustment(),
                 (PageAdjustment{.brightness = -30, .contrast = 45, .grey = true, .inverted = true}));
    }

    void showsWhatOthersHaveChanged()
    {
        QSignalSpy changed(m_canvas.get(), &DocumentCanvas::adjustmentChanged);
        m_canvas->setAdjustment({.brightness = 10, .contrast = -20, .inverted = true});
        QCOMPARE(slider("brightnessSlider")->value(), 10);
        QCOMPARE(slider("contrastSlider")->value(), -20);
        QVERIFY(!check("greyCheck")->isChecked());
        QVERIFY(check("invertedCheck")->isChecked());
        QCOMPARE(changed.count(), 1);
        m_canvas->resetView();
        QCOMPARE(slider("contrastSlider")->value(), 0);
        QVERIFY(!check("invertedCheck")->isChecked());
    }

    void saysHowToGetRidOfIt()
    {
        QSignalSpy reset(m_bar.get(), &AdjustBar::resetWanted);
        m_bar->findChild<QPushButton*>(QStringLiteral("resetViewButton"))->click();
        QCOMPARE(reset.count(), 1);
    }

    void everyControlHasANameAndAKey()
    {
        const QList<QWidget*> controls = m_bar->findChildren<QWidget*>();
        int seen = 0;
        for (const QWidget* control : controls) {
            if (control->focusPolicy() == Qt::NoFocus)
                continue;
            QVERIFY2(control->accessibleName().contains(u'('), qPrintable(control->objectName()));
            QCOMPARE(control->toolTip(), control->accessibleName());
            ++seen;
        }
        QCOMPARE(seen, 5);
    }

    void theSignIsThereWhileTheViewIsChanged()
    {
        QVERIFY(!m_sign->isVisible());
        m_canvas->setAdjustment({.contrast = 40, .grey = true});
        QVERIFY(m_sign->isVisible());
        QVERIFY(m_sign->text().contains(QStringLiteral("contrast +40, grey")));
        m_canvas->flip();
        QVERIFY(m_sign->text().contains(QStringLiteral("mirrored")));
        m_canvas->setAdjustment({});
        QVERIFY(m_sign->isVisible());
        m_canvas->resetView();
        QVERIFY(!m_sign->isVisible());
    }

    void theSignStaysWithinTheCanvas()
    {
        m_canvas->setAdjustment({.brightness = -10, .contrast = 40, .grey = true, .inverted = true});
        m_canvas->resize(140, 200);
        QVERIFY(m_canvas->rect().contains(m_sign->geometry()));
    }
};

QTEST_MAIN(TestAdjustBar)
#include "tst_adjustbar.moc"
