#include "review/samplecase.h"
#include "review/uploaddesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
Error lost()
{
    return Error::of(ErrorKind::OutcomeUnknown);
}

/// The sample verification as it would be read, with these documents beside those that were there before.
Verification withAlso(const QList<Document>& documents)
{
    Verification verification = sampleVerification();
    verification.documents += documents;
    return verification;
}
} // namespace

/// How a file's way can end other than well: cancelled in every state, lost and looked for, thrown away.
class TestUploadEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancelsWhileItIsRead();
    void cancelsWhileItIsTriedOut();
    void cancelsWhatIsReady();
    void cancelsWhatWaits();
    void cancelsBeforeAnythingIsSent();
    void cancelsInTheMiddle();
    void cancelsWhenEverythingIsSent();
    void cancelsNothingThatHasEnded();
    void findsALostFile();
    void doesNotTakeAnOlderDocumentForIt();
    void tellsTwoLostFilesApart();
    void neverSendsALostFileByItself();
    void sendsALostFileAgainAfterASecondLook();
    void sendsALostFileAgainWithItsKey();
    void doesNotTrustAKeyOfSomebodyElse();
    void saysWhereNothingCanBeLookedUp();
    void looksAgainWhenAskingFailed();
    void staysUnknownWhenTheSecondTryIsCancelled();
    void forgetsWhatIsTakenOff();
    void letsGoOfEverything();
    void bearsBeingEmptiedByWhoeverIsTold();
};

void TestUploadEnds::cancelsWhileItIsRead()
{
    UploadDesk desk;
    desk.disk->hold();
    desk.add({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf"),
              QStringLiteral("passport 3.pdf")});
    QTRY_COMPARE(desk.disk->readings(), 2);
    QCOMPARE(desk.state(1), UploadState::Checking);
    desk.uploads->cancel(1);
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    desk.disk->release();
    QTRY_COMPARE(desk.uploads->count(UploadState::Ready), 2);
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    QCOMPARE(desk.tryOuts.count(), 2);
    // It has not been looked at yet.
    QVERIFY(desk.uploads->retry(1));
    QTRY_COMPARE(desk.state(1), UploadState::Ready);
}

void TestUploadEnds::cancelsWhileItIsTriedOut()
{
    UploadDesk desk;
    desk.tryOuts.answer = nullptr;
    desk.add({QStringLiteral("passport.pdf")});
    QTRY_COMPARE(desk.tryOuts.count(), 1);
    desk.uploads->cancel(1);
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    QVERIFY(desk.tryOuts.isAborted(0));
    QVERIFY(!desk.uploads->isBusy());
}

void TestUploadEnds::cancelsWhatIsReady()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport.pdf")});
    desk.uploads->cancel(1);
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    QCOMPARE(desk.uploads->send(), 0);
    QVERIFY(desk.uploads->retry(1));
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
}

void TestUploadEnds::cancelsWhatWaits()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf"),
                   QStringLiteral("passport 3.pdf")});
    desk.uploads->send();
    QCOMPARE(desk.state(3), UploadState::Waiting);
    desk.uploads->cancel(3);
    QCOMPARE(desk.state(3), UploadState::Cancelled);
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    desk.finhub.uploads.finish(0, desk.answerTo(0));
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    QVERIFY(!desk.uploads->isBusy());
    QCOMPARE(desk.finhub.uploads.count(), 2);
    QCOMPARE(desk.finhub.verifications.count(), 0); // nothing to look for
}

void TestUploadEnds::cancelsBeforeAnythingIsSent()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport.pdf")});
    desk.disk->hold();
    desk.uploads->send();
    QTRY_COMPARE(desk.disk->readings(), 2);
    QCOMPARE(desk.state(1), UploadState::Sending);
    desk.uploads->cancel(1);
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    desk.disk->release();
    QVERIFY(desk.uploads->retry(1));
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
}

void TestUploadEnds::cancelsInTheMiddle()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf"),
                   QStringLiteral("passport 3.pdf")});
    desk.uploads->send();
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    const int call = desk.callOf(QStringLiteral("passport 1.pdf"));
    desk.finhub.uploads.arguments(call).progress(20, 40);
    desk.uploads->cancel(1);
    QVERIFY(desk.finhub.uploads.isAborted(call));
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    QTRY_COMPARE(desk.finhub.uploads.count(), 3); // the next one has its turn
    // It is looked up all the same, and not sent again before that is known.
    QCOMPARE(desk.finhub.verifications.count(), 1);
    QVERIFY(desk.at(1).looking);
    QVERIFY(!desk.uploads->retry(1));
    desk.finhub.verifications.finish(0, withAlso({}));
    QCOMPARE(desk.state(1), UploadState::Cancelled);
    QVERIFY(desk.uploads->retry(1));
    QCOMPARE(desk.state(1), UploadState::Waiting);
}

void TestUploadEnds::cancelsWhenEverythingIsSent()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    desk.finhub.uploads.arguments(0).progress(40, 40);
    desk.uploads->cancel(id);
    // Too late to say that FinHub does not have it.
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QCOMPARE(desk.at(id).error->kind, ErrorKind::OutcomeUnknown);
    QVERIFY(desk.at(id).looking);
    desk.finhub.verifications.finish(
        0, withAlso({documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("passport.pdf"))}));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
    QVERIFY(desk.at(id).foundByLook);
}

void TestUploadEnds::cancelsNothingThatHasEnded()
{
    UploadDesk desk;
    const int uploaded = desk.sendOne(QStringLiteral("passport 1.pdf"));
    desk.finhub.uploads.finish(0, desk.answerTo(0));
    const int failed = desk.sendOne(QStringLiteral("passport 2.pdf"));
    desk.finhub.uploads.fail(1, Error::of(ErrorKind::Unreachable));
    const int unknown = desk.sendOne(QStringLiteral("passport 3.pdf"));
    desk.finhub.uploads.fail(2, lost());
    desk.disk->putFault(QStringLiteral("empty.pdf"), FileFault::Empty);
    desk.uploads->add({QStringLiteral("empty.pdf")});
    QTRY_COMPARE(desk.uploads->count(UploadState::Refused), 1);
    desk.addReady({QStringLiteral("passport 4.pdf")});
    desk.uploads->cancel(5);
    QSignalSpy changed(desk.uploads.get(), &Uploads::changed);
    for (int id = 0; id <= 6; ++id)
        desk.uploads->cancel(id);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(desk.state(uploaded), UploadState::Uploaded);
    QCOMPARE(desk.state(failed), UploadState::Failed);
    QCOMPARE(desk.state(unknown), UploadState::Unknown);
    QCOMPARE(desk.state(4), UploadState::Refused);
    QCOMPARE(desk.state(5), UploadState::Cancelled);
    // What has arrived is not sent again.
    QVERIFY(!desk.uploads->retry(uploaded));
}

void TestUploadEnds::findsALostFile()
{
    UploadDesk desk;
    QSignalSpy read(desk.uploads.get(), &Uploads::verificationRead);
    QSignalSpy uploaded(desk.uploads.get(), &Uploads::uploaded);
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QCOMPARE(desk.finhub.verifications.count(), 1);
    QCOMPARE(desk.finhub.verifications.arguments(0).id, sampleVerification().id);
    Document document = documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("passport.pdf"));
    document.sha256 = document.sha256.toUpper(); // a hash is the same in either case
    desk.finhub.verifications.finish(0, withAlso({document}));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
    QVERIFY(desk.at(id).foundByLook);
    QVERIFY(!desk.at(id).error);
    QCOMPARE(desk.at(id).document.id, document.id);
    QCOMPARE(uploaded.count(), 1);
    QCOMPARE(uploaded.first().at(1).toByteArray(), pdfOf("passport.pdf"));
    QCOMPARE(read.count(), 1);
    QCOMPARE(desk.finhub.uploads.count(), 1);
}

/// The same file was uploaded in an earlier round: that it is there proves nothing.
void TestUploadEnds::doesNotTakeAnOlderDocumentForIt()
{
    UploadDesk desk;
    const Document older = documentWith(QStringLiteral("d-0"), DocumentType::Passport, pdfOf("passport.pdf"));
    desk.uploads->setPresent({older});
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    // Meanwhile the case has been read for another reason.
    desk.uploads->setPresent(
        {older, documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("passport.pdf"))});
    desk.finhub.verifications.finish(0, withAlso({older}));
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QCOMPARE(desk.at(id).looks, 1);
    desk.uploads->lookAgain(id);
    desk.finhub.verifications.finish(
        1, withAlso(
               {older, documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("passport.pdf"))}));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
    QCOMPARE(desk.at(id).document.id, DocumentId(QStringLiteral("d-9")));
}

void TestUploadEnds::tellsTwoLostFilesApart()
{
    UploadDesk desk;
    for (const QString& path : {QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf")})
        desk.disk->put(path, "the same");
    desk.uploads->add({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf")});
    QTRY_COMPARE(desk.uploads->count(UploadState::Ready), 2);
    desk.uploads->send();
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.uploads.fail(1, lost());
    const Verification one =
        withAlso({documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("the same"))});
    desk.finhub.verifications.finish(0, one);
    desk.finhub.verifications.finish(1, one);
    // One document is one file.
    QCOMPARE(desk.uploads->count(UploadState::Uploaded), 1);
    QCOMPARE(desk.uploads->count(UploadState::Unknown), 1);
}

void TestUploadEnds::neverSendsALostFileByItself()
{
    UploadDesk desk;
    desk.finhub.withdraw(Extension::IdempotentDecision);
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    QVERIFY(!desk.uploads->retry(id)); // not while it is looked for
    desk.finhub.verifications.finish(0, withAlso({}));
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QVERIFY(!desk.uploads->maySendAgain(id)); // it may be on its way still
    QVERIFY(!desk.uploads->retry(id));
    QCOMPARE(desk.uploads->send(), 0);
    QVERIFY(!desk.uploads->isBusy());
    QCOMPARE(desk.finhub.uploads.count(), 1);
}

void TestUploadEnds::sendsALostFileAgainAfterASecondLook()
{
    UploadDesk desk;
    desk.finhub.withdraw(Extension::IdempotentDecision);
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.verifications.finish(0, withAlso({}));
    desk.uploads->lookAgain(id);
    QVERIFY(desk.at(id).looking);
    desk.uploads->lookAgain(id); // one look at a time
    QCOMPARE(desk.finhub.verifications.count(), 2);
    desk.finhub.verifications.finish(1, withAlso({}));
    QVERIFY(desk.uploads->maySendAgain(id));
    QVERIFY(desk.uploads->retry(id));
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    desk.finhub.uploads.finish(1, desk.answerTo(1));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
    QVERIFY(!desk.at(id).foundByLook);
}

void TestUploadEnds::sendsALostFileAgainWithItsKey()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.verifications.finish(0, withAlso({}));
    QVERIFY(desk.uploads->maySendAgain(id)); // FinHub would notice
    QVERIFY(desk.uploads->retry(id));
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    const UploadRequest& first = desk.finhub.uploads.arguments(0).request;
    const UploadRequest& second = desk.finhub.uploads.arguments(1).request;
    QCOMPARE(second.idempotencyKey, first.idempotencyKey);
    QCOMPARE(second.content, first.content);
    QCOMPARE(second.type, first.type);
    QCOMPARE(second.fileName, first.fileName);
}

/// 3.7: a key is known together with the acting user.
void TestUploadEnds::doesNotTrustAKeyOfSomebodyElse()
{
    UploadDesk desk;
    desk.finhub.setCustomerSession(api::CustomerSession{sampleCustomer().id, {}});
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.verifications.finish(0, withAlso({}));
    QVERIFY(desk.uploads->maySendAgain(id));
    desk.finhub.leaveCustomer();
    QVERIFY(!desk.uploads->maySendAgain(id));
    QVERIFY(!desk.uploads->retry(id));
}

void TestUploadEnds::saysWhereNothingCanBeLookedUp()
{
    UploadDesk desk;
    desk.finhub.setOffered({});
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QVERIFY(!desk.at(id).looking);
    QCOMPARE(desk.finhub.verifications.count(), 0);
    // A person who has been told may send it again.
    QVERIFY(desk.uploads->maySendAgain(id));
    QVERIFY(desk.uploads->retry(id));
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
}

void TestUploadEnds::looksAgainWhenAskingFailed()
{
    UploadDesk desk;
    desk.finhub.withdraw(Extension::IdempotentDecision);
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.verifications.fail(0, Error::of(ErrorKind::Unreachable));
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QCOMPARE(desk.at(id).looks, 0);
    QCOMPARE(desk.at(id).error->kind, ErrorKind::OutcomeUnknown);
    QVERIFY(!desk.uploads->maySendAgain(id));
    desk.uploads->lookAgain(id);
    desk.finhub.verifications.finish(
        1, withAlso({documentWith(QStringLiteral("d-9"), DocumentType::Passport, pdfOf("passport.pdf"))}));
    QCOMPARE(desk.state(id), UploadState::Uploaded);
}

void TestUploadEnds::staysUnknownWhenTheSecondTryIsCancelled()
{
    UploadDesk desk;
    const int id = desk.sendOne();
    desk.finhub.uploads.fail(0, lost());
    desk.finhub.verifications.finish(0, withAlso({}));
    desk.disk->hold();
    QVERIFY(desk.uploads->retry(id));
    QCOMPARE(desk.state(id), UploadState::Sending);
    desk.uploads->cancel(id);
    // The first one may still have arrived.
    QCOMPARE(desk.state(id), UploadState::Unknown);
    QCOMPARE(desk.at(id).error->kind, ErrorKind::OutcomeUnknown);
}

void TestUploadEnds::forgetsWhatIsTakenOff()
{
    UploadDesk desk;
    QSignalSpy removed(desk.uploads.get(), &Uploads::removed);
    const int sending = desk.sendOne(QStringLiteral("passport 1.pdf"));
    desk.uploads->remove(sending); // it is on its way
    QVERIFY(desk.uploads->find(sending));
    desk.addReady({QStringLiteral("passport 2.pdf")});
    desk.uploads->remove(2);
    QVERIFY(!desk.uploads->find(2));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().first().toInt(), 2);
    desk.finhub.uploads.fail(0, lost());
    desk.uploads->remove(sending);
    QVERIFY(desk.finhub.verifications.isAborted(0));
    // Ids are never used again.
    desk.addReady({QStringLiteral("passport 3.pdf")});
    QCOMPARE(desk.uploads->all().first().id, 3);
}

void TestUploadEnds::letsGoOfEverything()
{
    UploadDesk desk;
    desk.tryOuts.answer = nullptr;
    desk.add({QStringLiteral("passport 1.pdf")});
    QTRY_COMPARE(desk.tryOuts.count(), 1);
    desk.tryOuts.finish(0, Done{});
    desk.uploads->send();
    QTRY_COMPARE(desk.finhub.uploads.count(), 1);
    desk.add({QStringLiteral("passport 2.pdf")});
    QTRY_COMPARE(desk.tryOuts.count(), 2);
    QSignalSpy changed(desk.uploads.get(), &Uploads::changed);
    desk.uploads->clear();
    QVERIFY(desk.uploads->all().isEmpty());
    QVERIFY(desk.finhub.uploads.isAborted(0));
    QVERIFY(desk.tryOuts.isAborted(1));
    QCOMPARE(changed.count(), 0);
    // And with everything under way the queue may go.
    desk.tryOuts.answer = [](const TryOutArguments&) { return Done{}; };
    desk.sendOne(QStringLiteral("passport 3.pdf"));
    desk.add({QStringLiteral("passport 4.pdf")});
    desk.uploads.reset();
    QVERIFY(desk.finhub.uploads.isAborted(1));
}

void TestUploadEnds::bearsBeingEmptiedByWhoeverIsTold()
{
    UploadDesk desk;
    desk.addReady({QStringLiteral("passport 1.pdf"), QStringLiteral("passport 2.pdf")});
    connect(desk.uploads.get(), &Uploads::changed, this, [&desk](int id) {
        if (const Upload* upload = desk.uploads->find(id); upload && upload->state == UploadState::Uploaded)
            desk.uploads->remove(id);
    });
    desk.uploads->send();
    QTRY_COMPARE(desk.finhub.uploads.count(), 2);
    desk.finhub.uploads.finish(0, desk.answerTo(0));
    QCOMPARE(desk.uploads->all().size(), 1);
    connect(desk.uploads.get(), &Uploads::changed, this, [&desk] { desk.uploads->clear(); });
    desk.finhub.uploads.fail(1, lost());
    QVERIFY(desk.uploads->all().isEmpty());
}

QTEST_GUILESS_MAIN(TestUploadEnds)
#include "tst_uploadends.moc"
