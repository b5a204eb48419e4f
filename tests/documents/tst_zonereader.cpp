#include "core/mrzrecognised.h"
#include "core/validation.h"
#include "documents/workerrenderer.h"
#include "sandbox/specimens/identityfields.h"
#include "sandbox/specimens/people.h"
#include "samples.h"
#include "support/outcome.h"

#include <QTest>
#include <QTransform>

using namespace finhub;
using namespace finhub::documents;
using Reading = test::Outcome<ZoneText>;

namespace {
sandbox::SpecimenRequest specimen(DocumentType type, MimeType mime, quint64 seed)
{
    return sandbox::specimenRequest(type, mime, sandbox::difficultPeople().at(0), seed);
}
} // namespace

/// Machine-readable zones read from the specimens of the sandbox, behind the walls of the worker; and what there is
/// where nothing can read them.
class TestZoneReader : public QObject {
    Q_OBJECT

private:
    WorkerRenderer m_renderer{QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), std::chrono::minutes(1)};

private Q_SLOTS:
    void saysSoWhereNothingReads()
    {
        WorkerRenderer without(QStringLiteral("/usr/bin/true"));
        Reading reading(without.readZone(samples::jpeg(samples::quarters({80, 60})), MimeType::Jpeg,
                                         {.page = 0, .box = {80, 60}, .region = {0, 0, 80, 60}}));
        QTRY_VERIFY(reading.isThere());
        QCOMPARE(reading.error().kind, ErrorKind::NotOffered);
    }
#ifdef HAS_ZONE_READER
    void readsSpecimens_data();
    void readsSpecimens();
    void findsNothingInAPicture();
    void refusesWhatIsNoDocument();
    void endsWithItsCall();
#endif
};

#ifdef HAS_ZONE_READER
void TestZoneReader::readsSpecimens_data()
{
    QTest::addColumn<DocumentType>("type");
    QTest::addColumn<MimeType>("mime");
    QTest::addColumn<QRectF>("zone"); // of the picture, in shares of its sides
    QTest::addColumn<int>("quarters");
    const QRectF inPassport(0.03, 0.79, 0.94, 0.16);
    const QRectF inCard(0.03, 0.71, 0.94, 0.24);
    QTest::newRow("passport") << DocumentType::Passport << MimeType::Png << inPassport << 0;
    QTest::newRow("identity card") << DocumentType::IdCard << MimeType::Png << inCard << 0;
    QTest::newRow("passport on its side") << DocumentType::Passport << MimeType::Png << inPassport << 1;
    QTest::newRow("passport upside down") << DocumentType::Passport << MimeType::Png << inPassport << 2;
}

void TestZoneReader::readsSpecimens()
{
    QFETCH(DocumentType, type);
    QFETCH(MimeType, mime);
    QFETCH(QRectF, zone);
    QFETCH(int, quarters);
    const sandbox::SpecimenRequest request = specimen(type, mime, 10);
    const QStringList printed = sandbox::identityFields(request).mrz;
    QByteArray bytes = sandbox::drawSpecimen(request);
    QImage picture = QImage::fromData(bytes);
    QRectF place(zone.left() * picture.width(), zone.top() * picture.height(), zone.width() * picture.width(),
                 zone.height() * picture.height());
    // The page lies the other way round, so that turned by the quarters it can be read.
    const QTransform laid = QImage::trueMatrix(QTransform().rotate(-90.0 * quarters), picture.width(), picture.height());
    if (quarters > 0) {
        picture = picture.transformed(QTransform().rotate(-90.0 * quarters));
        place = laid.mapRect(place);
        bytes = samples::png(picture);
    }
    const double scale = 800.0 / (quarters % 2 ? place.height() : place.width());
    Reading reading(m_renderer.readZone(bytes, kindByContent(bytes),
                                        {.page = 0,
                                         .box = (QSizeF(picture.size()) * scale).toSize(),
                                         .region = QRectF(place.topLeft() * scale, place.size() * scale).toRect(),
                                         .quarters = quarters}));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isThere(), test::Patience);
    QVERIFY2(reading.hasValue(), qPrintable(reading.error().technical));
    const QStringList read = mrzRecognised(reading->lines);
    qInfo("%s", qPrintable(reading->lines.join(u'\n')));
    QCOMPARE(read.size(), printed.size());
    int wrong = 0;
    for (int line = 0; line < printed.size(); ++line) {
        QCOMPARE(read.at(line).size(), printed.at(line).size());
        for (int at = 0; at < printed.at(line).size(); ++at)
            wrong += read.at(line).at(at) != printed.at(line).at(at);
    }
    QCOMPARE(wrong, 0);
}

void TestZoneReader::findsNothingInAPicture()
{
    const QByteArray bytes = samples::jpeg(samples::quarters({800, 600}));
    Reading reading(m_renderer.readZone(bytes, MimeType::Jpeg,
                                        {.page = 0, .box = {800, 600}, .region = {0, 300, 800, 200}}));
    QTRY_VERIFY_WITH_TIMEOUT(reading.isThere(), test::Patience);
    QVERIFY2(reading.hasValue(), qPrintable(reading.error().technical));
    QVERIFY(reading->lines.isEmpty());
}

void TestZoneReader::refusesWhatIsNoDocument()
{
    const ZoneRequest request{.page = 0, .box = {800, 600}, .region = {0, 0, 800, 600}};
    Reading nonsense(m_renderer.readZone("nonsense", MimeType::Pdf, request));
    QTRY_VERIFY_WITH_TIMEOUT(nonsense.isThere(), test::Patience);
    QCOMPARE(nonsense.error().kind, ErrorKind::BrokenDocument);
    // A zone beside the page, or of more pixels than any.
    const QByteArray bytes = samples::jpeg(samples::quarters({800, 600}));
    Reading beside(m_renderer.readZone(bytes, MimeType::Jpeg,
                                       {.page = 0, .box = {800, 600}, .region = {900, 0, 800, 600}}));
    QTRY_VERIFY_WITH_TIMEOUT(beside.isThere(), test::Patience);
    QCOMPARE(beside.error().kind, ErrorKind::BrokenDocument);
}

void TestZoneReader::endsWithItsCall()
{
    const QByteArray bytes = samples::jpeg(samples::quarters({800, 600}));
    const ZoneRequest request{.page = 0, .box = {800, 600}, .region = {0, 0, 800, 600}};
    Reading dropped(m_renderer.readZone(bytes, MimeType::Jpeg, request));
    QCoreApplication::processEvents(); // the reader has been started
    dropped.dropCall();
    Reading ended(m_renderer.readZone(bytes, MimeType::Jpeg, request));
    m_renderer.endAll();
    QTRY_VERIFY(ended.isThere());
    QCOMPARE(ended.error().kind, ErrorKind::SessionEnded);
    QVERIFY(!dropped.isThere());
}
#endif

QTEST_MAIN(TestZoneReader)
#include "tst_zonereader.moc"
