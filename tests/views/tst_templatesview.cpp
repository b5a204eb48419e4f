#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/consents/templatesview.h"
#include "views/widgets/chip.h"
#include "views/widgets/statepanel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
/// The view on a scripted FinHub, shown.
struct Desk {
    explicit Desk(const SessionInfo& session = sampleOfficer())
    {
        finhub.openSession(session);
        view = std::make_unique<TemplatesView>(finhub);
        view->resize(1000, 700);
        view->show();
        view->begin();
    }

    template <typename T = QWidget>
    T* find(const char* name) const
    {
        T* widget = view->findChild<T*>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    bool exists(const char* name) const { return view->findChild<QWidget*>(QLatin1String(name)); }
    bool isShown(const char* name) const { return find(name)->isVisible(); }
    bool isEnabled(const char* name) const { return find(name)->isEnabled(); }
    void click(const char* name) const { find<QAbstractButton>(name)->click(); }
    QString text(const char* name) const { return find(name)->property("text").toString(); }
    QString body(const char* name) const { return find<QPlainTextEdit>(name)->toPlainText(); }
    void set(const char* name, const QString& text) const { find<QLineEdit>(name)->setText(text); }
    void clickRow(int row) const
    {
        auto* list = find<QListView>("templateList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
    QString rows() const
    {
        QStringList rows;
        const auto* model = find<QListView>("templateList")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data().toString();
        return rows.join(QStringLiteral(" | "));
    }

    FakeFinHub finhub;
    std::unique_ptr<TemplatesView> view;
};

/// With the sample texts read.
struct ReadDesk : Desk {
    explicit ReadDesk(const SessionInfo& session = sampleOfficer())
        : Desk(session)
    {
        finhub.templateLists.finishLast(sampleTemplates());
    }
};

SessionInfo sampleViewer()
{
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    return viewer;
}
} // namespace

class TestTemplatesView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsByConsentWithTheActiveOneFirst();
    void readsOneText();
    void saysThatTheServerHasNoTexts_data();
    void saysThatTheServerHasNoTexts();
    void triesAgainAfterAFailure();
    void offersToWriteTheFirstText();
    void beginsANewVersionWithTheActiveOne();
    void savesANewVersion();
    void changesAText();
    void followsTheChosenConsent();
    void checksWhatIsEntered();
    void refusesAVersionThatExists();
    void saysFaultsOfTheServerAtTheirFields();
    void keepsTheTextAfterAFailure();
    void looksUpWhatMayHaveBeenSaved();
    void saysThatALostTextWasNotSaved();
    void asksBeforeItIsLeft();
    void asksBeforeAnotherTextIsChosen();
    void keepsTheTextOverTheEndOfTheSession();
    void keepsTheTextWhenItIsOpenedAgain();
    void letsAViewerOnlyRead();
    void limitsTheText();
    void showsTextsAsTheyStand();
    void letsGoOfEverything();
};

void TestTemplatesView::listsByConsentWithTheActiveOneFirst()
{
    Desk desk;
    QVERIFY(desk.isShown("templatesSkeleton"));
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QCOMPARE(desk.finhub.templateLists.count(), 1);
    QCOMPARE(desk.rows(),
             QStringLiteral("Terms and conditions | Version 1.1 | Version 1.0 | Privacy policy | "
                            "Version 2.0 | Data processing | Version 1.0"));
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Title t-4"));
}

void TestTemplatesView::readsOneText()
{
    ReadDesk desk;
    desk.clickRow(2);
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Title t-1"));
    QCOMPARE(desk.body("templateReadText"), QStringLiteral("Body of t-1.\nA second line."));
    QCOMPARE(desk.text("templateStatusChip"), QStringLiteral("Inactive"));
    QVERIFY(desk.text("templateReadMeta").contains(QStringLiteral("version 1.0")));
    QVERIFY(desk.text("templateReadMeta").contains(QStringLiteral("1 Jan 2026")));
    desk.clickRow(0); // a heading
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Title t-1"));
}

void TestTemplatesView::saysThatTheServerHasNoTexts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such call") << 404 << "This server does not offer the texts of the consents.";
    QTest::newRow("not for this account") << 403 << "Your account may not read the texts of the consents.";
}

void TestTemplatesView::saysThatTheServerHasNoTexts()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    Desk desk;
    Error error = Error::of(ErrorKind::Status);
    error.status = status;
    desk.finhub.templateLists.failLast(error);
    QCOMPARE(desk.find<StatePanel>("templatesState")->title(), words);
    QVERIFY(!desk.isShown("statePanelButton"));
    QVERIFY(!desk.isShown("newTemplateButton"));
}

void TestTemplatesView::triesAgainAfterAFailure()
{
    Desk desk;
    desk.finhub.templateLists.failLast(Error::of(ErrorKind::Unreachable));
    desk.click("statePanelButton");
    QCOMPARE(desk.finhub.templateLists.count(), 2);
    desk.finhub.templateLists.failLast(Error::of(ErrorKind::Unreachable));
    desk.view->begin();
    QCOMPARE(desk.finhub.templateLists.count(), 3);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(desk.isShown("templateList"));
    desk.view->begin();
    QCOMPARE(desk.finhub.templateLists.count(), 3);
    desk.click("reloadTemplatesButton");
    QCOMPARE(desk.finhub.templateLists.count(), 4);
}

void TestTemplatesView::offersToWriteTheFirstText()
{
    Desk desk;
    desk.finhub.templateLists.finishLast(QList<ConsentTemplate>());
    QVERIFY(desk.isShown("templatesState"));
    desk.click("statePanelButton");
    QVERIFY(desk.isShown("templateVersionEdit"));
    QCOMPARE(desk.text("templateVersionEdit"), QStringLiteral("1.0"));
    QVERIFY(!desk.view->hasUnsavedText());
}

void TestTemplatesView::beginsANewVersionWithTheActiveOne()
{
    ReadDesk desk;
    desk.clickRow(2); // the inactive one: the new version follows the active one all the same
    desk.click("newTemplateButton");
    QVERIFY(desk.isShown("templateBodyEdit"));
    QCOMPARE(desk.text("templateVersionEdit"), QStringLiteral("1.2"));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Title t-4"));
    QCOMPARE(desk.body("templateBodyEdit"), QStringLiteral("Body of t-4.\nA second line."));
    QCOMPARE(desk.text("templateLocaleEdit"), QStringLiteral("en"));
    QCOMPARE(desk.find<QDateEdit>("templateDateEdit")->date(), QDate::currentDate());
    QVERIFY(desk.text("templateFormNote").contains(QStringLiteral("in force")));
    QVERIFY(!desk.view->hasUnsavedText());
}

void TestTemplatesView::savesANewVersion()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("  New terms "));
    desk.find<QDateEdit>("templateDateEdit")->setDate({2026, 5, 1});
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);
    ConsentTemplate sent = desk.finhub.savedTemplates.lastArguments();
    QVERIFY(sent.id.isEmpty());
    QCOMPARE(sent.type, ConsentType::TermsAndConditions);
    QCOMPARE(sent.version, QStringLiteral("1.2"));
    QCOMPARE(sent.effectiveDate, QDate(2026, 5, 1));
    QCOMPARE(sent.title, QStringLiteral("New terms"));
    QCOMPARE(sent.locale, QStringLiteral("en"));
    QVERIFY(!desk.isEnabled("saveTemplateButton"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);

    sent.id = QStringLiteral("t-9");
    sent.status = TemplateStatus::Active;
    desk.finhub.savedTemplates.finishLast(sent);
    QVERIFY(!desk.isShown("templateBodyEdit"));
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("New terms"));
    QCOMPARE(desk.text("templateStatusChip"), QStringLiteral("✓ Active"));
    QCOMPARE(desk.text("templateMessage"), QStringLiteral("✓ Version 1.2 is saved and in force."));
    QVERIFY(desk.rows().startsWith(
        QStringLiteral("Terms and conditions | Version 1.2 | Version 1.1 | Version 1.0 |")));
}

void TestTemplatesView::changesAText()
{
    ReadDesk desk;
    desk.clickRow(4);
    desk.click("changeTemplateButton");
    QVERIFY(!desk.isEnabled("templateTypeBox"));
    QCOMPARE(desk.text("templateVersionEdit"), QStringLiteral("2.0"));
    QCOMPARE(desk.find<QDateEdit>("templateDateEdit")->date(), QDate(2026, 1, 1));
    QVERIFY(desk.text("templateFormNote").contains(QStringLiteral("former wording")));
    desk.set("templateVersionEdit", QStringLiteral("2.1"));
    QVERIFY(!desk.text("templateFormNote").contains(QStringLiteral("former wording")));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.lastArguments().id, QStringLiteral("t-2"));
    QCOMPARE(desk.finhub.savedTemplates.lastArguments().type, ConsentType::PrivacyPolicy);
    QCOMPARE(desk.finhub.savedTemplates.lastArguments().version, QStringLiteral("2.1"));
}

void TestTemplatesView::followsTheChosenConsent()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    auto* box = desk.find<QComboBox>("templateTypeBox");
    box->setCurrentIndex(1);
    QCOMPARE(desk.text("templateVersionEdit"), QStringLiteral("2.1"));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Title t-2"));
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    box->setCurrentIndex(2);
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));
    desk.set("templateVersionEdit", QStringLiteral("3"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.lastArguments().type, ConsentType::DataProcessing);
}

void TestTemplatesView::checksWhatIsEntered()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateVersionEdit", QStringLiteral(" "));
    desk.set("templateTitleEdit", QString());
    desk.find<QPlainTextEdit>("templateBodyEdit")->clear();
    QVERIFY(!desk.isShown("templateVersionFault"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 0);
    for (const char* fault : {"templateVersionFault", "templateTitleFault", "templateBodyFault"})
        QVERIFY2(desk.isShown(fault), fault);
    QVERIFY(desk.find("templateTitleEdit")->property("invalid").toBool());
    desk.set("templateVersionEdit", QStringLiteral("5"));
    QVERIFY(!desk.isShown("templateVersionFault"));
    QVERIFY(desk.isShown("templateTitleFault"));
    desk.set("templateTitleEdit", QStringLiteral("T"));
    desk.find<QPlainTextEdit>("templateBodyEdit")->setPlainText(QStringLiteral("B"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);
}

/// Customers consent to a version by its number.
void TestTemplatesView::refusesAVersionThatExists()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateVersionEdit", QStringLiteral("1.0"));
    desk.click("saveTemplateButton");
    QVERIFY(desk.text("templateVersionFault").contains(QStringLiteral("already")));
    QCOMPARE(desk.finhub.savedTemplates.count(), 0);
    desk.find<QComboBox>("templateTypeBox")->setCurrentIndex(1); // whose only version is 2.0
    QVERIFY(!desk.isShown("templateVersionFault"));
    desk.click("cancelTemplateButton");
    desk.click("discardTemplateButton");
    desk.clickRow(2);
    desk.click("changeTemplateButton");
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);
}

void TestTemplatesView::saysFaultsOfTheServerAtTheirFields()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.click("saveTemplateButton");
    Error error = Error::of(ErrorKind::Status);
    error.status = 400;
    error.word = ErrorWord::ValidationFailed;
    error.fields = {{QStringLiteral("effectiveDate"), QStringLiteral("is in the past")},
                    {QStringLiteral("content.title"), QStringLiteral("is <b>odd</b>")},
                    {QStringLiteral("locale"), QStringLiteral("is unknown")}};
    desk.finhub.savedTemplates.failLast(error);
    QCOMPARE(desk.text("templateDateFault"), QStringLiteral("is in the past"));
    QCOMPARE(desk.text("templateTitleFault"), QStringLiteral("is <b>odd</b>"));
    QCOMPARE(desk.find<QLabel>("templateTitleFault")->textFormat(), Qt::PlainText);
    QCOMPARE(desk.text("templateLocaleFault"), QStringLiteral("is unknown"));
    QVERIFY(!desk.isShown("templateBodyFault"));
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("named at its field")));
    desk.click("saveTemplateButton");
    QVERIFY(!desk.isShown("templateDateFault"));
    QCOMPARE(desk.finhub.savedTemplates.count(), 2);
}

void TestTemplatesView::keepsTheTextAfterAFailure()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    Error error = Error::of(ErrorKind::Status);
    error.status = 403;
    error.word = ErrorWord::InsufficientPermissions;
    desk.finhub.savedTemplates.failLast(error);
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("Your role does not allow this")));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));
    QVERIFY(desk.isEnabled("saveTemplateButton"));
    QVERIFY(desk.view->hasUnsavedText());
}

/// R19.
void TestTemplatesView::looksUpWhatMayHaveBeenSaved()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    ConsentTemplate sent = desk.finhub.savedTemplates.lastArguments();
    desk.finhub.savedTemplates.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QCOMPARE(desk.finhub.templateLists.count(), 2);
    QVERIFY(desk.isShown("templateBodyEdit"));
    sent.id = QStringLiteral("t-9");
    sent.status = TemplateStatus::Active;
    desk.finhub.templateLists.finishLast(sampleTemplates() << sent);
    QVERIFY(!desk.isShown("templateBodyEdit"));
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Mine"));
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("reads back")));
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);
}

void TestTemplatesView::saysThatALostTextWasNotSaved()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    desk.finhub.savedTemplates.failLast(Error::of(ErrorKind::OutcomeUnknown));
    desk.finhub.templateLists.failLast(Error::of(ErrorKind::Timeout));
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("not known")));
    desk.click("reloadTemplatesButton");
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("has not saved")));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 2);
}

void TestTemplatesView::asksBeforeItIsLeft()
{
    ReadDesk desk;
    QSignalSpy back(desk.view.get(), &TemplatesView::backWanted);
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("templatesBackButton");
    QCOMPARE(back.count(), 0);
    QVERIFY(desk.exists("discardTemplateDialog"));
    desk.click("keepTemplateButton");
    QTRY_VERIFY(!desk.exists("discardTemplateDialog"));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));

    desk.view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.view.get()));
    QTest::keyClick(desk.find("templateTitleEdit"), Qt::Key_Escape);
    QVERIFY(desk.exists("discardTemplateDialog"));
    desk.click("discardTemplateButton");
    QCOMPARE(back.count(), 1);
    QVERIFY(!desk.view->hasUnsavedText());
    QTRY_VERIFY(!desk.exists("discardTemplateDialog"));

    // Nothing is typed: nothing is asked.
    desk.click("newTemplateButton");
    desk.click("templatesBackButton");
    QCOMPARE(back.count(), 2);
}

void TestTemplatesView::asksBeforeAnotherTextIsChosen()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.clickRow(4);
    QTRY_VERIFY(desk.exists("discardTemplateDialog"));
    const auto* list = desk.find<QListView>("templateList");
    QCOMPARE(list->currentIndex().row(), 1);
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(list->selectionModel()->selectedIndexes().first().row(), 1);
    desk.click("discardTemplateButton");
    QCOMPARE(list->currentIndex().row(), 4);
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Title t-2"));
    QVERIFY(desk.isShown("templateReadText"));
}

void TestTemplatesView::keepsTheTextOverTheEndOfTheSession()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("templatesBackButton");
    QVERIFY(desk.exists("discardTemplateDialog"));
    desk.finhub.endSession(api::SessionEnd::Expired);
    QVERIFY(!desk.exists("discardTemplateDialog"));
    desk.view->hide();
    desk.finhub.openSession(sampleOfficer());
    desk.view->show();
    QCOMPARE(desk.finhub.templateLists.count(), 2);
    desk.finhub.templateLists.finishLast(sampleTemplates());
    QVERIFY(desk.isShown("templateTitleEdit"));
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    QCOMPARE(desk.finhub.savedTemplates.count(), 1);
}

void TestTemplatesView::keepsTheTextWhenItIsOpenedAgain()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.view->hide(); // another page was opened from the bar
    desk.view->show();
    desk.view->begin();
    QCOMPARE(desk.text("templateTitleEdit"), QStringLiteral("Mine"));
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("still here")));
}

void TestTemplatesView::letsAViewerOnlyRead()
{
    ReadDesk desk(sampleViewer());
    QVERIFY(!desk.isEnabled("newTemplateButton"));
    QVERIFY(!desk.isEnabled("changeTemplateButton"));
    QVERIFY(desk.text("templateMessage").contains(QStringLiteral("Your role may look")));
    desk.clickRow(2);
    QCOMPARE(desk.text("templateReadTitle"), QStringLiteral("Title t-1"));
    QVERIFY(!desk.isEnabled("changeTemplateButton"));
}

void TestTemplatesView::limitsTheText()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    auto* body = desk.find<QPlainTextEdit>("templateBodyEdit");
    body->setPlainText(QString(100'001, u'x'));
    QCOMPARE(body->toPlainText().size(), 100'000);
    desk.set("templateVersionEdit", QString());
    QTest::keyClicks(desk.find("templateVersionEdit"), QString(21, u'1'));
    QCOMPARE(desk.text("templateVersionEdit").size(), 20);
}

void TestTemplatesView::showsTextsAsTheyStand()
{
    Desk desk;
    ConsentTemplate text = sampleTemplates().constLast();
    text.title = QStringLiteral("<b>Bold</b>");
    text.body = QStringLiteral("<h1>Big</h1>\u202e");
    desk.finhub.templateLists.finishLast(QList<ConsentTemplate>{text});
    QCOMPARE(desk.text("templateReadTitle"), text.title);
    QCOMPARE(desk.find<QLabel>("templateReadTitle")->textFormat(), Qt::PlainText);
    QCOMPARE(desk.body("templateReadText"), QStringLiteral("<h1>Big</h1>⟨U+202E⟩"));
    // What is written is the text itself, so that saving it does not change it.
    desk.click("changeTemplateButton");
    QCOMPARE(desk.body("templateBodyEdit"), text.body);
    QVERIFY(!desk.view->hasUnsavedText());
}

void TestTemplatesView::letsGoOfEverything()
{
    ReadDesk desk;
    desk.click("newTemplateButton");
    desk.set("templateTitleEdit", QStringLiteral("Mine"));
    desk.click("saveTemplateButton");
    desk.view->clear();
    QVERIFY(desk.finhub.savedTemplates.isAborted(0));
    QVERIFY(!desk.view->hasUnsavedText());
    desk.click("newTemplateButton");
    QVERIFY(desk.text("templateTitleEdit") != QStringLiteral("Mine"));
}

QTEST_MAIN(TestTemplatesView)
#include "tst_templatesview.moc"
