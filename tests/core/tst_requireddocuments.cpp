#include "core/requireddocuments.h"

#include <QMap>
#include <QTest>

#include <set>

using namespace finhub;

/// 4.4: what a risk asks for and what satisfies it, over every set of document types.
class TestRequiredDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeSatisfiesWhatTheTableSays();
    void everySetOfTypesForEveryRisk();
    void levelsByRisk();
    void levelsSatisfyEachOther();
};

namespace {
/// 4.4, one line a requirement, in the words of the wire.
struct Row {
    const char* requirement;
    const char* risks;
    const char* types;
};
constexpr Row Table[] = {
    {"GOVERNMENT_ID", "LOW MEDIUM HIGH", "PASSPORT NATIONAL_ID ID_CARD DRIVERS_LICENSE GOVERNMENT_ID"},
    {"PROOF_OF_ADDRESS", "MEDIUM HIGH", "PROOF_OF_ADDRESS"},
    {"SOURCE_OF_FUNDS", "MEDIUM HIGH", "SOURCE_OF_FUNDS BANK_STATEMENT INCOME_PROOF"},
    {"BENEFICIAL_OWNERSHIP", "HIGH", "BENEFICIAL_OWNERSHIP"},
    {"PEP_DECLARATION", "HIGH", "PEP_DECLARATION"},
};

QStringList split(const char* words)
{
    return QString::fromLatin1(words).split(u' ');
}
} // namespace

void TestRequiredDocuments::everyTypeSatisfiesWhatTheTableSays()
{
    QMap<QString, QString> expected;
    for (const Row& row : Table) {
        for (const QString& type : split(row.types))
            expected.insert(type, QLatin1String(row.requirement));
    }
    QCOMPARE(expected.size(), 11);
    for (const auto& [type, name] : WireNames<DocumentType>::table) {
        const QString satisfied = WireValue<Requirement>::nameOf(requirementOf(type));
        QCOMPARE(satisfied, expected.value(QLatin1String(name)));
    }
    QCOMPARE(requirementOf(DocumentType::Selfie), Requirement::Unknown);
    QCOMPARE(requirementOf(DocumentType::Unknown), Requirement::Unknown);
}

void TestRequiredDocuments::everySetOfTypesForEveryRisk()
{
    const auto& types = WireNames<DocumentType>::table;
    for (const auto& [risk, riskName] : WireNames<RiskLevel>::table) {
        QStringList required;
        for (const Row& row : Table) {
            if (split(row.risks).contains(QLatin1String(riskName)))
                required << QLatin1String(row.requirement);
        }
        QStringList asked;
        for (const Requirement requirement : requirementsFor(risk))
            asked << WireValue<Requirement>::nameOf(requirement);
        QCOMPARE(asked, required);

        for (unsigned set = 0; set < (1U << types.size()); ++set) {
            QList<DocumentType> present;
            QStringList names;
            for (std::size_t i = 0; i < types.size(); ++i) {
                if (set & (1U << i)) {
                    present << types[i].first;
                    names << QLatin1String(types[i].second);
                }
            }
            QStringList missing;
            for (const Row& row : Table) {
                const QStringList satisfying = split(row.types);
                const bool satisfied = std::any_of(names.begin(), names.end(), [&](const QString& name) {
                    return satisfying.contains(name);
                });
                if (required.contains(QLatin1String(row.requirement)) && !satisfied)
                    missing << QLatin1String(row.requirement);
            }
            QStringList found;
            for (const Requirement requirement : missingRequirements(risk, present))
                found << WireValue<Requirement>::nameOf(requirement);
            if (found != missing)
                QFAIL(qPrintable(QLatin1String(riskName) + QStringLiteral(": ") + names.join(u' ') +
                                 QStringLiteral(" leaves ") + found.join(u' ')));
        }
    }
    QVERIFY(requirementsFor(RiskLevel::Unknown).empty());
    QVERIFY(missingRequirements(RiskLevel::Unknown, {}).isEmpty());
}

void TestRequiredDocuments::levelsByRisk()
{
    QCOMPARE(levelFor(RiskLevel::Low), VerificationLevel::Tenant);
    QCOMPARE(levelFor(RiskLevel::Medium), VerificationLevel::Tenant);
    QCOMPARE(levelFor(RiskLevel::High), VerificationLevel::PowerTenant);
    QCOMPARE(levelFor(RiskLevel::Unknown), VerificationLevel::Unknown);
}

void TestRequiredDocuments::levelsSatisfyEachOther()
{
    // R16; rows have, columns need: tenant, power tenant, FinHub, unknown.
    constexpr VerificationLevel levels[] = {VerificationLevel::Tenant, VerificationLevel::PowerTenant,
                                            VerificationLevel::Finhub, VerificationLevel::Unknown};
    constexpr bool expected[4][4] = {{true, false, false, false},
                                     {true, true, true, false},
                                     {true, true, true, false},
                                     {false, false, false, false}};
    for (int have = 0; have < 4; ++have) {
        for (int need = 0; need < 4; ++need)
            QCOMPARE(satisfiesLevel(levels[have], levels[need]), expected[have][need]);
    }
}

QTEST_GUILESS_MAIN(TestRequiredDocuments)
#include "tst_requireddocuments.moc"
