#include "review/evidence/casesnapshot.h"
#include "review/samplecase.h"

#include <QTest>

#include <functional>
#include <set>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
CaseSnapshot sample()
{
    return {sampleVerification(), sampleCustomer()};
}

/// A change to one field of the case, and what differences() says of it.
struct Change {
    const char* name;
    std::function<void(CaseSnapshot&)> make;
    QList<SnapshotDifference> expected;
};

DocumentId second()
{
    return DocumentId(QStringLiteral("d-2"));
}

QList<Change> changesOfVerification()
{
    using enum SnapshotField;
    const auto text = [](const char* words) { return QString::fromLatin1(words); };
    return {
        {"verification",
         [](CaseSnapshot& s) { s.verification.id = VerificationId(QStringLiteral("v-2")); },
         {{SnapshotField::Verification, {}, text("v-1"), text("v-2")}}},
        {"customer",
         [](CaseSnapshot& s) { s.verification.customerId = CustomerId(QStringLiteral("c-2")); },
         {{SnapshotField::Customer, {}, text("c-1"), text("c-2")}}},
        {"type",
         [](CaseSnapshot& s) { s.verification.type = VerificationType::Sanctions; },
         {{Type, {}, text("IDENTITY_VERIFICATION"), text("SANCTIONS_CHECK")}}},
        {"status",
         [](CaseSnapshot& s) {
             s.verification.status = WireValue<VerificationStatus>::fromWire(QStringLiteral("ON_HOLD"));
         },
         {{Status, {}, text("IN_PROGRESS"), text("ON_HOLD")}}},
        {"level",
         [](CaseSnapshot& s) { s.verification.level = VerificationLevel::PowerTenant; },
         {{Level, {}, text("TENANT_VERIFIED"), text("POWER_TENANT_VERIFIED")}}},
        {"risk",
         [](CaseSnapshot& s) { s.verification.risk = RiskLevel::High; },
         {{Risk, {}, text("MEDIUM"), text("HIGH")}}},
        {"round", [](CaseSnapshot& s) { s.verification.round = 2; }, {{Round, {}, text("1"), text("2")}}},
        {"version", [](CaseSnapshot& s) { s.verification.version = 5; }, {{Version, {}, text("4"), text("5")}}},
        {"no version", [](CaseSnapshot& s) { s.verification.version.reset(); }, {{Version, {}, text("4"), {}}}},
    };
}

QList<Change> changesOfDocuments()
{
    using enum SnapshotField;
    const auto text = [](const char* words) { return QString::fromLatin1(words); };
    return {
        {"a document is gone",
         [](CaseSnapshot& s) { s.verification.documents.removeAt(1); },
         {{SnapshotField::Document, second(), text("d-2.pdf"), {}}}},
        {"a document has come",
         [](CaseSnapshot& s) {
             s.verification.documents << sampleDocument(QStringLiteral("d-0"), DocumentType::Selfie);
         },
         {{SnapshotField::Document, DocumentId(QStringLiteral("d-0")), {}, text("d-0.pdf")}}},
        {"another in its place",
         [](CaseSnapshot& s) { s.verification.documents[1].id = DocumentId(QStringLiteral("d-9")); },
         {{SnapshotField::Document, second(), text("d-2.pdf"), {}},
          {SnapshotField::Document, DocumentId(QStringLiteral("d-9")), {}, text("d-2.pdf")}}},
        {"type of a document",
         [](CaseSnapshot& s) { s.verification.documents[1].type = DocumentType::IdCard; },
         {{SnapshotField::DocumentType, second(), text("PROOF_OF_ADDRESS"), text("ID_CARD")}}},
        {"file name",
         [](CaseSnapshot& s) { s.verification.documents[1].fileName = QStringLiteral("ž.pdf"); },
         {{DocumentFile, second(), text("d-2.pdf"), QStringLiteral("ž.pdf")}}},
        {"kind of file",
         [](CaseSnapshot& s) { s.verification.documents[1].mimeType = MimeType::Png; },
         {{DocumentKind, second(), text("application/pdf"), text("image/png")}}},
        {"size", [](CaseSnapshot& s) { s.verification.documents[1].size = -1; },
         {{DocumentSize, second(), text("26"), {}}}},
        {"round of a document",
         [](CaseSnapshot& s) { s.verification.documents[1].round = 2; },
         {{DocumentRound, second(), text("1"), text("2")}}},
        {"bytes",
         [](CaseSnapshot& s) { s.verification.documents[1].sha256 = QByteArray(64, 'b'); },
         {{DocumentContent, second(), QString(64, u'a'), QString(64, u'b')}}},
    };
}

QList<Change> changesOfDeclared()
{
    using enum SnapshotField;
    const auto text = [](const char* words) { return QString::fromLatin1(words); };
    const auto person = [](const char* name, SnapshotField field, QString Person::*member, const QString& was) {
        return Change{name,
                      [member](CaseSnapshot& s) { s.customer->person.*member = QStringLiteral("Žiogas"); },
                      {{field, {}, was, QStringLiteral("Žiogas")}}};
    };
    return {
        person("first name", FirstName, &Person::firstName, text("Rasa")),
        person("last name", LastName, &Person::lastName, text("Vaitkus")),
        {"date of birth",
         [](CaseSnapshot& s) { s.customer->person.dateOfBirth = QDate(1990, 5, 16); },
         {{DateOfBirth, {}, text("1990-05-15"), text("1990-05-16")}}},
        person("nationality", Nationality, &Person::nationality, text("Lithuania")),
        person("place of birth", PlaceOfBirth, &Person::placeOfBirth, {}),
        person("gender", Gender, &Person::gender, {}),
        person("e-mail", Email, &Person::email, text("rasa@example.com")),
        person("phone", Phone, &Person::phone, text("+37060012345")),
        {"category",
         [](CaseSnapshot& s) { s.customer->categoryName = QStringLiteral("Other"); },
         {{Category, {}, text("Individual Verified"), text("Other")}}},
        {"risk of the customer",
         [](CaseSnapshot& s) { s.customer->risk = RiskLevel::Low; },
         {{CustomerRisk, {}, text("MEDIUM"), text("LOW")}}},
    };
}
} // namespace

class TestCaseSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenDownInOneWay();
    void knowsEveryFieldApart_data();
    void knowsEveryFieldApart();
    void coversEveryField();
    void isTheSameForTheSameCase();
    void confusesNoTwoNeighbours();
    void comparesWhatWasDeclaredWhereBothHaveIt();
    void namesSeveralDifferencesInOrder();
};

/// Computed by another program from the description in the header.
void TestCaseSnapshot::isWrittenDownInOneWay()
{
    QCOMPARE(CaseSnapshot(sampleVerification()).digest(),
             QByteArray("d5d7c119dd02931011e068a9f9fd39a125d9d393afa9692d3f03fb23d0aa51ed"));
    QCOMPARE(sample().digest(), QByteArray("ae28113dbfc1fd19d9874ee7234a383c89dbe7ab6019d6b9a94927690fca2aa4"));
}

void TestCaseSnapshot::knowsEveryFieldApart_data()
{
    QTest::addColumn<int>("change");
    const QList<Change> all = changesOfVerification() + changesOfDocuments() + changesOfDeclared();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void TestCaseSnapshot::knowsEveryFieldApart()
{
    QFETCH(int, change);
    const QList<Change> all = changesOfVerification() + changesOfDocuments() + changesOfDeclared();
    CaseSnapshot changed = sample();
    all.at(change).make(changed);
    QVERIFY(changed.digest() != sample().digest());
    QCOMPARE(differences(sample(), changed), all.at(change).expected);
    QVERIFY(differences(changed, changed).isEmpty());
    // The other way round nothing is missed either.
    QVERIFY(!differences(changed, sample()).isEmpty());
}

/// Nobody adds a field without a row above.
void TestCaseSnapshot::coversEveryField()
{
    std::set<SnapshotField> seen;
    const QList<Change> all = changesOfVerification() + changesOfDocuments() + changesOfDeclared();
    for (const Change& change : all) {
        for (const SnapshotDifference& difference : change.expected)
            seen.insert(difference.field);
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(SnapshotField::CustomerRisk) + 1);
}

void TestCaseSnapshot::isTheSameForTheSameCase()
{
    CaseSnapshot other = sample();
    std::swap(other.verification.documents[0], other.verification.documents[2]);
    // What says nothing about the case to decide: when it was read, what hangs on other readings.
    other.verification.etag = "\"other\"";
    other.verification.updatedAt = QDateTime();
    other.verification.documents[0].status = DocumentStatus::Processing;
    other.customer->updatedAt = QDateTime();
    other.customer->consents.clear();
    other.customer->verification.reset();
    QCOMPARE(other.digest(), sample().digest());
    QVERIFY(differences(sample(), other).isEmpty());
}

/// The same letters, in another field or another document, are another case.
void TestCaseSnapshot::confusesNoTwoNeighbours()
{
    CaseSnapshot one = sample();
    CaseSnapshot other = sample();
    one.customer->person.firstName = QStringLiteral("RasaV");
    one.customer->person.lastName = QStringLiteral("aitkus");
    QVERIFY(one.digest() != other.digest());

    one = sample();
    other = sample();
    one.customer->person.placeOfBirth = QStringLiteral("MALE");
    other.customer->person.gender = QStringLiteral("MALE");
    QVERIFY(one.digest() != other.digest());

    one = sample();
    other = sample();
    one.verification.documents[0].round = 2;
    other.verification.documents[1].round = 2;
    QVERIFY(one.digest() != other.digest());
}

void TestCaseSnapshot::comparesWhatWasDeclaredWhereBothHaveIt()
{
    const CaseSnapshot unread(sampleVerification());
    QVERIFY(differences(sample(), unread).isEmpty());
    QVERIFY(differences(unread, sample()).isEmpty());
    QVERIFY(unread.digest() != sample().digest());
}

void TestCaseSnapshot::namesSeveralDifferencesInOrder()
{
    CaseSnapshot changed = sample();
    changed.customer->person.lastName = QStringLiteral("Kazlauskas");
    changed.verification.documents[2].sha256 = QByteArray(64, 'c');
    changed.verification.documents[0].sha256 = QByteArray(64, 'd');
    changed.verification.version = 6;
    const QList<SnapshotDifference> found = differences(sample(), changed);
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.at(0).field, SnapshotField::Version);
    QCOMPARE(found.at(1).document, DocumentId(QStringLiteral("d-1")));
    QCOMPARE(found.at(2).document, DocumentId(QStringLiteral("d-3")));
    QCOMPARE(found.at(3).field, SnapshotField::LastName);
}

QTEST_APPLESS_MAIN(TestCaseSnapshot)
#include "tst_casesnapshot.moc"
