#include "review/samplecase.h"
#include "review/uploaddesk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
Error refused(ErrorWord word, int status)
{
    Error error = Error::of(ErrorKind::Status);
    error.word = word;
    error.status = status;
    return error;
}
} // namespace

/// The queue of files on their way to FinHub, through every state.
class TestUploads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAFile();
    void tellsHowFarItIs();
    void completesAShortAnswer();
    void neverReadsOnTheGuiThread();
    void refusesWhatSpeaksAgainstAFile_data();
    void refusesWhatSpeaksAgainstAFile();
    void refusesWhatCannotBeDecoded();
    void checksRealFiles();
    void sendsTwoAtOnce();
    void sendsOnlyWhatHasAType();
    void oneFailureDoesNotStopTheOthers();
    void sendsNothingButWhatWasChecked();
    void keepsTheTypeOfWhatIsOnItsWay();
    void namesTheSameContent();
    void sendsAcceptableNames();
    void carriesAHundredFiles();
    void holdsALimitedNumber();
    void goesWhereItIsToldTo();
    void letsOneLookAtAFile();
};

void TestUploads::sendsAFile()
{
    UploadDesk desk;
    QSignalSpy answered(desk.uploads.get(), &Uploads::answered);
    QSignalSpy uploaded(desk.uploads.get(), &Uploads::uploaded);
    QList<UploadState> states;
    connect(desk.uploads.get(), &Uploads::changed, this, [&](int id) {
        if (states.isEmpty() || states.last() != desk.state(id))
            states << desk.state(id);
    });
    desk.addReady({QStringLiteral("/home/ona/passport.pdf")});
    const int id = desk.uploads->all().first().id;
    const QByteArray content = pdfOf("/home/ona/passport.pdf");
    QCOMPARE(desk.at(id).fileName, QStringLiteral("passport.pdf"));
    QCOMPARE(desk.at(id).type, DocumentType::Passport);
    QCOMPARE(desk.at(id).kind, MimeType::Pdf);
    QCOMPARE(desk.at(id).size, content.size());
    QCOMPARE(desk.at(id).sha256, sha256Of(content));
    QCOMPARE(desk.tryOuts.count(), 1);
    QCOMPARE(desk.tryOuts.arguments(0).bytes, content);
    QCOMPARE(desk.tryOuts.arguments(0).kind, MimeType::Pdf);
    QCOMPARE(desk.uploads->sendable(), 1);
    QCOMPARE(desk.finhub.uploads.count(), 0); // nothing goes by itself

    QCOMPARE(desk.uploads->send(), 1);
    QVERIFY(desk.uploads->isBusy());
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
    const UploadRequest& request = desk.finhub.uploads.arguments(0).request;
    QCOMPARE(request.verificationId, sampleVerification().id);
    QCOMPARE(request.customerId, sampleCustomer().id);
    QCOMPARE(request.type, DocumentType::Passport);
    QCOMPARE(request.fileName, QStringLiteral("passport.pdf"));
    QCOMPARE(request.mimeType, MimeType::Pdf);
    QCOMPARE(request.content, content);
    QVERIFY(!QUuid::fromString(QString::fromLatin1(request.idempotencyKey)).isNull());
    QCOMPARE(desk.uploads->send(), 0); // not a second time

    desk.finhub.uploads.finish(0, desk.answerTo(0));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
    QVERIFY(!desk.uploads->isBusy());
    QCOMPARE(desk.at(id).document.id, DocumentId(QStringLiteral("new-0")));
    QCOMPARE(uploaded.count(), 1);
    QCOMPARE(uploaded.first().at(0).value<Document>(), desk.at(id).document);
    QCOMPARE(uploaded.first().at(1).toByteArray(), content);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.first().first().value<UploadAnswer>().version, 5);
    QCOMPARE(states, (QList{UploadState::Checking, UploadState::Ready, UploadState::Waiting,
                            UploadState::Sending, UploadState::Uploaded}));
}

void TestUploads::tellsHowFarItIs()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    QSignalSpy changed(desk.uploads.get(), &Uploads::changed);
    desk.finhub.uploads.arguments(0).progress(10, 40);
    QCOMPARE(desk.at(id).sent, 10);
    QCOMPARE(desk.at(id).total, 40);
    desk.finhub.uploads.arguments(0).progress(40, 40);
    QCOMPARE(desk.at(id).sent, 40);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(desk.state(id), UploadState::Sending); // the answer is still to come
}

void TestUploads::completesAShortAnswer()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    UploadAnswer answer;
    answer.document.id = DocumentId(QStringLiteral("d-9"));
    desk.finhub.uploads.finish(0, answer);
    const Document& document = desk.at(id).document;
    QCOMPARE(document.id, DocumentId(QStringLiteral("d-9")));
    QCOMPARE(document.verificationId, sampleVerification().id);
    QCOMPARE(document.type, DocumentType::Passport);
    QCOMPARE(document.fileName, QStringLiteral("passport.pdf"));
    QCOMPARE(document.mimeType, MimeType::Pdf);
    QCOMPARE(document.size, pdfOf("passport.pdf").size());
    QCOMPARE(document.sha256, sha256Of(pdfOf("passport.pdf")));
}

void TestUploads::neverReadsOnTheGuiThread()
{
    UploadDesk desk;
    desk.sendOne();
    QCOMPARE(desk.disk->readings(), 2); // to check it, and to send it
    QVERIFY(!desk.disk->wasOnGuiThread());
}

void TestUploads::refusesWhatSpeaksAgainstAFile_data()
{
    QTest::addColumn<FileFault>("fault");
    QTest::newRow("missing") << FileFault::Missing;
    QTest::newRow("a folder") << FileFault::NotAFile;
    QTest::newRow("unreadable") << FileFault::Unreadable;
    QTest::newRow("empty") << FileFault::Empty;
    QTest::newRow("too large") << FileFault::TooLarge;
    QTest::newRow("another kind") << FileFault::WrongKind;
    QTest::newRow("changing") << FileFault::Changed;
}

void TestUploads::refusesWhatSpeaksAgainstAFile()
{
    QFETCH(FileFault, fault);
    UploadDesk desk;
    desk.disk->putFault(QStringLiteral("passport.pdf"), fault);
    desk.uploads->add({QStringLiteral("passport.pdf")});
    QTRY_COMPARE(desk.state(1), UploadState::Refused);
    QCOMPARE(desk.at(1).fault, fault);
    QCOMPARE(desk.tryOuts.count(), 0);
    QCOMPARE(desk.uploads->send(), 0);
    // It may be put right.
    desk.disk->put(QStringLiteral("passport.pdf"));
    QVERIFY(desk.uploads->retry(1));
    QCOMPARE(desk.state(1), UploadState::Checking);
    QTRY_COMPARE(desk.state(1), UploadState::Ready);
    QCOMPARE(desk.at(1).fault, FileFault::None);
}

void TestUploads::refusesWhatCannotBeDecoded()
{
    UploadDesk desk;
    desk.tryOuts.answer = nullptr;
    desk.add({QStringLiteral("passport.pdf")});
    QTRY_COMPARE(desk.tryOuts.count(), 1);
    Error error = Error::of(ErrorKind::BrokenDocument);
    error.documentFault = DocumentFault::Unreadable;
    desk.tryOuts.fail(0, error);
    QCOMPARE(desk.state(1), UploadState::Refused);
    QCOMPARE(desk.at(1).fault, FileFault::Undecodable);
    QCOMPARE(desk.at(1).error->documentFault, DocumentFault::Unreadable);
    QVERIFY(desk.uploads->retry(1));
    QTRY_COMPARE(desk.tryOuts.count(), 2);
    desk.tryOuts.finish(1, Done{});
    QCOMPARE(desk.state(1), UploadState::Ready);
    QVERIFY(!desk.at(1).error);
}

void TestUploads::checksRealFiles()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(QStringLiteral("passport.pdf"), "%PDF-1.7");
    write(QStringLiteral("notes.pdf"), "no document at all");
    UploadDesk desk;
    Uploads uploads(desk.finhub, [&desk](int id, const QByteArray& bytes, MimeType kind) {
        return desk.tryOuts.record({id, bytes, kind});
    });
    uploads.add({folder.filePath(QStringLiteral("passport.pdf")),
                 folder.filePath(QStringLiteral("notes.pdf")), folder.path(),
                 folder.filePath(QStringLiteral("gone.pdf"))});
    QTRY_COMPARE(uploads.count(UploadState::Checking), 0);
    QCOMPARE(uploads.find(1)->state, UploadState::Ready);
    QCOMPARE(uploads.find(2)->fault, FileFault::WrongKind);
    QCOMPARE(uploads.find(3)->fault, FileFault::NotAFile);
    QCOMPARE(uploads.find(4)->fault, FileFault::Missing);
}

void TestUploads::sendsTwoAtOnce()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf"),
                   QStringLiteral("passport 3.pdf"), QStringLiteral("passport 4.pdf"),
                   QStringLiteral("passport 5.pdf")});
    QCOMPARE(desk.uploads->send(), 5);
    QCOMPARE(desk.uploads->count(UploadState::Sending), 2);
    QCOMPARE(desk.uploads->count(UploadState::Waiting), 3);
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    QCOMPARE(desk.uploads->count(UploadState::Sending), 2);
    QTRY_COMPARE(desk.finhub.uploads.count(), 3);
    QCOMPARE(desk.finhub.uploads.arguments(2).request.fileName, QStringLiteral("passport 3.pdf"));
    desk.finhub.uploads.fail(0, Error::of(ErrorKind::Unreachable));
    QTRY_COMPARE(desk.finhub.uploads.count(), 4);
    QCOMPARE(desk.uploads->count(UploadState::Waiting), 1);
}

void TestUploads::sendsOnlyWhatHasAType()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("scan0001.pdf"), QStringLiteral("passport.pdf")});
    QCOMPARE(desk.at(1).type, DocumentType::Unknown);
    QCOMPARE(desk.uploads->sendable(), 1);
    QCOMPARE(desk.uploads->send(), 1);
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
    QCOMPARE(desk.finhub.uploads.arguments(0).request.fileName, QStringLiteral("passport.pdf"));
    desk.uploads->setType(1, DocumentType::Selfie);
    QCOMPARE(desk.uploads->send(), 1);
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    QCOMPARE(desk.finhub.uploads.arguments(1).request.type, DocumentType::Selfie);
}

void TestUploads::oneFailureDoesNotStopTheOthers()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf"),
                   QStringLiteral("passport 3.pdf")});
    desk.finhub.uploads.answer = [](const UploadArguments& asked) -> Result<UploadAnswer> {
        if (asked.request.fileName == QLatin1String("passport 1.pdf"))
            return failure(refused(ErrorWord::VerificationClosed, 409));
        UploadAnswer answer;
        answer.document.id = DocumentId(asked.request.fileName.left(1));
        return answer;
    };
    desk.uploads->send();
    QTRY_VERIFY(!desk.uploads->isBusy());
    QCOMPARE(desk.state(1), UploadState::Failed);
    QVERIFY(desk.at(1).error->is(ErrorWord::VerificationClosed));
    QCOMPARE(desk.uploads->count(UploadState::Uploaded), 2);
    // It alone is sent again, with the key of the first time.
    const int first = desk.callOf(QStringLiteral("passport 1.pdf"));
    QVERIFY(desk.uploads->retry(1));
    QTRY_VERIFY(!desk.uploads->isBusy());
    QCOMPARE(desk.finhub.uploads.count(), 4);
    QCOMPARE(desk.finhub.uploads.arguments(3).request.fileName, QStringLiteral("passport 1.pdf"));
    QCOMPARE(desk.finhub.uploads.arguments(3).request.idempotencyKey,
             desk.finhub.uploads.arguments(first).request.idempotencyKey);
}

void TestUploads::sendsNothingButWhatWasChecked()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf")});
    desk.disk->put(QStringLiteral("passport.pdf"), "other content");
    desk.disk->putFault(QStringLiteral("selfie.pdf"), FileFault::Missing);
    desk.uploads->send();
    QTRY_COMPARE(desk.uploads->count(UploadState::Failed), 2);
    QCOMPARE(desk.at(1).fault, FileFault::Changed);
    QCOMPARE(desk.at(2).fault, FileFault::Missing);
    QCOMPARE(desk.finhub.uploads.count(), 0);
    // Looked at and tried out anew before it can be sent.
    QVERIFY(desk.uploads->retry(1));
    QTRY_COMPARE(desk.state(1), UploadState::Ready);
    QCOMPARE(desk.tryOuts.lastArguments().bytes, pdfOf("other content"));
    QCOMPARE(desk.at(1).sha256, sha256Of(pdfOf("other content")));
    desk.uploads->send();
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
    QCOMPARE(desk.finhub.uploads.arguments(0).request.content, pdfOf("other content"));
}

void TestUploads::keepsTheTypeOfWhatIsOnItsWay()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    desk.uploads->setType(id, DocumentType::Selfie);
    QCOMPARE(desk.at(id).type, DocumentType::Passport);
    desk.finhub.uploads.fail(0, Error::of(ErrorKind::Unreachable));
    desk.uploads->setType(id, DocumentType::Selfie);
    QCOMPARE(desk.at(id).type, DocumentType::Selfie);
    // Another type is another request.
    QVERIFY(desk.uploads->retry(id));
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    QVERIFY(desk.finhub.uploads.arguments(1).request.idempotencyKey !=
            desk.finhub.uploads.arguments(0).request.idempotencyKey);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    desk.uploads->setType(id, DocumentType::Passport);
    QCOMPARE(desk.at(id).type, DocumentType::Selfie);
}

void TestUploads::namesTheSameContent()
{
    UploadDesk desk;
    desk.uploads->setPresent(
        {documentWith(QStringLiteral("d-1"), DocumentType::Passport, pdfOf("passport.pdf"))});
    desk.disk->put(QStringLiteral("copy.pdf"), "id.pdf");
    desk.addReady({QStringLiteral("passport.pdf"), QStringLiteral("id.pdf")});
    desk.uploads->add({QStringLiteral("copy.pdf")});
    QTRY_COMPARE(desk.uploads->count(UploadState::Ready), 3);
    QVERIFY(desk.at(1).again); // at FinHub already
    QVERIFY(!desk.at(2).again);
    QVERIFY(desk.at(3).again);             // twice in the queue
    QCOMPARE(desk.uploads->sendable(), 2); // "copy" says no type; a copy may be meant as it is
}

void TestUploads::sendsAcceptableNames()
{
    UploadDesk desk;
    const int id = desk.sendOne(QStringLiteral("/x/passport\n\\..\u202Efdp.exe"));
    QCOMPARE(desk.at(id).fileName, QStringLiteral("passport__..fdp.exe"));
    QCOMPARE(desk.finhub.uploads.arguments(0).request.fileName, QStringLiteral("passport__..fdp.exe"));
}

void TestUploads::carriesAHundredFiles()
{
    UploadDesk desk;
    QStringList paths;
    for (int i = 0; i < 100; ++i)
        paths << QStringLiteral("passport %1.pdf").arg(i);
    int mostSending = 0;
    connect(desk.uploads.get(), &Uploads::changed, this,
            [&] { mostSending = std::max(mostSending, desk.uploads->count(UploadState::Sending)); });
    desk.finhub.uploads.answer = [n = 0](const UploadArguments&) mutable {
        UploadAnswer answer;
        answer.document.id = DocumentId(QStringLiteral("d-%1").arg(++n));
        return answer;
    };
    desk.add(paths);
    QTRY_COMPARE(desk.uploads->count(UploadState::Ready), 100);
    QCOMPARE(desk.uploads->send(), 100);
    QTRY_COMPARE(desk.uploads->count(UploadState::Uploaded), 100);
    QCOMPARE(desk.finhub.uploads.count(), 100);
    QCOMPARE(mostSending, Uploads::AtOnce);
    QVERIFY(desk.disk->mostAtOnce() <= Uploads::AtOnce);
    QSet<QByteArray> keys;
    for (int i = 0; i < 100; ++i)
        keys.insert(desk.finhub.uploads.arguments(i).request.idempotencyKey);
    QCOMPARE(keys.size(), 100);
}

void TestUploads::holdsALimitedNumber()
{
    UploadDesk desk;
    QStringList paths;
    for (int i = 0; i < Uploads::MaxFiles + 3; ++i)
        paths << QStringLiteral("%1.pdf").arg(i);
    QCOMPARE(desk.uploads->add(paths), 3);
    QCOMPARE(desk.uploads->all().size(), Uploads::MaxFiles);
    desk.uploads->remove(1);
    QCOMPARE(desk.uploads->add({QStringLiteral("one.pdf"), QStringLiteral("two.pdf")}), 1);
}

void TestUploads::goesWhereItIsToldTo()
{
    UploadDesk desk;
    desk.uploads->setTarget(CustomerId(QStringLiteral("c-2")), VerificationId(QStringLiteral("v-2")));
    desk.sendOne();
    QCOMPARE(desk.finhub.uploads.arguments(0).request.verificationId, VerificationId(QStringLiteral("v-2")));
    QCOMPARE(desk.finhub.uploads.arguments(0).request.customerId, CustomerId(QStringLiteral("c-2")));
}

void TestUploads::letsOneLookAtAFile()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport.pdf")});
    const auto read = [this, &desk](int id) {
        CallPtr<DocumentFile> call = desk.uploads->read(id);
        std::optional<DocumentFile> file;
        call->onFinished(this, [&file](const Result<DocumentFile>& result) { file = *result; });
        [&file] { QTRY_VERIFY(file.has_value()); }();
        return file.value_or(DocumentFile());
    };
    QCOMPARE(read(1).bytes, pdfOf("passport.pdf"));
    QCOMPARE(read(7).fault, FileFault::Missing);
    desk.disk->put(QStringLiteral("passport.pdf"), "other content");
    QCOMPARE(read(1).fault, FileFault::Changed);
    QVERIFY(read(1).bytes.isEmpty());
}

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
