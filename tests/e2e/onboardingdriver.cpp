#include "e2e/onboardingdriver.h"

#include "views/phases/documentspage.h"
#include "views/widgets/stepper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

namespace finhub::test {

namespace {
constexpr int Wait = 15000; // milliseconds
}

void OnboardingDriver::fillRegistration(const QString& category, const QString& email)
{
    m_console.click("newCustomerButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_console.isShown("newCustomerView"), Wait);
    auto* list = m_console.find<QAbstractItemView>("categoryList");
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, Wait);
    const QModelIndexList found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, category, 1, Qt::MatchContains);
    QVERIFY2(!found.isEmpty(), qPrintable(category));
    list->scrollTo(found.first());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.first()).center());
    QTRY_VERIFY(m_console.isEnabled("categoryNextButton"));
    m_console.click("categoryNextButton");

    type("firstNameEdit", QStringLiteral("Rasa"));
    type("lastNameEdit", QStringLiteral("Onboarded"));
    type("emailEdit", email);
    type("phoneEdit", QStringLiteral("+37060012345"));
    type("birthDateEdit", QStringLiteral("1990-05-15"));
    type("nationalityEdit", QStringLiteral("Lithuania"));
    type("passwordEdit", QLatin1String(Password));
    type("repeatPasswordEdit", QLatin1String(Password));
    QTRY_VERIFY2(m_console.isEnabled("registrationNextButton"),
                 qPrintable(m_console.text("newCustomerMessage")));
    m_console.click("registrationNextButton");
    QTRY_VERIFY(m_console.isShown("registerButton"));
}

void OnboardingDriver::registerCustomer(const QString& category, const QString& email)
{
    fillRegistration(category, email);
    m_console.click("registerButton");
    QTRY_VERIFY2_WITH_TIMEOUT(m_console.isShown("caseView"), qPrintable(m_console.text("newCustomerMessage")),
                              Wait);
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseName"), QStringLiteral("Rasa Onboarded"), Wait);
    QVERIFY(m_console.isShown("phasesPanel"));
}

void OnboardingDriver::goTo(int phase)
{
    auto* stepper = m_console.find<views::Stepper>("lifecycleStepper");
    QTest::mouseClick(stepper, Qt::LeftButton, {}, stepper->stepRect(phase).center());
    QVERIFY(m_console.isShown("phasesPanel"));
}

void OnboardingDriver::startSession(bool act)
{
    goTo(2);
    type("customerPasswordEdit", QLatin1String(Password));
    QTRY_VERIFY(m_console.isEnabled("customerSignInButton"));
    m_console.click("customerSignInButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_console.isShown("actingBar"), Wait);
    if (!act) {
        m_console.click("stopActingButton");
        QTRY_VERIFY(!m_console.isShown("actingBar"));
    }
}

void OnboardingDriver::startVerification()
{
    goTo(3);
    QTRY_VERIFY_WITH_TIMEOUT(m_console.isEnabled("startVerificationButton"), Wait);
    m_console.click("startVerificationButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseStage"), QStringLiteral("Documents"), Wait);
}

QString OnboardingDriver::pictureFile(const QString& name)
{
    QImage image(640, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    painter.drawText(image.rect(), Qt::AlignCenter, name);
    painter.end();
    const QString path = m_folder.filePath(name);
    if (!image.save(path))
        qFatal("the picture cannot be written");
    return path;
}

void OnboardingDriver::upload(const QStringList& fileNames)
{
    goTo(4);
    QStringList paths;
    for (const QString& name : fileNames)
        paths << pictureFile(name);
    m_console.find<views::DocumentsPage>("documentsPage")->addFiles(paths);
    // The button names how many files have been checked and can go.
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_console.isEnabled("sendFilesButton") &&
            m_console.text("sendFilesButton").contains(QString::number(fileNames.size())),
        qPrintable(m_console.text("sendFilesButton") + u' ' + m_console.text("uploadMessage")), Wait);
    m_console.click("sendFilesButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseStage"), QStringLiteral("Approval"), Wait);
}

void OnboardingDriver::approve(bool seenElsewhere)
{
    m_console.click("reviewPaneButton");
    if (!seenElsewhere)
        m_console.acceptDocuments();
    QTRY_VERIFY2_WITH_TIMEOUT(m_console.isEnabled("approveButton"),
                              qPrintable(m_console.text("decisionMessage")), Wait);
    m_console.click("approveButton");
    QTRY_VERIFY(m_console.isShown("approveDialog"));
    QCOMPARE(m_console.isShown("seenElsewhereBox"), seenElsewhere);
    if (seenElsewhere) {
        QVERIFY(!m_console.isEnabled("confirmButton"));
        m_console.find<QCheckBox>("seenElsewhereBox")->setChecked(true);
    }
    m_console.click("confirmButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseStage"), QStringLiteral("Consents"), Wait);
}

void OnboardingDriver::recordConsents()
{
    goTo(6);
    QTRY_VERIFY_WITH_TIMEOUT(m_console.isEnabled("recordAllConsentsButton"), Wait);
    m_console.click("recordAllConsentsButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseStage"), QStringLiteral("Activation"), Wait);
}

void OnboardingDriver::activate()
{
    goTo(7);
    QTRY_VERIFY_WITH_TIMEOUT(m_console.isEnabled("activationPageCodeEdit"), Wait);
    type("activationPageCodeEdit", QStringLiteral("123456"));
    QTRY_VERIFY(m_console.isEnabled("activationPageButton"));
    m_console.click("activationPageButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_console.text("caseStage"), QStringLiteral("Active"), Wait);
    QTRY_VERIFY(!m_console.text("ibanValue").isEmpty());
}

} // namespace finhub::test
