#include "walkthrough/rehearsalwindow.h"
#include "walkthrough/widgetfinder.h"

#include <QLabel>
#include <QMenu>
#include <QTest>

#include <memory>

using namespace finhub::walkthrough;

class TestWidgetFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void byObjectName();
    void byAccessibleName();
    void theWindowItself();
    void nothing();
    void visibleBeforeHidden();
    void theOpenDialogFirst();
    void otherWindowsLast();
    void keysGoToPopupThenDialogThenWindow();

private:
    QString foundText(const char* name) const
    {
        const QWidget* found = WidgetFinder(m_window.get()).find(QLatin1String(name));
        return found ? found->property("text").toString() : QStringLiteral("nothing");
    }

    std::unique_ptr<RehearsalWindow> m_window;
};

void TestWidgetFinder::init()
{
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestWidgetFinder::byObjectName()
{
    QCOMPARE(foundText("greeting"), QStringLiteral("Nobody yet"));
}

void TestWidgetFinder::byAccessibleName()
{
    QCOMPARE(foundText("Greeting"), QStringLiteral("Nobody yet"));
}

void TestWidgetFinder::theWindowItself()
{
    QCOMPARE(WidgetFinder(m_window.get()).find(QStringLiteral("rehearsal")), m_window.get());
}

void TestWidgetFinder::nothing()
{
    QCOMPARE(foundText("nonsense"), QStringLiteral("nothing"));
    QCOMPARE(foundText(""), QStringLiteral("nothing"));
}

void TestWidgetFinder::visibleBeforeHidden()
{
    QCOMPARE(foundText("hiddenButton"), QStringLiteral("Hidden"));
    auto* visible = new QLabel(QStringLiteral("Second of the name"), m_window.get());
    visible->setObjectName(QStringLiteral("hiddenButton"));
    visible->show();
    QCOMPARE(foundText("hiddenButton"), QStringLiteral("Second of the name"));
}

void TestWidgetFinder::theOpenDialogFirst()
{
    QCOMPARE(foundText("greetButton"), QStringLiteral("&Greet"));
    QTest::mouseClick(m_window->widget("dialogButton"), Qt::LeftButton);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QCOMPARE(foundText("greetButton"), QStringLiteral("Confirm"));
    QCOMPARE(foundText("greeting"), QStringLiteral("Nobody yet"));
    m_window->dialog()->accept();
    QCOMPARE(foundText("greetButton"), QStringLiteral("&Greet"));
}

void TestWidgetFinder::otherWindowsLast()
{
    QWidget other;
    auto* label = new QLabel(QStringLiteral("Elsewhere"), &other);
    label->setObjectName(QStringLiteral("elsewhere"));
    auto* twin = new QLabel(QStringLiteral("Twin"), &other);
    twin->setObjectName(QStringLiteral("greeting"));
    QCOMPARE(foundText("elsewhere"), QStringLiteral("nothing"));
    other.show();
    QCOMPARE(foundText("elsewhere"), QStringLiteral("Elsewhere"));
    QCOMPARE(foundText("greeting"), QStringLiteral("Nobody yet"));
}

void TestWidgetFinder::keysGoToPopupThenDialogThenWindow()
{
    const WidgetFinder finder(m_window.get());
    QCOMPARE(finder.keyWindow(), m_window.get());
    QTest::mouseClick(m_window->widget("dialogButton"), Qt::LeftButton);
    QTRY_COMPARE(finder.keyWindow(), static_cast<QWidget*>(m_window->dialog()));
    QMenu menu(m_window->dialog());
    menu.addAction(QStringLiteral("Only"));
    menu.popup(m_window->dialog()->pos());
    QTRY_COMPARE(finder.keyWindow(), static_cast<QWidget*>(&menu));
}

QTEST_MAIN(TestWidgetFinder)
#include "tst_widgetfinder.moc"
