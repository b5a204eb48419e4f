#include "core/call.h"

#include <QTest>

using namespace finhub;

/// One operation, one object, one completion.
class TestCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesOnce();
    void answersLateListenersAtOnce();
    void everyListenerHearsOnce();
    void aDeadContextHearsNothing();
    void aContextMayDieInAnEarlierHandler();
    void deletingTheCallCallsNobody();
    void theCallMayBeDeletedInItsHandler();
    void allListenersHearAlthoughTheFirstDeletesTheCall();
    void aHandlerMayStartTheNextCall();
    void finishLaterIsNotInside();
    void finishLaterAfterDeathIsHarmless();
    void laterCompletionsAreIgnored();
    void workGoesWithTheCall();
    void workStaysUntilTheCallGoes();
    void failuresArriveAsValues();
};

void TestCall::completesOnce()
{
    Call<int> call;
    int heard = 0;
    int value = 0;
    call.onFinished(this, [&](const Result<int>& result) {
        ++heard;
        value = *result;
        QVERIFY(call.isFinished());
    });
    QVERIFY(!call.isFinished());
    QCOMPARE(heard, 0);
    call.finish(42);
    QVERIFY(call.isFinished());
    QCOMPARE(heard, 1);
    QCOMPARE(value, 42);
}

void TestCall::answersLateListenersAtOnce()
{
    Call<int> call;
    call.finish(7);
    int value = 0;
    call.onFinished(this, [&](const Result<int>& result) { value = *result; });
    QCOMPARE(value, 7);
}

void TestCall::everyListenerHearsOnce()
{
    Call<int> call;
    QList<int> order;
    for (int i = 0; i < 3; ++i)
        call.onFinished(this, [&order, i](const Result<int>&) { order << i; });
    call.finish(1);
    QCOMPARE(order, (QList{0, 1, 2}));
}

void TestCall::aDeadContextHearsNothing()
{
    Call<int> call;
    int heard = 0;
    {
        QObject context;
        call.onFinished(&context, [&](const Result<int>&) { ++heard; });
    }
    call.onFinished(this, [&](const Result<int>&) { heard += 10; });
    call.finish(1);
    QCOMPARE(heard, 10);
}

void TestCall::aContextMayDieInAnEarlierHandler()
{
    Call<int> call;
    int heard = 0;
    auto context = std::make_unique<QObject>();
    call.onFinished(this, [&](const Result<int>&) { context.reset(); });
    call.onFinished(context.get(), [&](const Result<int>&) { ++heard; });
    call.finish(1);
    QCOMPARE(heard, 0);
}

void TestCall::deletingTheCallCallsNobody()
{
    int heard = 0;
    auto call = std::make_unique<Call<int>>();
    call->onFinished(this, [&](const Result<int>&) { ++heard; });
    call.reset();
    QCoreApplication::processEvents();
    QCOMPARE(heard, 0);
}

void TestCall::theCallMayBeDeletedInItsHandler()
{
    auto call = std::make_unique<Call<QString>>();
    QString text;
    call->onFinished(this, [&](const Result<QString>& result) {
        call.reset();
        text = *result; // the outcome outlives the call
    });
    call->finish(QStringLiteral("still here"));
    QVERIFY(!call);
    QCOMPARE(text, QStringLiteral("still here"));

    // The same for a listener who comes late.
    call = std::make_unique<Call<QString>>();
    call->finish(QStringLiteral("late"));
    call->onFinished(this, [&](const Result<QString>& result) {
        call.reset();
        text = *result;
    });
    QVERIFY(!call);
    QCOMPARE(text, QStringLiteral("late"));
}

void TestCall::allListenersHearAlthoughTheFirstDeletesTheCall()
{
    auto call = std::make_unique<Call<QString>>();
    QStringList heard;
    call->onFinished(this, [&](const Result<QString>& result) {
        call.reset();
        heard << *result;
    });
    call->onFinished(this, [&](const Result<QString>& result) { heard << *result; });
    call->finish(QStringLiteral("x"));
    QCOMPARE(heard, (QStringList{QStringLiteral("x"), QStringLiteral("x")}));
}

void TestCall::aHandlerMayStartTheNextCall()
{
    CallPtr<int> call = std::make_unique<Call<int>>();
    QList<int> values;
    Call<int>::Handler handler = [&](const Result<int>& result) {
        values << *result;
        if (values.size() == 3)
            return;
        call = std::make_unique<Call<int>>();
        call->onFinished(this, handler);
        call->finishLater(*result + 1);
    };
    call->onFinished(this, handler);
    call->finishLater(1);
    QTRY_COMPARE(values, (QList{1, 2, 3}));
}

void TestCall::finishLaterIsNotInside()
{
    Call<int> call;
    int heard = 0;
    call.finishLater(5);
    QVERIFY(!call.isFinished());
    call.onFinished(this, [&](const Result<int>& result) { heard = *result; });
    QCOMPARE(heard, 0);
    QTRY_COMPARE(heard, 5);
    QVERIFY(call.isFinished());
}

void TestCall::finishLaterAfterDeathIsHarmless()
{
    int heard = 0;
    auto call = std::make_unique<Call<int>>();
    call->onFinished(this, [&](const Result<int>&) { ++heard; });
    call->finishLater(5);
    call.reset();
    QCoreApplication::processEvents();
    QCOMPARE(heard, 0);
}

void TestCall::laterCompletionsAreIgnored()
{
    Call<int> call;
    QList<int> values;
    call.finishLater(3);
    call.onFinished(this, [&](const Result<int>& result) { values << *result; });
    call.finish(1);
    call.finish(2);
    QCoreApplication::processEvents();
    call.onFinished(this, [&](const Result<int>& result) { values << *result; });
    QCOMPARE(values, (QList{1, 1}));
}

void TestCall::workGoesWithTheCall()
{
    auto call = std::make_unique<Call<int>>();
    auto work = std::make_unique<QObject>();
    const QPointer<QObject> watched = work.get();
    call->setWork(std::move(work));
    QVERIFY(watched);
    call.reset();
    QVERIFY(!watched);

    // Work that is replaced goes at once.
    Call<int> second;
    work = std::make_unique<QObject>();
    const QPointer<QObject> former = work.get();
    second.setWork(std::move(work));
    second.setWork(std::make_unique<QObject>());
    QVERIFY(!former);
}

void TestCall::workStaysUntilTheCallGoes()
{
    // Whoever finishes a call does so from inside its work, which must survive that.
    auto call = std::make_unique<Call<int>>();
    auto work = std::make_unique<QObject>();
    const QPointer<QObject> watched = work.get();
    call->setWork(std::move(work));
    call->finish(1);
    QVERIFY(watched);
    call.reset();
    QVERIFY(!watched);
}

void TestCall::failuresArriveAsValues()
{
    Call<Done> call;
    ErrorKind kind = ErrorKind::Refused;
    call.onFinished(this, [&](const Result<Done>& result) {
        QVERIFY(!result);
        kind = result.error().kind;
    });
    call.finish(failure(Error::of(ErrorKind::OutcomeUnknown)));
    QCOMPARE(kind, ErrorKind::OutcomeUnknown);
}

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
