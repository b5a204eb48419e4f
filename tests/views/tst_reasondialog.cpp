#include "core/customercomment.h"
#include "core/reasoncode.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/evidence/reasonkeys.h"
#include "views/limitedtext.h"
#include "views/reasondialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
/// The dialog over the sample case.
struct Desk {
    explicit Desk(Verdict verdict)
        : file(finhub, CustomerId(QStringLiteral("c-1")))
    {
        file.startFrom(sampleEntry());
        dialog = std::make_unique<ReasonDialog>(verdict, file);
        dialog->show();
    }

    template <typename T>
    T* find(const char* name)
    {
        return dialog->findChild<T*>(QLatin1String(name));
    }
    void set(const QString& code, bool chosen)
    {
        auto* list = find<QListWidget>("reasonList");
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == code)
                list->item(row)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
        }
    }
    QString comment() { return find<QPlainTextEdit>("commentEdit")->toPlainText(); }
    QString preview() { return find<QLabel>("customerPreview")->text(); }
    bool canConfirm() { return find<QPushButton>("confirmButton")->isEnabled(); }

    FakeFinHub finhub;
    review::CaseFile file;
    std::unique_ptr<ReasonDialog> dialog;
};
} // namespace

class TestReasonDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatTheVerdictAllows();
    void keepsEveryInternalReasonFromTheCustomer();
    void ordersTheReasonsBySeverity();
    void takesOneToTenReasons();
    void keepsWhatTheOfficerWrote();
    void bringsBackWhatWasNotRecorded();
    void limitsTheTexts();
    void findsAReason();
    void choosesByOneKeyEach();
    void beginsWithTheReasonsOfTheDocuments();
    void showsExactlyWhatIsSent();
    void letsNobodyNameAnInternalReason();
    void confirmsOnce();
};

void TestReasonDialog::offersWhatTheVerdictAllows()
{
    Desk reject(Verdict::Reject);
    QCOMPARE(reject.find<QListWidget>("reasonList")->count(), static_cast<int>(reasonCatalogue().size()));
    Desk resubmission(Verdict::RequestResubmission);
    const auto* list = resubmission.find<QListWidget>("reasonList");
    QCOMPARE(list->count(), 14);
    for (int row = 0; row < list->count(); ++row)
        QCOMPARE(findReason(list->item(row)->data(Qt::UserRole).toString())->disposition, Disposition::Retry);
}

/// No tipping off (section 5): over every pair of reasons, the text for the customer holds the neutral
/// sentence alone as soon as one of them is internal, and never a code.
void TestReasonDialog::keepsEveryInternalReasonFromTheCustomer()
{
    Desk desk(Verdict::Reject);
    for (const ReasonCode& a : reasonCatalogue()) {
        desk.set(a.codeText(), true);
        for (const ReasonCode& b : reasonCatalogue()) {
            if (a.codeText() == b.codeText())
                continue;
            desk.set(b.codeText(), true);
            const QString comment = desk.comment();
            if (a.internal || b.internal) {
                QCOMPARE(comment, neutralReasonText());
                QVERIFY(desk.find<QPlainTextEdit>("commentEdit")->isReadOnly());
            } else {
                QVERIFY(comment.contains(a.publicTextString()));
                QVERIFY(comment.contains(b.publicTextString()));
                QVERIFY(!desk.find<QPlainTextEdit>("commentEdit")->isReadOnly());
            }
            desk.set(b.codeText(), false);
        }
        desk.set(a.codeText(), false);
    }
}

void TestReasonDialog::ordersTheReasonsBySeverity()
{
    Desk desk(Verdict::Reject);
    desk.set(QStringLiteral("BLACK_AND_WHITE"), true);
    desk.set(QStringLiteral("FACE_MISMATCH"), true);
    desk.set(QStringLiteral("POA_TOO_OLD"), true);
    const QStringList expected{QStringLiteral("FACE_MISMATCH"), QStringLiteral("POA_TOO_OLD"),
                               QStringLiteral("BLACK_AND_WHITE")};
    QCOMPARE(desk.dialog->reasonCodes(), expected);
}

void TestReasonDialog::takesOneToTenReasons()
{
    Desk desk(Verdict::Reject);
    QVERIFY(!desk.canConfirm());
    int chosen = 0;
    for (const ReasonCode& reason : reasonCatalogue()) {
        desk.set(reason.codeText(), true);
        ++chosen;
        QCOMPARE(desk.canConfirm(), chosen <= 10);
    }
}

void TestReasonDialog::keepsWhatTheOfficerWrote()
{
    Desk desk(Verdict::Reject);
    desk.set(QStringLiteral("FACE_MISMATCH"), true);
    auto* edit = desk.find<QPlainTextEdit>("commentEdit");
    edit->setPlainText(QStringLiteral("My own words."));
    desk.set(QStringLiteral("POA_TOO_OLD"), true);
    QCOMPARE(desk.comment(), QStringLiteral("My own words."));
    // An internal reason takes the text's place, and gives it back.
    desk.set(QStringLiteral("FORGED"), true);
    QCOMPARE(desk.comment(), neutralReasonText());
    desk.set(QStringLiteral("FORGED"), false);
    QCOMPARE(desk.comment(), QStringLiteral("My own words."));
    edit->clear();
    QVERIFY(!desk.canConfirm());
}

/// Whoever has to decide again finds what they had chosen and written.
void TestReasonDialog::bringsBackWhatWasNotRecorded()
{
    const QStringList codes{QStringLiteral("FACE_MISMATCH"), QStringLiteral("POA_TOO_OLD")};
    {
        Desk desk(Verdict::Reject);
        desk.dialog->restore(codes, customerText(codes), QStringLiteral("Half a thought"));
        QCOMPARE(desk.dialog->reasonCodes(), codes);
        QCOMPARE(desk.find<QPlainTextEdit>("notesEdit")->toPlainText(), QStringLiteral("Half a thought"));
        QVERIFY(desk.canConfirm());
        // A composed text goes on following the reasons.
        desk.set(QStringLiteral("POA_TOO_OLD"), false);
        QCOMPARE(desk.comment(), customerText({QStringLiteral("FACE_MISMATCH")}));
    }
    {
        Desk desk(Verdict::Reject);
        desk.dialog->restore(codes, QStringLiteral("My own words."), QString());
        desk.set(QStringLiteral("POA_TOO_OLD"), false);
        QCOMPARE(desk.comment(), QStringLiteral("My own words."));
    }
    {
        // No text of another decision gets past an internal reason.
        Desk desk(Verdict::Reject);
        desk.dialog->restore({QStringLiteral("FORGED")}, QStringLiteral("It is forged."), QString());
        QCOMPARE(desk.comment(), neutralReasonText());
    }
}

void TestReasonDialog::limitsTheTexts()
{
    Desk desk(Verdict::Reject);
    auto* comment = desk.find<QPlainTextEdit>("commentEdit");
    comment->setPlainText(QString(MaxCommentLength + 500, QLatin1Char('x')));
    QCOMPARE(comment->toPlainText().size(), MaxCommentLength);
    auto* notes = desk.find<QPlainTextEdit>("notesEdit");
    notes->setPlainText(QString(MaxNotesLength, QLatin1Char('y')));
    notes->insertPlainText(QStringLiteral("more"));
    QCOMPARE(notes->toPlainText().size(), MaxNotesLength);
}

void TestReasonDialog::findsAReason()
{
    Desk desk(Verdict::Reject);
    QTest::keyClicks(desk.find<QLineEdit>("reasonFilter"), QStringLiteral("mismatch"));
    const auto* list = desk.find<QListWidget>("reasonList");
    int shown = 0;
    for (int row = 0; row < list->count(); ++row)
        shown += list->item(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 5);
}

void TestReasonDialog::choosesByOneKeyEach()
{
    Desk desk(Verdict::Reject);
    auto* list = desk.find<QListWidget>("reasonList");
    QCOMPARE(desk.dialog->focusWidget(), list);
    for (const ReasonCode& reason : reasonCatalogue()) {
        const QString key = reasonKey(reason.codeText());
        QTest::keyClicks(list, key.toLower());
        QCOMPARE(desk.dialog->reasonCodes(), QStringList{reason.codeText()});
        QTest::keyClicks(list, key.toLower());
        QVERIFY(desk.dialog->reasonCodes().isEmpty());
    }
    // A reason that this verdict does not allow has no key either.
    Desk resubmission(Verdict::RequestResubmission);
    QTest::keyClicks(resubmission.find<QListWidget>("reasonList"), reasonKey(QStringLiteral("FORGED")));
    QVERIFY(resubmission.dialog->reasonCodes().isEmpty());
}

void TestReasonDialog::beginsWithTheReasonsOfTheDocuments()
{
    const QStringList found{QStringLiteral("TAMPERED"), QStringLiteral("SCREENSHOT")};
    Desk reject(Verdict::Reject);
    reject.dialog->choose(found);
    QCOMPARE(reject.dialog->reasonCodes(), found);
    QVERIFY(!reject.find<QLabel>("excludedLabel")->isVisible());
    Desk resubmission(Verdict::RequestResubmission);
    resubmission.dialog->choose(found);
    QCOMPARE(resubmission.dialog->reasonCodes(), QStringList{QStringLiteral("SCREENSHOT")});
    QVERIFY(resubmission.find<QLabel>("excludedLabel")->isVisible());
    QVERIFY(resubmission.find<QLabel>("excludedLabel")->text().contains(QStringLiteral("Tampered")));
    QVERIFY(!resubmission.comment().contains(QStringLiteral("ampered")));
}

/// Whatever is chosen and typed: the preview is what goes out, and nothing internal is in it.
void TestReasonDialog::showsExactlyWhatIsSent()
{
    const QStringList texts{QString(), QStringLiteral(" My own words. "), QStringLiteral("FORGED"),
                            QStringLiteral("sanctions match")};
    for (const QString& own : texts) {
        for (const ReasonCode& reason : reasonCatalogue()) {
            Desk desk(Verdict::Reject);
            QSignalSpy confirmed(desk.dialog.get(), &ReasonDialog::confirmed);
            auto* edit = desk.find<QPlainTextEdit>("commentEdit");
            if (!own.isEmpty())
                edit->setPlainText(own);
            desk.set(reason.codeText(), true);
            desk.find<QPlainTextEdit>("notesEdit")->setPlainText(QStringLiteral("Looks FORGED to me"));
            const QString preview = desk.preview();
            QCOMPARE(preview, customerComment({reason.codeText()}, desk.comment()));
            QVERIFY(givenAway(preview).isEmpty());
            if (reason.internal)
                QCOMPARE(preview, neutralReasonText());
            const bool may = desk.canConfirm();
            desk.find<QPushButton>("confirmButton")->click();
            QCOMPARE(confirmed.count(), may ? 1 : 0);
            if (may)
                QCOMPARE(confirmed.first().at(1).toString(), preview);
        }
    }
}

void TestReasonDialog::letsNobodyNameAnInternalReason()
{
    Desk desk(Verdict::Reject);
    desk.set(QStringLiteral("FACE_MISMATCH"), true);
    auto* edit = desk.find<QPlainTextEdit>("commentEdit");
    edit->setPlainText(QStringLiteral("You are on a sanctions list."));
    QVERIFY(!desk.canConfirm());
    QVERIFY(desk.find<QLabel>("commentNote")->text().contains(QStringLiteral("must not read “sanction”")));
    QCOMPARE(desk.preview(), customerText({QStringLiteral("FACE_MISMATCH")}));
    edit->setPlainText(QStringLiteral("We could not match the photo."));
    QVERIFY(desk.canConfirm());
    QCOMPARE(desk.preview(), QStringLiteral("We could not match the photo."));
}

void TestReasonDialog::confirmsOnce()
{
    Desk desk(Verdict::RequestResubmission);
    QSignalSpy confirmed(desk.dialog.get(), &ReasonDialog::confirmed);
    desk.set(QStringLiteral("DOCUMENT_UNREADABLE"), true);
    auto* button = desk.find<QPushButton>("confirmButton");
    QTest::mouseDClick(button, Qt::LeftButton);
    button->click();
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().at(0).toStringList(), QStringList{QStringLiteral("DOCUMENT_UNREADABLE")});
    QVERIFY(!desk.dialog->isVisible());
}

QTEST_MAIN(TestReasonDialog)
#include "tst_reasondialog.moc"
