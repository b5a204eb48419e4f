#include "core/mrzreader.h"
#include "core/mrzrecognised.h"

#include <QTest>

using namespace finhub;

/// What a program recognises, mended where a zone leaves no choice and nowhere else.
class TestMrzRecognised : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatIsRight_data();
    void leavesWhatIsRight();
    void mendsByThePlace();
    void countsTheFillers();
    void leavesWhatItDoesNotKnow();
    void mendsNothingThatADigitCovers();
};

namespace {
// The specimens of ICAO 9303, parts 4 to 6.
const QStringList Td3{QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
                      QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10")};
const QStringList Td2{QStringLiteral("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"),
                      QStringLiteral("D231458907UTO7408122F1204159<<<<<<<6")};
const QStringList Td1{QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<"),
                      QStringLiteral("7408122F1204159UTO<<<<<<<<<<<6"),
                      QStringLiteral("ERIKSSON<<ANNA<MARIA<<<<<<<<<<")};
} // namespace

void TestMrzRecognised::leavesWhatIsRight_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("TD1") << Td1;
    QTest::newRow("TD2") << Td2;
    QTest::newRow("TD3") << Td3;
}

void TestMrzRecognised::leavesWhatIsRight()
{
    QFETCH(QStringList, lines);
    QVERIFY(readMrz(lines, QDate(2026, 3, 31))->isSound());
    QCOMPARE(mrzRecognised(lines), lines);
}

void TestMrzRecognised::mendsByThePlace()
{
    // O for 0 in dates and digits, 0 for O and 1 for I in names and states.
    QCOMPARE(mrzRecognised({QStringLiteral("P<UT0ER1KSS0N<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<"),
                            QStringLiteral("L898902C36UT074O8IZZFIZO4IS9ZE184226B<<<<<IQ")}),
             Td3);
    QCOMPARE(mrzRecognised({Td1.at(0), QStringLiteral("74O8I22FI2O4I59UT0<<<<<<<<<<<G"),
                            QStringLiteral("ER1K550N<<ANNA<MAR1A<<<<<<<<<<")}),
             Td1);
}

void TestMrzRecognised::countsTheFillers()
{
    QCOMPARE(mrzRecognised({Td3.at(0).chopped(1), Td3.at(1)}), Td3);
    QCOMPARE(mrzRecognised({Td3.at(0) + QStringLiteral("<<"), Td3.at(1)}), Td3);
    QString second = Td3.at(1);
    QCOMPARE(mrzRecognised({Td3.at(0), second.remove(38, 1)}), Td3);
    QCOMPARE(mrzRecognised({Td3.at(0).chopped(5), Td3.at(1)}), Td3);
    QCOMPARE(mrzRecognised({Td1.at(0).chopped(3), Td1.at(1), Td1.at(2).chopped(2)}), Td1);
}

void TestMrzRecognised::leavesWhatItDoesNotKnow()
{
    const QList<QStringList> unknown{{}, {Td3.at(0)}, {Td3.at(0), Td3.at(1).left(30)}, {Td1.at(0), Td1.at(1)},
                                     // too short, and no run of fillers to put one in
                                     {QStringLiteral("P<D<<VON<HOHENSTEIN<WOLKENBURG<MUELLER<<MAX"), Td3.at(1)}};
    for (const QStringList& lines : unknown)
        QCOMPARE(mrzRecognised(lines), lines);
}

// The number of a document may be letters or digits anywhere: what is misread there is for the check digit to find.
void TestMrzRecognised::mendsNothingThatADigitCovers()
{
    QStringList misread = Td3;
    misread[1].replace(0, 9, QStringLiteral("L8989O2C3"));
    QCOMPARE(mrzRecognised(misread), misread);
    QVERIFY(!readMrz(misread, QDate(2026, 3, 31))->isSound());
}

QTEST_APPLESS_MAIN(TestMrzRecognised)
#include "tst_mrzrecognised.moc"
