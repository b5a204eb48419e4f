#include "newcustomerdesk.h"
#include "views/onboarding/categorydelegate.h"

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
QString said(const NewCustomerDesk& desk, int row, int role)
{
    return desk.find<QListWidget>("categoryList")->item(row)->data(role).toString();
}
} // namespace

/// 2.3, as the first page of a new customer.
class TestCategoryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsIndividualsByRisingRisk();
    void saysWhatACategoryAsksFor_data();
    void saysWhatACategoryAsksFor();
    void showsBusinessAsNotForThisConsole();
    void choosesWithTheKeyboard();
    void goesOnWithADoubleClick();
    void goesOnOnlyWithAChoice();
    void waitsForTheCategories();
    void saysWhyThereAreNone_data();
    void saysWhyThereAreNone();
    void triesAgain();
    void saysThatThereAreNoneForIndividuals_data();
    void saysThatThereAreNoneForIndividuals();
    void keepsTheChoiceWhenReadAgain();
    void doesNotGoOnWithAChoiceThatIsGone();
    void showsTextsAsTheyStand();
    void isReadableWithoutSight();
};

void TestCategoryPage::listsIndividualsByRisingRisk()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    QStringList names;
    const auto* list = desk.find<QListWidget>("categoryList");
    for (int row = 0; row < list->count(); ++row)
        names << list->item(row)->text();
    QCOMPARE(names, (QStringList{QStringLiteral("Individual Standard"), QStringLiteral("Individual Verified"),
                                 QStringLiteral("High Risk Individual"), QStringLiteral("Small Business")}));
}

void TestCategoryPage::saysWhatACategoryAsksFor_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("risk");
    QTest::addColumn<QString>("approver");
    QTest::addColumn<QString>("documents");
    QTest::newRow("low") << 0 << "Low risk"
                         << "Approved by the tenant"
                         << "Needs: Government ID";
    QTest::newRow("medium") << 1 << "Medium risk"
                            << "Approved by the tenant"
                            << "Needs: Government ID, Proof of address and Source of funds";
    QTest::newRow("high") << 2 << "High risk"
                          << "Approved by the power tenant"
                          << "Needs: Government ID, Proof of address, Source of funds, Beneficial ownership, "
                             "and PEP declaration";
}

void TestCategoryPage::saysWhatACategoryAsksFor()
{
    QFETCH(int, row);
    QFETCH(QString, risk);
    QFETCH(QString, approver);
    QFETCH(QString, documents);
    NewCustomerDesk desk;
    desk.answerCategories();
    QCOMPARE(said(desk, row, CategoryDelegate::RiskTextRole), risk);
    QCOMPARE(said(desk, row, CategoryDelegate::ApproverRole), approver);
    const QString needs = said(desk, row, CategoryDelegate::DocumentsRole);
    QVERIFY2(needs.startsWith(documents.left(20)), qPrintable(needs));
    for (const QString& part : {risk, approver, needs})
        QVERIFY(said(desk, row, Qt::AccessibleTextRole).contains(part));
}

void TestCategoryPage::showsBusinessAsNotForThisConsole()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    QCOMPARE(said(desk, 3, CategoryDelegate::ApproverRole),
             QStringLiteral("Business customers are not for this console."));
    desk.choose(QStringLiteral("Small Business"));
    QVERIFY(!desk.isEnabled("categoryNextButton"));
    QCOMPARE(desk.text("newCustomerMissing"), QStringLiteral("Still missing: category."));
    desk.choose(QStringLiteral("High Risk Individual"));
    QVERIFY(desk.isEnabled("categoryNextButton"));
    // With the keys it is not reached either.
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Down);
    desk.click("categoryNextButton");
    QVERIFY(desk.isShown("registrationPage"));
}

void TestCategoryPage::choosesWithTheKeyboard()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    QCOMPARE(desk.view.focusWidget(), desk.find("categoryList"));
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Down);
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Down);
    QVERIFY(desk.isEnabled("categoryNextButton"));
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Return);
    QVERIFY(desk.isShown("registrationPage"));
}

void TestCategoryPage::goesOnWithADoubleClick()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    auto* list = desk.find<QListWidget>("categoryList");
    const auto doubleClick = [list](int row) {
        const QPoint at = list->visualItemRect(list->item(row)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
    };
    doubleClick(3);
    QVERIFY(!desk.isShown("registrationPage"));
    doubleClick(1);
    QVERIFY(desk.isShown("registrationPage"));
}

void TestCategoryPage::goesOnOnlyWithAChoice()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    QVERIFY(!desk.isEnabled("categoryNextButton"));
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Return);
    QVERIFY(!desk.isShown("registrationPage"));
    QCOMPARE(desk.text("newCustomerMissing"), QStringLiteral("Still missing: category."));
    QCOMPARE(desk.find("categoryNextButton")->accessibleDescription(),
             QStringLiteral("Still missing: category."));
}

void TestCategoryPage::waitsForTheCategories()
{
    const NewCustomerDesk desk;
    QVERIFY(desk.isShown("categorySkeleton"));
    QVERIFY(!desk.isEnabled("categoryNextButton"));
}

void TestCategoryPage::saysWhyThereAreNone_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("no network") << Error::of(ErrorKind::Unreachable) << "FinHub cannot be reached.";
    QTest::newRow("another tenant") << errorOf(ErrorWord::TenantAccessDenied)
                                    << "FinHub does not let this account into this tenant.";
    QTest::newRow("too slow") << Error::of(ErrorKind::Timeout) << "FinHub did not answer in time.";
    QTest::newRow("nonsense") << Error::of(ErrorKind::BadAnswer) << "could not be understood";
}

void TestCategoryPage::saysWhyThereAreNone()
{
    QFETCH(Error, error);
    QFETCH(QString, words);
    NewCustomerDesk desk;
    desk.finhub.categoryLists.failLast(error);
    QVERIFY(desk.isShown("categoryState"));
    const QString text = readable(*desk.find("categoryState"));
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("nobody can be registered now")), qPrintable(text));
    QVERIFY(!desk.isEnabled("categoryNextButton"));
}

/// Whoever works with the keyboard gets to the button without looking for it.
void TestCategoryPage::triesAgain()
{
    NewCustomerDesk desk;
    desk.finhub.categoryLists.failLast(Error::of(ErrorKind::Unreachable));
    QWidget* button = desk.find("statePanelButton");
    QCOMPARE(desk.view.focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(desk.finhub.categoryLists.count(), 2);
    desk.answerCategories();
    QVERIFY(desk.isShown("categoryList"));
    QCOMPARE(desk.view.focusWidget(), desk.find("categoryList"));
}

void TestCategoryPage::saysThatThereAreNoneForIndividuals_data()
{
    QTest::addColumn<QList<Category>>("categories");
    QTest::newRow("none at all") << QList<Category>();
    QTest::newRow("for business only") << QList<Category>{sampleCategories().first()};
}

void TestCategoryPage::saysThatThereAreNoneForIndividuals()
{
    QFETCH(QList<Category>, categories);
    NewCustomerDesk desk;
    desk.finhub.categoryLists.finishLast(categories);
    const QString text = readable(*desk.find("categoryState"));
    QVERIFY2(text.contains(QStringLiteral("There is no category for individuals")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Nobody can be registered before this tenant has one.")),
             qPrintable(text));
    desk.click("statePanelButton");
    desk.answerCategories();
    QVERIFY(desk.isShown("categoryList"));
}

void TestCategoryPage::keepsTheChoiceWhenReadAgain()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.type("firstNameEdit", QStringLiteral("Rasa"));
    desk.view.begin();
    QVERIFY(desk.isEnabled("newCustomerBackButton"));
    desk.click("newCustomerBackButton");
    QVERIFY2(desk.isShown("categoryList"), "what is known stays until the answer has come");
    desk.answerCategories();
    QVERIFY(desk.isEnabled("categoryNextButton"));
    QCOMPARE(desk.find<QListWidget>("categoryList")->currentItem()->text(),
             QStringLiteral("Individual Standard"));
}

void TestCategoryPage::doesNotGoOnWithAChoiceThatIsGone()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.type("firstNameEdit", QStringLiteral("Rasa"));
    desk.view.begin();
    desk.finhub.categoryLists.finishLast(sampleCategories().mid(0, 2));
    QVERIFY(!desk.isEnabled("registrationNextButton"));
    QVERIFY2(desk.text("newCustomerMissing").contains(QStringLiteral("category")),
             qPrintable(desk.text("newCustomerMissing")));
    QCOMPARE(desk.text("firstNameEdit"), QStringLiteral("Rasa"));
}

void TestCategoryPage::showsTextsAsTheyStand()
{
    NewCustomerDesk desk;
    Category strange = sampleCategories().at(2);
    strange.name = QStringLiteral("<b>Bold</b>\u202e");
    strange.risk = {};
    strange.approver = QStringLiteral("<i>me</i>");
    strange.requiredDocuments.clear();
    desk.finhub.categoryLists.finishLast(QList{strange});
    QCOMPARE(desk.find<QListWidget>("categoryList")->item(0)->text(), QStringLiteral("<b>Bold</b>⟨U+202E⟩"));
    QCOMPARE(said(desk, 0, CategoryDelegate::RiskTextRole), QStringLiteral("Risk unknown"));
    QCOMPARE(said(desk, 0, CategoryDelegate::ApproverRole), QStringLiteral("Approved by <i>me</i>"));
    QCOMPARE(said(desk, 0, CategoryDelegate::DocumentsRole),
             QStringLiteral("The server does not say which documents are needed."));
    QVERIFY(!desk.find<QListWidget>("categoryList")->item(0)->toolTip().contains(QStringLiteral("<b>")));
}

void TestCategoryPage::isReadableWithoutSight()
{
    NewCustomerDesk desk;
    desk.answerCategories();
    desk.choose(QStringLiteral("Individual Standard"));
    QCOMPARE(namelessControls(desk.view).join(u','), QString());
    QCOMPARE(stepsBack(desk.view).join(u','), QString());
}

QTEST_MAIN(TestCategoryPage)
#include "tst_categorypage.moc"
