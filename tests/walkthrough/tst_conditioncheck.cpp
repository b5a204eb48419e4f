#include "walkthrough/conditioncheck.h"
#include "walkthrough/rehearsalwindow.h"
#include "walkthrough/widgettext.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace finhub::walkthrough;

namespace {

const QString Holds = QStringLiteral("holds");

Condition condition(const char* target, Check check)
{
    Condition condition;
    condition.target = QLatin1String(target);
    condition.check = check;
    return condition;
}

Condition text(const char* target, Check check, const char* value, int row = -1, int column = -1)
{
    Condition asked = condition(target, check);
    asked.text = QString::fromUtf8(value);
    asked.row = row;
    asked.column = column;
    return asked;
}

Condition rows(const char* target, int least)
{
    Condition asked = condition(target, Check::RowsAtLeast);
    asked.rows = least;
    return asked;
}

Condition propertyIs(const char* target, const char* name, const QVariant& value)
{
    Condition asked = condition(target, Check::PropertyEquals);
    asked.property = name;
    asked.value = value;
    return asked;
}

/// Counts which of its million rows are asked for.
class LargeModel : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1000000; }
    int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        m_asked << index.row();
        return QStringLiteral("Row %1").arg(index.row());
    }

    mutable QSet<int> m_asked;
};

} // namespace

Q_DECLARE_METATYPE(finhub::walkthrough::Condition)

class TestConditionCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
    void focus();
    void longTextsAreCut();
    void manyAtOnce();
    void aLargeTableIsNotReadWhole();
};

void TestConditionCheck::checks_data()
{
    QTest::addColumn<Condition>("asked");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char* name, const Condition& asked, const QString& seen) {
        QTest::newRow(name) << asked << seen;
    };
    const QString missing = QStringLiteral("no such widget");
    const QString hidden = QStringLiteral("hidden");

    row("visible", condition("greeting", Check::Visible), Holds);
    row("visible, by accessible name", condition("Greeting", Check::Visible), Holds);
    row("visible, but hidden", condition("hiddenButton", Check::Visible), hidden);
    row("visible, but missing", condition("nonsense", Check::Visible), missing);
    row("hidden", condition("hiddenButton", Check::Hidden), Holds);
    row("hidden, and missing", condition("nonsense", Check::Hidden), Holds);
    row("hidden, but visible", condition("greeting", Check::Hidden), QStringLiteral("visible"));
    row("enabled", condition("greetButton", Check::Enabled), Holds);
    row("enabled, but disabled", condition("disabledButton", Check::Enabled), QStringLiteral("disabled"));
    row("enabled, but hidden", condition("hiddenButton", Check::Enabled), hidden);
    row("disabled", condition("disabledButton", Check::Disabled), Holds);
    row("disabled, but enabled", condition("greetButton", Check::Disabled), QStringLiteral("enabled"));
    row("disabled, but missing", condition("nonsense", Check::Disabled), missing);

    row("label equals", text("greeting", Check::TextEquals, "Nobody yet"), Holds);
    row("label differs in case", text("greeting", Check::TextEquals, "nobody yet"),
        QStringLiteral("\"Nobody yet\""));
    row("label contains", text("greeting", Check::TextContains, "body"), Holds);
    row("label contains not", text("greeting", Check::TextContains, "bodies"),
        QStringLiteral("\"Nobody yet\""));
    row("label differs", text("greeting", Check::TextDiffers, "Rasa"), Holds);
    row("label differs not", text("greeting", Check::TextDiffers, "Nobody yet"),
        QStringLiteral("\"Nobody yet\""));
    row("text, but hidden", text("hiddenButton", Check::TextEquals, "Hidden"), hidden);
    row("text, but missing", text("nonsense", Check::TextDiffers, "x"), missing);
    row("field", text("nameEdit", Check::TextEquals, "typed"), Holds);
    row("password field", text("passwordEdit", Check::TextEquals, "abc"),
        QStringLiteral("\"%1\"").arg(QString(3, QChar(0x25CF))));
    row("button without its mnemonic", text("greetButton", Check::TextEquals, "Greet"), Holds);
    row("check box", text("agreeBox", Check::TextEquals, "Agree"), Holds);
    row("combo box", text("combo", Check::TextEquals, "one"), Holds);
    row("text area", text("notesEdit", Check::TextContains, "second line"), Holds);

    row("any row of a list", text("list", Check::TextContains, "Pears"), Holds);
    row("no row of a list", text("list", Check::TextContains, "Figs"),
        QStringLiteral(R"("Apples 3", "Pears 5", "Plums 7")"));
    row("row of a list", text("list", Check::TextEquals, "Pears 5", 1), Holds);
    row("other row of a list", text("list", Check::TextEquals, "Pears 5", 2), QStringLiteral("\"Plums 7\""));
    row("row after the last", text("list", Check::TextContains, "", 3), QStringLiteral("nothing"));
    row("row after the last differs", text("list", Check::TextDiffers, "x", 3), QStringLiteral("nothing"));
    row("any cell of a table", text("table", Check::TextEquals, "Customer 59"), Holds);
    row("cell of a table", text("table", Check::TextEquals, "High", 1, 1), Holds);
    row("other cell of a table", text("table", Check::TextEquals, "High", 1, 0),
        QStringLiteral("\"Customer 1\""));
    row("column of a table", text("table", Check::TextContains, "Customer", -1, 0), Holds);
    row("no such column", text("table", Check::TextContains, "Customer", -1, 2), QStringLiteral("nothing"));

    row("rows of a list", rows("list", 3), Holds);
    row("too few rows", rows("list", 4), QStringLiteral("3 rows"));
    row("rows of a table", rows("table", 60), Holds);
    row("rows of a combo box", rows("combo", 2), Holds);
    row("rows of a label", rows("greeting", 0), QStringLiteral("has no rows"));

    row("property true", propertyIs("agreeBox", "checked", true), Holds);
    row("property not false", propertyIs("agreeBox", "checked", false), QStringLiteral("true"));
    row("property number", propertyIs("nameEdit", "maxLength", 32767.0), Holds);
    row("property other number", propertyIs("nameEdit", "maxLength", 1.0), QStringLiteral("32767"));
    row("property text", propertyIs("nameEdit", "text", QStringLiteral("typed")), Holds);
    row("property of a hidden widget", propertyIs("hiddenButton", "text", QStringLiteral("Hidden")), Holds);
    row("property set at run time", propertyIs("greeting", "mood", QStringLiteral("fine")), Holds);
    row("no such property", propertyIs("greeting", "nonsense", true), QStringLiteral("no such property"));
    row("property, but missing", propertyIs("nonsense", "text", true), missing);
}

void TestConditionCheck::checks()
{
    QFETCH(Condition, asked);
    QFETCH(QString, seen);
    RehearsalWindow window;
    QVERIFY(window.showAndWait());
    window.findChild<QLineEdit*>(QStringLiteral("nameEdit"))->setText(QStringLiteral("typed"));
    window.widget("greeting")->setProperty("mood", QStringLiteral("fine"));
    window.widget("agreeBox")->setProperty("checked", true);
    window.findChild<QPlainTextEdit*>(QStringLiteral("notesEdit"))
        ->setPlainText(QStringLiteral("first line\nsecond line"));

    const auto failure = failureOf(asked, WidgetFinder(&window));
    QCOMPARE(failure ? failure->actual : Holds, seen);
    if (failure) {
        QCOMPARE(failure->target, asked.target);
        QCOMPARE(failure->expected, asked.describe());
    }
}

void TestConditionCheck::focus()
{
    RehearsalWindow window;
    QVERIFY(window.showAndWait());
    window.widget("nameEdit")->setFocus();
    const WidgetFinder finder(&window);
    QVERIFY(!failureOf(condition("nameEdit", Check::Focused), finder));
    const auto failure = failureOf(condition("list", Check::Focused), finder);
    QVERIFY(failure);
    QCOMPARE(failure->actual, QStringLiteral("not focused"));
}

void TestConditionCheck::longTextsAreCut()
{
    RehearsalWindow window;
    QVERIFY(window.showAndWait());
    const auto failure = failureOf(text("table", Check::TextContains, "nonsense"), WidgetFinder(&window));
    QVERIFY(failure);
    QVERIFY(failure->actual.startsWith(QStringLiteral("\"Customer 0\", \"Low\"")));
    QCOMPARE(failure->actual.size(), 201);
}

void TestConditionCheck::manyAtOnce()
{
    RehearsalWindow window;
    QVERIFY(window.showAndWait());
    const QList<FailedCondition> failures = failuresOf(
        {condition("greeting", Check::Visible), condition("hiddenButton", Check::Visible), rows("list", 9)},
        WidgetFinder(&window));
    QCOMPARE(failures,
             QList<FailedCondition>(
                 {{QStringLiteral("hiddenButton"), QStringLiteral("visible"), QStringLiteral("hidden")},
                  {QStringLiteral("list"), QStringLiteral("at least 9 rows"), QStringLiteral("3 rows")}}));
}

void TestConditionCheck::aLargeTableIsNotReadWhole()
{
    LargeModel model;
    QTableView view;
    view.setModel(&model);
    view.resize(400, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.scrollTo(model.index(500000, 0), QAbstractItemView::PositionAtTop);
    model.m_asked.clear();
    QVERIFY(shownTexts(&view).contains(QStringLiteral("Row 500000")));
    QCOMPARE(findRow(&view, QStringLiteral("Row 500001")), 500001);
    QCOMPARE(findRow(&view, QStringLiteral("Row 400000")), -1);
    QVERIFY2(model.m_asked.size() < 100, qPrintable(QString::number(model.m_asked.size())));
}

QTEST_MAIN(TestConditionCheck)
#include "tst_conditioncheck.moc"
