#include "sandbox/specimens/people.h"
#include "sandbox/specimens/photoeffects.h"

#include <QImage>
#include <QMap>
#include <QTest>

#include <cstdlib>

using namespace finhub;
using namespace finhub::sandbox;

/// Which documents carry a flaw, and that it can be seen.
class TestFlaws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aboutAQuarter_data();
    void aboutAQuarter();
    void unknownTypesHaveNone();
    void blackAndWhite();
    void cropped();
    void blurred();
    void otherFlawsLeaveThePicture();
    void everyFlawChangesTheFile_data();
    void everyFlawChangesTheFile();
};

namespace {
QImage picture(DocumentType type, Flaw flaw, quint64 seed)
{
    return QImage::fromData(
        drawSpecimen(specimenRequest(type, MimeType::Jpeg, difficultPeople().constFirst(), seed, flaw)));
}

/// How much neighbouring pixels differ: fine detail.
double detail(const QImage& image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 1; x < image.width(); ++x)
            sum += std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y)));
    return static_cast<double>(sum) / (static_cast<double>(image.width()) * image.height());
}

bool isPhotoFlaw(Flaw flaw)
{
    return flaw == Flaw::Blurred || flaw == Flaw::Cropped || flaw == Flaw::BlackAndWhite;
}
} // namespace

void TestFlaws::aboutAQuarter_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QList<int>>("possible");
    const auto row = [](DocumentType type, const QList<Flaw>& flaws) {
        QList<int> possible;
        for (const Flaw flaw : flaws)
            possible.append(static_cast<int>(flaw));
        QTest::addRow("type %d", static_cast<int>(type)) << static_cast<int>(type) << possible;
    };
    for (const DocumentType type : {DocumentType::Passport, DocumentType::NationalId, DocumentType::IdCard,
                                    DocumentType::DriversLicense, DocumentType::GovernmentId})
        row(type, {Flaw::Blurred, Flaw::Cropped, Flaw::BlackAndWhite, Flaw::Expired, Flaw::NameDiffers,
                   Flaw::BirthDateDiffers});
    row(DocumentType::ProofOfAddress, {Flaw::NameDiffers, Flaw::BillTooOld});
    row(DocumentType::PepDeclaration, {Flaw::NameDiffers, Flaw::BirthDateDiffers});
    for (const DocumentType type : {DocumentType::SourceOfFunds, DocumentType::BankStatement,
                                    DocumentType::IncomeProof, DocumentType::BeneficialOwnership})
        row(type, {Flaw::NameDiffers});
    row(DocumentType::Selfie, {Flaw::Blurred, Flaw::BlackAndWhite});
}

void TestFlaws::aboutAQuarter()
{
    QFETCH(int, type);
    QFETCH(QList<int>, possible);
    constexpr int Documents = 4000;
    QMap<int, int> counts;
    for (quint64 seed = 0; seed < Documents; ++seed)
        ++counts[static_cast<int>(flawFor(static_cast<DocumentType>(type), seed))];
    const int flawed = Documents - counts.take(static_cast<int>(Flaw::None));
    QVERIFY2(flawed > Documents / 5 && flawed < Documents * 3 / 10, qPrintable(QString::number(flawed)));
    QCOMPARE(counts.keys(), possible);
}

void TestFlaws::unknownTypesHaveNone()
{
    for (quint64 seed = 0; seed < 200; ++seed)
        QCOMPARE(flawFor(DocumentType::Unknown, seed), Flaw::None);
}

void TestFlaws::blackAndWhite()
{
    QVERIFY(picture(DocumentType::Passport, Flaw::BlackAndWhite, 4).isGrayscale());
    QVERIFY(!picture(DocumentType::Passport, Flaw::None, 4).isGrayscale());
}

void TestFlaws::cropped()
{
    for (quint64 seed = 0; seed < 10; ++seed) {
        const QSize whole = picture(DocumentType::IdCard, Flaw::None, seed).size();
        const QSize left = picture(DocumentType::IdCard, Flaw::Cropped, seed).size();
        QVERIFY(left.width() <= whole.width() * 85 / 100 || left.height() <= whole.height() * 82 / 100);
    }
}

void TestFlaws::blurred()
{
    for (const DocumentType type : {DocumentType::Passport, DocumentType::IdCard})
        QVERIFY(detail(picture(type, Flaw::Blurred, 6)) * 2.5 < detail(picture(type, Flaw::None, 6)));
}

void TestFlaws::otherFlawsLeaveThePicture()
{
    QImage image(90, 60, QImage::Format_RGB32);
    image.fill(QColor(10, 200, 30));
    for (int flaw = 0; flaw < 8; ++flaw)
        QCOMPARE(withPhotoFlaw(image, static_cast<Flaw>(flaw), 1) == image,
                 static_cast<Flaw>(flaw) == Flaw::None || !isPhotoFlaw(static_cast<Flaw>(flaw)) ||
                     static_cast<Flaw>(flaw) == Flaw::Blurred);
}

void TestFlaws::everyFlawChangesTheFile_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("flaw");
    for (const auto& [type, name] : WireNames<DocumentType>::table) {
        QMap<int, bool> seen;
        for (quint64 seed = 0; seed < 400; ++seed)
            seen[static_cast<int>(flawFor(type, seed))] = true;
        seen.remove(static_cast<int>(Flaw::None));
        for (const int flaw : seen.keys())
            QTest::addRow("%s flaw %d", name, flaw) << static_cast<int>(type) << flaw;
    }
}

void TestFlaws::everyFlawChangesTheFile()
{
    QFETCH(int, type);
    QFETCH(int, flaw);
    const auto file = [&](Flaw which) {
        return drawSpecimen(specimenRequest(static_cast<DocumentType>(type), MimeType::Jpeg,
                                            difficultPeople().constFirst(), 8, which));
    };
    QVERIFY(file(static_cast<Flaw>(flaw)) != file(Flaw::None));
}

QTEST_MAIN(TestFlaws)
#include "tst_flaws.moc"
