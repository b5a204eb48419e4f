#include "core/reasoncode.h"
#include "views/blockertext.h"
#include "views/words.h"

#include <QTest>

using namespace finhub;
using namespace finhub::views;

namespace {
/// Every known value has a word of its own, and an unknown one is shown as it came (R4).
template <typename E, typename Word>
void walk(Word word, int sameWords = 0)
{
    QStringList words;
    for (const auto& [value, name] : WireNames<E>::table) {
        const QString text = word(WireValue<E>(value));
        QVERIFY2(!text.isEmpty(), name);
        words << text;
    }
    const qsizetype all = words.size();
    QCOMPARE(all - words.removeDuplicates(), all - sameWords);
    QCOMPARE(word(WireValue<E>::fromWire(QStringLiteral("SOMETHING_NEW"))), QStringLiteral("SOMETHING_NEW"));
    const QString turned = word(WireValue<E>::fromWire(QStringLiteral("A\u202EB")));
    QVERIFY(!turned.contains(QChar(0x202E)));
}
} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryValue();
    void namesEveryReason();
    void explainsEveryBlocker_data();
    void explainsEveryBlocker();
    void namesWhatIsMissing();
};

void TestWords::namesEveryValue()
{
    walk<Stage>([](const auto& v) { return words::stage(v); });
    // PENDING and INITIATED differ only in who started.
    walk<VerificationStatus>([](const auto& v) { return words::status(v); }, 1);
    walk<RiskLevel>([](const auto& v) { return words::risk(v); });
    walk<DocumentType>([](const auto& v) { return words::documentType(v); });
    walk<Requirement>([](const auto& v) { return words::requirement(v); });
    walk<ConsentType>([](const auto& v) { return words::consent(v); });
    walk<Role>([](const auto& v) { return words::role(v); });
    walk<VerificationLevel>([](const auto& v) { return words::level(v); });
}

void TestWords::namesEveryReason()
{
    QStringList names;
    for (const ReasonCode& reason : reasonCatalogue()) {
        const QString name = words::reason(reason.codeText());
        QVERIFY2(!name.contains(u'_'), reason.code);
        QVERIFY(name.at(0).isUpper());
        names << name;
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(words::reason(QStringLiteral("POA_TOO_OLD")), QStringLiteral("Proof of address too old"));
    QCOMPARE(words::reason(QStringLiteral("NEW_CODE")), QStringLiteral("NEW_CODE"));
}

void TestWords::explainsEveryBlocker_data()
{
    QTest::addColumn<Blocker>("blocker");
    for (int value = 0; value <= static_cast<int>(Blocker::NotFromHere); ++value)
        QTest::addRow("%d", value) << static_cast<Blocker>(value);
}

void TestWords::explainsEveryBlocker()
{
    QFETCH(Blocker, blocker);
    const QString text = blockerText(blocker, CaseFacts());
    QVERIFY(text.endsWith(u'.'));
    QVERIFY(text.at(0).isUpper());
}

void TestWords::namesWhatIsMissing()
{
    CaseFacts facts;
    facts.missingDocuments =
        QList<WireValue<Requirement>>{Requirement::ProofOfAddress, Requirement::SourceOfFunds};
    facts.missingConsents = QList<WireValue<ConsentType>>{ConsentType::PrivacyPolicy};
    const QString text = blockersText({Blocker::DocumentsMissing, Blocker::ConsentsMissing}, facts);
    QVERIFY(text.contains(QStringLiteral("Proof of address")));
    QVERIFY(text.contains(QStringLiteral("Source of funds")));
    QVERIFY(text.contains(QStringLiteral("Privacy policy")));
}

QTEST_MAIN(TestWords)
#include "tst_words.moc"
