#include "review/claims/casenotes.h"
#include "review/samplecase.h"
#include "support/fakefinhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
const VerificationId Case{QStringLiteral("v-1")};

Note noteOf(const char* id, const char* text, const char* officer = "o-1")
{
    Note note;
    note.id = QLatin1String(id);
    note.verificationId = Case;
    note.text = QLatin1String(text);
    note.by = {UserId(QLatin1String(officer)), QStringLiteral("Ona Officer")};
    return note;
}

Page<Note> pageOf(const QList<Note>& notes, std::optional<qint64> total = {})
{
    return {notes, total, 0, 100};
}
} // namespace

/// 3.10: read, added, and never added twice.
class TestCaseNotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_notes.reset();
        m_finhub = std::make_unique<FakeFinHub>();
        m_finhub->openSession(sampleOfficer());
        m_notes = std::make_unique<CaseNotes>(*m_finhub, Case);
    }

    void reads()
    {
        m_notes->load();
        QVERIFY(m_notes->notes().loading);
        m_finhub->notePages.finishLast(pageOf({noteOf("n-2", "second"), noteOf("n-1", "first")}, 7));
        QCOMPARE(m_notes->notes().value->first().text, QStringLiteral("second"));
        QCOMPARE(m_notes->total(), qint64(7));
        m_notes->load();
        m_finhub->notePages.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(m_notes->notes().value->size(), qsizetype(2)); // what is shown stays
        QVERIFY(m_notes->notes().error);
    }

    void adds()
    {
        m_notes->load();
        m_finhub->notePages.finishLast(pageOf({noteOf("n-1", "first")}));
        const QSignalSpy added(m_notes.get(), &CaseNotes::added);
        m_notes->add(QStringLiteral("second"));
        m_notes->add(QStringLiteral("twice"));
        QCOMPARE(m_finhub->addedNotes.count(), 1);
        QVERIFY(m_notes->isAdding());
        m_finhub->addedNotes.finishLast(noteOf("n-2", "second"));
        QCOMPARE(added.size(), 1);
        QCOMPARE(m_notes->notes().value->first().id, QStringLiteral("n-2"));
        QCOMPARE(m_notes->total(), qint64(2));
    }

    /// The same words again are the same intent until they have been recorded.
    void keys()
    {
        m_notes->add(QStringLiteral("once"));
        const QByteArray key = m_finhub->addedNotes.lastArguments().idempotencyKey;
        QVERIFY(!key.isEmpty());
        QSignalSpy failed(m_notes.get(), &CaseNotes::failed);
        m_finhub->addedNotes.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(failed.size(), 1);
        m_notes->add(QStringLiteral("once"));
        QCOMPARE(m_finhub->addedNotes.lastArguments().idempotencyKey, key);
        m_finhub->addedNotes.failLast(Error::of(ErrorKind::Unreachable));
        m_notes->add(QStringLiteral("once more"));
        QVERIFY(m_finhub->addedNotes.lastArguments().idempotencyKey != key);
        m_finhub->addedNotes.finishLast(noteOf("n-1", "once more"));
        m_notes->add(QStringLiteral("once more"));
        QCOMPARE(m_finhub->addedNotes.count(), 4);
        QVERIFY(m_finhub->addedNotes.lastArguments().idempotencyKey !=
                m_finhub->addedNotes.arguments(2).idempotencyKey);
    }

    /// R19: a lost answer is looked up; the same words of somebody else, or of before, are another note.
    void lostAnswers_data()
    {
        QTest::addColumn<bool>("mine");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("it is there") << true << true;
        QTest::newRow("somebody else's") << false << true;
        QTest::newRow("an older one") << true << false;
    }
    void lostAnswers()
    {
        QFETCH(bool, mine);
        QFETCH(bool, isNew);
        const Note note = noteOf("n-1", "called", mine ? "o-1" : "o-2");
        m_notes->load();
        m_finhub->notePages.finishLast(pageOf(isNew ? QList<Note>() : QList<Note>{note}));
        const QSignalSpy added(m_notes.get(), &CaseNotes::added);
        const QSignalSpy failed(m_notes.get(), &CaseNotes::failed);
        m_notes->add(QStringLiteral("called"));
        m_finhub->addedNotes.failLast(Error::of(ErrorKind::OutcomeUnknown));
        QVERIFY(m_notes->isAdding());
        QCOMPARE(m_finhub->addedNotes.count(), 1); // not sent again
        m_finhub->notePages.finishLast(pageOf({note}));
        const bool there = mine && isNew;
        QCOMPARE(added.size(), there ? 1 : 0);
        QCOMPARE(failed.size(), there ? 0 : 1);
        QVERIFY(!m_notes->isAdding());
    }

    void lostForGood()
    {
        QSignalSpy failed(m_notes.get(), &CaseNotes::failed);
        m_notes->add(QStringLiteral("called"));
        m_finhub->addedNotes.failLast(Error::of(ErrorKind::OutcomeUnknown));
        m_finhub->notePages.failLast(Error::of(ErrorKind::Unreachable));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::OutcomeUnknown);
    }

    void abortsWhenDeleted()
    {
        m_notes->load();
        m_notes->add(QStringLiteral("x"));
        m_notes.reset();
        QVERIFY(m_finhub->notePages.isAborted(0));
        QVERIFY(m_finhub->addedNotes.isAborted(0));
    }

private:
    std::unique_ptr<FakeFinHub> m_finhub;
    std::unique_ptr<CaseNotes> m_notes;
};

QTEST_GUILESS_MAIN(TestCaseNotes)
#include "tst_casenotes.moc"
