#include "core/error.h"
#include "core/registration.h"
#include "core/values.h"

#include <QStringList>
#include <QTest>

#include <set>

using namespace finhub;

/// Every enumeration of the contract and its wire names (R4), walked completely.
class TestWireNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchTheContract();
    void absentIsNotUnknown();
};

namespace {
/// Compares the table of an enumeration with the contract's names, in the order of the enumerators, and takes
/// every name through the reader and back.
template <typename E>
void walk(const char* what, const QStringList& contract)
{
    QStringList names;
    std::set<E> values;
    for (const auto& [value, name] : WireNames<E>::table) {
        const QString text = QLatin1String(name);
        names << text;
        values.insert(value);

        const auto read = WireValue<E>::fromWire(text);
        QVERIFY2(read.value() == value && read.text() == text, name);
        QVERIFY2(read.isKnown() && !read.isAbsent(), name);
        QVERIFY2(WireValue<E>::nameOf(value) == text, name);
        QVERIFY2(WireValue<E>(value) == read, name);

        // Names are compared exactly: neither case nor blanks are forgiven, and what came is kept.
        for (const QString& other : {text + u' ', text == text.toLower() ? text.toUpper() : text.toLower()}) {
            const auto unknown = WireValue<E>::fromWire(other);
            QVERIFY2(!unknown.isKnown() && !unknown.isAbsent() && unknown.text() == other, name);
        }
    }
    QVERIFY2(names == contract, qPrintable(QLatin1String(what) + QStringLiteral(": ") + names.join(u',')));
    // Unknown is the last enumerator, so this count says that every other one has a name of its own.
    QVERIFY2(values.size() == static_cast<std::size_t>(E::Unknown), what);
    QVERIFY2(!values.contains(E::Unknown), what);
    QVERIFY2(WireValue<E>::nameOf(E::Unknown).isEmpty(), what);

    const auto unknown = WireValue<E>::fromWire(QStringLiteral("SOMETHING_NEWER"));
    QVERIFY2(unknown.value() == E::Unknown && unknown.text() == QStringLiteral("SOMETHING_NEWER"), what);
    QVERIFY2(!(unknown == WireValue<E>()), what);
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}
} // namespace

void TestWireNames::matchTheContract()
{
    walk<Stage>("stage, 4.1", words("CATEGORIZATION REGISTRATION SESSION VERIFICATION DOCUMENTS APPROVAL "
                                    "CONSENTS ACTIVATION ACTIVE REJECTED"));
    walk<VerificationStatus>("status, 4.2", words("NONE PENDING INITIATED PENDING_DOCUMENTS IN_PROGRESS "
                                                  "RESUBMISSION_REQUESTED APPROVED REJECTED"));
    walk<VerificationType>("type, 2.7",
                           words("IDENTITY_VERIFICATION DOCUMENT_VERIFICATION ENHANCED_DUE_DILIGENCE "
                                 "SANCTIONS_CHECK CUSTOMER_DUE_DILIGENCE"));
    walk<VerificationLevel>("level, 2.7", words("TENANT_VERIFIED POWER_TENANT_VERIFIED FINHUB_VERIFIED"));
    walk<RiskLevel>("risk, 3.1", words("LOW MEDIUM HIGH"));
    walk<DocumentType>(
        "document type, 2.8",
        words("PASSPORT NATIONAL_ID ID_CARD DRIVERS_LICENSE GOVERNMENT_ID PROOF_OF_ADDRESS SOURCE_OF_FUNDS "
              "BANK_STATEMENT INCOME_PROOF BENEFICIAL_OWNERSHIP PEP_DECLARATION SELFIE"));
    walk<Requirement>(
        "requirement, 4.4",
        words("GOVERNMENT_ID PROOF_OF_ADDRESS SOURCE_OF_FUNDS BENEFICIAL_OWNERSHIP PEP_DECLARATION"));
    walk<DocumentStatus>("document status, 3.2", words("UPLOADED PROCESSING VERIFIED"));
    walk<MimeType>("mime type, 2.8", words("application/pdf image/jpeg image/png"));
    walk<ConsentType>("consent type, 2.10", words("TERMS_AND_CONDITIONS PRIVACY_POLICY DATA_PROCESSING"));
    walk<ConsentStatus>("consent status, 4.3", words("PENDING ACCEPTED"));
    walk<TemplateStatus>("template status, 2.14", words("ACTIVE INACTIVE"));
    walk<DueDiligence>("verificationType, 2.6", words("STANDARD ENHANCED SIMPLIFIED"));
    walk<Priority>("priority, 2.7", words("LOW NORMAL MEDIUM HIGH"));
    walk<Gender>("gender, 2.4", words("MALE FEMALE OTHER"));
    walk<AmlRisk>("riskLevel, 2.4", words("LOW MEDIUM HIGH CRITICAL"));
    walk<PepCategory>("pepCategory, 2.4", words("DOMESTIC_PEP FOREIGN_PEP RCA HIO"));
    walk<SanctionsScreening>("sanctionsCheck, 2.4", words("STANDARD ENHANCED REAL_TIME"));
    walk<Monitoring>("monitoring, 2.4", words("WEEKLY DAILY REAL_TIME"));
    walk<Role>("role, 1.5", words("ADMIN ADMIN_USER COMPLIANCE_OFFICER MASTER_ADMIN POWER_TENANT VIEWER "
                                  "ACCOUNT_OWNER USER"));
    walk<ActorType>("actor, 3.6", words("ADMIN CUSTOMER SYSTEM"));
    walk<Verdict>("verdict, 2.9", words("APPROVED REJECTED RESUBMISSION_REQUESTED"));
    walk<ClaimFilter>("claim, 3.1", words("mine free others"));
    walk<Extension>("extension, 3",
                    words("customer-directory verification-read document-content verification-reject "
                          "conditional-decision idempotent-decision timeline claims recommendations notes"));
    walk<DirectorySort>("sort, 3.1",
                        words("createdAt updatedAt submittedAt name email stage risk nationality category"));
    walk<ErrorWord>(
        "error word, 1.4",
        words("VALIDATION_FAILED MALFORMED_JSON MISSING_HEADERS INVALID_CATEGORIZATION MISSING_CONSENTS "
              "AUTHENTICATION INVALID_TOKEN TOKEN_EXPIRED TENANT_ACCESS_DENIED INSUFFICIENT_PERMISSIONS "
              "LEVEL_NOT_ALLOWED NOT_FOUND METHOD_NOT_ALLOWED DUPLICATE_EMAIL VERIFICATION_ALREADY_OPEN "
              "ALREADY_VERIFIED VERIFICATION_CLOSED ALREADY_DECIDED INVALID_STATE ALREADY_ACTIVE CLAIMED "
              "ALREADY_RECOMMENDED IDEMPOTENCY_IN_PROGRESS STALE_VERSION PAYLOAD_TOO_LARGE "
              "UNSUPPORTED_MEDIA_TYPE RANGE_NOT_SATISFIABLE REQUIRED_DOCUMENTS_MISSING "
              "VERIFICATION_NOT_APPROVED REASON_NOT_RETRYABLE SECOND_PERSON_REQUIRED NOT_ELIGIBLE "
              "IDEMPOTENCY_KEY_REUSED RATE_LIMITED INTERNAL_ERROR SIMULATED_FAILURE"));
}

void TestWireNames::absentIsNotUnknown()
{
    const WireValue<RiskLevel> absent;
    QVERIFY(absent.isAbsent());
    QVERIFY(!absent.isKnown());
    QCOMPARE(WireValue<RiskLevel>::fromWire(QString()), absent);

    const auto unknown = WireValue<RiskLevel>::fromWire(QStringLiteral("CRITICAL"));
    QVERIFY(!unknown.isAbsent());
    QVERIFY(!unknown.isKnown());
    QVERIFY(unknown != absent);
    // Two unknown words are two different values.
    QVERIFY(unknown != WireValue<RiskLevel>::fromWire(QStringLiteral("EXTREME")));
}

QTEST_GUILESS_MAIN(TestWireNames)
#include "tst_wirenames.moc"
