#include "core/validation.h"
#include "sandboxfixture.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtTest>

using namespace finhub;
using namespace finhub::test;

/// 2.8 and 3.3: what may be uploaded, and how the bytes come back.
class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxFixture>();
        m_officer.emplace(m_sandbox->officer());
        CaseWalk walk(*m_officer);
        m_case = textAt(walk.start(walk.registerCustomer()), "/verificationId");
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const char* member, const char* value,
                            const char* field = nullptr) {
            QTest::newRow(name) << QByteArray(member) << QByteArray(value)
                                << QString::fromLatin1(field ? field : member);
        };
        row("no type", "documentType", "null");
        row("unknown type", "documentType", R"("LIBRARY_CARD")");
        row("type of the answer", "documentType", R"("DT_PASSPORT")");
        row("no name", "fileName", "null");
        row("path in the name", "fileName", R"("../passport.pdf")");
        row("backslash", "fileName", R"("a\\b.pdf")");
        row("control character", "fileName", R"("a\u0007.pdf")");
        row("no kind", "mimeType", "null");
        row("unknown kind", "mimeType", R"("image/gif")");
        row("another kind", "mimeType", R"("image/png")");
        row("no content", "fileContent", "null");
        row("empty content", "fileContent", R"("")");
        row("not base64", "fileContent", R"("JVBERi0x!A==")");
        row("without padding", "fileContent", R"("JVBERi0xLg")");
        row("two lines", "fileContent", R"("JVBERi0x\nLjQK")");
        row("data URL", "fileContent", R"("data:application/pdf;base64,JVBERi0xLjQK")");
        row("number", "fileContent", "5");
        row("another customer", "customerId", R"("somebody")");
        row("another verification", "verificationId", R"("other")");
        row("wrong size", "fileSize", "7");
        row("size as text", "fileSize", R"("24")");
        row("size as fraction", "fileSize", "24.5");
    }
    void values()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(QString, field);
        Json document = CaseWalk::document("PASSPORT");
        document[member.toStdString()] = Json::parse(value.toStdString());
        const Reply reply = upload(document);
        QCOMPARE(reply.error(), QStringLiteral("VALIDATION_FAILED"));
        QCOMPARE(reply.fields(), QStringList{field});
    }

    void oneEntryPerFault()
    {
        const Reply reply = upload(Json{{"fileName", "a/b"}, {"mimeType", "text/plain"}});
        QCOMPARE(reply.fields(), (QStringList{QStringLiteral("documentType"), QStringLiteral("fileName"),
                                              QStringLiteral("mimeType"), QStringLiteral("fileContent")}));
    }

    void everyType_data()
    {
        QTest::addColumn<QString>("type");
        for (const auto& [type, name] : WireNames<DocumentType>::table)
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyType()
    {
        QFETCH(QString, type);
        const Reply reply = upload(CaseWalk::document(type.toLatin1().constData()));
        QCOMPARE(reply.status, 200);
        QCOMPARE(textAt(reply.body, "/data/documentType"), QStringLiteral("DT_") + type);
    }

    void largest()
    {
        const QByteArray bytes = "%PDF-" + QByteArray(int(MaxDocumentBytes) - 5, 'x');
        const Reply reply = upload(withContent(bytes));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data().at("size"), Json(MaxDocumentBytes));
        const Reply content = m_officer->get(contentPath(textAt(reply.body, "/data/documentId")));
        QCOMPARE(content.bytes, bytes);
    }

    void oneByteTooMany()
    {
        const Reply reply = upload(withContent("%PDF-" + QByteArray(int(MaxDocumentBytes) - 4, 'x')));
        QCOMPARE(reply.status, 413);
        QCOMPARE(reply.error(), QStringLiteral("PAYLOAD_TOO_LARGE"));
        QCOMPARE(reply.data().at("maxBytes"), Json(MaxDocumentBytes));
    }

    void oneByte() { QCOMPARE(upload(withContent("x")).fields(), QStringList{QStringLiteral("mimeType")}); }

    void contentHeaders()
    {
        const Json document = upload(withContent(Sample)).data();
        const Reply reply = m_officer->get(contentPath(textAt(document, "/documentId")));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.bytes, Sample);
        const auto header = [&reply](const char* name) { return reply.headers.value(QLatin1String(name)); };
        QCOMPARE(header("content-type"), QStringLiteral("application/pdf"));
        QCOMPARE(header("content-length"), QString::number(Sample.size()));
        QCOMPARE(header("etag"), u'"' + textAt(document, "/sha256") + u'"');
        QCOMPARE(header("accept-ranges"), QStringLiteral("bytes"));
        QCOMPARE(header("cache-control"), QStringLiteral("no-store"));
        QCOMPARE(header("x-content-type-options"), QStringLiteral("nosniff"));
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("contentRange");
        QTest::addColumn<QByteArray>("bytes");
        const auto part = [](const char* range, int first, int last) {
            QTest::newRow(range) << QString::fromLatin1(range) << 206
                                 << QStringLiteral("bytes %1-%2/%3").arg(first).arg(last).arg(Sample.size())
                                 << Sample.mid(first, last - first + 1);
        };
        const auto whole = [](const char* range) {
            QTest::newRow(range) << QString::fromLatin1(range) << 200 << QString() << Sample;
        };
        const auto none = [](const char* range) {
            QTest::newRow(range) << QString::fromLatin1(range) << 416
                                 << QStringLiteral("bytes */%1").arg(Sample.size()) << QByteArray();
        };
        const int last = int(Sample.size()) - 1;
        part("bytes=0-0", 0, 0);
        part("bytes=2-5", 2, 5);
        part("bytes=3-", 3, last);
        part("bytes=-4", last - 3, last);
        part("bytes=-9999", 0, last);
        part("bytes=5-9999", 5, last);
        whole("bytes=0-1,4-5");
        whole("bytes=5-2");
        whole("bytes=a-b");
        whole("bytes=-");
        whole("lines=0-1");
        none("bytes=9999-");
        none("bytes=-0");
    }
    void ranges()
    {
        QFETCH(QString, range);
        QFETCH(int, status);
        QFETCH(QString, contentRange);
        QFETCH(QByteArray, bytes);
        const Json document = upload(withContent(Sample)).data();
        SandboxClient client = *m_officer;
        client.headers.insert(QStringLiteral("Range"), range);
        const Reply reply = client.get(contentPath(textAt(document, "/documentId")));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.headers.value(QStringLiteral("content-range")), contentRange);
        if (status == 416) {
            QCOMPARE(reply.error(), QStringLiteral("RANGE_NOT_SATISFIABLE"));
            QCOMPARE(reply.data().at("size"), Json(Sample.size()));
            return;
        }
        QCOMPARE(reply.bytes, bytes);
        QCOMPARE(reply.headers.value(QStringLiteral("content-length")), QString::number(bytes.size()));
    }

    void conditions()
    {
        const Json document = upload(withContent(Sample)).data();
        const QString tag = u'"' + textAt(document, "/sha256") + u'"';
        const QString path = contentPath(textAt(document, "/documentId"));
        SandboxClient client = *m_officer;
        client.headers.insert(QStringLiteral("If-None-Match"), tag);
        const Reply same = client.get(path);
        QCOMPARE(same.status, 304);
        QVERIFY(same.bytes.isEmpty());
        QCOMPARE(same.headers.value(QStringLiteral("etag")), tag);
        client.headers.insert(QStringLiteral("If-None-Match"), QStringLiteral("\"other\""));
        QCOMPARE(client.get(path).status, 200);
        client.headers.remove(QStringLiteral("If-None-Match"));

        client.headers.insert(QStringLiteral("Range"), QStringLiteral("bytes=0-3"));
        client.headers.insert(QStringLiteral("If-Range"), tag);
        QCOMPARE(client.get(path).status, 206);
        client.headers.insert(QStringLiteral("If-Range"), QStringLiteral("\"other\""));
        QCOMPARE(client.get(path).bytes, Sample);
    }

    /// Section 6: seeded documents are real files of the declared kind, their hashes true, no two alike.
    void seededDocuments()
    {
        const Json queue = m_officer->get(Verifications + QStringLiteral("?size=30")).data();
        QSet<QByteArray> hashes;
        int seen = 0;
        for (const Json& item : queue.at("verifications")) {
            const QString verification = textAt(item, "/verificationId");
            const Json documents =
                m_officer->get(QStringLiteral("%1/%2/documents").arg(Verifications, verification)).data();
            for (const Json& document : documents.at("documents")) {
                const QByteArray hash = textAt(document, "/sha256").toLatin1();
                if (textAt(item, "/customerName") == QLatin1String("Rasa Vaitkus"))
                    continue; // uploaded by the tests above
                const Reply content =
                    m_officer->get(QStringLiteral("%1/%2/documents/%3/content")
                                       .arg(Verifications, verification, textAt(document, "/documentId")));
                QCOMPARE(content.bytes.size(), document.at("size").get<qint64>());
                QCOMPARE(QCryptographicHash::hash(content.bytes, QCryptographicHash::Sha256).toHex(), hash);
                QCOMPARE(WireValue<MimeType>::nameOf(kindByContent(content.bytes)),
                         textAt(document, "/mimeType"));
                QVERIFY2(!hashes.contains(hash), "two documents are alike");
                hashes.insert(hash);
                ++seen;
            }
        }
        QVERIFY(seen > 20);
    }

private:
    static inline const QByteArray Sample = QByteArrayLiteral("%PDF-1.7 a document of some length");

    Reply upload(const Json& document)
    {
        return m_officer->post(QStringLiteral("%1/%2/documents").arg(Verifications, m_case), document);
    }
    static Json withContent(const QByteArray& bytes)
    {
        Json document = CaseWalk::document("PASSPORT");
        document["fileContent"] = bytes.toBase64().toStdString();
        return document;
    }
    QString contentPath(const QString& document) const
    {
        return QStringLiteral("%1/%2/documents/%3/content").arg(Verifications, m_case, document);
    }

    std::unique_ptr<SandboxFixture> m_sandbox;
    std::optional<SandboxClient> m_officer;
    QString m_case;
};

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
