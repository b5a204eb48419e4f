#include "review/documentfile.h"
#include "review/documentnames.h"
#include "support/outcome.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

#include <atomic>
#include <functional>
#include <memory>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
/// A file to which something happens while it is read.
class RestlessFile : public QFile {
public:
    RestlessFile(const QString& path, std::function<void()> event)
        : QFile(path)
        , m_event(std::move(event))
    {
    }

protected:
    qint64 readData(char* data, qint64 length) override
    {
        const qint64 read = QFile::readData(data, length);
        if (m_event)
            std::exchange(m_event, nullptr)();
        return read;
    }

private:
    std::function<void()> m_event;
};

/// A disk that gives up, when the file is opened or in the middle of it.
class BrokenFile : public QFile {
public:
    BrokenFile(const QString& path, bool opens)
        : QFile(path)
        , m_opens(opens)
    {
    }
    bool open(OpenMode mode) override { return m_opens && QFile::open(mode); }

protected:
    qint64 readData(char* data, qint64 length) override
    {
        return m_read++ == 0 ? QFile::readData(data, length) : -1;
    }

private:
    bool m_opens;
    int m_read = 0;
};
} // namespace

/// Files of this computer on their way to become documents.
class TestDocumentFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFile_data();
    void readsAFile();
    void takesTheLimitAndNoMore();
    void refusesWhatIsNoDocument();
    void refusesWhatIsNoFile();
    void followsLinksToFilesOnly();
    void noticesAFileThatChanges();
    void noticesADiskThatGivesUp();
    void readsOnAnotherThread();
    void forgetsWhatNobodyWaitsFor();
    void makesNamesAcceptable_data();
    void makesNamesAcceptable();
    void makesEveryNameAcceptable();
    void guessesTheType_data();
    void guessesTheType();

private:
    QString write(const QString& name, const QByteArray& bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDocumentFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestDocumentFile::write(const QString& name, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path;
}

void TestDocumentFile::readsAFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MimeType>("kind");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7 and more") << MimeType::Pdf;
    QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0 and more") << MimeType::Jpeg;
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n and more") << MimeType::Png;
}

void TestDocumentFile::readsAFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(MimeType, kind);
    // The name says nothing about the kind.
    const DocumentFile file = readDocumentFile(write(QStringLiteral("passport.exe"), bytes));
    QCOMPARE(file.fault, FileFault::None);
    QCOMPARE(file.bytes, bytes);
    QCOMPARE(file.kind, kind);
    QCOMPARE(file.size, bytes.size());
    QCOMPARE(file.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void TestDocumentFile::takesTheLimitAndNoMore()
{
    QByteArray bytes("%PDF-");
    bytes.resize(MaxDocumentBytes, ' ');
    const DocumentFile full = readDocumentFile(write(QStringLiteral("full.pdf"), bytes));
    QCOMPARE(full.fault, FileFault::None);
    QVERIFY(full.bytes == bytes);
    bytes += ' ';
    const DocumentFile over = readDocumentFile(write(QStringLiteral("over.pdf"), bytes));
    QCOMPARE(over.fault, FileFault::TooLarge);
    QCOMPARE(over.size, MaxDocumentBytes + 1);
    QVERIFY(over.bytes.isEmpty());
}

void TestDocumentFile::refusesWhatIsNoDocument()
{
    QCOMPARE(readDocumentFile(write(QStringLiteral("a.pdf"), {})).fault, FileFault::Empty);
    const DocumentFile text = readDocumentFile(write(QStringLiteral("b.pdf"), "Dear Sir or Madam"));
    QCOMPARE(text.fault, FileFault::WrongKind);
    QVERIFY(text.bytes.isEmpty());
    QVERIFY(text.sha256.isEmpty());
    QCOMPARE(readDocumentFile(write(QStringLiteral("c.pdf"), "%PDF")).fault, FileFault::WrongKind);
}

void TestDocumentFile::refusesWhatIsNoFile()
{
    QCOMPARE(readDocumentFile(m_folder->filePath(QStringLiteral("nothing.pdf"))).fault, FileFault::Missing);
    QCOMPARE(readDocumentFile(QString()).fault, FileFault::Missing);
    QCOMPARE(readDocumentFile(m_folder->path()).fault, FileFault::NotAFile);
    QCOMPARE(readDocumentFile(QStringLiteral("/dev/zero")).fault, FileFault::NotAFile);
    // Opening a pipe would wait for a writer for ever.
    const QString pipe = m_folder->filePath(QStringLiteral("pipe.pdf"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readDocumentFile(pipe).fault, FileFault::NotAFile);
}

void TestDocumentFile::followsLinksToFilesOnly()
{
    const QString target = write(QStringLiteral("target"), "%PDF-1.7");
    const QString link = m_folder->filePath(QStringLiteral("link.pdf"));
    QVERIFY(QFile::link(target, link));
    QCOMPARE(readDocumentFile(link).fault, FileFault::None);
    QVERIFY(QFile::remove(target));
    QCOMPARE(readDocumentFile(link).fault, FileFault::Missing);
    const QString toFolder = m_folder->filePath(QStringLiteral("folder.pdf"));
    QVERIFY(QFile::link(m_folder->path(), toFolder));
    QCOMPARE(readDocumentFile(toFolder).fault, FileFault::NotAFile);
}

void TestDocumentFile::noticesAFileThatChanges()
{
    // Several readings long, so that something can happen in the middle.
    QByteArray bytes("%PDF-1.7 ");
    bytes.resize(1024 * 1024, 'x');
    const QString path = write(QStringLiteral("changing.pdf"), bytes);
    const auto faultWhen = [&path](std::function<void()> event) {
        RestlessFile file(path, std::move(event));
        return readDocumentFile(file).fault;
    };
    QCOMPARE(faultWhen([] {}), FileFault::None);
    QCOMPARE(faultWhen([&path] {
                 QFile more(path);
                 QVERIFY(more.open(QIODevice::Append));
                 more.write("more");
             }),
             FileFault::Changed);
    QCOMPARE(faultWhen([&path] { QVERIFY(QFile::resize(path, 300 * 1024)); }), FileFault::Changed);
    // Same size, other content: the time of change tells.
    QCOMPARE(faultWhen([&path] {
                 QFile other(path);
                 QVERIFY(other.open(QIODevice::ReadWrite));
                 other.write("%PDF-2.0");
                 QVERIFY(other.flush()); // a later flush would set the time again
                 QVERIFY(other.setFileTime(QDateTime::currentDateTime().addSecs(60),
                                           QFileDevice::FileModificationTime));
             }),
             FileFault::Changed);
    QCOMPARE(faultWhen([&path] { QVERIFY(QFile::remove(path)); }), FileFault::Changed);
}

void TestDocumentFile::noticesADiskThatGivesUp()
{
    QByteArray bytes("%PDF-1.7 ");
    bytes.resize(1024 * 1024, 'x');
    const QString path = write(QStringLiteral("far.pdf"), bytes);
    BrokenFile closed(path, false);
    QCOMPARE(readDocumentFile(closed).fault, FileFault::Unreadable);
    BrokenFile interrupted(path, true);
    const DocumentFile file = readDocumentFile(interrupted);
    QCOMPARE(file.fault, FileFault::Unreadable);
    QVERIFY(file.bytes.isEmpty());
    QCOMPARE(file.size, bytes.size());
}

void TestDocumentFile::readsOnAnotherThread()
{
    std::atomic<QThread*> thread{nullptr};
    const auto reader = [&thread](const QString& path) {
        thread = QThread::currentThread();
        DocumentFile file;
        file.bytes = path.toUtf8();
        return file;
    };
    Outcome outcome(startReading(reader, QStringLiteral("somewhere")));
    QVERIFY(!outcome.isThere());
    QTRY_VERIFY(outcome.isThere());
    QCOMPARE(outcome->bytes, QByteArray("somewhere"));
    QCOMPARE(outcome.completions(), 1);
    QVERIFY(thread.load() && thread.load() != QThread::currentThread());
}

void TestDocumentFile::forgetsWhatNobodyWaitsFor()
{
    QSemaphore entered;
    QSemaphore gate;
    QSemaphore left;
    int told = 0;
    {
        const CallPtr<DocumentFile> call = startReading(
            [&](const QString&) {
                entered.release();
                gate.acquire();
                left.release();
                return DocumentFile{};
            },
            QString());
        call->onFinished(this, [&told](const Result<DocumentFile>&) { ++told; });
        entered.acquire();
    }
    gate.release();
    left.acquire();
    QTest::qWait(1); // whatever would still be told has had its chance
    QCOMPARE(told, 0);
}

void TestDocumentFile::makesNamesAcceptable_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* what, const QString& path, const QString& name) {
        QTest::newRow(what) << path << name;
    };
    row("plain", QStringLiteral("/home/ona/passport.pdf"), QStringLiteral("passport.pdf"));
    row("letters of all kinds", QStringLiteral("/x/pažymėjimas №7 护照.pdf"),
        QStringLiteral("pažymėjimas №7 护照.pdf"));
    row("backslash", QStringLiteral("/x/C:\\Users\\a.pdf"), QStringLiteral("C:_Users_a.pdf"));
    row("control characters", QStringLiteral("/x/a\nb\tc\u0001\u0085.pdf"), QStringLiteral("a_b_c__.pdf"));
    row("turned round", QStringLiteral("/x/bill\u202Egpj.exe"), QStringLiteral("billgpj.exe"));
    row("isolates", QStringLiteral("/x/\u2066a\u2069\u200F.pdf"), QStringLiteral("a.pdf"));
    row("half a pair", QStringLiteral("/x/a") + QChar(0xD83D) + QStringLiteral(".pdf"),
        QStringLiteral("a_.pdf"));
    row("a whole pair", QStringLiteral("/x/😀.pdf"), QStringLiteral("😀.pdf"));
    row("spaces round it", QStringLiteral("/x/  a b.pdf "), QStringLiteral("a b.pdf"));
    row("nothing left", QStringLiteral("/x/\u202E"), QStringLiteral("document"));
    row("no path", QString(), QStringLiteral("document"));
    row("a folder", QStringLiteral("/x/papers/"), QStringLiteral("papers"));
    row("up", QStringLiteral("/x/y/.."), QStringLiteral("x"));
    row("the root", QStringLiteral("/"), QStringLiteral("document"));
    row("markup", QStringLiteral("/x/<b>a&b.pdf"), QStringLiteral("<b>a&b.pdf"));
    row("long", QStringLiteral("/x/") + QString(300, u'a') + QStringLiteral(".pdf"),
        QString(251, u'a') + QStringLiteral(".pdf"));
    row("long without an ending", QString(300, u'a'), QString(255, u'a'));
    row("long ending", QStringLiteral("/x/a.") + QString(300, u'b'),
        QStringLiteral("a.") + QString(253, u'b'));
    row("cut between characters", QStringLiteral("/x/") + QStringLiteral("😀").repeated(200),
        QStringLiteral("😀").repeated(127));
}

void TestDocumentFile::makesNamesAcceptable()
{
    QFETCH(QString, path);
    QTEST(acceptableFileName(path), "name");
    QVERIFY(isFileName(acceptableFileName(path)));
}

void TestDocumentFile::makesEveryNameAcceptable()
{
    QRandomGenerator random(20260331);
    for (int i = 0; i < 5000; ++i) {
        QString path;
        const int length = random.bounded(600);
        for (int at = 0; at < length; ++at)
            path += QChar(static_cast<char16_t>(random.bounded(0x10000)));
        const QString name = acceptableFileName(path);
        QVERIFY(isFileName(name));
        QCOMPARE(name, name.trimmed());
        QVERIFY(name.isValidUtf16());
    }
}

void TestDocumentFile::guessesTheType_data()
{
    QTest::addColumn<DocumentType>("type");
    const auto row = [](const char* name, DocumentType type) { QTest::newRow(name) << type; };
    row("passport.pdf", DocumentType::Passport);
    row("Rasa_Passport-2.JPG", DocumentType::Passport);
    row("MyPassportScan.png", DocumentType::Passport);
    row("selfie with passport.jpg", DocumentType::Selfie);
    row("id.png", DocumentType::IdCard);
    row("ID_card_front.jpg", DocumentType::IdCard);
    row("identity-card.pdf", DocumentType::IdCard);
    row("national id.pdf", DocumentType::NationalId);
    row("government_id.pdf", DocumentType::GovernmentId);
    row("video.pdf", DocumentType::Unknown);
    row("driving-licence.pdf", DocumentType::DriversLicense);
    row("Drivers License.jpg", DocumentType::DriversLicense);
    row("electricity bill.pdf", DocumentType::ProofOfAddress);
    row("proof_of_address.pdf", DocumentType::ProofOfAddress);
    row("billboard.png", DocumentType::Unknown);
    row("Bank statement May 2026.pdf", DocumentType::BankStatement);
    row("statement.pdf", DocumentType::BankStatement);
    row("payslip_03.pdf", DocumentType::IncomeProof);
    row("pay slip.pdf", DocumentType::IncomeProof);
    row("proof of income.pdf", DocumentType::IncomeProof);
    row("source of funds.pdf", DocumentType::SourceOfFunds);
    row("beneficial ownership.pdf", DocumentType::BeneficialOwnership);
    row("PEP declaration.pdf", DocumentType::PepDeclaration);
    row("pepper.pdf", DocumentType::Unknown);
    row("scan0001.pdf", DocumentType::Unknown);
    row("IMG_20260331.jpg", DocumentType::Unknown);
    row(".pdf", DocumentType::Unknown);
    row("", DocumentType::Unknown);
}

void TestDocumentFile::guessesTheType()
{
    QTEST(guessDocumentType(QString::fromLatin1(QTest::currentDataTag())), "type");
}

QTEST_GUILESS_MAIN(TestDocumentFile)
#include "tst_documentfile.moc"
