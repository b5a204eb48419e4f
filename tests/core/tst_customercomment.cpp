#include "core/customercomment.h"
#include "core/reasoncode.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace finhub;

namespace {
QStringList allCodes()
{
    QStringList codes;
    for (const ReasonCode& reason : reasonCatalogue())
        codes << reason.codeText();
    return codes;
}

bool isInternal(const QString& code)
{
    const ReasonCode* reason = findReason(code);
    return reason && reason->internal;
}

/// What an officer may have typed, from harmless to telling everything.
QStringList ownTexts()
{
    QStringList texts{QString(), QStringLiteral("  Please call us.  "), QStringLiteral("Line one.\nLine two."),
                      QStringLiteral("We will not take this document.")};
    for (const QString& code : allCodes()) {
        texts << code << code.toLower() << QStringLiteral("Reason: %1!").arg(code);
        if (!isInternal(code))
            continue;
        const QString words = QString(code).replace(u'_', u' ');
        texts << words << words.toLower() << QStringLiteral("You are a “%1”, sorry").arg(words.toLower())
              << QString(code).replace(u'_', u'-') << QString(code).replace(u'_', QStringLiteral("  \n"))
              << QString(code).insert(2, QChar(0x200b));
    }
    return texts;
}

/// The property: nothing internal and no code in it, and the neutral sentence alone beside an internal one.
void check(const QStringList& codes, const QString& own)
{
    const QString comment = customerComment(codes, own);
    const QByteArray where = (codes.join(u',') + QStringLiteral(" / ") + own).toUtf8();
    QVERIFY2(givenAway(comment).isEmpty(), where.constData());
    for (const QString& code : allCodes()) {
        if (code.contains(u'_'))
            QVERIFY2(!comment.contains(code, Qt::CaseInsensitive), where.constData());
        if (isInternal(code))
            QVERIFY2(!comment.contains(QString(code).replace(u'_', u' '), Qt::CaseInsensitive),
                     where.constData());
    }
    if (std::any_of(codes.begin(), codes.end(), isInternal)) {
        QVERIFY2(comment == neutralReasonText(), where.constData());
        return;
    }
    const bool mayStand = !own.trimmed().isEmpty() && givenAway(own).isEmpty();
    QVERIFY2(comment == (mayStand ? own.trimmed() : customerText(codes)), where.constData());
}
} // namespace

class TestCustomerComment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsForEverySingleCodeAndEveryPair();
    void holdsForRandomSets();
    void findsWhatGivesAReasonAway_data();
    void findsWhatGivesAReasonAway();
    void leavesEveryPublicTextAlone();
};

void TestCustomerComment::holdsForEverySingleCodeAndEveryPair()
{
    const QStringList codes = allCodes();
    const QStringList texts = ownTexts();
    for (const QString& own : texts)
        check({}, own);
    for (const QString& a : codes) {
        for (const QString& own : texts)
            check({a}, own);
        for (const QString& b : codes) {
            for (const QString& own : {texts.at(0), texts.at(1), b, QString(a).replace(u'_', u' ')})
                check({a, b}, own);
        }
    }
}

void TestCustomerComment::holdsForRandomSets()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList texts = ownTexts();
    for (int i = 0; i < 5000; ++i) {
        QStringList codes = allCodes();
        std::shuffle(codes.begin(), codes.end(), random);
        codes = codes.mid(0, random.bounded(11));
        if (random.bounded(4) == 0)
            codes << QStringLiteral("CODE_OF_TOMORROW");
        // Two texts after one another: what stands around it hides nothing.
        const QString own = texts.at(random.bounded(static_cast<int>(texts.size()))) + u' ' +
                            texts.at(random.bounded(static_cast<int>(texts.size())));
        check(codes, own);
    }
}

void TestCustomerComment::findsWhatGivesAReasonAway_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tells");
    const auto row = [](const char* text, bool tells) { QTest::newRow(text) << QString::fromUtf8(text) << tells; };
    row("Your document is forged.", true);
    row("This looks like a forgery", true);
    row("It was TAMPERED-with", true);
    row("tampering", true);
    row("You are on a sanctions list.", true);
    row("Sanctioned!", true);
    row("a politically   exposed person", true);
    row("PEP", true);
    row("sänctions match", true);
    row("adverse-media", true);
    row("DATA_MISMATCH_NAME", true);
    row("see data_mismatch_name", true);
    row("Do not forget to sign.", false);
    row("The name differs from the one you entered.", false);
    row("Please do not send a screenshot.", false);
    row("pepper", false);
    row("You must be at least 18 years old; being underage", false);
    row("", false);
}

void TestCustomerComment::findsWhatGivesAReasonAway()
{
    QFETCH(QString, text);
    QFETCH(bool, tells);
    QCOMPARE(!givenAway(text).isEmpty(), tells);
}

void TestCustomerComment::leavesEveryPublicTextAlone()
{
    for (const ReasonCode& reason : reasonCatalogue())
        QCOMPARE(givenAway(reason.publicTextString()), QString());
    QCOMPARE(givenAway(neutralReasonText()), QString());
}

QTEST_APPLESS_MAIN(TestCustomerComment)
#include "tst_customercomment.moc"
