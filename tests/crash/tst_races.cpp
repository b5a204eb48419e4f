#include "crash/consoleparts.h"
#include "crash/sandboxprobe.h"
#include "sandbox/sandboxserver.h"
#include "support/outcome.h"

#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

namespace {
constexpr int Changes = 200;

enum class Moment {
    BeforeTheLastLook, ///< after the officer has read the case, before the console reads it again
    AfterTheLastLook,  ///< between that reading and the arrival of the decision
};

api::ConnectionProfile seniorProfile(const QUrl& url)
{
    api::ConnectionProfile profile = officerProfile(url);
    profile.userId = UserId(QStringLiteral("1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061"));
    profile.username = QStringLiteral("senior@sandbox.test");
    return profile;
}

template <typename T>
T valueOf(CallPtr<T> call)
{
    const Outcome<T> outcome(std::move(call));
    if (!QTest::qWaitFor([&outcome] { return outcome.isThere(); }, Patience) || !outcome.hasValue())
        qFatal("a call has failed: %s", qPrintable(outcome.error().word.text()));
    return *outcome;
}
} // namespace

/// Whatever changes between reading a case and deciding it stops the decision: with a condition on the
/// version at any moment, without one up to the console's last look.
class TestRaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catchesEveryChangeWithAConditionOnTheVersion() { catchEveryChange(true); }
    void catchesEveryChangeUpToItsLastLook() { catchEveryChange(false); }
    void cannotPromiseWhatHappensAfterTheLastLook();

private:
    /// A sandbox, the console's parts, somebody else, and the cases that wait.
    struct Office {
        explicit Office(QList<Extension> extensions)
            : sandbox([&extensions] {
                sandbox::SandboxOptions options;
                options.customers = 1000;
                options.extensions = std::move(extensions);
                return options;
            }())
        {
            const Result<QUrl> started = sandbox.start();
            if (!started)
                qFatal("the sandbox does not start");
            url = *started;
            parts = std::make_unique<ConsoleParts>(folder.path(), std::chrono::milliseconds(0),
                                                   std::chrono::seconds(30));
            valueOf(parts->finhub.signIn(officerProfile(url), officerSecrets()));
            valueOf(other.signIn(seniorProfile(url), {Secret(QByteArrayView("Sandbox-Senior-1")), {}, {}}));
            DirectoryQuery query;
            query.stages = {Stage::Approval};
            query.risks = {RiskLevel::Low, RiskLevel::Medium};
            cases = valueOf(parts->client.directory(query, 0, 1000)).rows.items;
        }

        void change(const Verification& verification, int kind);

        sandbox::SandboxServer sandbox;
        QUrl url;
        QTemporaryDir folder;
        std::unique_ptr<ConsoleParts> parts;
        api::HttpFinHub other{[] {
            api::ClientOptions options;
            options.deviceId = "other";
            return options;
        }()};
        QList<DirectoryEntry> cases;
    };
    static void catchEveryChange(bool conditional);
    static DecisionOutcome decide(Office& office, Moment moment, int kind, Verdict verdict);
};

/// What somebody else may do to a case.
void TestRaces::Office::change(const Verification& verification, int kind)
{
    if (kind == 0) {
        UploadRequest request;
        request.verificationId = verification.id;
        request.customerId = verification.customerId;
        request.type = DocumentType::Selfie;
        request.fileName = QStringLiteral("selfie.pdf");
        request.mimeType = MimeType::Pdf;
        request.content = "%PDF-1.4\n% another document\n";
        valueOf(other.uploadDocument(std::move(request), {}));
        return;
    }
    DecisionRequest request;
    request.verificationId = verification.id;
    request.customerId = verification.customerId;
    request.type = verification.type;
    request.verdict = WireNames<Verdict>::table[std::size_t(kind - 1)].first;
    if (request.verdict != Verdict::Approve)
        request.reasonCodes = {QStringLiteral("LOW_RESOLUTION")};
    request.comment = QStringLiteral("Decided by somebody else");
    valueOf(other.decide(request));
}

DecisionOutcome TestRaces::decide(Office& office, Moment moment, int kind, Verdict verdict)
{
    const DirectoryEntry entry = office.cases.takeFirst();
    ConsoleParts& parts = *office.parts;
    const Verification shown = valueOf(parts.finhub.verification(entry.verification->id));
    DecisionRequest request;
    request.verificationId = shown.id;
    request.customerId = entry.id;
    request.type = shown.type;
    request.verdict = verdict;
    if (verdict != Verdict::Approve)
        request.reasonCodes = {QStringLiteral("LOW_RESOLUTION")};
    request.comment = standardComment(verdict, request.reasonCodes);

    parts.finhub.beforeSend = [&] {
        if (moment == Moment::AfterTheLastLook)
            office.change(shown, kind);
    };
    if (moment == Moment::BeforeTheLastLook)
        office.change(shown, kind);
    std::optional<DecisionOutcome> outcome;
    QObject context;
    QObject::connect(&parts.desk, &DecisionDesk::decided, &context,
                     [&outcome](const DecisionRequest&, const DecisionOutcome& end) { outcome = end; });
    if (!parts.desk.submit(request, shown) ||
        !QTest::qWaitFor([&outcome] { return outcome.has_value(); }, Patience))
        qFatal("the decision does not end");
    parts.finhub.beforeSend = [] {};
    return *outcome;
}

void TestRaces::catchEveryChange(bool conditional)
{
    QList<Extension> extensions = sandbox::implementedExtensions();
    if (!conditional)
        extensions.removeAll(Extension::ConditionalDecision);
    Office office(extensions);
    QVERIFY(office.cases.size() >= Changes);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int after = 0;
    for (int i = 0; i < Changes; ++i) {
        const Moment moment = conditional && random.bounded(2) == 0 ? Moment::AfterTheLastLook
                                                                    : Moment::BeforeTheLastLook;
        const int kind = random.bounded(4);
        const Verdict verdict = WireNames<Verdict>::table[std::size_t(random.bounded(3))].first;
        const DecisionOutcome outcome = decide(office, moment, kind, verdict);
        const QByteArray what = QByteArray::number(i) + ": change " + QByteArray::number(kind) + " moment " +
                                QByteArray::number(int(moment));
        QVERIFY2(outcome.end == DecisionEnd::Refused, what.constData());
        if (moment == Moment::AfterTheLastLook)
            QCOMPARE(outcome.error.status, 412);
        else
            QVERIFY2(outcome.changedBefore && outcome.current, what.constData());
        after += moment == Moment::AfterTheLastLook ? 1 : 0;
    }
    QCOMPARE(conditional, after > 0);
    // Nothing that the console sent was committed; where it looked first it did not even send.
    int sent = 0;
    for (const LedgerEntry& entry : SandboxProbe(office.url).ledger()) {
        sent += entry.key.isEmpty() ? 0 : 1; // the other one sends none
        QVERIFY(entry.key.isEmpty() || !entry.committed);
    }
    QCOMPARE(sent, after);
}

/// Where the server does not compare versions, a document that arrives between the last look and the decision
/// is decided upon unseen. The console says so (views/outbox/outboxtext); a second decision FinHub refuses.
void TestRaces::cannotPromiseWhatHappensAfterTheLastLook()
{
    QList<Extension> extensions = sandbox::implementedExtensions();
    extensions.removeAll(Extension::ConditionalDecision);
    Office office(extensions);
    QCOMPARE(decide(office, Moment::AfterTheLastLook, 0, Verdict::Approve).end, DecisionEnd::Applied);
    for (const int kind : {1, 2}) {
        const DecisionOutcome outcome = decide(office, Moment::AfterTheLastLook, kind, Verdict::Approve);
        QCOMPARE(outcome.end, DecisionEnd::Refused);
        QVERIFY(outcome.error.is(ErrorWord::AlreadyDecided));
    }
}

QTEST_MAIN(TestRaces)
#include "tst_races.moc"
