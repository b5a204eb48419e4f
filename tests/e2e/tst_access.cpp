#include "e2e/consolefixture.h"
#include "views/actions/actionregistry.h"
#include "views/style/textscale.h"
#include "views/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <functional>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 20000;

QString nameOf(QWidget* widget)
{
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString place(const QWidget* widget)
{
    QStringList names;
    for (; widget && names.size() < 4; widget = widget->parentWidget())
        names << (widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                 : widget->objectName());
    return names.join(QStringLiteral(" in "));
}

/// The parts of other controls, which have no name of their own.
bool isPart(const QWidget* widget)
{
    const QString name = widget->objectName();
    return name.startsWith(QLatin1String("qt_")) || qobject_cast<const QComboBox*>(widget->parentWidget()) ||
           widget->parentWidget()->inherits("QAbstractSpinBox");
}

QList<QWidget*> controlsOf(QWidget* top)
{
    QList<QWidget*> controls;
    for (QWidget* widget : top->findChildren<QWidget*>()) {
        if (widget->isVisibleTo(top) && widget->window() == top->window() && widget->isEnabled() &&
            widget->focusPolicy() != Qt::NoFocus && !isPart(widget) && !widget->focusProxy())
            controls << widget;
    }
    return controls;
}

/// What Tab reaches from where it is, once around.
QList<QWidget*> tabbed(QWidget* top)
{
    QList<QWidget*> reached;
    for (int i = 0; i < 200; ++i) {
        QTest::keyClick(top, Qt::Key_Tab);
        QWidget* focus = QApplication::focusWidget();
        if (!focus || reached.contains(focus))
            break;
        reached << focus;
    }
    return reached;
}

/// Texts that have less room than they need, apart from those that are made to be cut short.
QStringList clipped(QWidget* top)
{
    QStringList texts;
    for (const QLabel* label : top->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->window() != top->window())
            continue;
        const QSize need =
            label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        if (need.width() > label->width() + 1 || need.height() > label->height() + 1)
            texts << QStringLiteral("%1: “%2” needs %3x%4, has %5x%6")
                         .arg(place(label), label->text().left(30))
                         .arg(need.width())
                         .arg(need.height())
                         .arg(label->width())
                         .arg(label->height());
    }
    for (const QPushButton* button : top->findChildren<QPushButton*>()) {
        if (!button->isVisible() || button->text().isEmpty() || button->window() != top->window())
            continue;
        const QFontMetrics metrics(button->font());
        if (metrics.height() > button->height())
            texts << QStringLiteral("%1: “%2” is %3 high")
                         .arg(place(button), button->text())
                         .arg(button->height());
    }
    return texts;
}

void close(QWidget* dialog)
{
    QPointer<QWidget> gone = dialog;
    dialog->close();
    QTRY_VERIFY(!gone);
}

/// Shows every view of the console in turn and hands over its window.
void walk(ConsoleFixture& console, const std::function<void(const QString&, QWidget*)>& visit)
{
    const auto window = [&](const char* name) { visit(QLatin1String(name), console.window.get()); };
    const auto dialog = [&](const char* name, const char* action) {
        console.window->findChild<QAction*>(QLatin1String(action))->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget* opened = QApplication::activeModalWidget();
        visit(QLatin1String(name), opened);
        close(opened);
        console.window->activateWindow();
        QTRY_VERIFY(console.window->isActiveWindow());
    };
    window("sign-in");
    console.signIn();
    window("list");
    dialog("palette", "paletteAction");
    dialog("settings", "settingsAction");
    dialog("shortcuts", "shortcutsAction");
    dialog("help", "helpAction");
    dialog("about", "aboutAction");
    dialog("hold", "holdAction");
    console.openRow(QStringLiteral("Medium"));
    QTRY_VERIFY_WITH_TIMEOUT(console.isShown("verdictBar") && console.isEnabled("rejectButton"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.find<views::DocumentCanvas>("documentCanvas")->hasPage(), Patience);
    window("review");
    console.press(Qt::Key_F);
    QTRY_VERIFY(console.isShown("reasonPalette"));
    window("reasons");
    QTest::keyClick(console.find("reasonPalette"), Qt::Key_Escape);
    console.press(Qt::Key_X);
    QTRY_VERIFY(QApplication::activeModalWidget());
    visit(QStringLiteral("reject"), QApplication::activeModalWidget());
    close(QApplication::activeModalWidget());
    console.click("overviewPaneButton");
    window("overview");
    console.click("phasesPaneButton");
    window("phases");
    console.press(Qt::Key_Escape);
    QTRY_VERIFY(console.isShown("customersView"));
    console.click("newCustomerButton");
    QTRY_VERIFY(console.isShown("newCustomerView"));
    window("new customer");
    console.press(Qt::Key_Escape);
    console.window->findChild<QAction*>(QStringLiteral("consentTextsAction"))->trigger();
    QTRY_VERIFY(console.isShown("templatesView"));
    window("consent texts");
    console.press(Qt::Key_Escape);
    console.window->findChild<QAction*>(QStringLiteral("outboxAction"))->trigger();
    window("outbox");
}
} // namespace

/// Every view, for people who do not see it or do not see it well, and who have no mouse.
class TestAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { views::setTextScale(100); }
    void everyControlHasAName();
    void tabReachesEveryControlAndShowsIt();
    void largeTextsAreWhole_data();
    void largeTextsAreWhole();

private:
    views::ThemeManager m_theme;
};

void TestAccess::everyControlHasAName()
{
    ConsoleFixture console;
    int controls = 0;
    QStringList nameless;
    walk(console, [&](const QString& view, QWidget* top) {
        for (QWidget* control : controlsOf(top)) {
            ++controls;
            if (nameOf(control).trimmed().isEmpty())
                nameless << view + QStringLiteral(": ") + place(control);
        }
    });
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(u'\n' + nameless.join(u'\n')));
    QVERIFY(controls > 300);
}

void TestAccess::tabReachesEveryControlAndShowsIt()
{
    ConsoleFixture console;
    QStringList faults;
    walk(console, [&](const QString& view, QWidget* top) {
        const QList<QWidget*> reached = tabbed(top);
        for (QWidget* control : controlsOf(top)) {
            const bool byTab = control->focusPolicy() & Qt::TabFocus;
            // Of a group of radio buttons or exclusive ones Tab reaches the one that is chosen.
            const auto* button = qobject_cast<const QAbstractButton*>(control);
            const bool inGroup =
                button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
            if (byTab && !inGroup && !reached.contains(control) &&
                !qobject_cast<QAbstractScrollArea*>(control))
                faults << view + QStringLiteral(": not reached: ") + place(control);
        }
        for (const QWidget* widget : reached) {
            if (!widget->isVisible())
                faults << view + QStringLiteral(": reached but hidden: ") + place(widget);
        }
    });
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestAccess::largeTextsAreWhole_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as usual, small window") << 100 << QSize(1280, 720);
    QTest::newRow("half as large again") << 150 << QSize(1440, 900);
    QTest::newRow("twice as large") << 200 << QSize(1920, 1080);
}

void TestAccess::largeTextsAreWhole()
{
    QFETCH(int, percent);
    QFETCH(QSize, size);
    views::setTextScale(percent);
    ConsoleFixture console;
    console.window->resize(size);
    QStringList faults;
    walk(console, [&](const QString& view, QWidget* top) {
        QTest::qWait(50); // layouts settle
        for (const QString& text : clipped(top))
            faults << view + QStringLiteral(": ") + text;
    });
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
