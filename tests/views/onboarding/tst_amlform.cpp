#include "newcustomerdesk.h"

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
template <typename E>
QList<E> valuesOf(const NewCustomerDesk& desk, const char* box)
{
    QList<E> values;
    const auto* combo = desk.find<QComboBox>(box);
    for (int i = 0; i < combo->count(); ++i) {
        if (const auto value = static_cast<E>(combo->itemData(i).toInt()); value != E::Unknown)
            values << value;
    }
    return values;
}

template <typename E>
QList<E> contractOf()
{
    QList<E> values;
    for (const auto& [value, name] : WireNames<E>::table)
        values << value;
    return values;
}

void fillIn(const NewCustomerDesk& desk)
{
    desk.find<QCheckBox>("amlBox")->click();
}

void typeScore(const NewCustomerDesk& desk, const QString& text)
{
    auto* spin = desk.find<QSpinBox>("amlScoreSpin");
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, text);
    desk.leave("amlScoreSpin");
}
} // namespace

/// The AML parametrization of 2.4, as the third page of a new customer.
class TestAmlForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mayBeLeftOut();
    void offersWhatTheContractAllows();
    void needsARiskLevel();
    void sendsWhatWasChosen();
    void keepsTheScoreInItsRange_data();
    void keepsTheScoreInItsRange();
    void sendsAPepCategoryOfAPepOnly();
    void saysWhatFollows_data();
    void saysWhatFollows();
    void showsWhatWillBeRegistered();
    void keepsWhatWasChosenWhileItIsOff();
    void showsWhatWasRefusedAtItsField_data();
    void showsWhatWasRefusedAtItsField();
    void doesNotChangeUnderTheWheel();
    void isReadableWithoutSight();
};

void TestAmlForm::mayBeLeftOut()
{
    NewCustomerDesk desk;
    desk.goToAml();
    QVERIFY(desk.isShown("amlPage"));
    QVERIFY(!desk.isShown("amlRiskBox"));
    QVERIFY(readable(*desk.find("amlPage"))
                .contains(QStringLiteral("the customer has the risk of the category")));
    desk.click("registerButton");
    QVERIFY(!desk.sent().aml);
}

void TestAmlForm::offersWhatTheContractAllows()
{
    NewCustomerDesk desk;
    QCOMPARE(valuesOf<AmlRisk>(desk, "amlRiskBox"), contractOf<AmlRisk>());
    QCOMPARE(valuesOf<PepCategory>(desk, "pepCategoryBox"), contractOf<PepCategory>());
    QCOMPARE(valuesOf<SanctionsScreening>(desk, "sanctionsBox"), contractOf<SanctionsScreening>());
    QCOMPARE(valuesOf<Monitoring>(desk, "monitoringBox"), contractOf<Monitoring>());
    const auto* score = desk.find<QSpinBox>("amlScoreSpin");
    QCOMPARE(score->maximum(), 100);
    QCOMPARE(score->text(), QStringLiteral("Not given"));
}

void TestAmlForm::needsARiskLevel()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    QVERIFY(!desk.isEnabled("registerButton"));
    QCOMPARE(desk.text("newCustomerMissing"), QStringLiteral("Still missing: risk level."));
    QTest::keyClick(desk.find("amlBox"), Qt::Key_Return);
    QCOMPARE(desk.note("amlRiskBox"), QStringLiteral("Choose a risk level; a parametrization needs one."));
    QCOMPARE(desk.view.focusWidget(), desk.find("amlRiskBox"));
    desk.choose("amlRiskBox", AmlRisk::Low);
    QVERIFY(desk.note("amlRiskBox").isEmpty());
    QVERIFY(desk.isEnabled("registerButton"));
}

void TestAmlForm::sendsWhatWasChosen()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Critical);
    typeScore(desk, QStringLiteral("87"));
    desk.find<QCheckBox>("pepBox")->click();
    desk.choose("pepCategoryBox", PepCategory::RelativeOrCloseAssociate);
    desk.choose("sanctionsBox", SanctionsScreening::Enhanced);
    desk.choose("monitoringBox", Monitoring::Daily);
    desk.find<QCheckBox>("eddBox")->click();
    desk.click("registerButton");
    AmlProfile expected;
    expected.risk = AmlRisk::Critical;
    expected.score = 87;
    expected.pep = true;
    expected.pepCategory = PepCategory::RelativeOrCloseAssociate;
    expected.sanctions = SanctionsScreening::Enhanced;
    expected.monitoring = Monitoring::Daily;
    expected.enhancedDueDiligence = true;
    QVERIFY(desk.sent().aml == expected);
}

void TestAmlForm::keepsTheScoreInItsRange_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("score");
    QTest::newRow("the least") << "0" << 0;
    QTest::newRow("the most") << "100" << 100;
    QTest::newRow("one digit too many") << "1000" << 100;
    QTest::newRow("no number") << "high" << -1;
}

void TestAmlForm::keepsTheScoreInItsRange()
{
    QFETCH(QString, typed);
    QFETCH(int, score);
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Low);
    typeScore(desk, typed);
    desk.click("registerButton");
    QCOMPARE(desk.sent().aml->score.value_or(-1), score);
}

void TestAmlForm::sendsAPepCategoryOfAPepOnly()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Low);
    QVERIFY(!desk.isEnabled("pepCategoryBox"));
    desk.find<QCheckBox>("pepBox")->click();
    QVERIFY(desk.isEnabled("pepCategoryBox"));
    desk.choose("pepCategoryBox", PepCategory::Domestic);
    desk.find<QCheckBox>("pepBox")->click();
    QVERIFY(!desk.isEnabled("pepCategoryBox"));
    desk.click("registerButton");
    QCOMPARE(desk.sent().aml->pepCategory, PepCategory::Unknown);
    QCOMPARE(desk.sent().aml->pep.value_or(false), false);
}

/// 2.4: the highest of the category's risk, the risk level (CRITICAL counts as HIGH) and HIGH for a PEP.
void TestAmlForm::saysWhatFollows_data()
{
    QTest::addColumn<AmlRisk>("risk");
    QTest::addColumn<bool>("pep");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("approver");
    QTest::addColumn<QString>("document");
    QTest::newRow("not filled in") << AmlRisk::Unknown << false << "Low risk"
                                   << "the tenant"
                                   << "Government ID";
    QTest::newRow("low") << AmlRisk::Low << false << "Low risk"
                         << "the tenant"
                         << "Government ID";
    QTest::newRow("medium") << AmlRisk::Medium << false << "Medium risk"
                            << "the tenant"
                            << "Source of funds";
    QTest::newRow("high") << AmlRisk::High << false << "High risk"
                          << "the power tenant"
                          << "PEP declaration";
    QTest::newRow("critical") << AmlRisk::Critical << false << "High risk"
                              << "the power tenant"
                              << "Beneficial ownership";
    QTest::newRow("low, but a PEP") << AmlRisk::Low << true << "High risk"
                                    << "the power tenant"
                                    << "PEP declaration";
}

void TestAmlForm::saysWhatFollows()
{
    QFETCH(AmlRisk, risk);
    QFETCH(bool, pep);
    QFETCH(QString, result);
    QFETCH(QString, approver);
    QFETCH(QString, document);
    NewCustomerDesk desk;
    desk.goToAml();
    if (risk != AmlRisk::Unknown) {
        fillIn(desk);
        desk.choose("amlRiskBox", risk);
        desk.find<QCheckBox>("pepBox")->setChecked(pep);
    }
    const QStringList lines = readable(*desk.find("resultSection")).split(u'\n');
    for (const QString& expected : {result, approver})
        QVERIFY2(lines.contains(expected), qPrintable(missingIn(lines.join(u'|'), expected)));
    QVERIFY2(lines.join(u'|').contains(document), qPrintable(lines.join(u'|')));
}

void TestAmlForm::showsWhatWillBeRegistered()
{
    NewCustomerDesk desk;
    desk.goToAml();
    const QString text = readable(*desk.find("registeredDataSection"));
    for (const char* part : {"Individual Standard", "Rasa Vaitkus", "15 May 1990", "Lithuania",
                             "rasa@example.com", "+37060012345"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(missingIn(text, QLatin1String(part))));
    QVERIFY(!text.contains(QLatin1String(SamplePassword)));
}

void TestAmlForm::keepsWhatWasChosenWhileItIsOff()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::High);
    fillIn(desk);
    QVERIFY(readable(*desk.find("resultSection")).contains(QStringLiteral("Low risk")));
    fillIn(desk);
    QVERIFY(readable(*desk.find("resultSection")).contains(QStringLiteral("High risk")));
}

/// The server has the last word about every value, and says it at the value.
void TestAmlForm::showsWhatWasRefusedAtItsField_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("editor");
    QTest::newRow("riskLevel") << "parametrization.riskLevel" << QByteArray("amlRiskBox");
    QTest::newRow("riskScore") << "parametrization.riskScore" << QByteArray("amlScoreSpin");
    QTest::newRow("pep") << "parametrization.pep" << QByteArray("pepBox");
    QTest::newRow("pepCategory") << "parametrization.pepCategory" << QByteArray("pepCategoryBox");
    QTest::newRow("sanctionsCheck") << "parametrization.sanctionsCheck" << QByteArray("sanctionsBox");
    QTest::newRow("monitoring") << "parametrization.monitoring" << QByteArray("monitoringBox");
    QTest::newRow("edd") << "parametrization.edd" << QByteArray("eddBox");
}

void TestAmlForm::showsWhatWasRefusedAtItsField()
{
    QFETCH(QString, member);
    QFETCH(QByteArray, editor);
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Low);
    desk.find<QCheckBox>("pepBox")->click();
    desk.click("registerButton");
    desk.finhub.registrations.failLast(
        errorOf(ErrorWord::InvalidCategorization, {{member, QStringLiteral("is <b>wrong</b>")}}));
    QVERIFY(desk.isShown("amlPage"));
    QCOMPARE(desk.note(editor.constData()), QStringLiteral("FinHub: is <b>wrong</b>"));
    QVERIFY(desk.find(editor.constData())->accessibleDescription().contains(QStringLiteral("FinHub: is")));
    QCOMPARE(desk.view.focusWidget(), desk.find(editor.constData()));
    QVERIFY2(
        desk.text("newCustomerMessage").contains(QStringLiteral("did not accept the AML parametrization")),
        qPrintable(desk.text("newCustomerMessage")));
}

void TestAmlForm::doesNotChangeUnderTheWheel()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Low);
    auto* box = desk.find<QComboBox>("amlRiskBox");
    desk.find("amlBox")->setFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(box->currentData().toInt(), static_cast<int>(AmlRisk::Low));
}

void TestAmlForm::isReadableWithoutSight()
{
    NewCustomerDesk desk;
    desk.goToAml();
    fillIn(desk);
    desk.choose("amlRiskBox", AmlRisk::Low);
    desk.find<QCheckBox>("pepBox")->click();
    QCOMPARE(namelessControls(desk.view).join(u','), QString());
    QCOMPARE(stepsBack(desk.view).join(u','), QString());
    // The stepper, the form's eight, and the buttons for going on, back and leaving.
    QCOMPARE(tabStops(desk.view).size(), 1 + 8 + 3);
}

QTEST_MAIN(TestAmlForm)
#include "tst_amlform.moc"
