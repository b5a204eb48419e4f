#include "app/specimendocuments.h"
#include "core/requireddocuments.h"
#include "core/validation.h"
#include "review/documentnames.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;

/// What a demonstration uploads goes the way of a customer's files, so it has to pass every check of that
/// way.
class TestSpecimenDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void satisfiesEveryRequirement_data();
    void satisfiesEveryRequirement();
    void isNeverTheSameTwice();
    void leavesTheDiskToTheDisk();
};

namespace {
Person demoCustomer()
{
    Person person;
    person.firstName = QStringLiteral("Rasa");
    person.lastName = QStringLiteral("Vaitkutė");
    person.dateOfBirth = QDate(1990, 5, 15);
    person.nationality = QStringLiteral("Lithuania");
    return person;
}
} // namespace

void TestSpecimenDocuments::satisfiesEveryRequirement_data()
{
    QTest::addColumn<Requirement>("requirement");
    for (const auto& [requirement, name] : WireNames<Requirement>::table)
        QTest::newRow(name) << requirement;
}

void TestSpecimenDocuments::satisfiesEveryRequirement()
{
    QFETCH(Requirement, requirement);
    app::SpecimenDocuments documents;
    const QStringList paths = documents.documentsFor(demoCustomer(), {requirement});
    QCOMPARE(paths.size(), 1);
    // Nobody has to correct the type that the queue guesses from the name.
    const QString fileName = QFileInfo(paths.first()).fileName();
    QCOMPARE(requirementOf(review::guessDocumentType(fileName)), requirement);
    const review::DocumentFile file = documents.read(paths.first());
    QCOMPARE(file.fault, review::FileFault::None);
    QCOMPARE(file.kind, kindByContent(file.bytes));
    QVERIFY(file.kind != MimeType::Unknown);
    QCOMPARE(file.size, file.bytes.size());
    QCOMPARE(file.sha256, QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex());
    // Read again for sending, it has to be what was checked.
    QCOMPARE(documents.read(paths.first()).bytes, file.bytes);
}

void TestSpecimenDocuments::isNeverTheSameTwice()
{
    app::SpecimenDocuments documents;
    const QString first = documents.documentsFor(demoCustomer(), {Requirement::GovernmentId}).first();
    const QString second = documents.documentsFor(demoCustomer(), {Requirement::GovernmentId}).first();
    QVERIFY(documents.read(first).sha256 != documents.read(second).sha256);
}

void TestSpecimenDocuments::leavesTheDiskToTheDisk()
{
    app::SpecimenDocuments documents;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("passport.pdf"));
    QCOMPARE(documents.read(path).fault, review::FileFault::Missing);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("%PDF-1.4 from a disk");
    file.close();
    QCOMPARE(documents.read(path).bytes, QByteArray("%PDF-1.4 from a disk"));
    // A path of another run means nothing.
    QVERIFY(documents.read(QStringLiteral("specimen:/7/passport.jpg")).fault != review::FileFault::None);
}

QTEST_MAIN(TestSpecimenDocuments)
#include "tst_specimendocuments.moc"
