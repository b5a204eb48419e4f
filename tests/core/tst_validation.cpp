#include "core/validation.h"

#include <QTest>

using namespace finhub;

/// The rules for single values: 2.4, 2.8 and 7.6.
class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void email_data();
    void email();
    void phone_data();
    void phone();
    void password_data();
    void password();
    void passwordRules_data();
    void passwordRules();
    void adult_data();
    void adult();
    void fileName_data();
    void fileName();
    void kind_data();
    void kind();
    void documentLimit();
};

void TestValidation::email_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    const auto row = [](const char* text, bool ok) { QTest::newRow(text) << QString::fromUtf8(text) << ok; };
    row("user@example.com", true);
    row("a@b.c", true);
    row("first.last+tag@mail.example.org", true);
    row("rasa@žalgiris.lt", true);
    row("", false);
    row("user", false);
    row("user@", false);
    row("@example.com", false);
    row("user@example", false);
    row("first.last@example", false);
    row("a@b@example.com", false);
    row("us er@example.com", false);
    row("user@exa mple.com", false);
    row("user@example.com\n", false);
    QTest::newRow("255 characters") << QString(243, u'a') + QStringLiteral("@example.com") << true;
    QTest::newRow("256 characters") << QString(244, u'a') + QStringLiteral("@example.com") << false;
}

void TestValidation::email()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QCOMPARE(isEmail(text), ok);
}

void TestValidation::phone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    const auto row = [](const char* text, bool ok) { QTest::newRow(text) << QString::fromUtf8(text) << ok; };
    row("+37060012345", true);
    row("+1234567", true);
    row("+123456789012345", true);
    row("+123456", false);
    row("+1234567890123456", false);
    row("37060012345", false);
    row("0037060012345", false);
    row("+07060012345", false);
    row("+370 600 12345", false);
    row("+370-600-12345", false);
    row("+3706001234a", false);
    row("++37060012345", false);
    row("+٣٧٠٦٠٠١٢٣٤٥", false);
    row("+", false);
    row("", false);
}

void TestValidation::phone()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QCOMPARE(isPhone(text), ok);
}

void TestValidation::password_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    const auto row = [](const char* text, bool ok) { QTest::newRow(text) << QString::fromUtf8(text) << ok; };
    row("SecurePass123!", true);
    row("Sandbox-Officer-1", true);
    row("Aa1!aaaa", true);
    row("Aa1 aaaa", true);
    row("Žž1!žžžž", true);
    row("Aa1!aaa", false);
    row("securepass123!", false);
    row("SECUREPASS123!", false);
    row("SecurePassword!", false);
    row("SecurePass123", false);
    row("", false);
    QTest::newRow("128 characters") << QStringLiteral("Aa1!") + QString(124, u'a') << true;
    QTest::newRow("129 characters") << QStringLiteral("Aa1!") + QString(125, u'a') << false;
}

void TestValidation::password()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QCOMPARE(isStrongPassword(text), ok);
}

void TestValidation::passwordRules_data()
{
    using enum PasswordRule;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<PasswordRule>>("broken");
    const auto row = [](const char* text, const QList<PasswordRule>& broken) {
        QTest::newRow(text) << QString::fromUtf8(text) << broken;
    };
    row("", {Length, UpperCase, LowerCase, Digit, Special});
    row("SecurePass123!", {});
    row("Aa1!aaa", {Length});
    row("securepass123!", {UpperCase});
    row("SECUREPASS123!", {LowerCase});
    row("SecurePassword!", {Digit});
    row("SecurePass123", {Special});
    row("12345678", {UpperCase, LowerCase, Special});
    // A letter without case is neither upper nor lower case, and not special either.
    row("密码密码1234", {UpperCase, LowerCase, Special});
    row("Žž1 žžžž", {});
    QTest::newRow("129 characters") << QStringLiteral("Aa1!") + QString(125, u'a')
                                    << QList<PasswordRule>{Length};
}

/// The rules one by one, and together the same as isStrongPassword().
void TestValidation::passwordRules()
{
    QFETCH(QString, text);
    QFETCH(QList<PasswordRule>, broken);
    QCOMPARE(brokenPasswordRules(text), broken);
    QCOMPARE(isStrongPassword(text), broken.isEmpty());
}

void TestValidation::adult_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("ok");
    const QDate today(2026, 3, 31);
    QTest::newRow("the birthday itself") << QDate(2008, 3, 31) << today << true;
    QTest::newRow("the day before") << QDate(2008, 4, 1) << today << false;
    QTest::newRow("the day after") << QDate(2008, 3, 30) << today << true;
    QTest::newRow("long ago") << QDate(1926, 3, 31) << today << true;
    QTest::newRow("in the future") << QDate(2030, 1, 1) << today << false;
    QTest::newRow("not a date") << QDate() << today << false;
    // Born on a leap day: 18 years are full when the day after 28 February comes, not before.
    QTest::newRow("leap day, 28 February") << QDate(2008, 2, 29) << QDate(2026, 2, 28) << false;
    QTest::newRow("leap day, 1 March") << QDate(2008, 2, 29) << QDate(2026, 3, 1) << true;
    // Asked on a leap day.
    QTest::newRow("28 February, on a leap day") << QDate(2010, 2, 28) << QDate(2028, 2, 29) << true;
    QTest::newRow("1 March, on a leap day") << QDate(2010, 3, 1) << QDate(2028, 2, 29) << false;
}

void TestValidation::adult()
{
    QFETCH(QDate, birth);
    QFETCH(QDate, today);
    QFETCH(bool, ok);
    QCOMPARE(isAdult(birth, today), ok);
}

void TestValidation::fileName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("plain") << QStringLiteral("passport.pdf") << true;
    QTest::newRow("any letters") << QStringLiteral("pasas – Žukauskaitė (2).pdf") << true;
    QTest::newRow("dots") << QStringLiteral("...") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("slash") << QStringLiteral("../passport.pdf") << false;
    QTest::newRow("backslash") << QStringLiteral("..\\passport.pdf") << false;
    QTest::newRow("255 characters") << QString(255, u'a') << true;
    QTest::newRow("256 characters") << QString(256, u'a') << false;
    for (char16_t c = 0; c < 0x20; ++c)
        QTest::addRow("control %d", c) << QStringLiteral("a") + QChar(c) + u'b' << false;
    QTest::newRow("delete") << QStringLiteral("a\u007Fb") << false;
    QTest::newRow("C1 control") << QStringLiteral("a") + QChar(0x85) + u'b' << false;
}

void TestValidation::fileName()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QCOMPARE(isFileName(text), ok);
}

void TestValidation::kind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<MimeType>("kind");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << MimeType::Pdf;
    QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0") << MimeType::Jpeg;
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) << MimeType::Png;
    QTest::newRow("just the signature") << QByteArray("%PDF-") << MimeType::Pdf;
    QTest::newRow("a byte short of pdf") << QByteArray("%PDF") << MimeType::Unknown;
    QTest::newRow("a byte short of jpeg") << QByteArray("\xFF\xD8") << MimeType::Unknown;
    QTest::newRow("a byte short of png") << QByteArray("\x89PNG\r\n\x1A") << MimeType::Unknown;
    QTest::newRow("pdf after a blank") << QByteArray(" %PDF-1.7") << MimeType::Unknown;
    QTest::newRow("png with mended line ends") << QByteArray("\x89PNG\n\x1A\n") << MimeType::Unknown;
    QTest::newRow("gif") << QByteArray("GIF89a") << MimeType::Unknown;
    QTest::newRow("svg") << QByteArray("<svg xmlns") << MimeType::Unknown;
    QTest::newRow("html") << QByteArray("<!doctype html>") << MimeType::Unknown;
    QTest::newRow("empty") << QByteArray() << MimeType::Unknown;
}

void TestValidation::kind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(MimeType, kind);
    QCOMPARE(kindByContent(bytes), kind);
}

void TestValidation::documentLimit()
{
    QCOMPARE(MaxDocumentBytes, qint64{10485760});
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
