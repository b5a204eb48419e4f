#include "review/casefile.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/declaredsection.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;
using review::DeclaredField;
using review::FieldCheck;

class TestDeclaredSection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasNothingToTickWithoutADocument();
    void ticksByKeyAndMovesOn();
    void ticksByClick();
    void keepsTheTicksOfEveryDocument();
    void offersOnlyWhatTheDocumentCanShow();
    void walksFromFieldToField();
    void comesBackWithTheCase();
    void letsNobodyCompareWhatTheyMayNotSee();

private:
    TickButton* tick(const char* key)
    {
        return m_section->findChild<TickButton*>(QStringLiteral("tickButton_%1").arg(QLatin1String(key)));
    }
    QString count() { return m_section->findChild<QLabel*>(QStringLiteral("fieldCount"))->text(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_section.get(), static_cast<Qt::Key>(key), modifiers);
    }

    const Document m_passport = sampleDocument(QStringLiteral("d-1"), DocumentType::Passport);
    const Document m_bill = sampleDocument(QStringLiteral("d-2"), DocumentType::ProofOfAddress);
    review::FieldChecks m_checks;
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<review::CaseFile> m_file;
    std::unique_ptr<DeclaredSection> m_section;
};

void TestDeclaredSection::init()
{
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<review::CaseFile>(*m_finhub, CustomerId(QStringLiteral("c-1")));
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    m_checks.clear();
    m_section = std::make_unique<DeclaredSection>();
    m_section->setCase(m_file.get(), &m_checks);
    m_section->resize(320, 400);
    m_section->show();
    QVERIFY(QTest::qWaitForWindowActive(m_section.get()));
}

void TestDeclaredSection::cleanup()
{
    m_section.reset();
    m_file.reset();
    m_finhub.reset();
}

void TestDeclaredSection::hasNothingToTickWithoutADocument()
{
    QVERIFY(!tick("name"));
    press(Qt::Key_M);
    QVERIFY(!m_section->findChild<QLabel*>(QStringLiteral("fieldCount"))->isVisible());
    QVERIFY(!m_section->findChild<QPushButton*>(QStringLiteral("matchesButton"))->isVisible());
    m_section->setDocument(m_passport);
    QVERIFY(tick("name")->isVisible());
    QCOMPARE(count(), QStringLiteral("0 of 3 fields checked"));
    m_section->setDocument(std::nullopt);
    QVERIFY(!tick("name")->isVisible());
}

void TestDeclaredSection::ticksByKeyAndMovesOn()
{
    m_section->setDocument(m_passport);
    QVERIFY(tick("name")->isCurrent());
    press(Qt::Key_M);
    QCOMPARE(tick("name")->tick(), Tick::Matches);
    QVERIFY(tick("dateOfBirth")->isCurrent());
    press(Qt::Key_D);
    QCOMPARE(tick("dateOfBirth")->tick(), Tick::Differs);
    QCOMPARE(count(), QStringLiteral("2 of 3 fields checked, 1 differs"));
    press(Qt::Key_U);
    QCOMPARE(tick("nationality")->tick(), Tick::NotShown);
    QVERIFY(tick("nationality")->accessibleName().endsWith(QStringLiteral("not shown")));
    QCOMPARE(count(), QStringLiteral("3 of 3 fields checked, 1 differs"));
    // With nothing left to look at the last one stays and can be changed.
    QVERIFY(tick("nationality")->isCurrent());
    press(Qt::Key_M);
    QCOMPARE(tick("nationality")->tick(), Tick::Matches);
}

void TestDeclaredSection::ticksByClick()
{
    m_section->setDocument(m_passport);
    for (const Tick expected : {Tick::Matches, Tick::Differs, Tick::NotShown, Tick::Open}) {
        QTest::mouseClick(tick("nationality"), Qt::LeftButton);
        QCOMPARE(tick("nationality")->tick(), expected);
    }
    QVERIFY(tick("nationality")->isCurrent());
    QTest::mouseClick(m_section->findChild<QPushButton*>(QStringLiteral("differsButton")), Qt::LeftButton);
    QCOMPARE(tick("nationality")->tick(), Tick::Differs);
    QVERIFY(tick("name")->isCurrent());
}

void TestDeclaredSection::keepsTheTicksOfEveryDocument()
{
    m_section->setDocument(m_passport);
    press(Qt::Key_M);
    m_section->setDocument(m_bill);
    QCOMPARE(count(), QStringLiteral("0 of 1 field checked"));
    press(Qt::Key_D);
    m_section->setDocument(m_passport);
    QCOMPARE(tick("name")->tick(), Tick::Matches);
    QVERIFY(tick("dateOfBirth")->isCurrent());
    QCOMPARE(m_checks.check(m_bill, DeclaredField::Name, QStringLiteral("Rasa Vaitkus")),
             FieldCheck::Differs);
}

void TestDeclaredSection::offersOnlyWhatTheDocumentCanShow()
{
    m_section->setDocument(m_passport);
    m_section->setDocument(m_bill);
    QVERIFY(tick("name")->isVisible());
    QVERIFY(!tick("dateOfBirth")->isVisible());
    m_section->setDocument(sampleDocument(QStringLiteral("d-3"), DocumentType::Selfie));
    QVERIFY(!tick("name")->isVisible());
    QVERIFY(!m_section->findChild<QLabel*>(QStringLiteral("fieldCount"))->isVisible());
}

void TestDeclaredSection::walksFromFieldToField()
{
    m_section->setDocument(m_passport);
    press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(tick("dateOfBirth")->isCurrent());
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(tick("nationality")->isCurrent());
    press(Qt::Key_M);
    QVERIFY(tick("name")->isCurrent());
    QCOMPARE(tick("nationality")->tick(), Tick::Matches);
}

/// The ticks belong to the case: another one has its own, and coming back brings them back.
void TestDeclaredSection::comesBackWithTheCase()
{
    m_section->setDocument(m_passport);
    press(Qt::Key_M);
    m_section->setCase(nullptr, nullptr);
    press(Qt::Key_M);
    review::FieldChecks others;
    m_section->setCase(m_file.get(), &others);
    m_section->setDocument(m_passport);
    QCOMPARE(tick("name")->tick(), Tick::Open);
    m_section->setCase(m_file.get(), &m_checks);
    m_section->setDocument(m_passport);
    QCOMPARE(tick("name")->tick(), Tick::Matches);
}

void TestDeclaredSection::letsNobodyCompareWhatTheyMayNotSee()
{
    SessionInfo viewer = sampleOfficer();
    viewer.roles = {Role::Viewer};
    m_finhub->openSession(viewer);
    m_section->refresh();
    m_section->setDocument(m_passport);
    QVERIFY(!tick("name"));
    press(Qt::Key_M);
    QCOMPARE(m_checks.check(m_passport, DeclaredField::Name, QStringLiteral("Rasa Vaitkus")),
             FieldCheck::Open);
}

QTEST_MAIN(TestDeclaredSection)
#include "tst_declaredsection.moc"
