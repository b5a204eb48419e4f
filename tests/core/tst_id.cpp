#include "core/id.h"

#include <QHash>
#include <QTest>

#include <type_traits>

using namespace finhub;

// An id of one thing is never taken for that of another, and no text becomes an id unasked.
static_assert(!std::is_convertible_v<CustomerId, VerificationId>);
static_assert(!std::is_constructible_v<CustomerId, VerificationId>);
static_assert(!std::is_convertible_v<QString, CustomerId>);

/// Identifiers (R5) and the alphabet that may enter a path (1.6).
class TestId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCharacter();
    void isValid_data();
    void isValid();
    void isOpaque();
};

void TestId::everyCharacter()
{
    const QString alphabet =
        QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");
    int accepted = 0;
    for (int u = 0; u <= 0xFFFF; ++u) {
        const QChar c(static_cast<char16_t>(u));
        const bool ok = CustomerId(QStringLiteral("a") + c).isValid();
        QCOMPARE(ok, alphabet.contains(c));
        accepted += ok;
    }
    QCOMPARE(accepted, 66);
}

void TestId::isValid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* text, bool valid) {
        QTest::newRow(text) << QString::fromUtf8(text) << valid;
    };
    row("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13", true);
    row("fs-cat-b2c-low-001", true);
    row("42", true);
    row("...", true);
    row("a..b", true);
    row("", false);
    row(".", false);
    row("..", false);
    row("a/b", false);
    row("../../admin", false);
    row("..\\admin", false);
    row("a%2Fb", false);
    row("a b", false);
    row("a?b", false);
    row("a#b", false);
    row("a;b", false);
    row("a\r\nX-Evil: 1", false);
    QTest::newRow("128 characters") << QString(128, u'a') << true;
    QTest::newRow("129 characters") << QString(129, u'a') << false;
    QTest::newRow("zero byte") << QString(QStringLiteral("a") + QChar(u'\0')) << false;
}

void TestId::isValid()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(CustomerId(text).isValid(), valid);
}

void TestId::isOpaque()
{
    const CustomerId lower(QStringLiteral("abc"));
    const CustomerId upper(QStringLiteral("ABC"));
    QVERIFY(lower != upper);
    QCOMPARE(lower, CustomerId(QStringLiteral("abc")));
    QVERIFY(upper < lower);
    QVERIFY(CustomerId().isEmpty());
    QVERIFY(CustomerId(QStringLiteral("007")) != CustomerId(QStringLiteral("7")));

    QHash<CustomerId, int> hash;
    hash[lower] = 1;
    hash[upper] = 2;
    QCOMPARE(hash.size(), 2);
    QCOMPARE(hash.value(CustomerId(QStringLiteral("abc"))), 1);
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
