#include "sandbox/specimens/people.h"

#include <QBuffer>
#include <QImageReader>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QTest>

using namespace finhub;
using namespace finhub::sandbox;

/// Every type as every kind of file is a real, openable file.
class TestSpecimenFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAsImage_data();
    void opensAsImage();
    void opensAsPdf_data();
    void opensAsPdf();
    void unknownKindsGiveNothing();
    void commentMarksImages();
};

namespace {
struct Expected {
    DocumentType type;
    int fewestPages;
    int mostPages;
    bool photo; ///< a picture in the PDF, so it may be larger
};
constexpr Expected expectations[] = {
    {DocumentType::Passport, 1, 1, true},        {DocumentType::NationalId, 1, 1, true},
    {DocumentType::IdCard, 1, 1, true},          {DocumentType::DriversLicense, 1, 1, true},
    {DocumentType::GovernmentId, 1, 1, true},    {DocumentType::ProofOfAddress, 1, 2, false},
    {DocumentType::SourceOfFunds, 2, 2, false},  {DocumentType::BankStatement, 2, 4, false},
    {DocumentType::IncomeProof, 1, 3, false},    {DocumentType::BeneficialOwnership, 2, 2, false},
    {DocumentType::PepDeclaration, 1, 1, false}, {DocumentType::Selfie, 1, 1, true}};
static_assert(std::size(expectations) == WireNames<DocumentType>::table.size());

const char* nameOf(DocumentType type)
{
    for (const auto& [value, name] : WireNames<DocumentType>::table)
        if (value == type)
            return name;
    return "?";
}
} // namespace

void TestSpecimenFiles::opensAsImage_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("jpeg");
    for (const Expected& expected : expectations)
        for (const bool jpeg : {true, false})
            QTest::addRow("%s %s", nameOf(expected.type), jpeg ? "jpeg" : "png")
                << static_cast<int>(expected.type) << jpeg;
}

void TestSpecimenFiles::opensAsImage()
{
    QFETCH(int, type);
    QFETCH(bool, jpeg);
    quint64 seed = 40;
    for (const SpecimenPerson& person : difficultPeople()) {
        const QByteArray bytes = drawSpecimen(specimenRequest(
            static_cast<DocumentType>(type), jpeg ? MimeType::Jpeg : MimeType::Png, person, ++seed));
        QVERIFY(bytes.startsWith(jpeg ? "\xFF\xD8\xFF" : "\x89PNG\r\n\x1a\n"));
        QBuffer buffer;
        buffer.setData(bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QImageReader reader(&buffer, jpeg ? "jpeg" : "png");
        reader.setAutoDetectImageFormat(false);
        const QImage image = reader.read();
        QVERIFY2(!image.isNull(), qPrintable(reader.errorString()));
        QVERIFY(image.width() >= 1000 && image.height() >= 800);
        QVERIFY(bytes.size() < 3 * 1024 * 1024);
    }
}

void TestSpecimenFiles::opensAsPdf_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < std::size(expectations); ++i)
        QTest::newRow(nameOf(expectations[i].type)) << static_cast<int>(i);
}

void TestSpecimenFiles::opensAsPdf()
{
    QFETCH(int, row);
    const Expected& expected = expectations[row];
    quint64 seed = 70;
    for (const SpecimenPerson& person : difficultPeople()) {
        const QByteArray bytes = drawSpecimen(specimenRequest(expected.type, MimeType::Pdf, person, ++seed));
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY2(bytes.size() < (expected.photo ? 500 : 100) * 1024,
                 qPrintable(QString::number(bytes.size())));
        QBuffer buffer;
        buffer.setData(bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QCOMPARE(document.status(), QPdfDocument::Status::Ready);
        QVERIFY(document.pageCount() >= expected.fewestPages && document.pageCount() <= expected.mostPages);
        QVERIFY(document.metaData(QPdfDocument::MetaDataField::Title)
                    .toString()
                    .startsWith(QLatin1String("SPECIMEN ")));
        QString text;
        for (int page = 0; page < document.pageCount(); ++page) {
            QCOMPARE(document.pagePointSize(page).toSize(), QSize(595, 842));
            const QString words = document.getAllText(page).text();
            QVERIFY(words.contains(QLatin1String("SPECIMEN")));
            QVERIFY(words.contains(QStringLiteral("page %1 of %2").arg(page + 1).arg(document.pageCount())));
            text += words;
        }
        QVERIFY2(text.contains(person.firstName), qPrintable(text));
        QVERIFY2(text.contains(person.lastName), qPrintable(text));
    }
}

void TestSpecimenFiles::unknownKindsGiveNothing()
{
    const SpecimenPerson person = difficultPeople().constFirst();
    QCOMPARE(drawSpecimen(specimenRequest(DocumentType::Passport, MimeType::Unknown, person, 1)),
             QByteArray());
    QCOMPARE(drawSpecimen(specimenRequest(DocumentType::Unknown, MimeType::Jpeg, person, 1)), QByteArray());
}

void TestSpecimenFiles::commentMarksImages()
{
    for (const MimeType mime : {MimeType::Jpeg, MimeType::Png}) {
        const QByteArray bytes =
            drawSpecimen(specimenRequest(DocumentType::Selfie, mime, difficultPeople().constFirst(), 5));
        QVERIFY(
            QImage::fromData(bytes).text(QStringLiteral("Comment")).startsWith(QLatin1String("SPECIMEN ")));
    }
}

QTEST_MAIN(TestSpecimenFiles)
#include "tst_specimenfiles.moc"
