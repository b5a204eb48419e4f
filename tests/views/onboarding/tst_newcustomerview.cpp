#include "newcustomerdesk.h"
#include "views/widgets/stepper.h"

#include <QPointer>
#include <QSignalSpy>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
Customer answerTo(const RegistrationRequest& request)
{
    Customer customer;
    customer.id = CustomerId(QStringLiteral("c-9"));
    customer.person = request.person;
    customer.userId = UserId(QStringLiteral("u-9"));
    return customer;
}

/// What stands in every field of the form.
QStringList typedIn(const NewCustomerDesk& desk)
{
    QStringList texts;
    for (const char* edit : {"firstNameEdit", "lastNameEdit", "birthDateEdit", "nationalityEdit",
                             "birthPlaceEdit", "emailEdit", "phoneEdit", "pincodeEdit"})
        texts << desk.text(edit);
    return texts << desk.find<QComboBox>("genderBox")->currentData().toString();
}

void fillAll(const NewCustomerDesk& desk)
{
    desk.fill();
    desk.type("birthPlaceEdit", QStringLiteral("Kaunas"));
    desk.type("pincodeEdit", QStringLiteral("LT-44001"));
    auto* gender = desk.find<QComboBox>("genderBox");
    gender->setCurrentIndex(gender->findData(QStringLiteral("OTHER")));
}
} // namespace

/// From the category to the customer (2.3, 2.4), as a person does it.
class TestNewCustomerView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsEveryMember();
    void namesOneIntentByOneKey();
    void goesOnWithReturn();
    void keepsEverythingBackAndForth();
    void goesBackByTheStepper();
    void keepsEverythingAfterAFailure_data();
    void keepsEverythingAfterAFailure();
    void showsServerErrorsAtTheirField_data();
    void showsServerErrorsAtTheirField();
    void showsWhatConcernsNoField();
    void forgetsARefusalWithAnEdit();
    void offersToOpenTheExistingCustomer();
    void sendsOnlyOnce();
    void asksForARefusedPasswordAgain();
    void looksForACustomerAfterALostAnswer_data();
    void looksForACustomerAfterALostAnswer();
    void asksBeforeThrowingAway();
    void leavesAtOnceWhereNothingWasTyped();
    void isClearedByARegistration();
    void saysThatSomebodyWasRegisteredMeanwhile();
    void goesOnAfterASessionThatEnded();
    void letsAViewerOnlyLook();
    void goesWhileSomebodyTypes();
};

void TestNewCustomerView::sendsEveryMember()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    fillAll(desk);
    desk.find<QCheckBox>("userBox")->click();
    desk.click("registrationNextButton");
    desk.click("registerButton");
    QCOMPARE(desk.finhub.registrations.count(), 1);
    const RegistrationRequest& sent = desk.sent();
    Person person;
    person.firstName = QStringLiteral("Rasa");
    person.lastName = QStringLiteral("Vaitkus");
    person.email = QStringLiteral("rasa@example.com");
    person.phone = QStringLiteral("+37060012345");
    person.dateOfBirth = QDate(1990, 5, 15);
    person.nationality = QStringLiteral("Lithuania");
    person.gender = QStringLiteral("OTHER");
    person.placeOfBirth = QStringLiteral("Kaunas");
    person.pincode = QStringLiteral("LT-44001");
    QVERIFY(sent.person == person);
    QCOMPARE(passwordOf(sent), QLatin1String(SamplePassword));
    QCOMPARE(sent.categoryId, CategoryId(QStringLiteral("fs-cat-b2c-low-001")));
    QCOMPARE(sent.categoryName, QStringLiteral("Individual Standard"));
    QCOMPARE(sent.roles, QList<Role>{Role::AccountOwner});
    QVERIFY(!sent.aml);
    QCOMPARE(sent.idempotencyKey.size(), 36);
}

/// 3.7: the same again is the same intent, anything else another one.
void TestNewCustomerView::namesOneIntentByOneKey()
{
    NewCustomerDesk desk;
    desk.submit();
    const QByteArray key = desk.sent().idempotencyKey;
    desk.finhub.registrations.failLast(Error::of(ErrorKind::Unreachable));
    desk.click("registerButton");
    QCOMPARE(desk.sent().idempotencyKey, key);
    desk.finhub.registrations.failLast(Error::of(ErrorKind::Unreachable));
    desk.click("newCustomerBackButton");
    desk.type("firstNameEdit", QStringLiteral("Ona"));
    desk.click("registrationNextButton");
    desk.click("registerButton");
    QVERIFY(desk.sent().idempotencyKey != key);
}

void TestNewCustomerView::goesOnWithReturn()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    desk.fill();
    QTest::keyClick(desk.find("repeatPasswordEdit"), Qt::Key_Return);
    QVERIFY(desk.isShown("amlPage"));
    // Whoever holds the key down has not read this page.
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(desk.view.focusWidget(), &held);
    QCOMPARE(desk.finhub.registrations.count(), 0);
    QTest::keyClick(desk.view.focusWidget(), Qt::Key_Return);
    QCOMPARE(desk.finhub.registrations.count(), 1);
}

void TestNewCustomerView::keepsEverythingBackAndForth()
{
    NewCustomerDesk desk;
    desk.goToRegistration();
    fillAll(desk);
    const QStringList typed = typedIn(desk);
    desk.click("registrationNextButton");
    desk.find<QCheckBox>("amlBox")->click();
    desk.choose("amlRiskBox", AmlRisk::Medium);
    desk.click("newCustomerBackButton");
    desk.click("newCustomerBackButton");
    QVERIFY(desk.isShown("categoryList"));
    desk.choose(QStringLiteral("Individual Verified"));
    desk.click("categoryNextButton");
    QCOMPARE(typedIn(desk), typed);
    desk.click("registrationNextButton");
    QVERIFY(desk.find<QCheckBox>("amlBox")->isChecked());
    desk.click("registerButton");
    QCOMPARE(passwordOf(desk.sent()), QLatin1String(SamplePassword));
    QCOMPARE(desk.sent().categoryName, QStringLiteral("Individual Verified"));
    QCOMPARE(desk.sent().aml->risk, AmlRisk::Medium);
}

void TestNewCustomerView::goesBackByTheStepper()
{
    NewCustomerDesk desk;
    desk.goToAml();
    auto* stepper = desk.find<Stepper>("newCustomerStepper");
    const auto press = [stepper](int step) {
        QTest::mouseClick(stepper, Qt::LeftButton, {}, stepper->stepRect(step).center());
    };
    press(0);
    QVERIFY(desk.isShown("categoryList"));
    press(1);
    QVERIFY(desk.isShown("registrationPage"));
    press(4);
    QVERIFY2(desk.isShown("registrationPage"), "there is no customer yet");
}

void TestNewCustomerView::keepsEverythingAfterAFailure_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("no network") << Error::of(ErrorKind::Unreachable) << "FinHub cannot be reached.";
    QTest::newRow("no certificate") << Error::of(ErrorKind::Tls) << "could not prove that it is FinHub";
    QTest::newRow("too many") << errorOf(ErrorWord::RateLimited) << "FinHub is receiving too many requests.";
    QTest::newRow("not with this role")
        << errorOf(ErrorWord::InsufficientPermissions) << "Your role does not allow this.";
    QTest::newRow("key of another request")
        << errorOf(ErrorWord::IdempotencyKeyReused) << "FinHub has seen this request's key";
    QTest::newRow("nothing named") << errorOf(ErrorWord::ValidationFailed) << "FinHub did not accept";
}

void TestNewCustomerView::keepsEverythingAfterAFailure()
{
    QFETCH(Error, error);
    QFETCH(QString, words);
    NewCustomerDesk desk;
    desk.goToRegistration();
    fillAll(desk);
    const QStringList typed = typedIn(desk);
    desk.click("registrationNextButton");
    desk.click("registerButton");
    desk.finhub.registrations.failLast(error);
    QVERIFY2(desk.text("newCustomerMessage").contains(words), qPrintable(desk.text("newCustomerMessage")));
    QVERIFY2(desk.text("newCustomerMessage").contains(QStringLiteral("nothing that you typed is lost")),
             qPrintable(desk.text("newCustomerMessage")));
    QVERIFY(desk.isShown("newCustomerMessage"));
    QCOMPARE(typedIn(desk), typed);
    QVERIFY2(desk.isEnabled("registerButton"), qPrintable(desk.text("newCustomerMissing")));
    desk.click("registerButton");
    QCOMPARE(desk.finhub.registrations.count(), 2);
    QCOMPARE(passwordOf(desk.sent()), QLatin1String(SamplePassword));
}

void TestNewCustomerView::showsServerErrorsAtTheirField_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("note");
    QTest::addColumn<QByteArray>("focus");
    const auto row = [](const char* member, const char* editor, const char* focus = nullptr) {
        QTest::newRow(member) << QString::fromLatin1(member) << QByteArray(editor).append("Note")
                              << QByteArray(focus ? focus : editor);
    };
    row("firstName", "firstNameEdit");
    row("lastName", "lastNameEdit");
    row("email", "emailEdit");
    row("password", "passwordEdit");
    row("matchingPassword", "repeatPasswordEdit");
    row("phone", "phoneEdit");
    row("dateOfBirth", "birthDateEdit");
    row("nationality", "nationalityEdit");
    row("gender", "genderBox");
    row("placeOfBirth", "birthPlaceEdit");
    row("pincode", "pincodeEdit");
    row("roleIds[0]", "rolesBox", "accountOwnerBox");
    row("customerCategory.id", "category", "categoryList");
}

void TestNewCustomerView::showsServerErrorsAtTheirField()
{
    QFETCH(QString, member);
    QFETCH(QByteArray, note);
    QFETCH(QByteArray, focus);
    NewCustomerDesk desk;
    desk.submit();
    desk.finhub.registrations.failLast(
        errorOf(ErrorWord::ValidationFailed, {{member, QStringLiteral("is <i>odd</i>")}}));
    QVERIFY(desk.isShown(note.constData()));
    QCOMPARE(desk.text(note.constData()), QStringLiteral("FinHub: is <i>odd</i>"));
    QCOMPARE(desk.find<QLabel>(note.constData())->textFormat(), Qt::PlainText);
    QCOMPARE(desk.view.focusWidget(), desk.find(focus.constData()));
    QVERIFY2(
        desk.text("newCustomerMessage").startsWith(QStringLiteral("FinHub did not accept what is marked.")),
        qPrintable(desk.text("newCustomerMessage")));
}

void TestNewCustomerView::showsWhatConcernsNoField()
{
    NewCustomerDesk desk;
    desk.submit();
    desk.finhub.registrations.failLast(
        errorOf(ErrorWord::ValidationFailed,
                {{QStringLiteral("individualCustomer.tenantId"), QStringLiteral("odd")}}));
    QVERIFY2(desk.text("newCustomerMessage").contains(QStringLiteral("odd")),
             qPrintable(desk.text("newCustomerMessage")));
    QCOMPARE(desk.view.focusWidget(), desk.find("registerButton"));
}

void TestNewCustomerView::forgetsARefusalWithAnEdit()
{
    NewCustomerDesk desk;
    desk.submit();
    desk.finhub.registrations.failLast(errorOf(ErrorWord::NotEligible));
    QCOMPARE(desk.view.focusWidget(), desk.find("birthDateEdit"));
    QCOMPARE(desk.note("birthDateEdit"), QStringLiteral("The customer must be at least 18 years old."));
    desk.type("birthDateEdit", QStringLiteral("1980-01-01"));
    QVERIFY(desk.note("birthDateEdit").startsWith(QStringLiteral("1 Jan 1980")));
    QVERIFY(!desk.isShown("newCustomerMessage"));
    desk.click("registrationNextButton");
    desk.click("registerButton");
    QCOMPARE(desk.sent().person.dateOfBirth, QDate(1980, 1, 1));
    QCOMPARE(passwordOf(desk.sent()), QLatin1String(SamplePassword));
}

/// 409 DUPLICATE_EMAIL.
void TestNewCustomerView::offersToOpenTheExistingCustomer()
{
    NewCustomerDesk desk;
    QSignalSpy wanted(&desk.view, &NewCustomerView::existingCustomerWanted);
    desk.submit();
    QVERIFY(!desk.isShown("openExistingButton"));
    desk.finhub.registrations.failLast(errorOf(ErrorWord::DuplicateEmail));
    QCOMPARE(desk.note("emailEdit"), QStringLiteral("A customer with this e-mail address exists."));
    QCOMPARE(desk.view.focusWidget(), desk.find("emailEdit"));
    desk.click("openExistingButton");
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("rasa@example.com"));
    // Whoever comes back finds everything as it was.
    QCOMPARE(desk.text("firstNameEdit"), QStringLiteral("Rasa"));
    desk.type("emailEdit", QStringLiteral("rasa.v@example.com"));
    QVERIFY(!desk.isShown("openExistingButton"));
    desk.click("registrationNextButton");
    desk.click("registerButton");
    QCOMPARE(desk.sent().person.email, QStringLiteral("rasa.v@example.com"));
}

void TestNewCustomerView::sendsOnlyOnce()
{
    NewCustomerDesk desk;
    desk.submit();
    QVERIFY(!desk.isEnabled("registerButton") && !desk.isEnabled("newCustomerBackButton") &&
            !desk.isEnabled("newCustomerCancelButton") && !desk.isEnabled("amlPage"));
    QCOMPARE(desk.text("newCustomerMissing"), QStringLiteral("The registration is being sent."));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape})
        QTest::keyClick(&desk.view, key);
    QCOMPARE(desk.finhub.registrations.count(), 1);
    QVERIFY(desk.finhub.registrations.isOpen(0));
    QVERIFY(!desk.isShown("discardPanel"));
}

void TestNewCustomerView::asksForARefusedPasswordAgain()
{
    NewCustomerDesk desk;
    desk.submit();
    desk.finhub.registrations.failLast(errorOf(
        ErrorWord::ValidationFailed, {{QStringLiteral("password"), QStringLiteral("is too common")}}));
    QVERIFY(!desk.isEnabled("registrationNextButton"));
    desk.type("passwordEdit", QStringLiteral("Another-Pass-1"));
    QVERIFY(desk.note("passwordEdit").isEmpty());
    desk.type("repeatPasswordEdit", QStringLiteral("Another-Pass-1"));
    desk.click("registrationNextButton");
    desk.click("registerButton");
    QCOMPARE(passwordOf(desk.sent()), QStringLiteral("Another-Pass-1"));
}

/// R19, 3.7.
void TestNewCustomerView::looksForACustomerAfterALostAnswer_data()
{
    QTest::addColumn<bool>("idempotent");
    QTest::newRow("known again by its key") << true;
    QTest::newRow("not known again") << false;
}

void TestNewCustomerView::looksForACustomerAfterALostAnswer()
{
    QFETCH(bool, idempotent);
    NewCustomerDesk desk;
    if (!idempotent)
        desk.finhub.withdraw(Extension::IdempotentDecision);
    QSignalSpy wanted(&desk.view, &NewCustomerView::existingCustomerWanted);
    desk.submit();
    desk.finhub.registrations.failLast(Error::of(ErrorKind::OutcomeUnknown));
    QVERIFY(desk.text("newCustomerMessage")
                .startsWith(QStringLiteral("It is not known whether the customer exists now")));
    QVERIFY(!desk.isEnabled("registerButton"));
    QCOMPARE(desk.view.focusWidget(), desk.find("lookForButton"));
    desk.click("lookForButton");
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("rasa@example.com"));
    QCOMPARE(desk.isShown("sendAgainButton"), idempotent);
    if (!idempotent)
        return;
    const QByteArray key = desk.sent().idempotencyKey;
    desk.click("sendAgainButton");
    QCOMPARE(desk.finhub.registrations.count(), 2);
    QCOMPARE(desk.sent().idempotencyKey, key);
    QCOMPARE(passwordOf(desk.sent()), QLatin1String(SamplePassword));
}

void TestNewCustomerView::asksBeforeThrowingAway()
{
    NewCustomerDesk desk;
    QSignalSpy cancelled(&desk.view, &NewCustomerView::cancelled);
    desk.goToRegistration();
    desk.type("firstNameEdit", QStringLiteral("Rasa"));
    QTest::keyClick(desk.find("firstNameEdit"), Qt::Key_Escape);
    QVERIFY(desk.isShown("discardPanel"));
    QVERIFY(!desk.isShown("registrationNextButton"));
    QCOMPARE(desk.view.focusWidget(), desk.find("keepTypedButton"));
    // The safe answer is the one under the key.
    QTest::keyClick(desk.find("keepTypedButton"), Qt::Key_Return);
    QVERIFY(!desk.isShown("discardPanel"));
    QCOMPARE(desk.text("firstNameEdit"), QStringLiteral("Rasa"));
    QCOMPARE(cancelled.count(), 0);
    desk.click("newCustomerCancelButton");
    QTest::keyClick(desk.find("keepTypedButton"), Qt::Key_Escape);
    QVERIFY2(!desk.isShown("discardPanel") && cancelled.count() == 0, "Escape answers with no");
    desk.click("newCustomerCancelButton");
    desk.click("discardTypedButton");
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(desk.text("firstNameEdit").isEmpty());
    desk.view.begin();
    QVERIFY(desk.isShown("categoryPage"));
}

void TestNewCustomerView::leavesAtOnceWhereNothingWasTyped()
{
    NewCustomerDesk desk;
    QSignalSpy cancelled(&desk.view, &NewCustomerView::cancelled);
    desk.goToRegistration();
    QTest::keyClick(desk.find("firstNameEdit"), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
}

void TestNewCustomerView::isClearedByARegistration()
{
    NewCustomerDesk desk;
    QSignalSpy registered(&desk.view, &NewCustomerView::registered);
    desk.submit();
    desk.finhub.registrations.finishLast(answerTo(desk.sent()));
    QCOMPARE(registered.count(), 1);
    const auto customer = registered.first().first().value<Customer>();
    QCOMPARE(customer.id, CustomerId(QStringLiteral("c-9")));
    QCOMPARE(customer.risk.value(), RiskLevel::Low);
    QCOMPARE(customer.categoryName, QStringLiteral("Individual Standard"));
    QCOMPARE(typedIn(desk).join(QString()), QString());
    QVERIFY(desk.text("passwordEdit").isEmpty());
    QVERIFY(!readable(desk.view).contains(QStringLiteral("Rasa")));
}

/// Whoever works on something else meanwhile is not torn away from it.
void TestNewCustomerView::saysThatSomebodyWasRegisteredMeanwhile()
{
    NewCustomerDesk desk;
    QSignalSpy registered(&desk.view, &NewCustomerView::registered);
    desk.submit();
    desk.view.hide();
    desk.finhub.registrations.finishLast(answerTo(desk.sent()));
    QCOMPARE(registered.count(), 0);
    desk.view.show();
    desk.view.begin();
    QCOMPARE(desk.text("newCustomerMessage"), QStringLiteral("Rasa Vaitkus has been registered."));
    desk.click("openRegisteredButton");
    QCOMPARE(registered.count(), 1);
}

void TestNewCustomerView::goesOnAfterASessionThatEnded()
{
    NewCustomerDesk desk;
    desk.goToAml();
    desk.finhub.endSession(api::SessionEnd::Expired);
    QVERIFY(desk.text("passwordEdit").isEmpty());
    desk.finhub.openSession(sampleOfficer());
    desk.view.begin();
    desk.answerCategories();
    QVERIFY(!desk.isEnabled("registerButton"));
    QCOMPARE(desk.text("newCustomerMissing"), QStringLiteral("Still missing: password, repeated password."));
    QTest::keyClick(desk.view.focusWidget(), Qt::Key_Return);
    QCOMPARE(desk.view.focusWidget(), desk.find("passwordEdit"));
    QCOMPARE(desk.text("firstNameEdit"), QStringLiteral("Rasa"));
}

void TestNewCustomerView::letsAViewerOnlyLook()
{
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    NewCustomerDesk desk(viewer);
    desk.answerCategories();
    desk.choose(QStringLiteral("Individual Standard"));
    QVERIFY(!desk.isEnabled("categoryNextButton"));
    QVERIFY2(desk.text("newCustomerMissing").contains(QStringLiteral("Your role may look")),
             qPrintable(desk.text("newCustomerMissing")));
    QTest::keyClick(desk.find("categoryList"), Qt::Key_Return);
    QVERIFY(!desk.isShown("registrationPage"));
}

/// A window that is closed takes the focus from its field, which tells that it was left.
void TestNewCustomerView::goesWhileSomebodyTypes()
{
    auto desk = std::make_unique<NewCustomerDesk>();
    desk->goToRegistration();
    QTest::keyClicks(desk->find("firstNameEdit"), QStringLiteral("Rasa"));
    QVERIFY(desk->find("firstNameEdit")->hasFocus());
    const QPointer<QWidget> page = desk->find("registrationPage");
    desk.reset();
    QVERIFY(!page);
}

QTEST_MAIN(TestNewCustomerView)
#include "tst_newcustomerview.moc"
