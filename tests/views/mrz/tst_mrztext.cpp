#include "core/mrz.h"
#include "views/mrz/mrzrows.h"
#include "views/mrz/mrztext.h"

#include <QTest>

using namespace finhub;
using namespace finhub::views;

/// The words for a machine-readable zone: what is found, what differs, and what nobody can find.
class TestMrzText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsCharacters();
    void saysWhatIsWrongWithTheLines();
    void sumsUp();
    void everyMatchHasAWord();
    void comparesInWords();
    void masksWhatTheRoleDoesNotSee();
    void saysWhenItHasExpired();
    void saysWhatTheDigitShouldBe();
    void limitsSayWhatTheTestsSay();
};

namespace {
const QDate Today{2026, 3, 31};

QStringList passport()
{
    return {QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
            QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10")};
}

MrzReading read(const QStringList& lines)
{
    const auto reading = readMrz(lines, Today);
    if (!reading)
        qFatal("the lines are none");
    return *reading;
}

Person anna()
{
    Person person;
    person.firstName = QStringLiteral("Anna");
    person.lastName = QStringLiteral("Eriksson");
    person.dateOfBirth = QDate(1974, 8, 13);
    person.nationality = QStringLiteral("Lithuania");
    return person;
}

FieldRow rowOf(const QList<FieldRow>& rows, const char* name)
{
    for (const FieldRow& row : rows) {
        if (row.name == QLatin1String(name))
            return row;
    }
    qFatal("there is no row %s", name);
}
} // namespace

void TestMrzText::countsCharacters()
{
    QCOMPARE(mrztext::length(0), QString());
    QCOMPARE(mrztext::length(1), QStringLiteral("1 character, 30 expected"));
    QCOMPARE(mrztext::length(30), QStringLiteral("30 characters"));
    QCOMPARE(mrztext::length(36), QStringLiteral("36 characters"));
    QCOMPARE(mrztext::length(43), QStringLiteral("43 characters, 44 expected"));
    QCOMPARE(mrztext::length(44), QStringLiteral("44 characters"));
    QCOMPARE(mrztext::length(50), QStringLiteral("50 characters, 44 expected"));
}

void TestMrzText::saysWhatIsWrongWithTheLines()
{
    QCOMPARE(mrztext::fault({}), QString());
    QVERIFY(mrztext::fault({MrzFault::Kind::NoFormat, 0, 0, {}}).contains(QStringLiteral("44")));
    const QString bad = mrztext::fault({MrzFault::Kind::BadCharacter, 1, 8, u'Ž'});
    QVERIFY2(bad.startsWith(QStringLiteral("Line 2, place 9: Ž ")), qPrintable(bad));
    // What cannot be seen is made visible.
    QVERIFY(mrztext::fault({MrzFault::Kind::BadCharacter, 0, 0, QChar(0x202e)})
                .contains(QStringLiteral("U+202E")));
}

void TestMrzText::sumsUp()
{
    QCOMPARE(mrztext::summary(read(passport())), QStringLiteral("✓ All 5 check digits hold."));
    QStringList wrong = passport();
    wrong[1][0] = u'M';
    wrong[1][10] = u'1';
    const QString text = mrztext::summary(read(wrong));
    QVERIFY2(text.contains(QStringLiteral("2 of 5 check digits do not hold: Number, All together.")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Not possible as it stands: Nationality.")), qPrintable(text));
}

void TestMrzText::everyMatchHasAWord()
{
    QSet<QString> words;
    for (const MrzMatch match : {MrzMatch::Same, MrzMatch::SameAsFarAsItGoes, MrzMatch::Partly,
                                 MrzMatch::Differs, MrzMatch::NotDeclared, MrzMatch::NotWritten}) {
        QVERIFY(!mrztext::match(match).isEmpty());
        words.insert(mrztext::match(match));
    }
    QCOMPARE(words.size(), 6);
    for (int field = 0; field <= static_cast<int>(MrzField::Composite); ++field)
        QVERIFY(!mrztext::field(static_cast<MrzField>(field), MrzFormat::Td1).isEmpty());
}

void TestMrzText::comparesInWords()
{
    const QList<FieldRow> rows = mrzComparedRows(read(passport()), anna(), false);
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rowOf(rows, "Surname").value, QStringLiteral("ERIKSSON"));
    QCOMPARE(rowOf(rows, "Surname").chip, QStringLiteral("✓ Same"));
    QCOMPARE(rowOf(rows, "Surname").tone, Tone::Good);
    QCOMPARE(rowOf(rows, "Given names").value, QStringLiteral("ANNA MARIA\nDeclared: ANNA"));
    QCOMPARE(rowOf(rows, "Given names").tone, Tone::Soon);
    QCOMPARE(rowOf(rows, "Born").value, QStringLiteral("12 Aug 1974\nDeclared: 13 Aug 1974"));
    QCOMPARE(rowOf(rows, "Born").chip, QStringLiteral("✗ Differs"));
    QCOMPARE(rowOf(rows, "Born").tone, Tone::Bad);
    QCOMPARE(rowOf(rows, "Nationality").value, QStringLiteral("UTO\nDeclared: LTU"));
    QCOMPARE(rowOf(rows, "Sex").chip, QStringLiteral("Not declared"));
}

void TestMrzText::masksWhatTheRoleDoesNotSee()
{
    const QList<FieldRow> rows = mrzComparedRows(read(passport()), anna(), true);
    const FieldRow born = rowOf(rows, "Born");
    QVERIFY(!born.value.contains(QStringLiteral("13 Aug")));
    QVERIFY(born.value.contains(QStringLiteral("1974")));
}

void TestMrzText::saysWhenItHasExpired()
{
    const QList<FieldRow> expired = mrzOtherRows(read(passport()), Today);
    QCOMPARE(rowOf(expired, "Expires").value, QStringLiteral("15 Apr 2012"));
    QCOMPARE(rowOf(expired, "Expires").chip, QStringLiteral("✗ Expired"));
    QCOMPARE(rowOf(expired, "Personal no.").value, QStringLiteral("ZE184226B"));
    // It is good until the end of its last day.
    QCOMPARE(rowOf(mrzOtherRows(read(passport()), {2012, 4, 15}), "Expires").chip,
             QStringLiteral("✓ Not expired"));
    QCOMPARE(rowOf(mrzOtherRows(read(passport()), {2012, 4, 16}), "Expires").chip,
             QStringLiteral("✗ Expired"));
    QStringList wrong = passport();
    wrong[1].replace(21, 6, QStringLiteral("121399"));
    QCOMPARE(rowOf(mrzOtherRows(read(wrong), Today), "Expires").value, QStringLiteral("121399"));
    QCOMPARE(rowOf(mrzOtherRows(read(wrong), Today), "Expires").chip, QStringLiteral("✗ Not possible"));
}

void TestMrzText::saysWhatTheDigitShouldBe()
{
    QStringList wrong = passport();
    wrong[1][9] = u'7';
    const QList<FieldRow> rows = mrzDigitRows(read(wrong));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rowOf(rows, "Number").value, QStringLiteral("7, should be 6"));
    QCOMPARE(rowOf(rows, "Number").chip, QStringLiteral("✗ Does not hold"));
    QCOMPARE(rowOf(rows, "Born").value, QStringLiteral("2"));
    QCOMPARE(rowOf(rows, "Born").chip, QStringLiteral("✓ Holds"));
}

// The examples of the help text are put to the reader.
void TestMrzText::limitsSayWhatTheTestsSay()
{
    const QString limits = mrztext::limits();
    QVERIFY(limits.contains(QStringLiteral("0, A, K, U and <")));
    QVERIFY(limits.contains(QStringLiteral("1, B, L and V")));
    QVERIFY(limits.contains(QStringLiteral("1 and 6, or 0 and A")));
    const auto digit = [](const char* text) { return mrzCheckDigit(QString::fromLatin1(text)); };
    for (const char* const alike : {"A", "K", "U", "<"})
        QCOMPARE(digit(alike), digit("0"));
    for (const char* const alike : {"B", "L", "V"})
        QCOMPARE(digit(alike), digit("1"));
    QCOMPARE(digit("16"), digit("61"));
    QCOMPARE(digit("0A"), digit("A0"));
    QVERIFY(digit("17") != digit("71"));
}

QTEST_MAIN(TestMrzText)
#include "tst_mrztext.moc"
