#include "openpage.h"
#include "views/fakedocuments.h"
#include "views/phases/documentspage.h"
#include "views/phases/droparea.h"
#include "views/walk.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
const QByteArray Pdf = "%PDF-1.7 ";

QByteArray sha256Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A customer whose government id is still missing.
void idMissing(Customer& customer, Verification& verification)
{
    customer.stage = Stage::Documents;
    verification.status = VerificationStatus::PendingDocuments;
    verification.documents.removeFirst();
    verification.missingDocuments = QList<WireValue<Requirement>>{Requirement::GovernmentId};
}

/// Documents made up for the customer, as a demonstration offers them.
class Samples : public review::SampleDocuments {
public:
    QStringList documentsFor(const Person& person, const QList<Requirement>& requirements) override
    {
        wanted = requirements;
        name = person.fullName();
        return {QStringLiteral("sample:/passport.pdf")};
    }
    review::DocumentFile read(const QString& path) const override
    {
        if (!path.startsWith(QLatin1String("sample:")))
            return review::readDocumentFile(path);
        review::DocumentFile file;
        file.bytes = Pdf + "sample";
        file.sha256 = sha256Of(file.bytes);
        file.kind = MimeType::Pdf;
        file.size = file.bytes.size();
        return file;
    }

    QList<Requirement> wanted;
    QString name;
};

struct Desk : OpenPage<DocumentsPage, FakeDocuments> {
    explicit Desk(const SessionInfo& session = sampleOfficer())
        : OpenPage(session)
    {
        service<FakeDocuments>().renders.answer = [](const RenderArguments& asked) {
            return Result<documents::RenderedPage>(pageOf(asked, 1));
        };
    }

    /// Writes a file and returns its path.
    QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile made(folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return made.fileName();
    }
    QString pdf(const QString& name) const { return put(name, Pdf + name.toUtf8()); }
    /// Drops files onto the page.
    void drop(const QStringList& paths) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        drop(data);
    }
    void drop(const QMimeData& data) const
    {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(find("uploadDropArea"), &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(find("uploadDropArea"), &event);
    }
    /// Drops PDFs with these names and waits until they are checked.
    void dropChecked(const QStringList& names)
    {
        QStringList paths;
        for (const QString& name : names)
            paths << pdf(name);
        drop(paths);
        QTRY_COMPARE(page->uploads().count(review::UploadState::Checking), 0);
    }
    /// Sends what is ready and waits until FinHub is asked for so many.
    void send(int calls)
    {
        click("sendFilesButton");
        QTRY_COMPARE(finhub.uploads.count(), calls);
    }
    QList<QWidget*> rows() const { return page->findChildren<QWidget*>(QStringLiteral("uploadRow")); }
    QWidget* row(const QString& name) const
    {
        const QList<QWidget*> all = rows();
        for (QWidget* one : all) {
            if (one->isVisible() && partOf<QWidget>(one, "uploadName")->property("text").toString() == name)
                return one;
        }
        qFatal("there is no row of %s", qPrintable(name));
    }
    template <typename T>
    static T* partOf(QWidget* row, const char* name)
    {
        return row->findChild<T*>(QLatin1String(name));
    }
    QString stateOf(const QString& name) const { return partOf<QLabel>(row(name), "uploadState")->text(); }
    QComboBox* typeOf(const QString& name) const { return partOf<QComboBox>(row(name), "uploadTypeBox"); }
    void press(const QString& name, const char* button) const
    {
        auto* found = partOf<QAbstractButton>(row(name), button);
        QVERIFY2(found->isVisible() && found->isEnabled(), button);
        found->click();
    }
    /// The call that sends this file.
    int callOf(const QString& name) const
    {
        int call = finhub.uploads.count() - 1;
        while (call >= 0 && finhub.uploads.arguments(call).request.fileName != name)
            --call;
        return call;
    }
    UploadAnswer answerTo(int call) const
    {
        const UploadRequest& request = finhub.uploads.arguments(call).request;
        UploadAnswer answer;
        answer.document = sampleDocument(QStringLiteral("new-%1").arg(call), request.type);
        answer.document.fileName = request.fileName;
        answer.document.sha256 = sha256Of(request.content);
        answer.verificationStatus = VerificationStatus::InProgress;
        answer.version = 5;
        return answer;
    }

    QTemporaryDir folder;
};
} // namespace

class TestDocumentsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsMissing();
    void saysWhereTheServerIsSilent();
    void listsWhatIsUploaded();
    void takesSeveralFilesAtOnce();
    void guessesTheTypeAndLetsItBeCorrected();
    void refusesWhatCannotBeSent_data();
    void refusesWhatCannotBeSent();
    void refusesWhatCannotBeDecoded();
    void checksARefusedFileAgain();
    void refusesWhatIsNoFileOfThisComputer();
    void takesNoMoreThanItHolds();
    void showsTheProgress();
    void cancelsOneFile();
    void goesOnAfterAFailure();
    void looksAfterALostAnswer();
    void saysWhenALostFileIsNotThere();
    void warnsOfTheSameContent();
    void tellsTheCaseOnceForABatch();
    void offersSampleDocuments();
    void offersASampleThatIsSentAgain();
    void saysWhatStandsInTheWay_data();
    void saysWhatStandsInTheWay();
    void letsAViewerOnlyLook();
    void goesOnWhenComplete();
    void isReadableWithoutSight();
    void letsGoOfTheCase();
};

void TestDocumentsPage::namesWhatIsMissing()
{
    Desk desk;
    desk.open(idMissing);
    const QString text = readable(*desk.find("missingDocumentsList"));
    QCOMPARE(text.count(QStringLiteral("! Missing")), 1);
    QCOMPARE(text.count(QStringLiteral("✓ Received")), 2);
    QVERIFY2(text.contains(QStringLiteral("Passport · ")), qPrintable(text));
    QVERIFY(!desk.isShown("phaseNextButton"));
}

void TestDocumentsPage::saysWhereTheServerIsSilent()
{
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        idMissing(customer, verification);
        verification.missingDocuments.reset();
    });
    const QString silent = readable(*desk.find("missingDocumentsList"));
    QVERIFY2(silent.contains(QStringLiteral("Unknown")) && silent.contains(QStringLiteral("✓ Received")),
             qPrintable(silent));
    desk.file->load();
    desk.answerCase([](Customer& customer, Verification& verification) {
        customer.risk = {};
        verification.risk = {};
        verification.requiredDocuments.clear();
        verification.missingDocuments.reset();
    });
    QVERIFY(readable(*desk.page).contains(QStringLiteral("does not say which documents are required")));
}

void TestDocumentsPage::listsWhatIsUploaded()
{
    Desk desk;
    desk.open([](Customer&, Verification& verification) {
        verification.documents.first().uploadedBy = QStringLiteral("u-1");
        verification.documents.first().fileName = QStringLiteral("<b>pass</b>.pdf");
        verification.documents.last().status = DocumentStatus::Verified;
    });
    const QString text = readable(*desk.find("uploadedDocumentsList"));
    for (const char* part : {"Passport", "<b>pass</b>.pdf", "round 1", "31 Mar 2026", "by the customer",
                             "✓ Verified", "Uploaded"})
        QVERIFY2(text.contains(QString::fromUtf8(part)),
                 qPrintable(missingIn(text, QString::fromUtf8(part))));
    desk.file->load();
    desk.answerCase([](Customer&, Verification& verification) { verification.documents.clear(); });
    QVERIFY(readable(*desk.page).contains(QStringLiteral("Nothing has been uploaded")));
}

/// 2.8.
void TestDocumentsPage::takesSeveralFilesAtOnce()
{
    Desk desk;
    desk.open(idMissing);
    QVERIFY(!desk.isEnabled("sendFilesButton"));
    desk.dropChecked(
        {QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf"), QStringLiteral("bill.pdf")});
    QCOMPARE(desk.rows().size(), 3);
    QVERIFY(desk.stateOf(QStringLiteral("passport.pdf")).contains(QStringLiteral("PDF")));
    QVERIFY(desk.stateOf(QStringLiteral("passport.pdf")).contains(QStringLiteral("ready to be sent")));
    QCOMPARE(desk.text("sendFilesButton"), QStringLiteral("Send 3 files"));
    desk.send(2); // two at a time
    desk.finhub.uploads.finish(0, desk.answerTo(0));
    QTRY_COMPARE(desk.finhub.uploads.count(), 3);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    desk.finhub.uploads.finish(2, desk.answerTo(2));
    QVERIFY(desk.stateOf(QStringLiteral("bill.pdf")).contains(QStringLiteral("✓ uploaded")));
    QCOMPARE(desk.text("uploadMessage"), QStringLiteral("3 files have been uploaded."));
    QTRY_VERIFY(readable(*desk.find("uploadedDocumentsList")).contains(QStringLiteral("selfie.pdf")));
    QVERIFY(!readable(*desk.find("missingDocumentsList")).contains(QStringLiteral("! Missing")));
    const UploadRequest& sent =
        desk.finhub.uploads.arguments(desk.callOf(QStringLiteral("passport.pdf"))).request;
    QCOMPARE(sent.type, DocumentType::Passport);
    QCOMPARE(sent.mimeType, MimeType::Pdf);
    QCOMPARE(sent.content, Pdf + "passport.pdf");
    QCOMPARE(sent.verificationId, VerificationId(QStringLiteral("v-1")));
    QCOMPARE(sent.customerId, CustomerId(QStringLiteral("c-1")));
    QVERIFY(!sent.idempotencyKey.isEmpty());
}

void TestDocumentsPage::guessesTheTypeAndLetsItBeCorrected()
{
    Desk desk;
    desk.open(idMissing);
    desk.dropChecked({QStringLiteral("passport.pdf"), QStringLiteral("scan0001.pdf")});
    QCOMPARE(desk.typeOf(QStringLiteral("passport.pdf"))->currentText(), QStringLiteral("Passport"));
    QCOMPARE(desk.typeOf(QStringLiteral("passport.pdf"))->count(), 13);
    QVERIFY(desk.stateOf(QStringLiteral("scan0001.pdf")).contains(QStringLiteral("choose what it is")));
    QVERIFY(desk.text("uploadMessage").contains(QStringLiteral("1 needs a type")));
    QCOMPARE(desk.text("sendFilesButton"), QStringLiteral("Send 1 file"));
    // As with the keyboard: the first letters of a type choose it.
    QTest::keyClicks(desk.typeOf(QStringLiteral("scan0001.pdf")), QStringLiteral("Selfie"));
    QCOMPARE(desk.typeOf(QStringLiteral("scan0001.pdf"))->currentText(), QStringLiteral("Selfie"));
    QCOMPARE(desk.text("sendFilesButton"), QStringLiteral("Send 2 files"));
    desk.send(2);
    QVERIFY(!desk.typeOf(QStringLiteral("scan0001.pdf"))->isEnabled());
    const int call = desk.callOf(QStringLiteral("scan0001.pdf"));
    QCOMPARE(desk.finhub.uploads.arguments(call).request.type, DocumentType::Selfie);
}

void TestDocumentsPage::refusesWhatCannotBeSent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << "This file is empty.";
    QTest::newRow("too large") << Pdf + QByteArray(10'485'761 - Pdf.size(), 'x')
                               << "This file is larger than the 10 MB that FinHub takes.";
    QTest::newRow("a GIF") << QByteArray("GIF89a....") << "this is neither a PDF nor a JPEG nor a PNG";
    QTest::newRow("text called PDF") << QByteArray("Dear Sirs")
                                     << "this is neither a PDF nor a JPEG nor a PNG";
    QTest::newRow("missing") << QByteArray("?missing") << "This file is no longer there.";
    QTest::newRow("a folder") << QByteArray("?folder") << "This is a folder or a device.";
}

void TestDocumentsPage::refusesWhatCannotBeSent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    Desk desk;
    desk.open(idMissing);
    const QString name = QStringLiteral("passport.pdf");
    if (bytes == "?folder")
        QVERIFY(QDir(desk.folder.path()).mkdir(name));
    else if (bytes != "?missing")
        desk.put(name, bytes);
    desk.drop({desk.folder.filePath(name), desk.pdf(QStringLiteral("selfie.pdf"))});
    QTRY_COMPARE(desk.page->uploads().count(review::UploadState::Checking), 0);
    QVERIFY2(desk.stateOf(name).contains(words), qPrintable(desk.stateOf(name)));
    QVERIFY(!desk.typeOf(name)->isVisible());
    QVERIFY(desk.text("uploadMessage").contains(QStringLiteral("1 cannot be sent.")));
    // The other one is not held up.
    desk.send(1);
    QCOMPARE(desk.finhub.uploads.arguments(0).request.fileName, QStringLiteral("selfie.pdf"));
    desk.press(name, "uploadCloseButton");
    QVERIFY(!desk.text("uploadMessage").contains(QStringLiteral("cannot be sent")));
}

void TestDocumentsPage::refusesWhatCannotBeDecoded()
{
    Desk desk;
    desk.service<FakeDocuments>().renders.answer = [](const RenderArguments&) {
        Error error = Error::of(ErrorKind::BrokenDocument);
        error.documentFault = DocumentFault::Unreadable;
        return Result<documents::RenderedPage>(failure(error));
    };
    desk.open(idMissing);
    desk.dropChecked({QStringLiteral("passport.pdf")});
    const QString said = desk.stateOf(QStringLiteral("passport.pdf"));
    QVERIFY2(said.contains(QStringLiteral("damaged")), qPrintable(said));
    QVERIFY(!desk.isEnabled("sendFilesButton"));
}

void TestDocumentsPage::checksARefusedFileAgain()
{
    Desk desk;
    desk.open(idMissing);
    const QString name = QStringLiteral("passport.pdf");
    desk.drop({desk.put(name, QByteArray())});
    QTRY_COMPARE(desk.page->uploads().count(review::UploadState::Refused), 1);
    desk.pdf(name);
    desk.press(name, "uploadRetryButton");
    QTRY_VERIFY(desk.stateOf(name).contains(QStringLiteral("ready to be sent")));
}

void TestDocumentsPage::refusesWhatIsNoFileOfThisComputer()
{
    Desk desk;
    desk.open(idMissing);
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.com/passport.pdf"))});
    desk.drop(data);
    QCOMPARE(desk.text("uploadMessage"), QStringLiteral("Only files on this computer can be added."));
    QVERIFY(desk.rows().isEmpty());
}

void TestDocumentsPage::takesNoMoreThanItHolds()
{
    Desk desk;
    desk.open(idMissing);
    desk.page->addFiles(QStringList(review::Uploads::MaxFiles + 3, desk.pdf(QStringLiteral("passport.pdf"))));
    QVERIFY2(
        desk.text("uploadMessage").contains(QStringLiteral("The list holds 200 files; 3 were not added.")),
        qPrintable(desk.text("uploadMessage")));
    desk.page->setCase(nullptr, nullptr);
}

void TestDocumentsPage::showsTheProgress()
{
    Desk desk;
    desk.open(idMissing);
    const QString name = QStringLiteral("passport.pdf");
    desk.dropChecked({name});
    desk.send(1);
    auto* bar = Desk::partOf<QProgressBar>(desk.row(name), "uploadProgress");
    QVERIFY(bar->isVisible());
    desk.finhub.uploads.lastArguments().progress(250, 1000);
    QCOMPARE(bar->value(), bar->maximum() / 4);
    QVERIFY2(desk.stateOf(name).contains(QStringLiteral("25 % sent")), qPrintable(desk.stateOf(name)));
    QVERIFY(desk.text("uploadMessage").contains(QStringLiteral("1 is on its way.")));
    desk.finhub.uploads.lastArguments().progress(1000, 1000);
    QVERIFY(desk.stateOf(name).contains(QStringLiteral("waiting for the answer")));
    desk.finhub.uploads.finishLast(desk.answerTo(0));
    QVERIFY(!bar->isVisible());
}

void TestDocumentsPage::cancelsOneFile()
{
    Desk desk;
    desk.open(idMissing);
    desk.dropChecked({QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf")});
    desk.send(2);
    const int call = desk.callOf(QStringLiteral("passport.pdf"));
    desk.finhub.uploads.arguments(call).progress(10, 1000);
    desk.press(QStringLiteral("passport.pdf"), "uploadCloseButton");
    QVERIFY(desk.finhub.uploads.isAborted(call));
    QVERIFY(desk.finhub.uploads.isOpen(desk.callOf(QStringLiteral("selfie.pdf"))));
    QVERIFY2(desk.stateOf(QStringLiteral("passport.pdf")).startsWith(QStringLiteral("Cancelled")),
             qPrintable(desk.stateOf(QStringLiteral("passport.pdf"))));
    desk.finhub.verifications.finishLast(sampleVerification());
    QCOMPARE(desk.stateOf(QStringLiteral("passport.pdf")),
             QStringLiteral("Cancelled; FinHub does not have it."));
    desk.press(QStringLiteral("passport.pdf"), "uploadRetryButton");
    QTRY_COMPARE(desk.finhub.uploads.count(), 3);
}

void TestDocumentsPage::goesOnAfterAFailure()
{
    Desk desk;
    desk.open(idMissing);
    desk.dropChecked(
        {QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf"), QStringLiteral("bill.pdf")});
    desk.send(2);
    const QString first = desk.finhub.uploads.arguments(0).request.fileName;
    desk.finhub.uploads.fail(0, errorOf(ErrorWord::PayloadTooLarge));
    QVERIFY2(desk.stateOf(first).contains(QStringLiteral("larger than FinHub takes")),
             qPrintable(desk.stateOf(first)));
    QVERIFY(desk.stateOf(first).contains(QStringLiteral("the others are not affected")));
    QTRY_COMPARE(desk.finhub.uploads.count(), 3);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    desk.finhub.uploads.finish(2, desk.answerTo(2));
    QCOMPARE(desk.text("uploadMessage"),
             QStringLiteral("2 files have been uploaded. 1 has not been uploaded."));
    const QByteArray key = desk.finhub.uploads.arguments(0).request.idempotencyKey;
    desk.press(first, "uploadRetryButton");
    QTRY_COMPARE(desk.finhub.uploads.count(), 4);
    QCOMPARE(desk.finhub.uploads.lastArguments().request.idempotencyKey, key);
}

/// R19.
void TestDocumentsPage::looksAfterALostAnswer()
{
    Desk desk;
    desk.open(idMissing);
    const QString name = QStringLiteral("passport.pdf");
    desk.dropChecked({name});
    desk.send(1);
    desk.finhub.uploads.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(desk.stateOf(name).contains(QStringLiteral("Looking whether FinHub has the file")));
    Verification read = sampleVerification();
    read.documents << desk.answerTo(0).document;
    desk.finhub.verifications.finishLast(read);
    QCOMPARE(desk.stateOf(name), QStringLiteral("✓ Uploaded: the answer was lost, but FinHub has the file."));
    QCOMPARE(desk.finhub.uploads.count(), 1);
}

void TestDocumentsPage::saysWhenALostFileIsNotThere()
{
    Desk desk;
    desk.finhub.withdraw(Extension::IdempotentDecision);
    desk.open(idMissing);
    const QString name = QStringLiteral("passport.pdf");
    desk.dropChecked({name});
    desk.send(1);
    desk.finhub.uploads.failLast(Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.verifications.finishLast(*desk.file->verification().value);
    QVERIFY2(desk.stateOf(name).contains(QStringLiteral("Look again before you send it again.")),
             qPrintable(desk.stateOf(name)));
    QVERIFY(!Desk::partOf<QWidget>(desk.row(name), "uploadRetryButton")->isVisible());
    QVERIFY(desk.text("uploadMessage").contains(QStringLiteral("Of 1 it is not known")));
    desk.press(name, "uploadLookButton");
    desk.finhub.verifications.finishLast(*desk.file->verification().value);
    QVERIFY(desk.stateOf(name).contains(QStringLiteral("as a second look has shown")));
    desk.press(name, "uploadRetryButton");
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
}

void TestDocumentsPage::warnsOfTheSameContent()
{
    Desk desk;
    desk.open(idMissing);
    const QByteArray bytes = Pdf + "one";
    // One after the other: of two that are read at the same time either may be the second.
    desk.drop({desk.put(QStringLiteral("passport.pdf"), bytes)});
    QTRY_COMPARE(desk.page->uploads().count(review::UploadState::Ready), 1);
    desk.drop({desk.put(QStringLiteral("selfie.pdf"), bytes)});
    QTRY_COMPARE(desk.page->uploads().count(review::UploadState::Ready), 2);
    QVERIFY2(desk.stateOf(QStringLiteral("selfie.pdf"))
                 .contains(QStringLiteral("the same content is here already")),
             qPrintable(desk.stateOf(QStringLiteral("selfie.pdf"))));
}

void TestDocumentsPage::tellsTheCaseOnceForABatch()
{
    Desk desk;
    desk.open(idMissing);
    QSignalSpy recorded(desk.page.get(), &PhasePage::recorded);
    desk.dropChecked({QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf")});
    desk.send(2);
    desk.finhub.uploads.finish(0, desk.answerTo(0));
    QCOMPARE(recorded.count(), 0);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    QCOMPARE(recorded.count(), 1);
}

void TestDocumentsPage::offersSampleDocuments()
{
    Desk desk;
    desk.open(idMissing);
    QVERIFY(!desk.isShown("sampleFilesButton"));
    auto samples = std::make_shared<Samples>();
    desk.page->offerSamples(samples);
    QVERIFY(desk.isShown("sampleFilesButton"));
    desk.click("sampleFilesButton");
    QCOMPARE(samples->name, QStringLiteral("Rasa Vaitkus"));
    QCOMPARE(samples->wanted, QList{Requirement::GovernmentId});
    QTRY_COMPARE(desk.text("sendFilesButton"), QStringLiteral("Send 1 file"));
    desk.send(1);
    QCOMPARE(desk.finhub.uploads.lastArguments().request.content, Pdf + "sample");
}

/// Nothing is missing then: what was sent before counts until something better comes.
void TestDocumentsPage::offersASampleThatIsSentAgain()
{
    Desk desk;
    desk.open([](Customer& customer, Verification& verification) {
        customer.stage = Stage::Documents;
        verification.status = VerificationStatus::ResubmissionRequested;
        verification.missingDocuments = QList<WireValue<Requirement>>{};
    });
    auto samples = std::make_shared<Samples>();
    desk.page->offerSamples(samples);
    desk.click("sampleFilesButton");
    QCOMPARE(samples->wanted, QList{Requirement::GovernmentId});
}

void TestDocumentsPage::saysWhatStandsInTheWay_data()
{
    QTest::addColumn<VerificationStatus>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << VerificationStatus::None << "There is no verification yet.";
    QTest::newRow("approved") << VerificationStatus::Approved << "The verification is approved.";
    QTest::newRow("rejected") << VerificationStatus::Rejected << "The verification is rejected.";
}

void TestDocumentsPage::saysWhatStandsInTheWay()
{
    QFETCH(VerificationStatus, status);
    QFETCH(QString, words);
    Desk desk;
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    if (status == VerificationStatus::None)
        desk.openWithoutVerification();
    else
        desk.open([status](Customer&, Verification& verification) { verification.status = status; });
    QVERIFY2(desk.text("uploadMessage").contains(words), qPrintable(desk.text("uploadMessage")));
    QVERIFY(!desk.isEnabled("chooseFilesButton"));
    desk.page->addFiles({desk.pdf(QStringLiteral("passport.pdf"))});
    QVERIFY(desk.rows().isEmpty());
    QCOMPARE(desk.isShown("phaseNextButton"), status == VerificationStatus::None);
    if (status == VerificationStatus::None) {
        desk.click("phaseNextButton");
        QCOMPARE(wanted.first().first().value<Stage>(), Stage::Verification);
    }
}

void TestDocumentsPage::letsAViewerOnlyLook()
{
    Desk desk(sampleViewer());
    desk.open(idMissing);
    QVERIFY(!desk.isEnabled("chooseFilesButton") && !desk.isEnabled("sendFilesButton"));
    QVERIFY(desk.text("uploadMessage").contains(QStringLiteral("Your role may look")));
    QVERIFY(readable(*desk.find("missingDocumentsList")).contains(QStringLiteral("! Missing")));
    QVERIFY(readable(*desk.find("uploadedDocumentsList")).contains(QStringLiteral("d-2.pdf")));
}

void TestDocumentsPage::goesOnWhenComplete()
{
    Desk desk;
    QSignalSpy wanted(desk.page.get(), &PhasePage::phaseWanted);
    desk.open();
    QCOMPARE(desk.text("uploadMessage"),
             QStringLiteral("✓ Every required document is here; the case waits for a review."));
    QVERIFY2(desk.isEnabled("chooseFilesButton"), "further documents are welcome");
    QCOMPARE(desk.text("phaseNextButton"), QStringLiteral("Go on to the review"));
    desk.click("phaseNextButton");
    QCOMPARE(wanted.first().first().value<Stage>(), Stage::Approval);
}

void TestDocumentsPage::isReadableWithoutSight()
{
    Desk desk;
    desk.open();
    desk.page->offerSamples(std::make_shared<Samples>());
    desk.dropChecked({QStringLiteral("passport.pdf"), QStringLiteral("selfie.pdf")});
    desk.drop({desk.put(QStringLiteral("empty.pdf"), QByteArray())});
    QTRY_COMPARE(desk.page->uploads().count(review::UploadState::Refused), 1);
    // Samples and choice, picture, type and removal of two, retry and removal of one, send, go on.
    QCOMPARE(tabStops(*desk.page).size(), 2 + 2 * 3 + 2 + 2);
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
    // One that has failed has both, a type to correct and a button to send it again.
    desk.send(2);
    desk.finhub.uploads.fail(0, errorOf(ErrorWord::PayloadTooLarge));
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
}

void TestDocumentsPage::letsGoOfTheCase()
{
    Desk desk;
    auto samples = std::make_shared<Samples>();
    desk.page->offerSamples(samples);
    desk.open(idMissing);
    desk.dropChecked({QStringLiteral("passport.pdf")});
    desk.send(1);
    desk.page->setCase(nullptr, nullptr);
    QVERIFY(desk.finhub.uploads.isAborted(0));
    QVERIFY(!readable(*desk.page).contains(QStringLiteral("passport.pdf")));
    desk.click("sampleFilesButton");
    desk.click("sendFilesButton");
    desk.page->addFiles({desk.pdf(QStringLiteral("selfie.pdf"))});
    QVERIFY(samples->name.isEmpty());
    QCOMPARE(desk.finhub.uploads.count(), 1);
}

QTEST_MAIN(TestDocumentsPage)
#include "tst_documentspage.moc"
