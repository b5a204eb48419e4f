#include "core/registration.h"

#include <QTest>

using namespace finhub;

/// 2.4's risk of a new customer: every category's risk with every parametrization.
class TestRegistration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void highestOfTheThree_data();
    void highestOfTheThree();
    void restOfTheProfileDoesNotCount();
    void unknownCategory();
};

// Written a second time, from the contract: a row a parametrization, a column a category's risk.
void TestRegistration::highestOfTheThree_data()
{
    QTest::addColumn<AmlRisk>("declared");
    QTest::addColumn<QList<RiskLevel>>("ofLowMediumHigh");
    const auto row = [](const char* name, AmlRisk declared, RiskLevel low, RiskLevel medium, RiskLevel high) {
        QTest::newRow(name) << declared << QList<RiskLevel>{low, medium, high};
    };
    using R = RiskLevel;
    row("LOW", AmlRisk::Low, R::Low, R::Medium, R::High);
    row("MEDIUM", AmlRisk::Medium, R::Medium, R::Medium, R::High);
    row("HIGH", AmlRisk::High, R::High, R::High, R::High);
    row("CRITICAL counts as HIGH", AmlRisk::Critical, R::High, R::High, R::High);
    row("not chosen yet", AmlRisk::Unknown, R::Low, R::Medium, R::High);
}

void TestRegistration::highestOfTheThree()
{
    QFETCH(AmlRisk, declared);
    QFETCH(QList<RiskLevel>, ofLowMediumHigh);
    const QList<RiskLevel> categories{RiskLevel::Low, RiskLevel::Medium, RiskLevel::High};
    for (qsizetype i = 0; i < categories.size(); ++i) {
        QCOMPARE(riskOf(categories.at(i), std::nullopt), categories.at(i));
        AmlProfile aml;
        aml.risk = declared;
        QCOMPARE(riskOf(categories.at(i), aml), ofLowMediumHigh.at(i));
        aml.pep = false;
        QCOMPARE(riskOf(categories.at(i), aml), ofLowMediumHigh.at(i));
        aml.pep = true;
        QCOMPARE(riskOf(categories.at(i), aml), RiskLevel::High);
    }
}

void TestRegistration::restOfTheProfileDoesNotCount()
{
    AmlProfile aml;
    aml.risk = AmlRisk::Low;
    aml.score = 100;
    aml.pepCategory = PepCategory::Foreign;
    aml.sanctions = SanctionsScreening::RealTime;
    aml.monitoring = Monitoring::RealTime;
    aml.enhancedDueDiligence = true;
    QCOMPARE(riskOf(RiskLevel::Low, aml), RiskLevel::Low);
}

/// Nothing is known of it until something makes it HIGH all the same.
void TestRegistration::unknownCategory()
{
    QCOMPARE(riskOf(RiskLevel::Unknown, std::nullopt), RiskLevel::Unknown);
    for (const AmlRisk declared :
         {AmlRisk::Low, AmlRisk::Medium, AmlRisk::High, AmlRisk::Critical, AmlRisk::Unknown}) {
        AmlProfile aml;
        aml.risk = declared;
        const bool high = declared == AmlRisk::High || declared == AmlRisk::Critical;
        QCOMPARE(riskOf(RiskLevel::Unknown, aml), high ? RiskLevel::High : RiskLevel::Unknown);
        aml.pep = true;
        QCOMPARE(riskOf(RiskLevel::Unknown, aml), RiskLevel::High);
    }
}

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
