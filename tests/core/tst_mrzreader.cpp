#include "core/mrz.h"
#include "core/mrzreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace finhub;

/// Machine-readable zones read back: the specimens of ICAO 9303, and every one of them with every character
/// exchanged for every other.
class TestMrzReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passport();
    void identityCard();
    void olderIdentityCard();
    void numbersThatGoOn();
    void readsWhatIsWritten();
    void typedByHand();
    void everyWrongDigitIsCaught_data();
    void everyWrongDigitIsCaught();
    void everyMutationIsCaughtAsTheSchemeSays_data();
    void everyMutationIsCaughtAsTheSchemeSays();
    void whatTheSchemeCannotSee();
    void centuries_data();
    void centuries();
    void datesThatAreNone();
    void partsOfABirthdayThatNobodyKnows();
    void emptyPersonalNumber();
    void namesThatMayBeCut();
    void oneNameOnly();
    void takesAnythingApart();
    void faults_data();
    void faults();

private:
    static QDate today() { return {2026, 3, 31}; }
    static MrzReading read(const QStringList& lines);
};

namespace {
// Part 4, appendix B; part 5, appendix B; part 6, appendix B.
const QStringList Passport{QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
                           QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10")};
const QStringList Card{QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<"),
                       QStringLiteral("7408122F1204159UTO<<<<<<<<<<<6"),
                       QStringLiteral("ERIKSSON<<ANNA<MARIA<<<<<<<<<<")};
const QStringList OlderCard{QStringLiteral("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"),
                            QStringLiteral("D231458907UTO7408122F1204159<<<<<<<6")};

QString alphabet()
{
    return QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<");
}

int valueOf(QChar c)
{
    return c == u'<' ? 0 : static_cast<int>(alphabet().indexOf(c));
}

/// The characters that a check digit covers or that are one, written down a second time from the tables of
/// parts 4 to 6: line and column from 1, as there.
bool isCovered(MrzFormat format, int line, int column)
{
    const auto within = [column](int from, int to) { return column >= from && column <= to; };
    switch (format) {
    case MrzFormat::Td1:
        return (line == 1 && within(6, 30)) ||
               (line == 2 && (within(1, 7) || within(9, 15) || within(19, 30)));
    case MrzFormat::Td2:
        return line == 2 && (within(1, 10) || within(14, 20) || within(22, 36));
    case MrzFormat::Td3:
        return line == 2 && (within(1, 10) || within(14, 20) || within(22, 44));
    }
    return false;
}

void addSpecimens()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("passport") << Passport;
    QTest::newRow("identity card") << Card;
    QTest::newRow("older identity card") << OlderCard;
}
} // namespace

MrzReading TestMrzReader::read(const QStringList& lines)
{
    const auto reading = readMrz(lines, today());
    return reading ? *reading : MrzReading();
}

void TestMrzReader::passport()
{
    const MrzReading reading = read(Passport);
    QCOMPARE(reading.format, MrzFormat::Td3);
    QCOMPARE(reading.text(MrzField::DocumentCode), QStringLiteral("P"));
    QCOMPARE(reading.text(MrzField::IssuingState), QStringLiteral("UTO"));
    QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("ERIKSSON"));
    QCOMPARE(reading.text(MrzField::GivenNames), QStringLiteral("ANNA MARIA"));
    QCOMPARE(reading.text(MrzField::DocumentNumber), QStringLiteral("L898902C3"));
    QCOMPARE(reading.text(MrzField::Nationality), QStringLiteral("UTO"));
    QCOMPARE(reading.text(MrzField::DateOfBirth), QStringLiteral("740812"));
    QCOMPARE(reading.dateOfBirth, QDate(1974, 8, 12));
    QCOMPARE(reading.text(MrzField::Sex), QStringLiteral("F"));
    QCOMPARE(reading.expiry, QDate(2012, 4, 15));
    QCOMPARE(reading.text(MrzField::OptionalData), QStringLiteral("ZE184226B"));
    QCOMPARE(reading.find(MrzField::MoreOptionalData), nullptr);
    QVERIFY(!reading.namesMayBeCut);
    QVERIFY(reading.isSound());
    for (const MrzField field : {MrzField::DocumentNumber, MrzField::DateOfBirth, MrzField::Expiry,
                                 MrzField::OptionalData, MrzField::Composite}) {
        QCOMPARE(reading.find(field)->check, MrzCheck::Holds);
        QCOMPARE(reading.find(field)->digit, reading.find(field)->expectedDigit);
    }
    for (const MrzField field : {MrzField::DocumentCode, MrzField::IssuingState, MrzField::Surname,
                                 MrzField::GivenNames, MrzField::Nationality, MrzField::Sex})
        QCOMPARE(reading.find(field)->check, MrzCheck::None);
}

void TestMrzReader::identityCard()
{
    const MrzReading reading = read(Card);
    QCOMPARE(reading.format, MrzFormat::Td1);
    QCOMPARE(reading.text(MrzField::DocumentCode), QStringLiteral("I"));
    QCOMPARE(reading.text(MrzField::DocumentNumber), QStringLiteral("D23145890"));
    QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("ERIKSSON"));
    QCOMPARE(reading.text(MrzField::GivenNames), QStringLiteral("ANNA MARIA"));
    QCOMPARE(reading.dateOfBirth, QDate(1974, 8, 12));
    QCOMPARE(reading.expiry, QDate(2012, 4, 15));
    QCOMPARE(reading.text(MrzField::OptionalData), QString());
    QCOMPARE(reading.find(MrzField::OptionalData)->check, MrzCheck::None);
    QCOMPARE(reading.text(MrzField::MoreOptionalData), QString());
    QCOMPARE(reading.find(MrzField::Composite)->check, MrzCheck::Holds);
    QVERIFY(reading.isSound());
}

void TestMrzReader::olderIdentityCard()
{
    const MrzReading reading = read(OlderCard);
    QCOMPARE(reading.format, MrzFormat::Td2);
    QCOMPARE(reading.text(MrzField::DocumentNumber), QStringLiteral("D23145890"));
    QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("ERIKSSON"));
    QCOMPARE(reading.text(MrzField::GivenNames), QStringLiteral("ANNA MARIA"));
    QCOMPARE(reading.text(MrzField::Sex), QStringLiteral("F"));
    QCOMPARE(reading.dateOfBirth, QDate(1974, 8, 12));
    QCOMPARE(reading.find(MrzField::Composite)->check, MrzCheck::Holds);
    QVERIFY(reading.isSound());
}

// Part 11, appendix D.2.
void TestMrzReader::numbersThatGoOn()
{
    const QStringList card{QStringLiteral("I<UTOD23145890<7349<<<<<<<<<<<"),
                           QStringLiteral("3407127M9507122UTO<<<<<<<<<<<2"),
                           QStringLiteral("STEVENSON<<PETER<JOHN<<<<<<<<<")};
    const QStringList older{QStringLiteral("I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<"),
                            QStringLiteral("D23145890<UTO3407127M95071227349<<<8")};
    for (const QStringList& lines : {card, older}) {
        const MrzReading reading = read(lines);
        QCOMPARE(reading.text(MrzField::DocumentNumber), QStringLiteral("D23145890734"));
        QCOMPARE(reading.find(MrzField::DocumentNumber)->check, MrzCheck::Holds);
        QCOMPARE(reading.find(MrzField::DocumentNumber)->digit, QChar(u'9'));
        QCOMPARE(reading.text(MrzField::OptionalData), QString());
        QCOMPARE(reading.dateOfBirth, QDate(1934, 7, 12));
        QCOMPARE(reading.expiry, QDate(1995, 7, 12));
        QVERIFY(reading.isSound());
    }
    QStringList wrong = card;
    wrong[0][17] = u'5';
    QCOMPARE(read(wrong).find(MrzField::DocumentNumber)->check, MrzCheck::Fails);
    // What is behind the filler belongs to somebody else.
    QStringList more = card;
    more[0].replace(20, 3, QStringLiteral("ABC"));
    QCOMPARE(read(more).text(MrzField::DocumentNumber), QStringLiteral("D23145890734"));
    QCOMPARE(read(more).text(MrzField::OptionalData), QStringLiteral("ABC"));
    // A passport has no room for that.
    QStringList passport = Passport;
    passport[1][9] = u'<';
    QCOMPARE(read(passport).text(MrzField::DocumentNumber), QStringLiteral("L898902C3"));
    QCOMPARE(read(passport).find(MrzField::DocumentNumber)->check, MrzCheck::Fails);
}

// What core writes, core reads.
void TestMrzReader::readsWhatIsWritten()
{
    MrzFields fields;
    fields.documentNumber = QStringLiteral("K1234567");
    fields.issuingState = QStringLiteral("D");
    fields.nationality = QStringLiteral("LTU");
    fields.surname = QStringLiteral("Žukauskaitė-Müller");
    fields.givenNames = QStringLiteral("Ona");
    fields.dateOfBirth = QDate(2004, 2, 29);
    fields.expiry = QDate(2031, 12, 31);
    for (const QStringList& lines : {mrzTd3(fields), mrzTd1(fields)}) {
        const MrzReading reading = read(lines);
        QVERIFY(reading.isSound());
        QCOMPARE(reading.text(MrzField::DocumentNumber), fields.documentNumber);
        QCOMPARE(reading.text(MrzField::IssuingState), fields.issuingState);
        QCOMPARE(reading.text(MrzField::Nationality), fields.nationality);
        QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("ZUKAUSKAITE MUELLER"));
        QCOMPARE(reading.text(MrzField::GivenNames), QStringLiteral("ONA"));
        QCOMPARE(reading.dateOfBirth, fields.dateOfBirth);
        QCOMPARE(reading.expiry, fields.expiry);
        QCOMPARE(reading.text(MrzField::Sex), QString());
    }
}

void TestMrzReader::typedByHand()
{
    QStringList typed;
    for (const QString& line : Passport)
        typed << u' ' + line.toLower().replace(u'<', u'‹').insert(10, u' ');
    typed << QString() << QStringLiteral("  ");
    QCOMPARE(read(typed).lines, Passport);
    QVERIFY(read(typed).isSound());
}

void TestMrzReader::everyWrongDigitIsCaught_data()
{
    addSpecimens();
}

// A digit read as another one, in every place where a check digit looks: always caught.
void TestMrzReader::everyWrongDigitIsCaught()
{
    QFETCH(QStringList, lines);
    const MrzFormat format = read(lines).format;
    int caught = 0;
    for (int line = 0; line < lines.size(); ++line) {
        for (int column = 0; column < lines.at(line).size(); ++column) {
            const QChar right = lines.at(line).at(column);
            if (!isCovered(format, line + 1, column + 1) || !right.isDigit())
                continue;
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                if (right == digit)
                    continue;
                QStringList wrong = lines;
                wrong[line][column] = QChar(digit);
                const auto reading = readMrz(wrong, today());
                QVERIFY(reading);
                const bool fails =
                    std::any_of(reading->values.begin(), reading->values.end(),
                                [](const MrzValue& value) { return value.check == MrzCheck::Fails; });
                QVERIFY2(fails, qPrintable(wrong.join(u'\n')));
                QVERIFY(!reading->isSound());
                ++caught;
            }
        }
    }
    QVERIFY(caught >= 9 * 20);
}

void TestMrzReader::everyMutationIsCaughtAsTheSchemeSays_data()
{
    addSpecimens();
}

// Every character for every other, in every place: caught where a digit looks and the values differ by more
// than tens, or where the field cannot hold such a character; else not.
void TestMrzReader::everyMutationIsCaughtAsTheSchemeSays()
{
    QFETCH(QStringList, lines);
    const MrzFormat format = read(lines).format;
    const QString characters = alphabet();
    int caught = 0;
    int unseen = 0;
    for (int line = 0; line < lines.size(); ++line) {
        for (int column = 0; column < lines.at(line).size(); ++column) {
            for (const QChar c : characters) {
                const QChar right = lines.at(line).at(column);
                if (c == right)
                    continue;
                QStringList wrong = lines;
                wrong[line][column] = c;
                const auto reading = readMrz(wrong, today());
                QVERIFY(reading);
                const bool fails =
                    std::any_of(reading->values.begin(), reading->values.end(),
                                [](const MrzValue& value) { return value.check == MrzCheck::Fails; });
                const bool malformed = std::any_of(reading->values.begin(), reading->values.end(),
                                                   [](const MrzValue& value) { return !value.wellFormed; });
                QCOMPARE(reading->isSound(), !fails && !malformed);
                const bool alike = (valueOf(c) - valueOf(right)) % 10 == 0;
                if (isCovered(format, line + 1, column + 1)) {
                    // A check digit that is no digit fails whatever its value.
                    QVERIFY2(fails || alike, qPrintable(wrong.join(u'\n')));
                } else {
                    QVERIFY2(!fails, qPrintable(wrong.join(u'\n')));
                }
                ++(reading->isSound() ? unseen : caught);
            }
        }
    }
    QVERIFY(caught > 0);
    QVERIFY(unseen > 0);
}

// What the help text in the view says.
void TestMrzReader::whatTheSchemeCannotSee()
{
    const auto withChange = [](int line, int column, const QString& text) {
        QStringList lines = Passport;
        lines[line].replace(column, text.size(), text);
        return read(lines);
    };
    // A number that ends in 3, 2 or 1 letters of the same value: C is 12, M is 22, W is 32, and 2 is 2.
    QCOMPARE(Passport[1].at(7), QChar(u'C'));
    for (const char16_t alike : {u'M', u'W', u'2'})
        QVERIFY(withChange(1, 7, QString(QChar(alike))).isSound());
    // 0, A, K, U and the filler.
    QCOMPARE(Passport[1].at(5), QChar(u'0'));
    for (const char16_t alike : {u'A', u'K', u'U', u'<'})
        QVERIFY(withChange(1, 5, QString(QChar(alike))).isSound());
    // In a date they are no digits, and are noticed by that.
    QCOMPARE(Passport[1].at(15), QChar(u'0'));
    for (const char16_t alike : {u'A', u'K', u'U', u'<'})
        QVERIFY(!withChange(1, 15, QString(QChar(alike))).isSound());
    // Two neighbours whose values differ by five: 4 and 9, 2 and 7.
    MrzFields fields;
    fields.documentNumber = QStringLiteral("123490000");
    fields.issuingState = fields.nationality = QStringLiteral("UTO");
    fields.surname = QStringLiteral("Eriksson");
    fields.dateOfBirth = QDate(1974, 8, 12);
    fields.expiry = QDate(2030, 1, 1);
    QStringList swapped = mrzTd3(fields);
    QVERIFY(read(swapped).isSound());
    swapped[1].replace(3, 2, QStringLiteral("94"));
    QVERIFY(read(swapped).isSound());
    swapped[1].replace(2, 2, QStringLiteral("93"));
    QVERIFY(!read(swapped).isSound());
    // Names, states and sex have no digit.
    QVERIFY(withChange(0, 5, QStringLiteral("ERIKSEN<")).isSound());
    QVERIFY(withChange(1, 10, QStringLiteral("LTU")).isSound());
    QVERIFY(withChange(1, 20, QStringLiteral("M")).isSound());
}

void TestMrzReader::centuries_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("expiry");
    QTest::addColumn<QDate>("born");
    QTest::addColumn<QDate>("expires");
    const auto row = [](const char* birth, const char* expiry, QDate born, QDate expires) {
        QTest::newRow(birth) << QString::fromLatin1(birth) << QString::fromLatin1(expiry) << born << expires;
    };
    row("260331", "260331", {2026, 3, 31}, {2026, 3, 31}); // today
    row("260401", "260330", {1926, 4, 1}, {2026, 3, 30});  // not yet
    row("270101", "750101", {1927, 1, 1}, {2075, 1, 1});
    row("000229", "760101", {2000, 2, 29}, {1976, 1, 1});
    row("991231", "991231", {1999, 12, 31}, {1999, 12, 31});
}

void TestMrzReader::centuries()
{
    QFETCH(QString, birth);
    QFETCH(QString, expiry);
    QStringList lines = Passport;
    lines[1].replace(13, 6, birth);
    lines[1].replace(21, 6, expiry);
    const MrzReading reading = read(lines);
    QTEST(reading.dateOfBirth, "born");
    QTEST(reading.expiry, "expires");
}

void TestMrzReader::datesThatAreNone()
{
    for (const char* date : {"741312", "740832", "740231", "7A0812", "740<12", "000000"}) {
        QStringList lines = Passport;
        lines[1].replace(13, 6, QLatin1String(date));
        lines[1][19] = mrzCheckDigit(lines[1].mid(13, 6));
        MrzReading reading = read(lines);
        QVERIFY2(!reading.dateOfBirth.isValid(), date);
        QVERIFY2(!reading.find(MrzField::DateOfBirth)->wellFormed, date);
        QCOMPARE(reading.find(MrzField::DateOfBirth)->check, MrzCheck::Holds);
        QCOMPARE(reading.text(MrzField::DateOfBirth), QLatin1String(date));
        QVERIFY2(!reading.isSound(), date);
    }
}

// Part 3, 4.8.
void TestMrzReader::partsOfABirthdayThatNobodyKnows()
{
    for (const char* date : {"74<<<<", "7408<<", "<<<<<<"}) {
        QStringList lines = Passport;
        lines[1].replace(13, 6, QLatin1String(date));
        lines[1][19] = mrzCheckDigit(lines[1].mid(13, 6));
        const MrzReading reading = read(lines);
        QVERIFY2(!reading.dateOfBirth.isValid(), date);
        QVERIFY2(reading.find(MrzField::DateOfBirth)->wellFormed, date);
        QCOMPARE(reading.birthDigits, QLatin1String(date));
    }
}

void TestMrzReader::emptyPersonalNumber()
{
    for (const char16_t digit : {u'0', u'<'}) {
        QStringList lines = Passport;
        lines[1].replace(28, 14, QString(14, u'<'));
        lines[1][42] = QChar(digit);
        lines[1][43] = mrzCheckDigit(lines[1].left(10) + lines[1].mid(13, 7) + lines[1].mid(21, 22));
        const MrzReading reading = read(lines);
        QVERIFY(reading.isSound());
        QCOMPARE(reading.text(MrzField::OptionalData), QString());
    }
    QStringList lines = Passport;
    lines[1][42] = u'<';
    QCOMPARE(read(lines).find(MrzField::OptionalData)->check, MrzCheck::Fails);
}

// Part 4, 4.2.2.1: names that had no room.
void TestMrzReader::namesThatMayBeCut()
{
    QStringList lines = Passport;
    lines[0] = QStringLiteral("P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
    QCOMPARE(lines[0].size(), 44);
    MrzReading reading = read(lines);
    QVERIFY(reading.namesMayBeCut);
    QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("NILAVADHANANANDA"));
    QCOMPARE(reading.text(MrzField::GivenNames), QStringLiteral("CHAYAPA DEJTHAMRONG K"));
    lines[0] = QStringLiteral("P<UTO") + QString(39, u'A');
    reading = read(lines);
    QVERIFY(reading.namesMayBeCut);
    QCOMPARE(reading.text(MrzField::Surname), QString(39, u'A'));
    QCOMPARE(reading.text(MrzField::GivenNames), QString());
}

void TestMrzReader::oneNameOnly()
{
    QStringList lines = Passport;
    lines[0] = QStringLiteral("P<UTOARKFREITH").leftJustified(44, u'<');
    MrzReading reading = read(lines);
    QCOMPARE(reading.text(MrzField::Surname), QStringLiteral("ARKFREITH"));
    QCOMPARE(reading.text(MrzField::GivenNames), QString());
    QVERIFY(!reading.namesMayBeCut);
    QVERIFY(reading.isSound());
    lines[0] = QStringLiteral("P<UTO").leftJustified(44, u'<');
    QVERIFY(!read(lines).find(MrzField::Surname)->wellFormed);
    lines[0] = QStringLiteral("P<UTOER1KSSON<<ANNA").leftJustified(44, u'<');
    QVERIFY(!read(lines).find(MrzField::Surname)->wellFormed);
}

// Whatever stands there, every field comes out, and only what is right is called so.
void TestMrzReader::takesAnythingApart()
{
    QRandomGenerator random(9303);
    const QString characters = alphabet();
    int sound = 0;
    for (int round = 0; round < 3000; ++round) {
        const auto format = static_cast<MrzFormat>(round % 3);
        QStringList lines;
        for (int line = 0; line < mrzLineCount(format); ++line) {
            QString text;
            // Every other zone is mostly fillers, as real ones are.
            while (text.size() < mrzLineLength(format))
                text += round % 2 && random.bounded(3) ? QChar(u'<')
                                                       : characters.at(random.bounded(characters.size()));
            lines << text;
        }
        const auto reading = readMrz(lines, today());
        QVERIFY(reading);
        QCOMPARE(reading->format, format);
        QCOMPARE(reading->birthDigits.size(), 6);
        for (const MrzField field :
             {MrzField::DocumentCode, MrzField::IssuingState, MrzField::DocumentNumber, MrzField::Surname,
              MrzField::GivenNames, MrzField::Nationality, MrzField::DateOfBirth, MrzField::Sex,
              MrzField::Expiry, MrzField::OptionalData, MrzField::Composite})
            QVERIFY2(reading->find(field), qPrintable(lines.join(u'\n')));
        sound += reading->isSound();
    }
    QCOMPARE(sound, 0);
}

void TestMrzReader::faults_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<MrzFault>("fault");
    using Kind = MrzFault::Kind;
    const auto fault = [](Kind kind, int line = 0, int column = 0, char16_t character = 0) {
        return MrzFault{kind, line, column, QChar(character)};
    };
    QTest::newRow("nothing") << QStringList{} << fault(Kind::Nothing);
    QTest::newRow("empty lines") << QStringList{QString(), QStringLiteral(" ")} << fault(Kind::Nothing);
    QTest::newRow("one line") << QStringList{Passport[0]} << fault(Kind::NoFormat);
    QTest::newRow("three lines of a passport")
        << QStringList{Passport[0], Passport[1], Passport[1]} << fault(Kind::NoFormat);
    QTest::newRow("two lines of a card") << QStringList{Card[0], Card[1]} << fault(Kind::NoFormat);
    QTest::newRow("lines of two formats") << QStringList{Passport[0], OlderCard[1]} << fault(Kind::NoFormat);
    QTest::newRow("too short") << QStringList{Passport[0], Passport[1].left(43)} << fault(Kind::NoFormat);
    QTest::newRow("too long") << QStringList{Passport[0], Passport[1] + u'0'} << fault(Kind::NoFormat);
    QStringList accent = Passport;
    accent[0][6] = u'Ž';
    QTest::newRow("an accent") << accent << fault(Kind::BadCharacter, 0, 6, u'Ž');
    QStringList dash = Card;
    dash[2][3] = u'-';
    QTest::newRow("a dash") << dash << fault(Kind::BadCharacter, 2, 3, u'-');
    // Cyrillic letters that look like Latin ones.
    QStringList lookalike = Passport;
    lookalike[1][9] = u'О';
    QTest::newRow("a lookalike") << lookalike << fault(Kind::BadCharacter, 1, 9, u'О');
    QStringList arabic = Passport;
    arabic[1][4] = u'٣';
    QTest::newRow("other digits") << arabic << fault(Kind::BadCharacter, 1, 4, u'٣');
}

void TestMrzReader::faults()
{
    QFETCH(QStringList, lines);
    QFETCH(MrzFault, fault);
    const auto reading = readMrz(lines, today());
    QVERIFY(!reading);
    QVERIFY(reading.error() == fault);
}

QTEST_APPLESS_MAIN(TestMrzReader)
#include "tst_mrzreader.moc"
