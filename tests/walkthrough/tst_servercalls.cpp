#include "walkthrough/performance.h"
#include "walkthrough/rehearsalwindow.h"
#include "walkthrough/servercall.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace finhub::walkthrough;

namespace {
/// Notes what is sent, and answers when it is told to.
class NotingStagehand : public Stagehand {
public:
    void send(const ServerCall& call, QObject* context,
              std::function<void(const ServerAnswer&)> done) override
    {
        calls << call;
        m_context = context;
        m_done = std::move(done);
        if (answersAtOnce)
            answer();
    }

    /// From the event loop, as it is promised.
    void answer()
    {
        QMetaObject::invokeMethod(
            m_context, [done = m_done, reply = reply] { done(reply); }, Qt::QueuedConnection);
    }

    QList<ServerCall> calls;
    ServerAnswer reply{200, R"({"data":{"token":"T-1","items":[{"id":7},{"id":"second"}]}})"};
    bool answersAtOnce = true;

private:
    QObject* m_context = nullptr;
    std::function<void(const ServerAnswer&)> m_done;
};

QByteArray callStep(const QByteArray& more = {})
{
    return R"({"caption":"c","do":"call","method":"POST","path":"/faults","timeoutMs":200)" + more + "}";
}
} // namespace

class TestServerCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reads();
    void refuses_data();
    void refuses();
    void sendsAndKeeps();
    void waitsForTheAnswer();
    void answerAfterItsTime();
    void fails_data();
    void fails();
    void nobodyToCall();
    void isPausedWhileItWaits();

private:
    Report play(const QByteArray& steps)
    {
        return Performance(m_window.get(), steps, {{}, Pace::fast(), m_stagehand.get()}).play();
    }

    std::unique_ptr<RehearsalWindow> m_window;
    std::unique_ptr<NotingStagehand> m_stagehand;
};

void TestServerCalls::init()
{
    m_stagehand = std::make_unique<NotingStagehand>();
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestServerCalls::reads()
{
    const auto script =
        readScript(R"({"name":"n","title":"t","steps":[{"caption":"c","do":"call","method":"PUT",
        "path":"/a?b=c","headers":[{"name":"X-Tenant-ID","value":"t"}],"body":{"a":[1,"b"]},"status":409,
        "keep":[{"as":"id","member":"data.0.id"}]}]})");
    QVERIFY2(script, script ? "" : qPrintable(script.error().describe()));
    const Step& step = script->steps.at(0);
    QCOMPARE(step.action, Action::Call);
    QVERIFY(step.call);
    QCOMPARE(step.call->method, QByteArray("PUT"));
    QCOMPARE(step.call->path, QStringLiteral("/a?b=c"));
    QCOMPARE(step.call->headers.size(), 1);
    QCOMPARE(step.call->headers.at(0).first, QStringLiteral("X-Tenant-ID"));
    QCOMPARE(step.call->content(), QByteArray(R"({"a":[1,"b"]})"));
    QCOMPARE(step.call->status, std::optional<int>(409));
    QCOMPARE(step.call->keep.at(0).as, QStringLiteral("id"));
    QCOMPARE(step.call->keep.at(0).member, QStringLiteral("data.0.id"));
    QCOMPARE(ServerCall().content(), QByteArray());
}

void TestServerCalls::refuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* members, const char* problem) {
        QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(problem);
    };
    row("no method", R"("path":"/a")", "method");
    row("another method", R"("method":"BREW","path":"/a")", "must be one of GET, POST, PUT, DELETE");
    row("no path", R"("method":"GET")", "path");
    row("an address", R"("method":"GET","path":"http://example.com/")", "must begin with /");
    row("a text for a body", R"("method":"POST","path":"/a","body":"x")", "must be an object or a list");
    row("a header without value", R"("method":"GET","path":"/a","headers":[{"name":"X"}])", "value");
    row("no status", R"("method":"GET","path":"/a","status":20)", "must be a whole number from 100 to 599");
    row("a target", R"("method":"GET","path":"/a","member":"x")", "is not known here");
    row("unknown names", R"("method":"GET","path":"/${id}")", "uses ${id}, which no earlier step remembers");
    row("unknown names in the body", R"("method":"POST","path":"/a","body":{"a":[{"b":"${id}"}]})",
        "uses ${id}, which no earlier step remembers");
    row("keeps what may be skipped",
        R"("method":"GET","path":"/a","keep":[{"as":"a","member":"b"}],"onlyIf":[{"target":"x","is":"visible"}])",
        "cannot stand in a step that may be skipped");
}

void TestServerCalls::refuses()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, problem);
    const auto script =
        readScript(R"({"name":"n","title":"t","steps":[{"caption":"c","do":"call",)" + members + "}]}");
    QVERIFY(!script);
    QVERIFY2(script.error().describe().contains(problem), qPrintable(script.error().describe()));
}

void TestServerCalls::sendsAndKeeps()
{
    const Report report =
        play(callStep(R"(,"keep":[{"as":"token","member":"data.token"},
            {"as":"number","member":"data.items.0.id"},{"as":"id","member":"data.items.1.id"}])") +
             R"(,{"caption":"With ${token}","do":"call","method":"POST","path":"/cases/${id}",
            "headers":[{"name":"Authorization","value":"Bearer ${token}"}],"body":{"a":{"b":["${number}"]}}})");
    QVERIFY2(report.ok, qPrintable(report.steps.at(0).problem + report.steps.at(1).problem));
    QCOMPARE(m_stagehand->calls.size(), 2);
    const ServerCall& second = m_stagehand->calls.at(1);
    QCOMPARE(second.path, QStringLiteral("/cases/second"));
    QCOMPARE(second.headers.at(0).second, QStringLiteral("Bearer T-1"));
    QCOMPARE(second.content(), QByteArray(R"({"a":{"b":["7"]}})"));
    QCOMPARE(report.steps.at(1).caption, QStringLiteral("With T-1"));
}

void TestServerCalls::waitsForTheAnswer()
{
    m_stagehand->answersAtOnce = false;
    Performance performance(m_window.get(),
                            callStep(R"(,"expect":[{"target":"greetButton","is":"visible"}])"),
                            {{}, Pace::fast(), m_stagehand.get()});
    performance.player().start();
    QTRY_COMPARE(m_stagehand->calls.size(), 1);
    QVERIFY(!performance.hasEnded());
    m_stagehand->answer();
    QVERIFY(performance.end().ok);
}

void TestServerCalls::answerAfterItsTime()
{
    m_stagehand->answersAtOnce = false;
    Performance performance(m_window.get(), callStep(), {{}, Pace::fast(), m_stagehand.get()});
    const Report report = performance.play();
    QVERIFY(!report.ok);
    QCOMPARE(report.steps.at(0).problem, QStringLiteral("the call was not answered in time"));
    m_stagehand->answer();
    QTest::qWait(0);
    QCOMPARE(performance.endings(), 1);
}

void TestServerCalls::fails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no answer") << 0 << QByteArray() << QStringLiteral("POST /faults was not answered");
    QTest::newRow("refused") << 400 << QByteArray() << QStringLiteral("POST /faults was answered with 400: ");
    QTest::newRow("another success") << 201 << QByteArray(R"(,"status":200)")
                                     << QStringLiteral("POST /faults was answered with 201: ");
    QTest::newRow("nothing to keep") << 200
                                     << QByteArray(R"(,"keep":[{"as":"a","member":"data.items.2.id"}])")
                                     << QStringLiteral(
                                            "the answer to POST /faults has no text in data.items.2.id");
}

void TestServerCalls::fails()
{
    QFETCH(int, status);
    QFETCH(QByteArray, members);
    QFETCH(QString, problem);
    m_stagehand->reply.status = status;
    const Report report = play(callStep(members));
    QVERIFY(!report.ok);
    QVERIFY2(report.steps.at(0).problem.startsWith(problem), qPrintable(report.steps.at(0).problem));
}

void TestServerCalls::nobodyToCall()
{
    const Report report = Performance(m_window.get(), callStep(), {{}, Pace::fast()}).play();
    QVERIFY(!report.ok);
    QVERIFY(report.steps.at(0).problem.contains(QStringLiteral("no server of its own")));
}

void TestServerCalls::isPausedWhileItWaits()
{
    m_stagehand->answersAtOnce = false;
    Performance performance(m_window.get(), callStep() + R"(,{"caption":"c"})",
                            {{}, Pace::fast(), m_stagehand.get()});
    performance.player().start();
    QTRY_COMPARE(m_stagehand->calls.size(), 1);
    performance.player().pause();
    m_stagehand->answer();
    QTest::qWait(0);
    QVERIFY(!performance.hasEnded());
    performance.player().resume();
    QVERIFY(performance.end().ok);
    QCOMPARE(m_stagehand->calls.size(), 1);
}

QTEST_MAIN(TestServerCalls)
#include "tst_servercalls.moc"
