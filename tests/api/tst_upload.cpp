#include "api/codecs/uploadcodec.h"
#include "clientfixture.h"
#include "core/validation.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;
using Then = RawReply::Then;

namespace {
const QByteArray UploadPath = "POST " + VerificationPath + "/documents";

QString faultIn(const UploadRequest& request)
{
    const std::optional<Error> error = api::faultOf(request);
    return error && error->kind == ErrorKind::Refused ? error->technical : QString();
}

void settle()
{
    QTest::qWait(20);
}

/// What an upload tells of its progress.
struct Steps {
    std::vector<std::pair<qint64, qint64>> seen;
    Progress progress()
    {
        return [this](qint64 sent, qint64 total) { seen.emplace_back(sent, total); };
    }
};
} // namespace

/// 2.8: the body, the call on the wire, its progress and its end in every state.
class TestUpload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ClientFixture>();
        QVERIFY(m_fixture->signIn());
        m_fixture->server.answer(UploadPath, {transcript("document-uploaded")});
    }
    void cleanup()
    {
        m_fixture.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
    }

    // The codec
    // ----------------------------------------------------------------------------------------------

    void body()
    {
        UploadRequest request = testUpload(10);
        const std::atomic<bool> go = false;
        QCOMPARE(writeUpload(request, go),
                 QByteArray(R"({"documentType":"PASSPORT","fileName":"passport.pdf",)"
                            R"("mimeType":"application/pdf",)"
                            R"("customerId":"6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13",)"
                            R"("verificationId":"e27d5b90-4c18-4f6a-9d03-5b8a1c7e2f49",)"
                            R"("fileSize":10,"fileContent":"JVBERi0xLjQKeA=="})"));
        request.customerId = {};
        request.description = QStringLiteral("Both pages");
        const QByteArray other = writeUpload(request, go);
        QVERIFY(!other.contains("customerId"));
        QVERIFY(other.contains(R"("description":"Both pages")"));
    }

    /// Every remainder, around the length of a piece, and the largest.
    void contentSurvives_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const int size : {9, 10, 11, 48 * 1024 - 1, 48 * 1024, 48 * 1024 + 1, 96 * 1024})
            QTest::addRow("%d", size) << qsizetype(size);
        QTest::newRow("largest") << qsizetype(MaxDocumentBytes);
    }
    void contentSurvives()
    {
        QFETCH(qsizetype, size);
        UploadRequest request = testUpload(size);
        for (qsizetype i = 9; i < size; ++i)
            request.content[i] = char(i * 7 + (i >> 8));
        const QByteArray body = writeUpload(request, false);
        const qsizetype from = body.indexOf("\"fileContent\":\"") + 15;
        QCOMPARE(body.mid(from, body.size() - from - 2), request.content.toBase64());
        QVERIFY(body.endsWith("\"}"));
    }

    void stopped() { QVERIFY(writeUpload(testUpload(MaxDocumentBytes), true).size() < 1024); }

    void filesThatCannotBeUploaded()
    {
        const auto fault = [](auto spoil) {
            UploadRequest request = testUpload();
            spoil(request);
            return faultIn(request);
        };
        using R = UploadRequest;
        QCOMPARE(fault([](R&) {}), QString());
        QCOMPARE(fault([](R& r) { r.type = DocumentType::Unknown; }), QStringLiteral("documentType"));
        QCOMPARE(fault([](R& r) { r.fileName = QStringLiteral("../etc/passwd"); }),
                 QStringLiteral("fileName"));
        QCOMPARE(fault([](R& r) { r.fileName = QStringLiteral(" "); }), QStringLiteral("fileName"));
        QCOMPARE(fault([](R& r) { r.content.clear(); }), QStringLiteral("fileContent"));
        QCOMPARE(fault([](R& r) { r = testUpload(MaxDocumentBytes + 1); }), QStringLiteral("fileContent"));
        QCOMPARE(fault([](R& r) { r = testUpload(MaxDocumentBytes); }), QString());
        QCOMPARE(fault([](R& r) { r.mimeType = MimeType::Jpeg; }), QStringLiteral("mimeType"));
        QCOMPARE(fault([](R& r) { r.content = "GIF89a"; }), QStringLiteral("mimeType"));
        QCOMPARE(fault([](R& r) { r.customerId = CustomerId(QStringLiteral("a b")); }),
                 QStringLiteral("customerId"));
        QCOMPARE(fault([](R& r) { r.description = QString(256, u'x'); }), QStringLiteral("description"));
    }

    void answer()
    {
        const Document sent = documentOf(testUpload());
        const Result<UploadAnswer> read = readUploadAnswer(transcriptBody("document-uploaded"), sent);
        QVERIFY(read);
        QCOMPARE(read->document.id, TestDocument);
        QCOMPARE(read->document.type.value(), DocumentType::Passport); // R9: DT_PASSPORT
        QCOMPARE(read->document.size, qint64(26));
        QCOMPARE(read->verificationStatus.value(), VerificationStatus::InProgress);
        QCOMPARE(read->version, std::optional<int>(2));
        const Result<UploadAnswer> least = readUploadAnswer(R"({"data":{"id":"d-1"}})", sent);
        QVERIFY(least);
        QCOMPARE(least->document.fileName, QStringLiteral("passport.pdf"));
        QCOMPARE(least->document.mimeType.value(), MimeType::Pdf);
        QCOMPARE(least->document.type.value(), DocumentType::Passport);
        QCOMPARE(least->document.verificationId, TestVerification);
        QCOMPARE(least->document.size, qint64(26));
        QVERIFY(least->verificationStatus.isAbsent());
        QVERIFY(!readUploadAnswer(R"({"data":{"id":"d-1","verificationId":"another"}})", sent));
        QVERIFY(!readUploadAnswer(R"({"data":{}})", sent));
    }

    // The call
    // -----------------------------------------------------------------------------------------------

    void onTheWire()
    {
        Steps steps;
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(), steps.progress()));
        QVERIFY(!uploaded.isThere());
        QTRY_VERIFY(uploaded.hasValue());
        QCOMPARE(uploaded->document.id, TestDocument);
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
        const RawRequestSeen request = m_fixture->requests().first();
        QCOMPARE("POST " + request.target, UploadPath);
        QCOMPARE(request.body, writeUpload(testUpload(), false));
        QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(request.header("Idempotency-Key"), testUpload().idempotencyKey);
        QVERIFY(request.header("Authorization").startsWith("Bearer eyJ"));
        QVERIFY(!steps.seen.empty());
        QCOMPARE(steps.seen.back().first, qint64(request.body.size()));
    }

    void theLargestWithItsProgress()
    {
        Steps steps;
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(MaxDocumentBytes), steps.progress()));
        QTRY_VERIFY_WITH_TIMEOUT(uploaded.hasValue(), Patience);
        const QByteArray body = m_fixture->requests().first().body;
        QCOMPARE(m_fixture->requests().size(), qsizetype(1));
        QCOMPARE(QJsonDocument::fromJson(body).object().value(QStringLiteral("fileSize")).toInteger(),
                 MaxDocumentBytes);
        QVERIFY(!steps.seen.empty());
        qint64 former = 0;
        for (const auto& [sent, total] : steps.seen) {
            QCOMPARE(total, qint64(body.size()));
            QVERIFY(sent >= former && sent <= total);
            former = sent;
        }
        QCOMPARE(former, qint64(body.size()));
    }

    /// The content is the caller's too: a second try sends the same.
    void contentStaysAsItIs()
    {
        const UploadRequest request = testUpload(1000);
        const QByteArray copy(request.content.constData(), request.content.size());
        m_fixture->server.enqueue({transcript("validation-failed")});
        Outcome refused(m_fixture->client->uploadDocument(request, {}));
        QTRY_VERIFY(refused.isThere());
        QCOMPARE(refused.error().kind, ErrorKind::Status);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
        QCOMPARE(request.content, copy);
        Outcome again(m_fixture->client->uploadDocument(request, {}));
        QTRY_VERIFY(again.hasValue());
        QCOMPARE(m_fixture->requests().at(0).body, m_fixture->requests().at(1).body);
    }

    void w4SendsTheSameBodyAgain()
    {
        m_fixture->server.enqueue({transcript("token-expired")});
        m_fixture->server.answer("PUT", {transcript("session-refreshed")});
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(100000), {}));
        QTRY_VERIFY(uploaded.hasValue());
        const QList<RawRequestSeen> sent = m_fixture->server.requests(UploadPath);
        QCOMPARE(sent.size(), qsizetype(2));
        QCOMPARE(sent.at(0).body, sent.at(1).body);
        QCOMPARE(sent.at(0).header("Idempotency-Key"), sent.at(1).header("Idempotency-Key"));
        QVERIFY(sent.at(0).header("Authorization") != sent.at(1).header("Authorization"));
    }

    void refusedBeforeAnythingIsMade()
    {
        const auto refused = [this](UploadRequest request) {
            Outcome outcome(m_fixture->client->uploadDocument(std::move(request), {}));
            return !outcome.isThere() && QTest::qWaitFor([&] { return outcome.isThere(); }) &&
                   outcome.error().kind == ErrorKind::Refused;
        };
        UploadRequest request = testUpload();
        request.verificationId = VerificationId(QStringLiteral("../x"));
        QVERIFY(refused(request));
        request = testUpload();
        request.idempotencyKey = "a\r\nb";
        QVERIFY(refused(request));
        request = testUpload();
        request.content = "no file";
        QVERIFY(refused(request));
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
    }

    /// The overall deadline is the documents' one, and after it nobody knows.
    void deadline()
    {
        ClientOptions options = ClientFixture::options();
        options.callDeadline = std::chrono::seconds(60);
        options.documentDeadline = std::chrono::milliseconds(300);
        m_fixture->client = std::make_unique<HttpFinHub>(options);
        QVERIFY(m_fixture->signIn());
        m_fixture->server.answer(UploadPath, RawReply{});
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(), {}));
        QTRY_VERIFY(uploaded.isThere());
        QCOMPARE(uploaded.error().kind, ErrorKind::OutcomeUnknown);
        QCOMPARE(m_fixture->server.count(UploadPath), 1);
    }

    // Lifetimes
    // ----------------------------------------------------------------------------------------------

    void deletedAtOnce()
    {
        for (int i = 0; i < 5; ++i)
            m_fixture->client->uploadDocument(testUpload(MaxDocumentBytes), {}).reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
        settle();
        QCOMPARE(m_fixture->requests().size(), qsizetype(0));
        Outcome next(m_fixture->client->uploadDocument(testUpload(), {}));
        QTRY_VERIFY(next.hasValue());
    }

    void deletedInItsProgress()
    {
        QObject context;
        int completions = 0;
        CallPtr<UploadAnswer> call;
        int steps = 0;
        call = m_fixture->client->uploadDocument(testUpload(MaxDocumentBytes), [&](qint64, qint64) {
            ++steps;
            call.reset();
        });
        call->onFinished(&context, [&](const auto&) { ++completions; });
        QTRY_VERIFY_WITH_TIMEOUT(!call, Patience);
        settle();
        QCOMPARE(steps, 1);
        QCOMPARE(completions, 0);
    }

    void deletedWhileItsAnswerIsAwaited()
    {
        m_fixture->server.answer(UploadPath, RawReply{});
        CallPtr<UploadAnswer> call = m_fixture->client->uploadDocument(testUpload(), {});
        QTRY_COMPARE(m_fixture->server.count(UploadPath), 1);
        call.reset();
        settle();
        QVERIFY(m_fixture->client->session());
    }

    void sessionEndsWhileTheBodyIsMade()
    {
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(MaxDocumentBytes), {}));
        m_fixture->client->signOut();
        QTRY_VERIFY(uploaded.isThere());
        QCOMPARE(uploaded.error().kind, ErrorKind::SessionEnded); // nothing was sent, and it is known
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
        settle();
        QCOMPARE(m_fixture->server.count(UploadPath), 0);
    }

    void clientDeletedWhileTheBodyIsMade()
    {
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(MaxDocumentBytes), {}));
        m_fixture->client.reset();
        QTRY_VERIFY(uploaded.isThere());
        QCOMPARE(uploaded.error().kind, ErrorKind::SessionEnded);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30000));
        settle();
        QCOMPARE(m_fixture->server.count(UploadPath), 0);
    }

    void clientDeletedWhileSending()
    {
        m_fixture->server.answer(UploadPath, RawReply{});
        Outcome uploaded(m_fixture->client->uploadDocument(testUpload(), {}));
        QTRY_COMPARE(m_fixture->server.count(UploadPath), 1);
        m_fixture->client.reset();
        QTRY_VERIFY(uploaded.isThere());
        QCOMPARE(uploaded.error().kind, ErrorKind::OutcomeUnknown);
    }

private:
    std::unique_ptr<ClientFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
