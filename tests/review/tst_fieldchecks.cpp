#include "review/fieldchecks.h"
#include "review/samplecase.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestFieldChecks : public QObject {
    Q_OBJECT

private:
    const Document m_passport = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    const Document m_bill = sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress);
    const Person m_person = sampleCustomer().person;

private Q_SLOTS:
    void offersOnlyWhatTheDocumentCanShow()
    {
        using enum DeclaredField;
        QCOMPARE(fieldsShownBy(DocumentType::Passport),
                 (QList<DeclaredField>{Name, DateOfBirth, Nationality, PlaceOfBirth, Gender}));
        QCOMPARE(fieldsShownBy(DocumentType::BankStatement), QList<DeclaredField>{Name});
        QVERIFY(!fieldsShownBy(DocumentType::DriversLicense).contains(Nationality));
        QVERIFY(fieldsShownBy(DocumentType::Selfie).isEmpty());
        // Every type has an answer, and nobody is asked for the same field twice.
        for (const auto& [type, name] : WireNames<DocumentType>::table) {
            const QList<DeclaredField> fields = fieldsShownBy(type);
            QVERIFY2(type == DocumentType::Selfie || fields.contains(Name), name);
            for (const DeclaredField field : fields)
                QCOMPARE(fields.count(field), 1);
        }
        // Nor for one that was not declared: the sample has no place of birth and no gender.
        QCOMPARE(comparableFields(m_passport, m_person),
                 (QList<DeclaredField>{Name, DateOfBirth, Nationality}));
    }

    void keepsTheTicksOfEachDocument()
    {
        FieldChecks checks;
        QSignalSpy changed(&checks, &FieldChecks::changed);
        const QString name = m_person.fullName();
        QCOMPARE(checks.check(m_passport, DeclaredField::Name, name), FieldCheck::Open);
        checks.setCheck(m_passport, DeclaredField::Name, name, FieldCheck::Matches);
        checks.setCheck(m_bill, DeclaredField::Name, name, FieldCheck::Differs);
        checks.setCheck(m_bill, DeclaredField::Name, name, FieldCheck::Differs);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(checks.check(m_passport, DeclaredField::Name, name), FieldCheck::Matches);
        QCOMPARE(checks.check(m_bill, DeclaredField::Name, name), FieldCheck::Differs);
        QCOMPARE(checks.check(m_passport, DeclaredField::Nationality, QStringLiteral("Lithuania")),
                 FieldCheck::Open);
        checks.clear();
        checks.clear();
        QCOMPARE(changed.count(), 3);
        QCOMPARE(checks.check(m_bill, DeclaredField::Name, name), FieldCheck::Open);
    }

    void beginsAnewWhenWhatWasComparedIsAnother()
    {
        FieldChecks checks;
        checks.setCheck(m_passport, DeclaredField::Name, m_person.fullName(), FieldCheck::Matches);
        Document replaced = m_passport;
        replaced.sha256 = QByteArray(64, 'b');
        QCOMPARE(checks.check(replaced, DeclaredField::Name, m_person.fullName()), FieldCheck::Open);
        QCOMPARE(checks.check(m_passport, DeclaredField::Name, QStringLiteral("Rasa Kazlauskaitė")),
                 FieldCheck::Open);
        QCOMPARE(checks.check(m_passport, DeclaredField::Name, m_person.fullName()), FieldCheck::Matches);
    }

    void counts()
    {
        FieldChecks checks;
        QCOMPARE(countChecks(checks, m_passport, m_person), (FieldChecks::Count{3, 0, 0}));
        checks.setCheck(m_passport, DeclaredField::Name, m_person.fullName(), FieldCheck::Differs);
        checks.setCheck(m_passport, DeclaredField::Nationality, m_person.nationality, FieldCheck::NotShown);
        // What the document cannot be compared by does not count, whoever ticked it.
        checks.setCheck(m_passport, DeclaredField::Gender, QString(), FieldCheck::Matches);
        QCOMPARE(countChecks(checks, m_passport, m_person), (FieldChecks::Count{3, 2, 1}));
        QCOMPARE(countChecks(checks, m_bill, m_person), (FieldChecks::Count{1, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestFieldChecks)
#include "tst_fieldchecks.moc"
