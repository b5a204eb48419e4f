#include "core/mrz.h"

#include <QTest>

using namespace finhub;

/// Machine-readable zones against the specimens of ICAO 9303 and the arithmetic of its check digits.
class TestMrz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkDigits_data();
    void checkDigits();
    void refusesOtherCharacters();
    void everySubstitutionChangesTheDigitAsTheSchemeSays();
    void everyTranspositionChangesTheDigitAsTheSchemeSays();
    void passportOfTheSpecimen();
    void identityCardOfTheSpecimen();
    void everyDigitOfAPassportIsRight();
    void transliterates_data();
    void transliterates();
    void longNamesAreCut();
    void missingFieldsAreFillers();
};

namespace {
QString alphabet()
{
    return QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<");
}

int valueOf(QChar c)
{
    return c == u'<' ? 0 : static_cast<int>(alphabet().indexOf(c));
}

MrzFields anna()
{
    MrzFields fields;
    fields.documentNumber = QStringLiteral("L898902C3");
    fields.issuingState = QStringLiteral("UTO");
    fields.nationality = QStringLiteral("UTO");
    fields.surname = QStringLiteral("Eriksson");
    fields.givenNames = QStringLiteral("Anna Maria");
    fields.dateOfBirth = QDate(1974, 8, 12);
    fields.expiry = QDate(2012, 4, 15);
    fields.sex = u'F';
    return fields;
}
} // namespace

void TestMrz::checkDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("digit");
    const auto row = [](const char* text, char digit) {
        QTest::newRow(text) << QString::fromLatin1(text) << QChar(QLatin1Char(digit));
    };
    // Part 3, appendix A.
    row("520727", '3');
    row("AB2134<<<", '5');
    row("HA672242<658254096", '7');
    row("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", '2');
    // Part 4: the passport specimen, and the one of earlier editions.
    row("L898902C3", '6');
    row("740812", '2');
    row("120415", '9');
    row("ZE184226B<<<<<", '1');
    row("L898902C3674081221204159ZE184226B<<<<<1", '0');
    row("L898902C<", '3');
    row("690806", '1');
    row("940623", '6');
    row("L898902C<369080619406236ZE184226B<<<<<1", '4');
    // Part 5: the identity card specimen.
    row("D23145890", '7');
    row("D231458907<<<<<<<<<<<<<<<74081221204159<<<<<<<<<<<", '6');
    row("", '0');
    row("<<<<<<<<<<<<<<", '0');
}

void TestMrz::checkDigits()
{
    QFETCH(QString, text);
    QFETCH(QChar, digit);
    QCOMPARE(mrzCheckDigit(text), digit);
}

void TestMrz::refusesOtherCharacters()
{
    for (const QString& text : {QStringLiteral("l898902c3"), QStringLiteral("52 727"), QStringLiteral("Ž"),
                                QStringLiteral("52-727"), QStringLiteral("٣"), QString(QChar(u'\0'))})
        QVERIFY2(mrzCheckDigit(text).isNull(), qPrintable(text));
}

void TestMrz::everySubstitutionChangesTheDigitAsTheSchemeSays()
{
    // The weights 7, 3 and 1 have no factor in common with 10: a wrong character stays unnoticed exactly when
    // its value differs by a multiple of ten (0, A, K, U and the filler look alike, and so on).
    const QString specimen = QStringLiteral("L898902C<369080619406236ZE184226B<<<<<1");
    const QString characters = alphabet();
    int unnoticed = 0;
    for (qsizetype i = 0; i < specimen.size(); ++i) {
        for (const QChar c : characters) {
            QString changed = specimen;
            changed[i] = c;
            const bool same = mrzCheckDigit(changed) == mrzCheckDigit(specimen);
            const bool alike = (valueOf(c) - valueOf(specimen[i])) % 10 == 0;
            QVERIFY2(same == alike, qPrintable(changed));
            // Digit for digit, the most frequent error, is always noticed.
            if (c.isDigit() && specimen[i].isDigit())
                QCOMPARE(same, c == specimen[i]);
            unnoticed += same && c != specimen[i];
        }
    }
    QVERIFY(unnoticed > 0);
}

void TestMrz::everyTranspositionChangesTheDigitAsTheSchemeSays()
{
    // Neighbouring weights differ by 4, 2 or 6, so a swap stays unnoticed exactly when the values differ by a
    // multiple of five.
    const QString characters = alphabet();
    int unnoticed = 0;
    for (const QChar a : characters) {
        for (const QChar b : characters) {
            const QString before = QString(a) + b;
            const QString after = QString(b) + a;
            for (int lead = 0; lead < 3; ++lead) {
                const QString filler(lead, u'<');
                const bool same = mrzCheckDigit(filler + before) == mrzCheckDigit(filler + after);
                QCOMPARE(same, (valueOf(a) - valueOf(b)) % 5 == 0);
                unnoticed += same && a != b;
            }
        }
    }
    QVERIFY(unnoticed > 0);
}

void TestMrz::passportOfTheSpecimen()
{
    // Part 4, appendix B, without the optional personal number, which changes the last two digits only.
    const QStringList lines = mrzTd3(anna());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"));
    QCOMPARE(lines[1].left(28), QStringLiteral("L898902C36UTO7408122F1204159"));
    QCOMPARE(lines[1].mid(28, 15), QStringLiteral("<<<<<<<<<<<<<<0"));
    QCOMPARE(lines[1].at(43), mrzCheckDigit(QStringLiteral("L898902C3674081221204159<<<<<<<<<<<<<<0")));
    QCOMPARE(lines[1].size(), 44);
}

void TestMrz::identityCardOfTheSpecimen()
{
    // Part 5, appendix B, to the letter.
    MrzFields fields = anna();
    fields.documentNumber = QStringLiteral("D23145890");
    QCOMPARE(mrzTd1(fields), (QStringList{QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<"),
                                          QStringLiteral("7408122F1204159UTO<<<<<<<<<<<6"),
                                          QStringLiteral("ERIKSSON<<ANNA<MARIA<<<<<<<<<<")}));
}

void TestMrz::everyDigitOfAPassportIsRight()
{
    // The positions of part 4, 4.2.2, read back from lines with other data.
    MrzFields fields = anna();
    fields.documentNumber = QStringLiteral("K1234567");
    fields.dateOfBirth = QDate(2004, 2, 29);
    fields.expiry = QDate(2031, 12, 31);
    fields.sex = u'<';
    const QString line = mrzTd3(fields).at(1);
    const auto field = [&line](int from, int to) { return line.mid(from - 1, to - from + 1); };
    QCOMPARE(field(1, 9), QStringLiteral("K1234567<"));
    QCOMPARE(line.at(9), mrzCheckDigit(field(1, 9)));
    QCOMPARE(field(14, 19), QStringLiteral("040229"));
    QCOMPARE(line.at(19), mrzCheckDigit(field(14, 19)));
    QCOMPARE(line.at(20), QChar(u'<'));
    QCOMPARE(field(22, 27), QStringLiteral("311231"));
    QCOMPARE(line.at(27), mrzCheckDigit(field(22, 27)));
    QCOMPARE(line.at(42), mrzCheckDigit(field(29, 42)));
    QCOMPARE(line.at(43), mrzCheckDigit(field(1, 10) + field(14, 20) + field(22, 43)));
}

void TestMrz::transliterates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(expected);
    };
    row("Eriksson", "ERIKSSON");
    row("Žukauskaitė", "ZUKAUSKAITE");
    row("Müller", "MUELLER");
    row("Mu\u0308ller", "MUELLER");
    row("Groß", "GROSS");
    row("Ångström", "AANGSTROEM");
    row("Bjørnsdóttir", "BJOERNSDOTTIR");
    row("Guðmundur Þór", "GUDMUNDUR<THOR");
    row("Łukasz Wałęsa", "LUKASZ<WALESA");
    row("Đorđević", "DORDEVIC");
    row("Nguyễn", "NGUYEN");
    row("Çelik Işık", "CELIK<ISIK");
    row("O'Connor", "OCONNOR");
    row("O’Connor", "OCONNOR");
    row("Jean-Luc", "JEAN<LUC");
    row("Anna Maria", "ANNA<MARIA");
    // Two fillers divide surname and given names, so a name never holds two in a row, nor begins or ends so.
    row("Smith - Jones", "SMITH<JONES");
    row(" van  der  Berg ", "VAN<DER<BERG");
    row("King, Jr.", "KING<JR");
    row("", "");
}

void TestMrz::transliterates()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(mrzTransliterated(name), expected);
}

void TestMrz::longNamesAreCut()
{
    const QString characters = alphabet();
    MrzFields fields = anna();
    fields.surname = QStringLiteral("Nilavadhanananda Chayapa Dejthamrong Krasuang");
    fields.givenNames = QStringLiteral("Arnpol Petch Charonguang Suriyasena");
    for (const QStringList& lines : {mrzTd3(fields), mrzTd1(fields)}) {
        const qsizetype width = lines.size() == 2 ? 44 : 30;
        for (const QString& line : lines) {
            QCOMPARE(line.size(), width);
            for (const QChar c : line)
                QVERIFY2(characters.contains(c), qPrintable(line));
        }
    }
    QVERIFY(mrzTd3(fields).at(0).startsWith(QStringLiteral("P<UTONILAVADHANANANDA<CHAYAPA")));
}

void TestMrz::missingFieldsAreFillers()
{
    const QStringList passport = mrzTd3(MrzFields{});
    QCOMPARE(passport.at(0), QStringLiteral("P<") + QString(42, u'<'));
    QCOMPARE(passport.at(1), QString(9, u'<') + u'0' + QString(9, u'<') + u'0' + QString(7, u'<') + u'0' +
                                 QString(14, u'<') + QStringLiteral("00"));
    for (const QString& line : mrzTd1(MrzFields{}))
        QCOMPARE(line.size(), 30);
}

QTEST_GUILESS_MAIN(TestMrz)
#include "tst_mrz.moc"
