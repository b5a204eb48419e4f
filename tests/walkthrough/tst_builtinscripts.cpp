#include "walkthrough/builtinscripts.h"

#include <QSet>
#include <QTest>

using namespace finhub::walkthrough;

class TestBuiltInScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScriptCanBeRead_data();
    void everyScriptCanBeRead();
    void theReviewHasItsPictures();
    void anUnknownNameIsAnError();
};

void TestBuiltInScripts::everyScriptCanBeRead_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = builtInScriptNames();
    QVERIFY(names.contains(QStringLiteral("kyc-approval")));
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestBuiltInScripts::everyScriptCanBeRead()
{
    QFETCH(QString, name);
    const auto script = builtInScript(name);
    QVERIFY2(script, script ? "" : qPrintable(script.error().describe()));
    QCOMPARE(script->name, name);
    QSet<QString> pictures;
    for (const Step& step : script->steps) {
        QVERIFY2(!step.picture || !pictures.contains(step.name), qPrintable(step.name));
        pictures << step.name;
    }
}

void TestBuiltInScripts::theReviewHasItsPictures()
{
    const auto script = builtInScript(QStringLiteral("kyc-approval"));
    QVERIFY(script);
    const auto pictures = std::count_if(script->steps.cbegin(), script->steps.cend(), [](const Step& step) {
        return step.picture && step.onlyIf.isEmpty();
    });
    QVERIFY(pictures >= 8);
}

void TestBuiltInScripts::anUnknownNameIsAnError()
{
    const auto script = builtInScript(QStringLiteral("../kyc-approval"));
    QVERIFY(!script);
    QVERIFY(script.error().describe().contains(QStringLiteral("there are: ")));
    QVERIFY(script.error().describe().contains(QStringLiteral(", kyc-approval, ")));
}

QTEST_APPLESS_MAIN(TestBuiltInScripts)
#include "tst_builtinscripts.moc"
