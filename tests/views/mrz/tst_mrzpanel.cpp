#include "review/samplecase.h"
#include "support/fakefinhub.h"
#include "views/fakedocuments.h"
#include "views/mrz/mrzpanel.h"
#include "views/mrz/mrzside.h"
#include "views/widgets/chip.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

/// The zone's place beside the document: reached by a button, compared as it is typed, gone with the case.
class TestMrzPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesThePlaceOfTheEvidence();
    void needsACase();
    void comparesAsItIsTyped();
    void followsTheCase();
    void saysWhatIsWrong();
    void keysGoIntoTheFields();
    void forgetsWithTheCase();
    void saysThatTypingWorksAndWhatDigitsCannotSee();
    void takesWhatWasReadAsIfTyped();
    void saysWhatIsMissingToRead();
    void saysWhenNothingWasRead();
    void readingEndsWithTheCase();

private:
    template <typename T>
    T* find(const char* name)
    {
        return m_side->findChild<T*>(QLatin1String(name));
    }
    QStringList chips(const char* section);
    void type(const QString& text);

    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<review::CaseFile> m_file;
    QLabel* m_evidence = nullptr;
    std::unique_ptr<MrzSide> m_side;
};

namespace {
const QString Zone = QStringLiteral("P<LTUVAITKUS<<RASA<<<<<<<<<<<<<<<<<<<<<<<<<<"
                                    "L898902C36LTU9005157F3004159ZE184226B<<<<<");
}

void TestMrzPanel::init()
{
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_file = std::make_unique<review::CaseFile>(*m_finhub, sampleEntry().id);
    m_file->load();
    m_finhub->customers.finishLast(sampleCustomer());
    m_evidence = new QLabel(QStringLiteral("evidence"));
    m_side = std::make_unique<MrzSide>(m_evidence,
                                       [] { return QDateTime(QDate(2026, 3, 31), QTime(9, 0), Qt::UTC); });
    m_side->resize(344, 900);
    m_side->show();
    QVERIFY(QTest::qWaitForWindowActive(m_side.get()));
    m_side->setCase(m_file.get());
}

void TestMrzPanel::cleanup()
{
    m_side->setCase(nullptr);
    m_side.reset();
}

QStringList TestMrzPanel::chips(const char* section)
{
    QStringList texts;
    const QList<Chip*> all = find<QWidget>(section)->findChildren<Chip*>();
    for (const Chip* chip : all) {
        // A row that is not needed stays, empty, for the next zone.
        if (!chip->text().isEmpty())
            texts << chip->text();
    }
    return texts;
}

void TestMrzPanel::type(const QString& text)
{
    find<QLineEdit>("mrzLine1Edit")->clear();
    QTest::keyClicks(find<QLineEdit>("mrzLine1Edit"), text.left(44));
    find<QLineEdit>("mrzLine2Edit")->clear();
    QTest::keyClicks(find<QLineEdit>("mrzLine2Edit"), text.mid(44));
}

void TestMrzPanel::takesThePlaceOfTheEvidence()
{
    QVERIFY(m_evidence->isVisible());
    QVERIFY(!find<MrzPanel>("mrzPanel")->isVisible());
    QTest::mouseClick(find<QPushButton>("mrzButton"), Qt::LeftButton);
    QVERIFY(find<MrzPanel>("mrzPanel")->isVisible());
    QVERIFY(!m_evidence->isVisible());
    QVERIFY(find<QLineEdit>("mrzLine1Edit")->hasFocus());
    QTest::keyClick(find<QLineEdit>("mrzLine1Edit"), Qt::Key_Escape);
    QVERIFY(m_evidence->isVisible());
    QVERIFY(find<QPushButton>("mrzButton")->hasFocus());
    QTest::keyClick(m_side.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!m_evidence->isVisible());
    QTest::mouseClick(find<QPushButton>("mrzCloseButton"), Qt::LeftButton);
    QVERIFY(m_evidence->isVisible());
}

void TestMrzPanel::needsACase()
{
    m_side->setCase(nullptr);
    QVERIFY(!find<QPushButton>("mrzButton")->isEnabled());
    QTest::keyClick(m_side.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(m_evidence->isVisible());
}

void TestMrzPanel::comparesAsItIsTyped()
{
    find<QPushButton>("mrzButton")->click();
    type(Zone + QStringLiteral("1"));
    // One character is missing: nothing is compared yet, and that is no error.
    QVERIFY(!find<QWidget>("mrzCompared")->isVisible());
    type(Zone + QStringLiteral("10"));
    QVERIFY(find<QWidget>("mrzCompared")->isVisible());
    const QString same = QStringLiteral("✓ Same");
    QCOMPARE(chips("mrzCompared"), (QStringList{same, same, same, same, QStringLiteral("Not declared")}));
    QVERIFY(chips("mrzOther").contains(QStringLiteral("✓ Not expired")));
    QCOMPARE(chips("mrzDigits").size(), 5);
    QCOMPARE(chips("mrzDigits").first(), QStringLiteral("✓ Holds"));
    // Nothing is sent and nothing decided by it.
    QCOMPARE(m_finhub->decisions.count(), 0);
}

void TestMrzPanel::followsTheCase()
{
    find<QPushButton>("mrzButton")->click();
    type(Zone + QStringLiteral("10"));
    QCOMPARE(chips("mrzCompared").first(), QStringLiteral("✓ Same"));
    Customer other = sampleCustomer();
    other.person.lastName = QStringLiteral("Vaitkienė");
    m_file->load();
    m_finhub->customers.finishLast(other);
    m_side->refresh();
    QCOMPARE(chips("mrzCompared").first(), QStringLiteral("✗ Differs"));
    QVERIFY(!find<QLineEdit>("mrzLine1Edit")->text().isEmpty());
}

void TestMrzPanel::saysWhatIsWrong()
{
    find<QPushButton>("mrzButton")->click();
    auto* summary = find<QLabel>("mrzSummary");
    QVERIFY(!summary->isVisible());
    type(QStringLiteral("P>"));
    QVERIFY(summary->isVisible());
    QVERIFY2(summary->text().startsWith(QStringLiteral("Line 1, place 2: >")), qPrintable(summary->text()));
    type(Zone + QStringLiteral("11"));
    QVERIFY2(summary->text().contains(QStringLiteral("do not hold")), qPrintable(summary->text()));
    QVERIFY(summary->text().startsWith(QStringLiteral("Passport")));
}

// Letters that are keys of the page around it are letters here.
void TestMrzPanel::keysGoIntoTheFields()
{
    int pressed = 0;
    for (const int key :
         {int(Qt::Key_A), int(Qt::Key_N), int(Qt::Key_J), int(Qt::Key_1), int(Qt::Key_Escape)})
        connect(new QShortcut(QKeySequence(key), m_side.get()), &QShortcut::activated, this,
                [&pressed] { ++pressed; });
    find<QPushButton>("mrzButton")->click();
    QTest::keyClicks(find<QLineEdit>("mrzLine1Edit"), QStringLiteral("anj1"));
    QCOMPARE(find<QLineEdit>("mrzLine1Edit")->text(), QStringLiteral("ANJ1"));
    QTest::keyClick(find<QLineEdit>("mrzLine1Edit"), Qt::Key_Escape);
    QVERIFY(m_evidence->isVisible());
    QCOMPARE(pressed, 0);
}

void TestMrzPanel::forgetsWithTheCase()
{
    find<QPushButton>("mrzButton")->click();
    type(Zone + QStringLiteral("10"));
    review::CaseFile next(*m_finhub, CustomerId(QStringLiteral("c-2")));
    m_side->setCase(&next);
    QVERIFY(m_evidence->isVisible());
    for (const char* const edit : {"mrzLine1Edit", "mrzLine2Edit", "mrzLine3Edit"})
        QVERIFY(find<QLineEdit>(edit)->text().isEmpty());
    find<QPushButton>("mrzButton")->click();
    QVERIFY(chips("mrzCompared").isEmpty());
    QVERIFY(chips("mrzDigits").isEmpty());
    m_side->setCase(nullptr);
}

void TestMrzPanel::saysThatTypingWorksAndWhatDigitsCannotSee()
{
    find<QPushButton>("mrzButton")->click();
    QVERIFY(find<QLabel>("mrzHowTo")->isVisible());
    QVERIFY(find<QLabel>("mrzHowTo")->text().contains(QStringLiteral("Type the lines")));
    QVERIFY(find<QLabel>("mrzLimits")->isVisible());
    QVERIFY(find<QLabel>("mrzLimits")->text().contains(QStringLiteral("0, A, K, U")));
}

void TestMrzPanel::takesWhatWasReadAsIfTyped()
{
    FakeDocuments documents;
    ChosenZone zone;
    zone.document = loaded(sampleDocument(QStringLiteral("p"), DocumentType::Passport));
    zone.request = {.page = 2, .box = {1500, 2000}, .region = {0, 1700, 1500, 300}, .quarters = 1};
    m_side->readZone(documents, zone);
    QVERIFY(find<MrzPanel>("mrzPanel")->isVisible());
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("Reading")));
    QCOMPARE(documents.zones.lastArguments().request.region, zone.request.region);
    QCOMPARE(documents.zones.lastArguments().request.quarters, 1);
    documents.zones.finishLast(documents::ZoneText{{Zone.left(44), Zone.mid(44) + QStringLiteral("10")}});
    QCOMPARE(find<QLineEdit>("mrzLine1Edit")->text(), Zone.left(44));
    QCOMPARE(find<QLineEdit>("mrzLine2Edit")->text(), Zone.mid(44) + QStringLiteral("10"));
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("Read by the program")));
    QCOMPARE(chips("mrzDigits").size(), 5);
    // It is as good as typed: mended by hand, and the note goes.
    auto* second = find<QLineEdit>("mrzLine2Edit");
    second->setFocus();
    second->setCursorPosition(44);
    QTest::keyClick(second, Qt::Key_Backspace);
    QTest::keyClicks(second, QStringLiteral("1"));
    QVERIFY(!find<QLabel>("mrzNote")->isVisible());
}

void TestMrzPanel::saysWhatIsMissingToRead()
{
    FakeDocuments documents;
    m_side->readZone(documents, {});
    documents.zones.failLast(Error::of(ErrorKind::NotOffered));
    QVERIFY(find<QLabel>("mrzNote")->isVisible());
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("Tesseract")));
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("Type the lines")));
    type(Zone + QStringLiteral("10"));
    QVERIFY(!chips("mrzCompared").isEmpty());
}

void TestMrzPanel::saysWhenNothingWasRead()
{
    FakeDocuments documents;
    type(Zone + QStringLiteral("10"));
    m_side->readZone(documents, {});
    documents.zones.finishLast(documents::ZoneText{});
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("No lines")));
    // What somebody has typed is not thrown away for nothing.
    QCOMPARE(find<QLineEdit>("mrzLine1Edit")->text(), Zone.left(44));
    m_side->readZone(documents, {});
    documents.zones.failLast(Error::of(ErrorKind::BrokenDocument));
    QVERIFY(find<QLabel>("mrzNote")->text().contains(QStringLiteral("could not be read")));
}

void TestMrzPanel::readingEndsWithTheCase()
{
    FakeDocuments documents;
    m_side->readZone(documents, {});
    m_side->setCase(m_file.get());
    QVERIFY(documents.zones.isAborted(0));
    m_side->readZone(documents, {});
    m_side->readZone(documents, {});
    QVERIFY(documents.zones.isAborted(1));
    m_side->setCase(nullptr);
    m_side->readZone(documents, {});
    QCOMPARE(documents.zones.count(), 3);
    QVERIFY(m_evidence->isVisible());
}

QTEST_MAIN(TestMrzPanel)
#include "tst_mrzpanel.moc"
