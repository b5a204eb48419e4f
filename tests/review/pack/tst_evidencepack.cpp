#include "review/journal/journalfixture.h"
#include "review/pack/evidencepack.h"
#include "review/pack/packcheck.h"
#include "review/samplecase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
PackCase sampleCase()
{
    PackCase of{.customer = sampleCustomer(),
                .verification = sampleVerification(),
                .timeline = {},
                .officer = QStringLiteral("officer-1"),
                .exportedAt = QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC)};
    of.verification.reasonCodes = {QStringLiteral("DOCUMENT_EXPIRED"), QStringLiteral("SANCTIONS_MATCH")};
    return of;
}

JournalEvent eventOf(const PackCase& of, JournalKind kind, const QString& detail = {})
{
    return {.kind = kind, .officer = of.officer, .customer = of.customer.id, .detail = detail};
}

/// A pack as the console makes it, in its parts.
struct Pack {
    explicit Pack(JournalFixture& fixture)
        : of(sampleCase())
    {
        static_cast<void>(fixture.journal.append(eventOf(of, JournalKind::CaseOpened)));
        static_cast<void>(fixture.journal.append(sampleEvent(2)));
        files = packRecords(of);
        files << PackFile{.name = packname::Summary, .content = "a picture for people"};
        const PackFile contents = packContents(files, of.customer.id);
        static_cast<void>(fixture.journal.append(
            eventOf(of, JournalKind::Exported, QString::fromLatin1(packHash(contents.content)))));
        files << contents
              << PackFile{.name = packname::Journal,
                          .content = fixture.journal.slice(of.customer.id).value_or(QByteArray())};
    }
    QByteArray zip() const { return zipPack(files, of.exportedAt); }
    PackFile& file(const QString& name)
    {
        return *std::find_if(files.begin(), files.end(),
                             [&name](const PackFile& file) { return file.name == name; });
    }

    PackCase of;
    QList<PackFile> files;
};
} // namespace

class TestEvidencePack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheCase();
    void checksOnItsOwn();
    void fitsAnAnchor();
    void findsAChangedFile_data();
    void findsAChangedFile();
    void findsAMissingFile();
    void findsAnAddedFile();
    void findsAChangedJournal();
    void isNoPackOfAnotherJournal();
    void survivesAnything();
};

void TestEvidencePack::tellsTheCase()
{
    const PackCase of = sampleCase();
    const QList<PackFile> files = packRecords(of);
    QCOMPARE(files.size(), 3);
    const QJsonObject record = QJsonDocument::fromJson(files.at(0).content).object();
    QCOMPARE(
        record.value(QStringLiteral("customer")).toObject().value(QStringLiteral("customerId")).toString(),
        of.customer.id.text());
    const QJsonArray reasons =
        QJsonDocument::fromJson(files.at(1).content).object().value(QStringLiteral("reasons")).toArray();
    QCOMPARE(reasons.size(), 2);
    const QJsonArray documents =
        QJsonDocument::fromJson(files.at(2).content).object().value(QStringLiteral("documents")).toArray();
    QCOMPARE(documents.size(), of.verification.documents.size());
    QCOMPARE(documents.first().toObject().value(QStringLiteral("sha256")).toString().toLatin1(),
             of.verification.documents.first().sha256);
}

void TestEvidencePack::checksOnItsOwn()
{
    JournalFixture fixture;
    const Pack pack(fixture);
    const PackReport report = checkPack(pack.zip());
    QVERIFY(report.isPack);
    QVERIFY(report.isSealed);
    QVERIFY(report.isIntact());
    QCOMPARE(report.customer, pack.of.customer.id);
    QCOMPARE(report.journal.entries, 3);
    QCOMPARE(report.journal.skipped, 1);
}

void TestEvidencePack::fitsAnAnchor()
{
    JournalFixture fixture;
    const Pack pack(fixture);
    QVERIFY(checkPack(pack.zip(), {{.sequence = {}, .hash = fixture.journal.head()}}).isIntact());
    QVERIFY(!checkPack(pack.zip(), {{.sequence = {}, .hash = QByteArray(64, 'a')}}).isIntact());
}

void TestEvidencePack::findsAChangedFile_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& name :
         {packname::Record, packname::Reasons, packname::Documents, packname::Summary, packname::Contents})
        QTest::newRow(name.latin1()) << QString(name);
}

void TestEvidencePack::findsAChangedFile()
{
    QFETCH(const QString, name);
    JournalFixture fixture;
    Pack pack(fixture);
    pack.file(name).content.append(' ');
    const PackReport report = checkPack(pack.zip());
    QVERIFY(!report.isIntact());
    QCOMPARE(report.isSealed, name != packname::Contents);
    QCOMPARE(report.changed, name == packname::Contents ? QStringList() : QStringList{name});
}

void TestEvidencePack::findsAMissingFile()
{
    JournalFixture fixture;
    Pack pack(fixture);
    pack.files.removeFirst();
    const PackReport report = checkPack(pack.zip());
    QVERIFY(!report.isIntact());
    QCOMPARE(report.missing, QStringList{packname::Record});
    pack.files.removeLast();
    QVERIFY(!checkPack(pack.zip()).isPack);
}

void TestEvidencePack::findsAnAddedFile()
{
    JournalFixture fixture;
    Pack pack(fixture);
    pack.files << PackFile{.name = QStringLiteral("documents/009.pdf"), .content = "x"};
    const PackReport report = checkPack(pack.zip());
    QVERIFY(!report.isIntact());
    QCOMPARE(report.unlisted, QStringList{QStringLiteral("documents/009.pdf")});
}

void TestEvidencePack::findsAChangedJournal()
{
    JournalFixture fixture;
    Pack pack(fixture);
    pack.file(packname::Journal).content.replace("case-opened", "case-OPENED");
    const PackReport report = checkPack(pack.zip());
    QVERIFY(!report.journal.isIntact());
    QVERIFY(!report.isIntact());
}

void TestEvidencePack::isNoPackOfAnotherJournal()
{
    JournalFixture fixture;
    Pack pack(fixture);
    JournalFixture other;
    const Pack foreign(other);
    // A journal that is whole, of the same customer, but of an export of its own.
    pack.of.exportedAt = pack.of.exportedAt.addDays(1);
    pack.file(packname::Record) = packRecords(pack.of).first();
    pack.files.removeLast();
    pack.files.removeLast();
    pack.files << packContents(pack.files, pack.of.customer.id) << foreign.files.last();
    const PackReport report = checkPack(pack.zip());
    QVERIFY(report.isPack);
    QVERIFY(report.journal.isIntact());
    QVERIFY(report.changed.isEmpty());
    QVERIFY(!report.isSealed);
    QVERIFY(!report.isIntact());
}

void TestEvidencePack::survivesAnything()
{
    const QDateTime time(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC);
    QVERIFY(!checkPack({}).isPack);
    QVERIFY(!checkPack("PK\x03\x04").isPack);
    for (const QByteArray& contents :
         {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("{\"evidencePack\":2}"),
          QByteArray(500'000, '['), QByteArray("{\"a\":").repeated(100'000),
          QByteArray("{\"evidencePack\":1,\"sha256\":7}"), QByteArray(2'000'000, ' ')}) {
        const PackReport report = checkPack(zipPack({{.name = packname::Contents, .content = contents},
                                                     {.name = packname::Journal, .content = "garbage\n"}},
                                                    time));
        QVERIFY(!report.isIntact());
    }
}

QTEST_APPLESS_MAIN(TestEvidencePack)
#include "tst_evidencepack.moc"
