#include "review/registrationdraft.h"
#include "review/sampledraft.h"

#include <QSet>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const QDate Today(2026, 3, 31);
using Field = DraftField;
} // namespace

class TestRegistrationDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForEveryFieldOnce();
    void knowsTheMembersOfTheRequest_data();
    void knowsTheMembersOfTheRequest();
    void saysWhatIsMissing();
    void knowsEveryFault_data();
    void knowsEveryFault();
    void judgesThePasswords_data();
    void judgesThePasswords();
    void asksForAmlOnlyWhereItIsUsed();
    void keepsAmlWhileItIsSwitchedOff();
    void computesTheRisk_data();
    void computesTheRisk();
    void tellsIndividualsFromBusinesses_data();
    void tellsIndividualsFromBusinesses();
    void namesTheDocuments();
    void makesTheRequest();
    void comparesRequestsMemberByMember();
    void knowsWhatWouldBeMissed();
    void completesTheAnswer();
};

void TestRegistrationDraft::asksForEveryFieldOnce()
{
    QSet<int> seen;
    int step = 0;
    for (const DraftField field : draftFields()) {
        seen << static_cast<int>(field);
        QVERIFY(static_cast<int>(stepOf(field)) >= step);
        step = static_cast<int>(stepOf(field));
    }
    QCOMPARE(seen.size(), 20);
    QCOMPARE(draftFields().size(), std::size_t{20});
}

void TestRegistrationDraft::knowsTheMembersOfTheRequest_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<int>("field");
    const auto row = [](const char* member, DraftField field) {
        QTest::newRow(member) << QString::fromLatin1(member) << static_cast<int>(field);
    };
    row("firstName", Field::FirstName);
    row("lastName", Field::LastName);
    row("email", Field::Email);
    row("password", Field::Password);
    row("matchingPassword", Field::RepeatedPassword);
    row("customerCategory", Field::Category);
    row("customerCategory.id", Field::Category);
    row("customerCategory.name", Field::Category);
    row("phone", Field::Phone);
    row("dateOfBirth", Field::BirthDate);
    row("nationality", Field::Nationality);
    row("gender", Field::Gender);
    row("placeOfBirth", Field::BirthPlace);
    row("pincode", Field::Pincode);
    row("roleIds", Field::Roles);
    row("roleIds[1]", Field::Roles);
    row("parametrization.riskLevel", Field::AmlRisk);
    row("parametrization.riskScore", Field::AmlScore);
    row("parametrization.pep", Field::Pep);
    row("parametrization.pepCategory", Field::PepCategory);
    row("parametrization.sanctionsCheck", Field::Sanctions);
    row("parametrization.monitoring", Field::Monitoring);
    row("parametrization.edd", Field::EnhancedDueDiligence);
    row("individualCustomer.person.firstName", Field::FirstName);
    row("individualCustomer.categorization.categoryFeatureRelations[0].parametrization[3].pep", Field::Pep);
    for (const char* const stranger : {"", "name", "tenantId", "Email", "pep.x"})
        QTest::addRow("not asked for: %s", stranger) << QString::fromLatin1(stranger) << -1;
}

void TestRegistrationDraft::knowsTheMembersOfTheRequest()
{
    QFETCH(QString, member);
    QFETCH(int, field);
    const std::optional<DraftField> found = fieldOfMember(member);
    QCOMPARE(found ? static_cast<int>(*found) : -1, field);
}

void TestRegistrationDraft::saysWhatIsMissing()
{
    const RegistrationDraft empty;
    QCOMPARE(empty.faultyFields(DraftStep::Category, Today), QList<DraftField>{Field::Category});
    const QList<DraftField> asked{Field::FirstName,   Field::LastName,        Field::BirthDate,
                                  Field::Nationality, Field::Email,           Field::Phone,
                                  Field::Password,    Field::RepeatedPassword};
    QCOMPARE(empty.faultyFields(DraftStep::Registration, Today), asked);
    for (const DraftField field : asked)
        QCOMPARE(empty.faultOf(field, Today), DraftFault::Missing);
    QVERIFY(empty.faultyFields(DraftStep::Aml, Today).isEmpty());
    QVERIFY(!empty.isComplete(Today));
    QVERIFY(completeDraft().isComplete(Today));
}

void TestRegistrationDraft::knowsEveryFault_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, DraftField field, const QString& typed, DraftFault fault) {
        QTest::newRow(name) << static_cast<int>(field) << typed << static_cast<int>(fault);
    };
    const QString longest(255, u'a');
    const QString tooLong(256, u'a');
    for (const auto& [name, field] :
         {std::pair("first name", Field::FirstName), std::pair("last name", Field::LastName),
          std::pair("nationality", Field::Nationality)}) {
        QTest::addRow("%s, empty", name) << int(field) << QString() << int(DraftFault::Missing);
        QTest::addRow("%s, blank", name)
            << int(field) << QStringLiteral(" \u200B ") << int(DraftFault::Missing);
        QTest::addRow("%s, longest", name) << int(field) << longest << int(DraftFault::None);
        QTest::addRow("%s, too long", name) << int(field) << tooLong << int(DraftFault::TooLong);
        QTest::addRow("%s, markup", name)
            << int(field) << QStringLiteral("<b>x</b>") << int(DraftFault::None);
        QTest::addRow("%s, right to left", name)
            << int(field) << QStringLiteral("محمد") << int(DraftFault::None);
    }
    for (const auto& [name, field] :
         {std::pair("gender", Field::Gender), std::pair("birth place", Field::BirthPlace),
          std::pair("pincode", Field::Pincode)}) {
        QTest::addRow("%s, empty", name) << int(field) << QString() << int(DraftFault::None);
        QTest::addRow("%s, longest", name) << int(field) << longest << int(DraftFault::None);
        QTest::addRow("%s, too long", name) << int(field) << tooLong << int(DraftFault::TooLong);
    }
    row("an unknown country", Field::Nationality, QStringLiteral("Utopia"), DraftFault::None);
    row("e-mail, pasted", Field::Email, QStringLiteral(" rasa@example.com\n"), DraftFault::None);
    row("e-mail, empty", Field::Email, QString(), DraftFault::Missing);
    row("e-mail, no @", Field::Email, QStringLiteral("rasa.example.com"), DraftFault::NotAnEmail);
    row("e-mail, space", Field::Email, QStringLiteral("ra sa@example.com"), DraftFault::NotAnEmail);
    row("e-mail, no dot", Field::Email, QStringLiteral("rasa@example"), DraftFault::NotAnEmail);
    row("e-mail, too long", Field::Email, tooLong + QStringLiteral("@example.com"), DraftFault::TooLong);
    row("phone, pasted", Field::Phone, QStringLiteral("+370 (600) 12-345"), DraftFault::None);
    row("phone, empty", Field::Phone, QStringLiteral(" - "), DraftFault::Missing);
    row("phone, no country", Field::Phone, QStringLiteral("860012345"), DraftFault::NotAPhone);
    row("phone, 00", Field::Phone, QStringLiteral("0037060012345"), DraftFault::NotAPhone);
    row("phone, letters", Field::Phone, QStringLiteral("+3706001x"), DraftFault::NotAPhone);
    row("phone, too short", Field::Phone, QStringLiteral("+123456"), DraftFault::NotAPhone);
    row("phone, too long", Field::Phone, QStringLiteral("+1234567890123456"), DraftFault::NotAPhone);
    row("born, empty", Field::BirthDate, QString(), DraftFault::Missing);
    row("born, no date", Field::BirthDate, QStringLiteral("15/05/1990"), DraftFault::NotADate);
    row("born, no day of the calendar", Field::BirthDate, QStringLiteral("1990-02-30"), DraftFault::NotADate);
    row("born tomorrow", Field::BirthDate, QStringLiteral("2026-04-01"), DraftFault::InTheFuture);
    row("born today", Field::BirthDate, QStringLiteral("2026-03-31"), DraftFault::Underage);
    row("18 tomorrow", Field::BirthDate, QStringLiteral("2008-04-01"), DraftFault::Underage);
    row("18 today", Field::BirthDate, QStringLiteral("2008-03-31"), DraftFault::None);
    row("130 years old", Field::BirthDate, QStringLiteral("1896-03-31"), DraftFault::None);
    row("older", Field::BirthDate, QStringLiteral("1896-03-30"), DraftFault::TooLongAgo);
}

void TestRegistrationDraft::knowsEveryFault()
{
    QFETCH(int, field);
    QFETCH(QString, typed);
    QFETCH(int, fault);
    RegistrationDraft draft = completeDraft();
    draft.setText(static_cast<DraftField>(field), typed);
    QCOMPARE(static_cast<int>(draft.faultOf(static_cast<DraftField>(field), Today)), fault);
    QCOMPARE(draft.isComplete(Today), fault == static_cast<int>(DraftFault::None));
}

void TestRegistrationDraft::judgesThePasswords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("repetition");
    QTest::addColumn<bool>("held");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    const auto row = [](const char* name, const char* password, const char* repetition, bool held,
                        DraftFault first, DraftFault second) {
        QTest::newRow(name) << QString::fromUtf8(password) << QString::fromUtf8(repetition) << held
                            << int(first) << int(second);
    };
    using enum DraftFault;
    row("nothing", "", "", false, Missing, Missing);
    row("good", SamplePassword, SamplePassword, false, None, None);
    row("weak", "securepass", "securepass", false, WeakPassword, None);
    row("not repeated", SamplePassword, "", false, None, Missing);
    row("repeated otherwise", SamplePassword, "SecurePass123?", false, None, Different);
    row("other case", SamplePassword, "securepass123!", false, None, Different);
    row("space counts", SamplePassword, "SecurePass123! ", false, None, Different);
    row("only repeated", "", SamplePassword, false, Missing, Different);
    // The password of the last try stands in until something is typed.
    row("held", "", "", true, None, None);
    row("held, but typed", "weak", "", true, WeakPassword, Missing);
    row("held, but the repetition typed", "", "x", true, Missing, Different);
}

void TestRegistrationDraft::judgesThePasswords()
{
    QFETCH(QString, password);
    QFETCH(QString, repetition);
    QFETCH(bool, held);
    QFETCH(int, first);
    QFETCH(int, second);
    RegistrationDraft draft = completeDraft();
    draft.password = PasswordFacts::of(password, repetition, held);
    QCOMPARE(int(draft.faultOf(Field::Password, Today)), first);
    QCOMPARE(int(draft.faultOf(Field::RepeatedPassword, Today)), second);
    QCOMPARE(draft.password.broken, brokenPasswordRules(password));
}

void TestRegistrationDraft::asksForAmlOnlyWhereItIsUsed()
{
    RegistrationDraft draft = completeDraft();
    draft.aml.score = 101;
    QVERIFY(draft.isComplete(Today));
    draft.usesAml = true;
    const QList<DraftField> both{Field::AmlRisk, Field::AmlScore};
    QCOMPARE(draft.faultyFields(DraftStep::Aml, Today), both);
    QCOMPARE(draft.faultOf(Field::AmlRisk, Today), DraftFault::Missing);
    QCOMPARE(draft.faultOf(Field::AmlScore, Today), DraftFault::OutOfRange);
    draft.aml.risk = finhub::AmlRisk::Low;
    for (const int score : {-1, 101, 1000}) {
        draft.aml.score = score;
        QCOMPARE(draft.faultOf(Field::AmlScore, Today), DraftFault::OutOfRange);
    }
    for (const int score : {0, 50, 100}) {
        draft.aml.score = score;
        QVERIFY(draft.isComplete(Today));
    }
    draft.aml.score.reset();
    QVERIFY(draft.isComplete(Today));
    // At least one role, and a category for individuals.
    draft.roles.clear();
    QCOMPARE(draft.faultOf(Field::Roles, Today), DraftFault::Missing);
    draft.roles = {Role::User};
    draft.category = sampleCategories().first();
    QCOMPARE(draft.faultOf(Field::Category, Today), DraftFault::NotForIndividuals);
    QVERIFY(!draft.isComplete(Today));
}

void TestRegistrationDraft::keepsAmlWhileItIsSwitchedOff()
{
    RegistrationDraft draft = completeDraft();
    QVERIFY(!draft.profile());
    draft.usesAml = true;
    draft.aml.risk = finhub::AmlRisk::Critical;
    draft.aml.pepCategory = finhub::PepCategory::Foreign;
    // The category of a PEP is sent of a PEP only.
    QCOMPARE(draft.profile()->pepCategory, finhub::PepCategory::Unknown);
    draft.aml.pep = false;
    QCOMPARE(draft.profile()->pepCategory, finhub::PepCategory::Unknown);
    draft.aml.pep = true;
    QCOMPARE(*draft.profile(), draft.aml);
    draft.usesAml = false;
    QVERIFY(!draft.profile());
    draft.usesAml = true;
    QCOMPARE(draft.profile()->pepCategory, finhub::PepCategory::Foreign);
}

void TestRegistrationDraft::computesTheRisk_data()
{
    QTest::addColumn<RiskLevel>("category");
    QTest::addColumn<bool>("used");
    QTest::addColumn<int>("aml");
    QTest::addColumn<bool>("pep");
    QTest::addColumn<RiskLevel>("risk");
    using enum RiskLevel;
    QTest::newRow("the category's") << Low << false << int(finhub::AmlRisk::Critical) << true << Low;
    QTest::newRow("raised") << Low << true << int(finhub::AmlRisk::Medium) << false << Medium;
    QTest::newRow("never lowered") << High << true << int(finhub::AmlRisk::Low) << false << High;
    QTest::newRow("critical is high") << Low << true << int(finhub::AmlRisk::Critical) << false << High;
    QTest::newRow("a PEP") << Low << true << int(finhub::AmlRisk::Low) << true << High;
    QTest::newRow("unknown") << Unknown << true << int(finhub::AmlRisk::Low) << false << Unknown;
}

void TestRegistrationDraft::computesTheRisk()
{
    QFETCH(RiskLevel, category);
    QFETCH(bool, used);
    QFETCH(int, aml);
    QFETCH(bool, pep);
    QFETCH(RiskLevel, risk);
    RegistrationDraft draft = completeDraft();
    draft.category.risk = category;
    draft.usesAml = used;
    draft.aml.risk = static_cast<finhub::AmlRisk>(aml);
    draft.aml.pep = pep;
    QCOMPARE(draft.risk(), risk);
}

void TestRegistrationDraft::tellsIndividualsFromBusinesses_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("individual");
    const auto row = [](const char* code, const char* id, bool individual) {
        QTest::addRow("%s %s", code, id)
            << QString::fromLatin1(code) << QString::fromLatin1(id) << individual;
    };
    row("INDIVIDUAL_STANDARD", "fs-cat-b2c-low-001", true);
    row("HIGH_RISK_INDIVIDUAL", "fs-cat-b2c-high-001", true);
    row("B2B_SMALL_BUSINESS", "fs-cat-b2b-small-001", false);
    row("B2B", "1", false);
    row("b2b-large", "1", false);
    row("LARGE_B2B", "1", false);
    row("", "fs-cat-b2b-small-001", false);
    row("", "17", true);
    row("GOLD", "17", true);
    row("CLUB2BIG", "ab2b9", true);
}

void TestRegistrationDraft::tellsIndividualsFromBusinesses()
{
    QFETCH(QString, code);
    QFETCH(QString, id);
    QFETCH(bool, individual);
    finhub::Category category;
    category.code = code;
    category.id = CategoryId(id);
    QCOMPARE(isForIndividuals(category), individual);
}

void TestRegistrationDraft::namesTheDocuments()
{
    finhub::Category category = sampleCategories().at(3);
    QCOMPARE(neededDocuments(category).size(), 3);
    category.requiredDocuments = {WireValue<Requirement>::fromWire(QStringLiteral("TAX_NUMBER"))};
    QCOMPARE(neededDocuments(category), category.requiredDocuments);
    category.requiredDocuments.clear();
    QCOMPARE(neededDocuments(category).size(), 3);
    category.risk = {};
    QVERIFY(neededDocuments(category).isEmpty());
}

void TestRegistrationDraft::makesTheRequest()
{
    RegistrationDraft draft = completeDraft();
    draft.setText(Field::Phone, QStringLiteral("+370 600 12345"));
    draft.setText(Field::Gender, QStringLiteral("FEMALE"));
    draft.setText(Field::BirthPlace, QStringLiteral(" Vilnius "));
    draft.setText(Field::Pincode, QStringLiteral("LT-01100"));
    draft.roles = {Role::User};
    draft.usesAml = true;
    draft.aml.risk = finhub::AmlRisk::High;
    const RegistrationRequest request = draft.request();
    QCOMPARE(request.person.firstName, QStringLiteral("Rasa"));
    QCOMPARE(request.person.lastName, QStringLiteral("Vaitkus"));
    QCOMPARE(request.person.email, QStringLiteral("rasa@example.com"));
    QCOMPARE(request.person.phone, QStringLiteral("+37060012345"));
    QCOMPARE(request.person.dateOfBirth, QDate(1990, 5, 15));
    QCOMPARE(request.person.nationality, QStringLiteral("Lithuania"));
    QCOMPARE(request.person.gender, QStringLiteral("FEMALE"));
    QCOMPARE(request.person.placeOfBirth, QStringLiteral("Vilnius"));
    QCOMPARE(request.person.pincode, QStringLiteral("LT-01100"));
    QCOMPARE(request.categoryId, CategoryId(QStringLiteral("fs-cat-b2c-low-001")));
    QCOMPARE(request.categoryName, QStringLiteral("Individual Standard"));
    QCOMPARE(request.roles, QList<Role>{Role::User});
    QCOMPARE(request.aml->risk, finhub::AmlRisk::High);
    QVERIFY(request.password.isEmpty());
    QVERIFY(request.idempotencyKey.isEmpty());
}

void TestRegistrationDraft::comparesRequestsMemberByMember()
{
    const RegistrationDraft draft = completeDraft();
    QVERIFY(draft.isSameRequest(completeDraft()));
    for (const DraftField field :
         {Field::FirstName, Field::LastName, Field::BirthDate, Field::Nationality, Field::Gender,
          Field::BirthPlace, Field::Email, Field::Phone, Field::Pincode}) {
        RegistrationDraft other = completeDraft();
        other.setText(field,
                      field == Field::BirthDate ? QStringLiteral("1990-05-16") : QStringLiteral("other"));
        QVERIFY2(!draft.isSameRequest(other), qPrintable(QString::number(int(field))));
    }
    RegistrationDraft other = completeDraft();
    // The same, written otherwise.
    other.setText(Field::BirthDate, QStringLiteral("15.5.1990"));
    other.setText(Field::Phone, QStringLiteral("+370 600 12345"));
    QVERIFY(draft.isSameRequest(other));
    other.category = sampleCategories().at(1);
    QVERIFY(!draft.isSameRequest(other));
    other = completeDraft();
    other.roles = {Role::AccountOwner};
    QVERIFY(!draft.isSameRequest(other));
    other = completeDraft();
    other.aml.risk = finhub::AmlRisk::Low;
    QVERIFY(draft.isSameRequest(other));
    other.usesAml = true;
    QVERIFY(!draft.isSameRequest(other));
}

void TestRegistrationDraft::knowsWhatWouldBeMissed()
{
    RegistrationDraft draft;
    QVERIFY(!draft.hasInput());
    draft.category = sampleCategories().at(2);
    QVERIFY(!draft.hasInput());
    for (const DraftField field :
         {Field::FirstName, Field::LastName, Field::BirthDate, Field::Nationality, Field::Gender,
          Field::BirthPlace, Field::Email, Field::Phone, Field::Pincode}) {
        RegistrationDraft typed;
        typed.setText(field, QStringLiteral("x"));
        QVERIFY2(typed.hasInput(), qPrintable(QString::number(int(field))));
    }
    draft.password = PasswordFacts::of(QString(), QString(), true);
    QVERIFY(!draft.hasInput());
    draft.password = PasswordFacts::of(QStringLiteral("a"), QString(), false);
    QVERIFY(draft.hasInput());
    draft = {};
    draft.usesAml = true;
    QVERIFY(draft.hasInput());
}

void TestRegistrationDraft::completesTheAnswer()
{
    RegistrationDraft draft = completeDraft();
    draft.setText(Field::BirthPlace, QStringLiteral("Vilnius"));
    draft.setText(Field::Gender, QStringLiteral("FEMALE"));
    draft.setText(Field::Pincode, QStringLiteral("LT-01100"));
    Customer silent;
    silent.id = CustomerId(QStringLiteral("c-9"));
    const Customer completed = completedBy(silent, draft);
    QCOMPARE(completed.id, silent.id);
    QCOMPARE(completed.person, draft.person());
    QCOMPARE(completed.userName, QStringLiteral("rasa@example.com"));
    QCOMPARE(completed.categoryId, draft.category.id);
    QCOMPARE(completed.categoryName, draft.category.name);
    QCOMPARE(completed.risk, WireValue<RiskLevel>(RiskLevel::Low));

    // What the server says stands.
    Customer telling = silent;
    telling.person.firstName = QStringLiteral("RASA");
    telling.person.dateOfBirth = QDate(1991, 1, 1);
    telling.userName = QStringLiteral("rasa");
    telling.risk = RiskLevel::High;
    const Customer said = completedBy(telling, draft);
    QCOMPARE(said.person.firstName, QStringLiteral("RASA"));
    QCOMPARE(said.person.lastName, QStringLiteral("Vaitkus"));
    QCOMPARE(said.person.dateOfBirth, QDate(1991, 1, 1));
    QCOMPARE(said.userName, QStringLiteral("rasa"));
    QCOMPARE(said.risk, WireValue<RiskLevel>(RiskLevel::High));

    // A risk that nobody knows is not made up.
    draft.category.risk = {};
    QVERIFY(completedBy(silent, draft).risk.isAbsent());
}

QTEST_GUILESS_MAIN(TestRegistrationDraft)
#include "tst_registrationdraft.moc"
