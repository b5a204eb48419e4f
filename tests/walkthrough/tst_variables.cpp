#include "walkthrough/variables.h"

#include <QTest>

using namespace finhub::walkthrough;

class TestVariables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expands_data();
    void expands();
    void expandsEveryTextOfAStep();
    void namesThatAreUsed();
};

void TestVariables::expands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expanded");
    const auto row = [](const char* text, const char* expanded) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expanded);
    };
    row("", "");
    row("nothing", "nothing");
    row("${who}", "Rasa");
    row("a ${who} b ${who}", "a Rasa b Rasa");
    row("${who}${what}", "Rasa${who}");
    row("${nobody}", "${nobody}");
    row("${who", "${who");
    row("$who {who}", "$who {who}");
}

void TestVariables::expands()
{
    QFETCH(QString, text);
    QFETCH(QString, expanded);
    Variables variables;
    variables.set(QStringLiteral("who"), QStringLiteral("Rasa"));
    variables.set(QStringLiteral("what"), QStringLiteral("${who}"));
    QCOMPARE(variables.expand(text), expanded);
}

void TestVariables::expandsEveryTextOfAStep()
{
    Variables variables;
    variables.set(QStringLiteral("who"), QStringLiteral("Rasa"));
    Condition condition;
    condition.text = QStringLiteral("d ${who}");
    Step step;
    step.caption = QStringLiteral("a ${who}");
    step.text = QStringLiteral("b ${who}");
    step.rowText = QStringLiteral("c ${who}");
    step.onlyIf = step.waitFor = step.expect = {condition};

    const Step expanded = variables.expand(step);
    QCOMPARE(expanded.caption, QStringLiteral("a Rasa"));
    QCOMPARE(expanded.text, QStringLiteral("b Rasa"));
    QCOMPARE(expanded.rowText, QStringLiteral("c Rasa"));
    QCOMPARE(expanded.onlyIf.at(0).text, QStringLiteral("d Rasa"));
    QCOMPARE(expanded.waitFor.at(0).text, QStringLiteral("d Rasa"));
    QCOMPARE(expanded.expect.at(0).text, QStringLiteral("d Rasa"));
}

void TestVariables::namesThatAreUsed()
{
    Condition condition;
    condition.text = QStringLiteral("${four}");
    Step step;
    step.caption = QStringLiteral("${one} and ${two}");
    step.rowText = QStringLiteral("${three}");
    step.expect = {condition};
    QCOMPARE(Variables::namesIn(step), QStringList({QStringLiteral("one"), QStringLiteral("two"),
                                                    QStringLiteral("three"), QStringLiteral("four")}));
}

QTEST_APPLESS_MAIN(TestVariables)
#include "tst_variables.moc"
