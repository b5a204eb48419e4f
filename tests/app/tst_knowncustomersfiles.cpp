#include "api/knowncustomersfile.h"
#include "app/knowncustomersfiles.h"
#include "review/notingfinhub.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "support/outcome.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;
using namespace finhub::app;
using namespace finhub::test;

namespace {
api::ConnectionProfile profile(const QString& tenant = QStringLiteral("t-1"))
{
    api::ConnectionProfile one;
    one.name = QStringLiteral("Production");
    one.baseUrl = QUrl(QStringLiteral("https://api.finhub.cloud"));
    one.tenantId = TenantId(tenant);
    one.username = QStringLiteral("officer@example.com");
    return one;
}

KnownCustomer customer(int number)
{
    KnownCustomer known;
    known.id = CustomerId(QStringLiteral("c-%1").arg(number));
    known.addedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    return known;
}

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class TestKnownCustomersFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void keepsCustomers();
    void hasAFilePerConnection();
    void isForItsOwnerOnly();
    void removes();
    void takesInWhatAnotherConsoleHasStored();
    void leavesADamagedFileAsItIs_data();
    void leavesADamagedFileAsItIs();
    void saysThatItCannotWrite();
    void finishesWhatItHasBegun();
    void holdsNothingPersonal();
};

void TestKnownCustomersFiles::startsEmpty()
{
    const QTemporaryDir folder;
    KnownCustomersFiles store(folder.filePath(QStringLiteral("deep/below")));
    const Outcome<QList<KnownCustomer>> read(store.read(profile()));
    QVERIFY(!read.isThere());
    QTRY_VERIFY(read.hasValue());
    QVERIFY(read->isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("deep"))));
}

void TestKnownCustomersFiles::keepsCustomers()
{
    const QTemporaryDir folder;
    const QString below = folder.filePath(QStringLiteral("deep/below"));
    {
        KnownCustomersFiles store(below);
        const Outcome<Done> changed(
            store.change(profile(), {.told = {customer(1), customer(2)}, .removed = {}}));
        QTRY_VERIFY(changed.hasValue());
    }
    KnownCustomersFiles store(below);
    const Outcome<QList<KnownCustomer>> read(store.read(profile()));
    QTRY_VERIFY(read.hasValue());
    QCOMPARE(*read, (QList{customer(1), customer(2)}));
}

void TestKnownCustomersFiles::hasAFilePerConnection()
{
    const QTemporaryDir folder;
    const KnownCustomersFiles store(folder.path());
    const QString file = store.file(profile());
    QVERIFY(file.startsWith(folder.path()));
    QVERIFY(store.file(profile(QStringLiteral("t-2"))) != file);
    api::ConnectionProfile other = profile();
    other.baseUrl = QUrl(QStringLiteral("https://sandbox.finhub.cloud"));
    QVERIFY(store.file(other) != file);
    other = profile();
    other.baseUrl = QUrl(QStringLiteral("https://api.finhub.cloud/"));
    other.name = QStringLiteral("Another name");
    other.username = QStringLiteral("another@example.com");
    QCOMPARE(store.file(other), file);
    // The name of the file tells nobody which customers of whom are in it.
    QVERIFY(!QFileInfo(file).fileName().contains(QStringLiteral("finhub")));
    QVERIFY(!QFileInfo(file).fileName().contains(QStringLiteral("t-1")));
}

void TestKnownCustomersFiles::isForItsOwnerOnly()
{
    const QTemporaryDir folder;
    KnownCustomersFiles store(folder.path());
    const Outcome<Done> changed(store.change(profile(), {.told = {customer(1)}, .removed = {}}));
    QTRY_VERIFY(changed.hasValue());
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFileInfo(store.file(profile())).permissions() & others, QFileDevice::Permissions());
}

void TestKnownCustomersFiles::removes()
{
    const QTemporaryDir folder;
    KnownCustomersFiles store(folder.path());
    const Outcome<Done> added(store.change(profile(), {.told = {customer(1), customer(2)}, .removed = {}}));
    const Outcome<Done> removed(store.change(profile(), {.told = {}, .removed = {customer(1).id}}));
    const Outcome<QList<KnownCustomer>> read(store.read(profile()));
    QTRY_VERIFY(read.hasValue());
    QCOMPARE(*read, QList{customer(2)});
}

void TestKnownCustomersFiles::takesInWhatAnotherConsoleHasStored()
{
    const QTemporaryDir folder;
    KnownCustomersFiles one(folder.path());
    KnownCustomersFiles another(folder.path());
    const Outcome<Done> first(one.change(profile(), {.told = {customer(1)}, .removed = {}}));
    QTRY_VERIFY(first.hasValue());
    KnownCustomer told = customer(1);
    told.verifications = {VerificationId(QStringLiteral("v-1"))};
    const Outcome<Done> second(another.change(profile(), {.told = {customer(2), told}, .removed = {}}));
    QTRY_VERIFY(second.hasValue());
    const Outcome<QList<KnownCustomer>> read(one.read(profile()));
    QTRY_VERIFY(read.hasValue());
    QCOMPARE(*read, (QList{told, customer(2)}));
}

void TestKnownCustomersFiles::leavesADamagedFileAsItIs_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("cut off") << QByteArray("{\"customers\":[{\"id\":");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("too large") << QByteArray(api::MaxKnownCustomersBytes + 1, ' ');
}

/// Whoever is in it is worth more than the one that would be saved over them.
void TestKnownCustomersFiles::leavesADamagedFileAsItIs()
{
    QFETCH(QByteArray, damaged);
    const QTemporaryDir folder;
    KnownCustomersFiles store(folder.path());
    {
        QFile file(store.file(profile()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
    }
    const Outcome<QList<KnownCustomer>> read(store.read(profile()));
    const Outcome<Done> changed(store.change(profile(), {.told = {customer(1)}, .removed = {}}));
    QTRY_VERIFY(changed.isThere());
    QCOMPARE(read.error().kind, ErrorKind::Refused);
    QCOMPARE(changed.error().kind, ErrorKind::Refused);
    QCOMPARE(contentOf(store.file(profile())), damaged);
}

void TestKnownCustomersFiles::saysThatItCannotWrite()
{
    KnownCustomersFiles store(QStringLiteral("/proc/nowhere"));
    const Outcome<Done> changed(store.change(profile(), {.told = {customer(1)}, .removed = {}}));
    QTRY_VERIFY(changed.isThere());
    QCOMPARE(changed.error().kind, ErrorKind::Refused);
}

void TestKnownCustomersFiles::finishesWhatItHasBegun()
{
    const QTemporaryDir folder;
    QString file;
    {
        KnownCustomersFiles store(folder.path());
        file = store.file(profile());
        for (int i = 0; i < 20; ++i)
            store.change(profile(), {.told = {customer(i)}, .removed = {}}).reset();
    }
    const auto stored = api::readKnownCustomers(contentOf(file));
    QVERIFY(stored);
    QCOMPARE(stored->size(), 20);
}

/// The whole way from registering somebody and uploading their passport to the disk.
void TestKnownCustomersFiles::holdsNothingPersonal()
{
    const QTemporaryDir folder;
    QString file;
    {
        KnownCustomersFiles store(folder.path());
        review::KnownCustomers known(store);
        FakeFinHub server;
        server.setOffered({});
        review::NotingFinHub finhub(server, known);
        server.openSession(sampleOfficer(), profile());
        file = store.file(profile());
        QTRY_VERIFY(known.isLoaded());
        RegistrationRequest request;
        request.person = sampleCustomer().person;
        request.person.placeOfBirth = QStringLiteral("Klaipėda");
        request.person.pincode = QStringLiteral("39005150000");
        const auto registering = finhub.registerCustomer(std::move(request));
        server.registrations.finishLast(sampleCustomer());
        const auto starting = finhub.createVerification({.customerId = CustomerId(QStringLiteral("c-1")),
                                                         .notes = QStringLiteral("a secret note"),
                                                         .reason = {},
                                                         .description = {}});
        server.createdVerifications.finishLast(sampleVerification());
        UploadRequest upload;
        upload.customerId = CustomerId(QStringLiteral("c-1"));
        upload.verificationId = VerificationId(QStringLiteral("v-1"));
        upload.content = "%PDF-1.4 the passport";
        const auto uploading = finhub.uploadDocument(upload, {});
        server.uploads.finishLast(
            UploadAnswer{sampleDocument(QStringLiteral("passport"), DocumentType::Passport), {}, {}});
        const auto checking = finhub.readiness(CustomerId(QStringLiteral("c-1")));
        Readiness readiness;
        readiness.risk = RiskLevel::High;
        readiness.verificationStatus = VerificationStatus::Rejected;
        server.readinessChecks.finishLast(readiness);
        QCOMPARE(known.entry(CustomerId(QStringLiteral("c-1"))).fullName(), QStringLiteral("Rasa Vaitkus"));
    }
    const QByteArray stored = contentOf(file);
    QVERIFY(stored.contains("\"c-1\""));
    QVERIFY(stored.contains("\"v-1\""));
    QVERIFY(stored.contains("\"u-1\""));
    for (const char* personal :
         {"Rasa",       "Vaitkus", "rasa",        "example",  "+370",     "60012345", "1990",
          "Lithuania",  "Klaip",   "39005150000", "passport", "PASSPORT", "pdf",      "note",
          "Individual", "fs-cat",  "HIGH",        "REJECTED", "officer",  "Ona",      "finhub"})
        QVERIFY2(!stored.contains(personal), personal);
    // Nor is there another file.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

QTEST_GUILESS_MAIN(TestKnownCustomersFiles)
#include "tst_knowncustomersfiles.moc"
