#include "walkthrough/scriptreader.h"

#include <QTest>

using namespace finhub::walkthrough;
using namespace std::chrono_literals;

/// A whole script around the members of one step.
static QByteArray oneStep(const QByteArray& members)
{
    return R"({"name":"n","title":"t","steps":[{"caption":"First"},{"caption":"Second",)" + members + "}]}";
}

class TestScriptReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember();
    void defaults();
    void timeoutForAllSteps();
    void readsActions_data();
    void readsActions();
    void readsConditions_data();
    void readsConditions();
    void refuses_data();
    void refuses();
    void refusesScripts_data();
    void refusesScripts();
};

void TestScriptReader::readsEveryMember()
{
    const auto script = readScript(R"({"name":"tour","title":"A tour","steps":[
        {"name":"find-it","caption":"Find it","target":"edit","do":"type","text":"abc","replace":false,
         "onlyIf":[],"waitFor":[{"target":"edit","is":"enabled"}],"timeoutMs":250,"picture":false,"show":"list",
         "expect":[{"target":"table","textContains":"x","row":3,"column":1},{"target":"list","rowsAtLeast":2}],
         "remember":{"as":"who","target":"label","property":"text"}},
        {"caption":"Open ${who}","target":"list","do":"doubleClick","rowText":"${who}"}]})");
    QVERIFY2(script, script ? "" : qPrintable(script.error().describe()));
    QCOMPARE(script->name, QStringLiteral("tour"));
    QCOMPARE(script->title, QStringLiteral("A tour"));
    QCOMPARE(script->steps.size(), 2);
    const Step& step = script->steps.at(0);
    QCOMPARE(step.name, QStringLiteral("find-it"));
    QCOMPARE(step.caption, QStringLiteral("Find it"));
    QCOMPARE(step.target, QStringLiteral("edit"));
    QCOMPARE(step.action, Action::Type);
    QCOMPARE(step.text, QStringLiteral("abc"));
    QCOMPARE(step.replace, false);
    QCOMPARE(step.timeout, 250ms);
    QCOMPARE(step.picture, false);
    QCOMPARE(step.show, QStringLiteral("list"));
    QCOMPARE(step.waitFor.size(), 1);
    QCOMPARE(step.waitFor.at(0).check, Check::Enabled);
    QCOMPARE(step.expect.size(), 2);
    QCOMPARE(step.expect.at(0).row, 3);
    QCOMPARE(step.expect.at(0).column, 1);
    QCOMPARE(step.expect.at(1).rows, 2);
    QVERIFY(step.remember);
    QCOMPARE(step.remember->as, QStringLiteral("who"));
    QCOMPARE(step.remember->target, QStringLiteral("label"));
    QCOMPARE(step.remember->property, QStringLiteral("text"));
    QCOMPARE(script->steps.at(1).rowText, QStringLiteral("${who}"));
}

void TestScriptReader::defaults()
{
    const auto script = readScript(R"({"name":"n","title":"t","steps":[
        {"caption":"Look: here, at the “Customers” of the tenant & more"},{"caption":"…"}]})");
    QVERIFY(script);
    const Step& step = script->steps.at(0);
    QCOMPARE(step.name, QStringLiteral("look-here-at-the-customers-of"));
    QCOMPARE(step.action, Action::None);
    QCOMPARE(step.timeout, 10s);
    QCOMPARE(step.picture, true);
    QCOMPARE(step.replace, true);
    QVERIFY(!step.isByRow());
    QVERIFY(!step.remember);
    QCOMPARE(script->steps.at(1).name, QStringLiteral("step"));
}

void TestScriptReader::timeoutForAllSteps()
{
    const auto script = readScript(R"({"name":"n","title":"t","timeoutMs":700,"steps":[
        {"caption":"a"},{"caption":"b","timeoutMs":90}]})");
    QVERIFY(script);
    QCOMPARE(script->steps.at(0).timeout, 700ms);
    QCOMPARE(script->steps.at(1).timeout, 90ms);
}

void TestScriptReader::readsActions_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("action");
    QTest::newRow("none") << QByteArray(R"("do":"none")") << int(Action::None);
    QTest::newRow("click") << QByteArray(R"("do":"click","target":"b")") << int(Action::Click);
    QTest::newRow("click on a row") << QByteArray(R"("do":"click","target":"b","row":0)")
                                    << int(Action::Click);
    QTest::newRow("doubleClick") << QByteArray(R"("do":"doubleClick","target":"b")")
                                 << int(Action::DoubleClick);
    QTest::newRow("type") << QByteArray(R"("do":"type","target":"b","text":"x")") << int(Action::Type);
    QTest::newRow("key") << QByteArray(R"("do":"key","key":"Ctrl+F")") << int(Action::Key);
    QTest::newRow("selectRow") << QByteArray(R"("do":"selectRow","target":"b","row":2)")
                               << int(Action::SelectRow);
}

void TestScriptReader::readsActions()
{
    QFETCH(QByteArray, members);
    QFETCH(int, action);
    const auto script = readScript(oneStep(members));
    QVERIFY2(script, script ? "" : qPrintable(script.error().describe()));
    QCOMPARE(int(script->steps.at(1).action), action);
}

void TestScriptReader::readsConditions_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("description");
    const auto row = [](const char* members, const char* description) {
        QTest::newRow(description) << QByteArray(members) << QString::fromLatin1(description);
    };
    row(R"("is":"visible")", "visible");
    row(R"("is":"hidden")", "hidden");
    row(R"("is":"enabled")", "enabled");
    row(R"("is":"disabled")", "disabled");
    row(R"("is":"focused")", "focused");
    row(R"("text":"a")", "text equals \"a\"");
    row(R"("text":"a","row":2)", "text of row 2 equals \"a\"");
    row(R"("textContains":"a","row":2,"column":0)", "text of row 2 in column 0 contains \"a\"");
    row(R"("textDiffers":"a")", "text differs from \"a\"");
    row(R"("rowsAtLeast":5)", "at least 5 rows");
    row(R"("property":"checked","equals":true)", "property checked equals true");
    row(R"("property":"value","equals":12)", "property value equals 12");
}

void TestScriptReader::readsConditions()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, description);
    const auto script = readScript(oneStep(R"("expect":[{"target":"w",)" + members + "}]"));
    QVERIFY2(script, script ? "" : qPrintable(script.error().describe()));
    QCOMPARE(script->steps.at(1).expect.at(0).target, QStringLiteral("w"));
    QCOMPARE(script->steps.at(1).expect.at(0).describe(), description);
}

void TestScriptReader::refuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* members, const char* error) {
        QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(error);
    };
    row("unknown action", R"("target":"b","do":"clik")",
        R"(step 2, member "do": must be one of none, click, doubleClick, type, key, selectRow, call)");
    row("unknown member", R"("traget":"b")", R"(step 2, member "traget": is not known here)");
    row("member of another action", R"("target":"b","do":"click","text":"x")",
        R"(step 2, member "text": is not known here)");
    row("no target", R"("do":"click")", R"(step 2, member "target": is missing)");
    row("target of a wrong type", R"("do":"click","target":5)", R"(step 2, member "target": must be a text)");
    row("empty target", R"("do":"click","target":"")", R"(step 2, member "target": is empty)");
    row("nothing to type", R"("do":"type","target":"e")", R"(step 2, member "text": is missing)");
    row("no key", R"("do":"key")", R"(step 2, member "key": is missing)");
    row("two keys", R"("do":"key","key":"Ctrl+A, Ctrl+B")",
        R"(step 2, member "key": must be one key combination)");
    row("no such key", R"("do":"key","key":"Ctrl+Banana")",
        R"(step 2, member "key": must be one key combination)");
    row("no row", R"("do":"selectRow","target":"l")",
        R"(step 2, member "row": is missing, and so is rowText)");
    row("two rows", R"("do":"selectRow","target":"l","row":1,"rowText":"x")",
        R"(step 2, member "rowText": cannot stand together with row)");
    row("negative row", R"("do":"selectRow","target":"l","row":-1)",
        R"(step 2, member "row": must be a whole number from 0 to 2147483647)");
    row("half a row", R"("do":"selectRow","target":"l","row":1.5)",
        R"(step 2, member "row": must be a whole number from 0 to 2147483647)");
    row("no time", R"("timeoutMs":0)",
        R"(step 2, member "timeoutMs": must be a whole number from 1 to 600000)");
    row("picture as text", R"("picture":"yes")", R"(step 2, member "picture": must be true or false)");
    row("name that is no file name", R"("name":"../x")",
        R"(step 2, member "name": must be lower-case words joined by -)");
    row("conditions not in a list", R"("expect":{"target":"x"})",
        R"(step 2, member "expect": must be a list)");
    row("condition that is no object", R"("expect":["x"])",
        R"(step 2, member "expect[0]": must be an object)");
    row("condition without target", R"("waitFor":[{"is":"visible"}])",
        R"(step 2, member "waitFor[0].target": is missing)");
    row("condition that asks nothing", R"("expect":[{"target":"x","is":"visible"},{"target":"x"}])",
        R"(step 2, member "expect[1].": asks for nothing)");
    row("condition that asks twice", R"("expect":[{"target":"x","is":"visible","text":"a"}])",
        R"(step 2, member "expect[0].text": asks for a second thing)");
    row("unknown state", R"("expect":[{"target":"x","is":"happy"}])",
        R"(step 2, member "expect[0].is": must be one of visible, hidden, enabled, disabled, focused)");
    row("row where there is none", R"("expect":[{"target":"x","is":"visible","row":1}])",
        R"(step 2, member "expect[0].row": is not known here)");
    row("property without value", R"("expect":[{"target":"x","property":"checked"}])",
        R"(step 2, member "expect[0].equals": is missing)");
    row("property with a list", R"("expect":[{"target":"x","property":"checked","equals":[]}])",
        R"(step 2, member "expect[0].equals": must be true, false, a number or a text)");
    row("remember without a name", R"("remember":{"target":"x","property":"text"})",
        R"(step 2, member "remember.as": is missing)");
    row("remember that is no object", R"("remember":"x")", R"(step 2, member "remember": must be an object)");
    row("remember in a step that may be skipped",
        R"("onlyIf":[{"target":"x","is":"visible"}],"remember":{"as":"a","target":"x","property":"text"})",
        R"(step 2, member "remember": cannot stand in a step that may be skipped)");
    row("a name that is remembered too late",
        R"("expect":[{"target":"x","text":"${who}"}],"remember":{"as":"who","target":"x","property":"text"})",
        R"(step 2: uses ${who}, which no earlier step remembers)");
}

void TestScriptReader::refuses()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, error);
    const auto script = readScript(oneStep(members));
    QVERIFY(!script);
    QCOMPARE(script.error().describe(), error);
}

void TestScriptReader::refusesScripts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* json, const char* error) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(error);
    };
    row("empty", "", "script: no JSON at byte 0: illegal value");
    row("truncated", R"({"name":"n",)", "script: no JSON at byte 12: unterminated object");
    row("list", "[]", "script: must be an object");
    row("no name", R"({"title":"t","steps":[{"caption":"c"}]})", R"(script, member "name": is missing)");
    row("no title", R"({"name":"n","steps":[{"caption":"c"}]})", R"(script, member "title": is missing)");
    row("no steps", R"({"name":"n","title":"t"})", R"(script, member "steps": is missing or empty)");
    row("empty steps", R"({"name":"n","title":"t","steps":[]})",
        R"(script, member "steps": is missing or empty)");
    row("step that is no object", R"({"name":"n","title":"t","steps":[1]})",
        R"(script, member "steps[0]": must be an object)");
    row("unknown member", R"({"name":"n","title":"t","author":"me","steps":[{"caption":"c"}]})",
        R"(script, member "author": is not known here)");
    row("no caption", R"({"name":"n","title":"t","steps":[{"target":"b"}]})",
        R"(step 1, member "caption": is missing)");
}

void TestScriptReader::refusesScripts()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto script = readScript(json);
    QVERIFY(!script);
    QCOMPARE(script.error().describe(), error);
}

QTEST_APPLESS_MAIN(TestScriptReader)
#include "tst_scriptreader.moc"
