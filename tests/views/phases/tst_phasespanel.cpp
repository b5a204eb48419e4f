#include "openpage.h"
#include "views/fakedocuments.h"
#include "views/phases/documentspage.h"
#include "views/phases/phasespanel.h"
#include "views/walk.h"

#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryFile>
#include <QWheelEvent>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
struct Desk : OpenPage<PhasesPanel, FakeDocuments> {
    using OpenPage::OpenPage;

    QWidget* shownPage() const
    {
        return qobject_cast<QScrollArea*>(page->findChild<QStackedWidget*>()->currentWidget())->widget();
    }
};

QString textOf(const QWidget* widget)
{
    return widget->property("text").toString().remove(QChar(0x200b));
}
} // namespace

class TestPhasesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAPageForEveryPhase_data();
    void showsAPageForEveryPhase();
    void isReadableWithoutSight_data();
    void isReadableWithoutSight();
    void passesOnWhatThePagesWant();
    void leavesLettersToWhereTheyAreTyped_data();
    void leavesLettersToWhereTheyAreTyped();
    void letsGoOfTheCase();
};

void TestPhasesPanel::showsAPageForEveryPhase_data()
{
    QTest::addColumn<Stage>("phase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("category") << Stage::Categorization << "declaredPage"
                              << QStringList{QStringLiteral("Individual Verified")};
    QTest::newRow("registration") << Stage::Registration << "declaredPage"
                                  << QStringList{QStringLiteral("Rasa")};
    QTest::newRow("session") << Stage::Session << "sessionPage"
                             << QStringList{QStringLiteral("First session"),
                                            QStringLiteral("Password of the customer"),
                                            QStringLiteral("Reason (optional)")};
    QTest::newRow("verification") << Stage::Verification << "verificationPage"
                                  << QStringList{QStringLiteral("In review"),
                                                 QStringLiteral("Document to expect (optional)"),
                                                 QStringLiteral("Priority")};
    QTest::newRow("documents") << Stage::Documents << "documentsPage"
                               << QStringList{QStringLiteral("✓ Received"), QStringLiteral("Drop files here"),
                                              QStringLiteral("d-1.pdf")};
    QTest::newRow("approval") << Stage::Approval << "approvalPage"
                              << QStringList{QStringLiteral("Who decides"),
                                             QStringLiteral("Every required document is here.")};
    QTest::newRow("consents") << Stage::Consents << "consentsPage"
                              << QStringList{QStringLiteral("? Unknown")};
    QTest::newRow("activation") << Stage::Activation << "activationPage"
                                << QStringList{QStringLiteral("READY FOR ACTIVATION")};
    QTest::newRow("active") << Stage::Active << "activationPage"
                            << QStringList{QStringLiteral("READY FOR ACTIVATION")};
    QTest::newRow("rejected") << Stage::Rejected << "approvalPage"
                              << QStringList{QStringLiteral("Who decides")};
    QTest::newRow("unknown") << Stage::Unknown << "declaredPage" << QStringList{QStringLiteral("Rasa")};
}

/// An empty page, or one with nothing but its title, is what a forgotten layout looks like.
void TestPhasesPanel::showsAPageForEveryPhase()
{
    QFETCH(Stage, phase);
    QFETCH(QString, name);
    QFETCH(QStringList, words);
    Desk desk;
    desk.open([](Customer& customer, Verification&) { customer.consents.removeLast(); });
    desk.page->showPhase(phase);
    QWidget* page = desk.shownPage();
    QCOMPARE(page->objectName(), name);
    QVERIFY(page->isVisible());
    for (const QString& part : words)
        QTRY_VERIFY2(readable(*page).contains(part), qPrintable(missingIn(readable(*page), part)));
    QStringList lines = readable(*page).split(u'\n');
    for (const char* heading : {"phaseTitle", "phaseExplanation"}) {
        const auto* label = page->findChild<QLabel*>(QLatin1String(heading));
        QVERIFY2(label->isVisible(), heading);
        QVERIFY2(lines.removeAll(label->text()) > 0, heading);
    }
    QVERIFY2(lines.size() >= 4, qPrintable(lines.join(u'|')));
    // What is there has a place of its own.
    const QList<QLabel*> labels = page->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            QVERIFY2(!label->visibleRegion().isEmpty() || label->y() > desk.page->height() ||
                         !desk.page->rect().contains(label->mapTo(desk.page.get(), QPoint())),
                     qPrintable(label->text()));
    }
}

void TestPhasesPanel::isReadableWithoutSight_data()
{
    QTest::addColumn<Stage>("phase");
    QTest::addColumn<Stage>("stage");
    for (const Stage phase : {Stage::Registration, Stage::Session, Stage::Verification, Stage::Documents,
                              Stage::Approval, Stage::Consents, Stage::Activation}) {
        const QByteArray name = WireValue<Stage>(phase).text().toLatin1();
        QTest::newRow((name + " before the approval").constData()) << phase << Stage::Approval;
        QTest::newRow((name + " after it").constData()) << phase << Stage::Activation;
    }
}

void TestPhasesPanel::isReadableWithoutSight()
{
    QFETCH(Stage, phase);
    QFETCH(Stage, stage);
    Desk desk;
    desk.open([stage](Customer& customer, Verification& verification) {
        customer.stage = stage;
        if (stage != Stage::Activation)
            return;
        verification.status = VerificationStatus::Approved;
        for (Consent& consent : customer.consents)
            consent.status = ConsentStatus::Accepted;
    });
    desk.page->showPhase(phase);
    if (desk.finhub.templateLists.count() > 0)
        desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(phase == Stage::Registration || !tabStops(*desk.page).isEmpty());
    QCOMPARE(namelessControls(*desk.page).join(u','), QString());
    QCOMPARE(stepsBack(*desk.page).join(u','), QString());
}

void TestPhasesPanel::passesOnWhatThePagesWant()
{
    Desk desk;
    desk.open();
    QSignalSpy review(desk.page.get(), &PhasesPanel::reviewWanted);
    QSignalSpy phase(desk.page.get(), &PhasesPanel::phaseWanted);
    QSignalSpy recorded(desk.page.get(), &PhasesPanel::recorded);
    desk.page->showPhase(Stage::Approval);
    desk.shownPage()->findChild<QAbstractButton*>(QStringLiteral("openReviewButton"))->click();
    QCOMPARE(review.count(), 1);
    desk.page->showPhase(Stage::Session);
    desk.shownPage()->findChild<QAbstractButton*>(QStringLiteral("phaseNextButton"))->click();
    QCOMPARE(phase.first().first().value<Stage>(), Stage::Verification);
    desk.click("resetLoginButton");
    desk.finhub.loginResets.finishLast(Done{});
    QCOMPARE(recorded.count(), 1);
}

void TestPhasesPanel::leavesLettersToWhereTheyAreTyped_data()
{
    QTest::addColumn<Stage>("phase");
    QTest::addColumn<int>("editors");
    QTest::newRow("session") << Stage::Session << 3;
    QTest::newRow("verification") << Stage::Verification << 9;
    QTest::newRow("documents") << Stage::Documents << 1;
}

/// N is the next case, everywhere but where somebody types, or chooses from a list by its first letter. And
/// whoever turns the wheel moves the page, not the values it passes over.
void TestPhasesPanel::leavesLettersToWhereTheyAreTyped()
{
    QFETCH(Stage, phase);
    QFETCH(int, editors);
    Desk desk;
    desk.service<FakeDocuments>().renders.answer = [](const RenderArguments& asked) {
        return Result<documents::RenderedPage>(pageOf(asked, 1));
    };
    QShortcut next(QKeySequence(Qt::Key_N), desk.page.get());
    QSignalSpy pressed(&next, &QShortcut::activated);
    desk.open([](Customer& customer, Verification& verification) {
        customer.stage = Stage::Documents;
        verification.status = VerificationStatus::Rejected;
    });
    if (phase == Stage::Documents) {
        desk.file->load();
        desk.answerCase();
        QTemporaryFile scan(QDir::tempPath() + QStringLiteral("/scanXXXXXX.pdf"));
        QVERIFY(scan.open() && scan.write("%PDF-1.7") > 0 && scan.flush());
        desk.page->showPhase(phase);
        desk.find<DocumentsPage>("documentsPage")->addFiles({scan.fileName()});
    }
    desk.page->showPhase(phase);
    desk.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    QTest::keyClick(desk.page.get(), Qt::Key_N);
    QCOMPARE(pressed.count(), 1);
    int found = 0;
    const QList<QWidget*> widgets = desk.shownPage()->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        auto* box = qobject_cast<QComboBox*>(widget);
        const bool isEditor =
            box || qobject_cast<QLineEdit*>(widget) || qobject_cast<QPlainTextEdit*>(widget);
        if (!isEditor || !widget->isVisible())
            continue;
        QTRY_VERIFY2(widget->isEnabled(), qPrintable(nameOf(widget)));
        ++found;
        desk.shownPage()->setFocus();
        if (box) {
            const int before = box->currentIndex();
            QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(box, &wheel);
            QVERIFY2(box->currentIndex() == before, qPrintable(nameOf(widget)));
        }
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_N);
        QVERIFY2(pressed.count() == 1, qPrintable(nameOf(widget)));
    }
    QCOMPARE(found, editors);
}

void TestPhasesPanel::letsGoOfTheCase()
{
    Desk desk;
    desk.open();
    for (const Stage phase : {Stage::Registration, Stage::Session, Stage::Verification, Stage::Documents,
                              Stage::Approval, Stage::Consents, Stage::Activation})
        desk.page->showPhase(phase);
    desk.page->setCase(nullptr, nullptr);
    const QList<QWidget*> widgets = desk.page->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        for (const char* personal : {"Rasa", "rasa@example.com", "+37060012345", "d-1.pdf", "v-1"})
            QVERIFY2(!textOf(widget).contains(QLatin1String(personal)), qPrintable(nameOf(widget)));
    }
}

QTEST_MAIN(TestPhasesPanel)
#include "tst_phasespanel.moc"
