#include "documents/cachingdocumentservice.h"
#include "documents/documentcheck.h"
#include "documents/keptdocuments.h"
#include "documents/pagerenderer.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"

#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::documents;
using test::FakeFinHub;
using test::Outcome;
using Load = Outcome<LoadedDocument>;

namespace {
QByteArray pdfBytes(char content, int size = 1024)
{
    QByteArray bytes = "%PDF-1.4 ";
    bytes.resize(size);
    std::fill(bytes.begin() + 9, bytes.end(), content);
    return bytes;
}

/// As 2.8 answers: with what the server has stored.
Document uploaded(const QString& id, const QByteArray& bytes)
{
    Document document;
    document.id = DocumentId(id);
    document.verificationId = VerificationId(QStringLiteral("v1"));
    document.mimeType = MimeType::Pdf;
    document.size = bytes.size();
    document.sha256 = sha256Of(bytes);
    return document;
}

class NoRenderer : public PageRenderer {
public:
    CallPtr<RenderedPage> render(const QByteArray&, MimeType, const RenderRequest&) override
    {
        return std::make_unique<Call<RenderedPage>>();
    }
    void endAll() override {}
};
} // namespace

/// The files that this console has uploaded: there to be looked at where the server hands none out.
class TestKeptDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areLoadedWithoutTheServer();
    void areFoundByTheirIdsAlone();
    void areACopy();
    void areNotEvictedByOthers();
    void areRefusedBeyondTheirBudget();
    void areRefusedWhenTheServerHasTakenSomethingElse_data();
    void areRefusedWhenTheServerHasTakenSomethingElse();
    void areComparedWithWhatTheServerSaysLater();
    void mayBeKeptTwice();
    void areWipedByClear();

private:
    FakeFinHub m_finHub;
    NoRenderer m_renderer;
    std::unique_ptr<CachingDocumentService> m_service;
};

void TestKeptDocuments::init()
{
    m_service = std::make_unique<CachingDocumentService>(m_finHub, m_renderer, 4096, 4096);
}

void TestKeptDocuments::areLoadedWithoutTheServer()
{
    const QByteArray bytes = pdfBytes('a');
    const Document document = uploaded(QStringLiteral("d1"), bytes);
    QVERIFY(!m_service->isKept(document));
    QVERIFY(m_service->keep(document, bytes));
    QVERIFY(m_service->isKept(document));
    const Load load(m_service->load(document));
    QVERIFY(!load.isThere());
    QTRY_VERIFY(load.hasValue());
    QCOMPARE(load->bytes, bytes);
    QCOMPARE(load->kind, MimeType::Pdf);
    QVERIFY(load->hashChecked);
    QCOMPARE(m_finHub.documentContents.count(), 0);
}

/// The upload's answer may leave the rest out (P), and a later reading may have it.
void TestKeptDocuments::areFoundByTheirIdsAlone()
{
    const QByteArray bytes = pdfBytes('a');
    const Document full = uploaded(QStringLiteral("d1"), bytes);
    Document bare;
    bare.id = full.id;
    bare.verificationId = full.verificationId;
    QVERIFY(m_service->keep(bare, bytes));
    QVERIFY(m_service->isKept(full));
    const Load load(m_service->load(full));
    QTRY_VERIFY(load.hasValue());
    Document other = full;
    other.verificationId = VerificationId(QStringLiteral("v2"));
    QVERIFY(!m_service->isKept(other));
}

void TestKeptDocuments::areACopy()
{
    QByteArray bytes = pdfBytes('a');
    const QByteArray before(bytes.constData(), bytes.size());
    const Document document = uploaded(QStringLiteral("d1"), bytes);
    QVERIFY(m_service->keep(document, bytes));
    wipe(bytes);
    const Load load(m_service->load(document));
    QTRY_VERIFY(load.hasValue());
    QCOMPARE(load->bytes, before);
}

void TestKeptDocuments::areNotEvictedByOthers()
{
    const QByteArray bytes = pdfBytes('a', 2048);
    const Document document = uploaded(QStringLiteral("d1"), bytes);
    QVERIFY(m_service->keep(document, bytes));
    for (int i = 0; i < 5; ++i) {
        {
            const QByteArray other = pdfBytes(char('b' + i), 2048);
            const Load load(m_service->load(uploaded(QStringLiteral("x%1").arg(i), other)));
            m_finHub.documentContents.finishLast(pdfBytes(char('b' + i), 2048));
            QTRY_VERIFY(load.hasValue());
        }
        // The request lets go of the bytes from the event loop.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QVERIFY(m_service->isKept(document));
    QVERIFY(m_service->documentsCached() < 5);
}

void TestKeptDocuments::areRefusedBeyondTheirBudget()
{
    const QByteArray first = pdfBytes('a', 3000);
    const QByteArray second = pdfBytes('b', 2000);
    const Document one = uploaded(QStringLiteral("d1"), first);
    const Document two = uploaded(QStringLiteral("d2"), second);
    QVERIFY(m_service->keep(one, first));
    const auto refused = m_service->keep(two, second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
    QVERIFY(m_service->isKept(one));
    QVERIFY(!m_service->isKept(two));
    m_service->clear();
    QVERIFY(m_service->keep(two, second));
}

void TestKeptDocuments::areRefusedWhenTheServerHasTakenSomethingElse_data()
{
    QTest::addColumn<Document>("document");
    Document document = uploaded(QStringLiteral("d1"), pdfBytes('a'));
    document.sha256 = sha256Of(pdfBytes('b'));
    QTest::newRow("hash") << document;
    document = uploaded(QStringLiteral("d1"), pdfBytes('a'));
    document.size = 5;
    QTest::newRow("size") << document;
}

void TestKeptDocuments::areRefusedWhenTheServerHasTakenSomethingElse()
{
    QFETCH(Document, document);
    const auto refused = m_service->keep(document, pdfBytes('a'));
    QVERIFY(!refused);
    QCOMPARE(refused.error().documentFault, DocumentFault::HashMismatch);
    QVERIFY(!m_service->isKept(document));
}

void TestKeptDocuments::areComparedWithWhatTheServerSaysLater()
{
    const QByteArray bytes = pdfBytes('a');
    QVERIFY(m_service->keep(uploaded(QStringLiteral("d1"), bytes), bytes));
    const Load load(m_service->load(uploaded(QStringLiteral("d1"), pdfBytes('b'))));
    QTRY_VERIFY(load.isThere());
    QCOMPARE(load.error().documentFault, DocumentFault::HashMismatch);
}

/// Somebody may be looking at it.
void TestKeptDocuments::mayBeKeptTwice()
{
    const QByteArray bytes = pdfBytes('a', 3000);
    const Document document = uploaded(QStringLiteral("d1"), bytes);
    QVERIFY(m_service->keep(document, bytes));
    const Load load(m_service->load(document));
    QTRY_VERIFY(load.hasValue());
    QVERIFY(m_service->keep(document, pdfBytes('a', 3000)));
    QCOMPARE(load->bytes, bytes);
    // Other bytes under the same ids, as far as the server does not say which are right.
    Document bare = document;
    bare.sha256.clear();
    QVERIFY(m_service->keep(bare, pdfBytes('b', 3000)));
    const Load again(m_service->load(bare));
    QTRY_VERIFY(again.hasValue());
    QCOMPARE(again->bytes, pdfBytes('b', 3000));
}

void TestKeptDocuments::areWipedByClear()
{
    const QByteArray bytes = pdfBytes('a');
    const Document document = uploaded(QStringLiteral("d1"), bytes);
    QVERIFY(m_service->keep(document, bytes));
    const Load load(m_service->load(document));
    QTRY_VERIFY(load.hasValue());
    m_service->clear();
    QVERIFY(!m_service->isKept(document));
    QCOMPARE(load->bytes, QByteArray(1024, '\0'));
    // Those of whoever uploaded it are theirs.
    QCOMPARE(bytes, pdfBytes('a'));
}

QTEST_GUILESS_MAIN(TestKeptDocuments)
#include "tst_keptdocuments.moc"
