#include "api/session/outcome.h"
#include "rawserver.h"

#include <QtTest>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
const QDateTime Now(QDate(2026, 3, 31), QTime(9, 15), Qt::UTC);

RawAnswer answerOf(int status, TransportFault fault, bool sent, const QByteArray& body = {})
{
    RawAnswer answer;
    answer.status = status;
    answer.fault = fault;
    answer.sent = sent;
    answer.body = body;
    return answer;
}
} // namespace

Q_DECLARE_METATYPE(TransportFault)

/// HttpFinHub's table of outcomes, walked completely (R18, R19), and the rules for repeating (W3) and for
/// absent extensions (section 3).
class TestOutcome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void faultsWithoutStatus_data()
    {
        QTest::addColumn<TransportFault>("fault");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<ErrorKind>("read");
        QTest::addColumn<ErrorKind>("write");
        using F = TransportFault;
        using K = ErrorKind;
        QTest::newRow("no connection") << F::Unreachable << false << K::Unreachable << K::Unreachable;
        QTest::newRow("TLS") << F::Tls << false << K::Tls << K::Tls;
        QTest::newRow("deadline before sending") << F::Timeout << false << K::Timeout << K::Unreachable;
        QTest::newRow("deadline after sending") << F::Timeout << true << K::Timeout << K::OutcomeUnknown;
        QTest::newRow("lost after sending") << F::Lost << true << K::Unreachable << K::OutcomeUnknown;
        QTest::newRow("not HTTP") << F::Garbled << true << K::BadAnswer << K::OutcomeUnknown;
        QTest::newRow("too large") << F::TooLarge << true << K::TooLarge << K::OutcomeUnknown;
    }
    void faultsWithoutStatus()
    {
        QFETCH(TransportFault, fault);
        QFETCH(bool, sent);
        QFETCH(ErrorKind, read);
        QFETCH(ErrorKind, write);
        QCOMPARE(failureOf(answerOf(0, fault, sent), Effect::Read, Now)->kind, read);
        QCOMPARE(failureOf(answerOf(0, fault, sent), Effect::Write, Now)->kind, write);
    }

    void everyStatus()
    {
        for (int status = 100; status < 1000; ++status) {
            const RawAnswer answer = answerOf(status, TransportFault::None, true, "{}");
            const auto read = failureOf(answer, Effect::Read, Now);
            const auto write = failureOf(answer, Effect::Write, Now);
            if (status >= 200 && status <= 299) {
                QVERIFY(!read && !write);
                continue;
            }
            QVERIFY(read && write);
            QCOMPARE(read->status, status);
            const bool error = status >= 400 && status <= 599;
            const bool definite = status >= 400 && status <= 499 && status != 408;
            QCOMPARE(read->kind, error ? ErrorKind::Status : ErrorKind::BadAnswer);
            QCOMPARE(write->kind, definite ? ErrorKind::Status : ErrorKind::OutcomeUnknown);
        }
    }

    void successThatBrokeOff_data()
    {
        QTest::addColumn<TransportFault>("fault");
        QTest::addColumn<ErrorKind>("read");
        QTest::newRow("cut") << TransportFault::Lost << ErrorKind::BadAnswer;
        QTest::newRow("deadline") << TransportFault::Timeout << ErrorKind::Timeout;
        QTest::newRow("too large") << TransportFault::TooLarge << ErrorKind::TooLarge;
        QTest::newRow("undecodable") << TransportFault::Garbled << ErrorKind::BadAnswer;
    }
    void successThatBrokeOff()
    {
        QFETCH(TransportFault, fault);
        QFETCH(ErrorKind, read);
        const RawAnswer answer = answerOf(200, fault, true, "{\"code\":");
        QCOMPARE(failureOf(answer, Effect::Read, Now)->kind, read);
        QCOMPARE(failureOf(answer, Effect::Write, Now)->kind, ErrorKind::OutcomeUnknown);
    }

    void inProgressIsUnknown()
    {
        const RawAnswer answer = answerOf(409, TransportFault::None, true, transcriptBody("in-progress"));
        QCOMPARE(failureOf(answer, Effect::Write, Now)->kind, ErrorKind::OutcomeUnknown);
        const RawAnswer decided =
            answerOf(409, TransportFault::None, true, transcriptBody("already-decided"));
        QCOMPARE(failureOf(decided, Effect::Write, Now)->kind, ErrorKind::Status);
        QVERIFY(failureOf(decided, Effect::Write, Now)->is(ErrorWord::AlreadyDecided));
    }

    void r18RefusalWithoutWordsIsStillARefusal()
    {
        const RawAnswer answer = answerOf(403, TransportFault::None, true, "<html></html>");
        QCOMPARE(failureOf(answer, Effect::Write, Now)->kind, ErrorKind::Status);
        QCOMPARE(failureOf(answer, Effect::Write, Now)->status, 403);
    }

    void r19UnreadableSuccess()
    {
        const Error codec = Error::of(ErrorKind::BadAnswer, QStringLiteral("$.data.status: missing"));
        QCOMPARE(unreadable(codec, Effect::Read, 200).kind, ErrorKind::BadAnswer);
        QCOMPARE(unreadable(codec, Effect::Write, 200).kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(unreadable(codec, Effect::Write, 200).status, 200);
        QCOMPARE(unreadable(codec, Effect::Write, 200).technical, codec.technical);
    }

    void w3WhatMayBeRepeated()
    {
        for (int status = 100; status < 1000; ++status) {
            const bool yes =
                status == 408 || status == 429 || (status >= 500 && status <= 599 && status != 501);
            QCOMPARE(isRepeatable(answerOf(status, TransportFault::None, true)), yes);
        }
        QVERIFY(isRepeatable(answerOf(0, TransportFault::Timeout, true)));
        QVERIFY(isRepeatable(answerOf(200, TransportFault::Timeout, true)));
        QVERIFY(!isRepeatable(answerOf(0, TransportFault::Unreachable, false)));
        QVERIFY(!isRepeatable(answerOf(0, TransportFault::Tls, false)));
        QVERIFY(!isRepeatable(answerOf(200, TransportFault::TooLarge, true)));
    }

    void absentExtensions_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("absent");
        const auto notFound = [](const char* resource) {
            return QByteArray(R"({"code":404,"data":{"error":"NOT_FOUND","resource":")") + resource + "\"}}";
        };
        QTest::newRow("route") << 404 << notFound("route") << true;
        QTest::newRow("404 HTML") << 404 << QByteArray("<html></html>") << true;
        QTest::newRow("404 empty") << 404 << QByteArray() << true;
        QTest::newRow("404 without resource") << 404 << QByteArray(R"({"code":404})") << true;
        for (const char* resource : {"customer", "user", "session", "verification", "document"})
            QTest::addRow("404 %s", resource) << 404 << notFound(resource) << false;
        QTest::newRow("405") << 405 << QByteArray() << true;
        QTest::newRow("501") << 501 << QByteArray() << true;
        for (const int status : {200, 400, 401, 403, 409, 410, 422, 500, 502, 503})
            QTest::addRow("%d", status) << status << QByteArray() << false;
    }
    void absentExtensions()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, absent);
        QCOMPARE(saysAbsent(answerOf(status, TransportFault::None, true, body)), absent);
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
