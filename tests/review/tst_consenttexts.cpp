#include "review/consenttexts.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

class TestConsentTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isOneForAClient();
    void readsOnceASession();
    void readsNothingWithoutASession();
    void doesNotTryAFailureAgainByItself();
    void keepsWhatIsKnownWhileItReadsAgain();
    void forgetsWhenTheSessionEnds();
    void findsTheActiveOne();
    void suggestsTheNextVersion_data();
    void suggestsTheNextVersion();
    void leavesOutVersionsThatExist();
    void makesTheSavedOneTheActiveOne();
    void changesATextInPlace();
    void believesAnAnswerThatSaysInactive();
    void looksUpWhatWasSaved();

private:
    void read(const QList<ConsentTemplate>& texts);

    std::unique_ptr<FakeFinHub> m_finhub;
    ConsentTexts* m_texts = nullptr;
};

void TestConsentTexts::init()
{
    m_finhub = std::make_unique<FakeFinHub>();
    m_finhub->openSession(sampleOfficer());
    m_texts = &ConsentTexts::of(*m_finhub);
}

void TestConsentTexts::read(const QList<ConsentTemplate>& texts)
{
    m_texts->reload();
    m_finhub->templateLists.finishLast(texts);
}

void TestConsentTexts::isOneForAClient()
{
    QCOMPARE(&ConsentTexts::of(*m_finhub), m_texts);
    FakeFinHub other;
    QVERIFY(&ConsentTexts::of(other) != m_texts);
}

void TestConsentTexts::readsOnceASession()
{
    QSignalSpy changed(m_texts, &ConsentTexts::changed);
    QVERIFY(!m_texts->isSettled());
    m_texts->ensure();
    m_texts->ensure();
    QCOMPARE(m_finhub->templateLists.count(), 1);
    QVERIFY(m_texts->templates().loading);
    QVERIFY(!m_texts->isSettled());
    m_finhub->templateLists.finishLast(sampleTemplates());
    QVERIFY(m_texts->isSettled());
    m_texts->ensure();
    QCOMPARE(m_finhub->templateLists.count(), 1);
    QCOMPARE(changed.count(), 2);
}

void TestConsentTexts::readsNothingWithoutASession()
{
    m_finhub->endSession(api::SessionEnd::Expired);
    m_texts->ensure();
    QCOMPARE(m_finhub->templateLists.count(), 0);
}

/// A host without templates is not asked again by every page that shows consents.
void TestConsentTexts::doesNotTryAFailureAgainByItself()
{
    m_texts->ensure();
    m_finhub->templateLists.failLast(Error::of(ErrorKind::Unreachable));
    QVERIFY(m_texts->isSettled());
    m_texts->ensure();
    QCOMPARE(m_finhub->templateLists.count(), 1);
    m_texts->reload();
    m_finhub->templateLists.finishLast(sampleTemplates());
    QVERIFY(!m_texts->templates().error);
    QCOMPARE(m_texts->templates().value->size(), 4);
}

void TestConsentTexts::keepsWhatIsKnownWhileItReadsAgain()
{
    read(sampleTemplates());
    m_texts->reload();
    QVERIFY(m_texts->active(ConsentType::PrivacyPolicy));
    m_finhub->templateLists.failLast(Error::of(ErrorKind::Timeout));
    QVERIFY(m_texts->active(ConsentType::PrivacyPolicy));
    QVERIFY(m_texts->templates().error);
}

/// The next session may be on another tenant, whose texts are others.
void TestConsentTexts::forgetsWhenTheSessionEnds()
{
    read(sampleTemplates());
    m_texts->reload();
    m_finhub->endSession(api::SessionEnd::Expired);
    QVERIFY(m_finhub->templateLists.isAborted(1));
    QVERIFY(!m_texts->isSettled());
    QVERIFY(!m_texts->templates().loading);
    QVERIFY(!m_texts->active(ConsentType::PrivacyPolicy));
    m_finhub->openSession(sampleOfficer());
    m_texts->ensure();
    QCOMPARE(m_finhub->templateLists.count(), 3);
}

void TestConsentTexts::findsTheActiveOne()
{
    QVERIFY(!m_texts->active(ConsentType::TermsAndConditions));
    read(sampleTemplates());
    QCOMPARE(m_texts->active(ConsentType::TermsAndConditions)->id, QStringLiteral("t-4"));
    QCOMPARE(m_texts->find(ConsentType::TermsAndConditions, QStringLiteral("1.0"))->id,
             QStringLiteral("t-1"));
    QVERIFY(!m_texts->find(ConsentType::PrivacyPolicy, QStringLiteral("1.0")));
    QCOMPARE(m_texts->findId(QStringLiteral("t-3"))->type, ConsentType::DataProcessing);
    QVERIFY(!m_texts->findId(QString()));
}

void TestConsentTexts::suggestsTheNextVersion_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("next");
    QTest::newRow("point") << "1.0"
                           << "1.1";
    QTest::newRow("three numbers") << "2.4.9"
                                   << "2.4.10";
    QTest::newRow("no point") << "7"
                              << "8";
    QTest::newRow("a year and a number") << "2026-3"
                                         << "2026-4";
    QTest::newRow("a letter at the end") << "2026-A"
                                         << "";
    QTest::newRow("a number too long to count") << "99999999999999999999"
                                                << "";
}

void TestConsentTexts::suggestsTheNextVersion()
{
    QFETCH(QString, version);
    QFETCH(QString, next);
    ConsentTemplate text = sampleTemplates().constLast();
    text.version = version;
    read({text});
    QCOMPARE(m_texts->nextVersion(ConsentType::TermsAndConditions), next);
    QCOMPARE(m_texts->nextVersion(ConsentType::DataProcessing), QStringLiteral("1.0"));
}

void TestConsentTexts::leavesOutVersionsThatExist()
{
    QList<ConsentTemplate> texts = sampleTemplates();
    texts[0].version = QStringLiteral("1.2");
    read(texts);
    QCOMPARE(m_texts->nextVersion(ConsentType::TermsAndConditions), QStringLiteral("1.3"));
}

/// 2.14.
void TestConsentTexts::makesTheSavedOneTheActiveOne()
{
    read(sampleTemplates());
    ConsentTemplate saved = *m_texts->active(ConsentType::TermsAndConditions);
    saved.id = QStringLiteral("t-5");
    saved.version = QStringLiteral("1.2");
    saved.status = {};
    m_texts->apply(saved);
    QCOMPARE(m_texts->active(ConsentType::TermsAndConditions)->id, QStringLiteral("t-5"));
    QCOMPARE(m_texts->templates().value->size(), 5);
    QCOMPARE(m_texts->findId(QStringLiteral("t-4"))->status, TemplateStatus::Inactive);
    QCOMPARE(m_texts->active(ConsentType::PrivacyPolicy)->id, QStringLiteral("t-2"));
}

void TestConsentTexts::changesATextInPlace()
{
    read(sampleTemplates());
    ConsentTemplate old = *m_texts->findId(QStringLiteral("t-1"));
    old.title = QStringLiteral("Better");
    old.status = TemplateStatus::Active;
    m_texts->apply(old);
    QCOMPARE(m_texts->templates().value->size(), 4);
    QCOMPARE(m_texts->active(ConsentType::TermsAndConditions)->title, QStringLiteral("Better"));
    QCOMPARE(m_texts->findId(QStringLiteral("t-4"))->status, TemplateStatus::Inactive);
}

void TestConsentTexts::believesAnAnswerThatSaysInactive()
{
    read(sampleTemplates());
    ConsentTemplate old = *m_texts->findId(QStringLiteral("t-1"));
    m_texts->apply(old);
    QCOMPARE(m_texts->active(ConsentType::TermsAndConditions)->id, QStringLiteral("t-4"));
}

void TestConsentTexts::looksUpWhatWasSaved()
{
    ConsentTemplate text = sampleTemplates().constFirst();
    QVERIFY(!m_texts->holds(text));
    read(sampleTemplates());
    text.id.clear();
    text.status = {};
    QVERIFY(m_texts->holds(text));
    text.body += QLatin1Char('!');
    QVERIFY(!m_texts->holds(text));
}

QTEST_GUILESS_MAIN(TestConsentTexts)
#include "tst_consenttexts.moc"
