#include "clientsandbox.h"
#include "core/lifecycle.h"
#include "core/reasoncode.h"
#include "review/claims/claimdesk.h"
#include "review/decisiondesk.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <functional>
#include <vector>

using namespace finhub;
using namespace finhub::api;
using namespace finhub::test;

namespace {
constexpr std::size_t Consoles = 8;

/// What an officer at a console does all day: takes the oldest case that nobody else has, claims it, decides
/// it, and goes on. With the console's own client, claims and decisions.
class Console : public QObject {
public:
    Console(const ConnectionProfile& profile, const QByteArray& password)
        : m_finhub(options())
        , m_outbox(m_folder.path())
        , m_decisions(m_finhub, m_outbox, nullptr, {.hold = std::chrono::milliseconds(0)})
        , m_claims(m_finhub, m_decisions)
        , m_signIn(m_finhub.signIn(profile, {Secret(QByteArrayView(password)), {}, {}}))
    {
        connect(&m_decisions, &review::DecisionDesk::decided, this,
                [this](const DecisionRequest&, const review::DecisionOutcome& outcome) {
                    if (outcome.end == review::DecisionEnd::Applied)
                        onApplied(m_case);
                    else
                        refused << outcome.error.word.text();
                    leave();
                });
    }

    std::function<void(const VerificationId&)> onApplied;
    QStringList refused; ///< error words of what did not go through, claims and decisions
    bool finished = false;

    bool isSignedIn() const { return m_signIn.hasValue(); }
    UserId officer() const { return m_finhub.session() ? m_finhub.session()->userId : UserId(); }
    /// Whether whoever sits here believes to have this case.
    bool believesToHold(const VerificationId& id) const
    {
        return m_claim && m_case == id && m_claim->isMine();
    }
    HttpFinHub& finhub() { return m_finhub; }

    void goOn()
    {
        DirectoryQuery query;
        query.stages = {Stage::Approval};
        query.risks = {RiskLevel::Low, RiskLevel::Medium};
        query.claims = {ClaimFilter::Mine, ClaimFilter::Free};
        query.sort = DirectorySort::SubmittedAt;
        query.descending = false;
        m_page = m_finhub.directory(query, 0, 1);
        m_page->onFinished(this, [this](const Result<DirectoryPage>& page) {
            if (!page) {
                refused << page.error().word.text();
                goOn();
            } else if (page->rows.items.isEmpty()) {
                finished = true;
            } else {
                claim(*page->rows.items.first().verification);
            }
        });
    }

private:
    static ClientOptions options()
    {
        ClientOptions options;
        options.deviceId = "race";
        options.firstPause = std::chrono::milliseconds(1);
        return options;
    }

    void claim(const Verification& verification)
    {
        m_case = verification.id;
        m_claim = m_claims.open(verification.customerId, m_case);
        connect(m_claim, &review::CaseClaim::failed, this, [this](review::ClaimDeed, const Error& error) {
            refused << error.word.text();
            leave();
        });
        connect(m_claim, &review::CaseClaim::changed, this, [this] {
            if (m_claim && m_claim->isMine() && !m_claim->isBusy() && !m_reading)
                read();
        });
        m_claim->take();
    }

    void read()
    {
        m_reading = m_finhub.verification(m_case);
        m_reading->onFinished(this, [this](const Result<Verification>& read) {
            if (!read) {
                refused << read.error().word.text();
                leave();
                return;
            }
            DecisionRequest request;
            request.verificationId = m_case;
            request.customerId = read->customerId;
            request.type = read->type;
            request.verdict = m_count++ % 2 == 0 ? Verdict::Approve : Verdict::Reject;
            if (request.verdict == Verdict::Reject)
                request.reasonCodes = {QStringLiteral("FACE_MISMATCH")};
            if (!m_decisions.submit(request, *read))
                leave();
        });
    }

    void leave()
    {
        m_claim->disconnect(this);
        m_claim.clear();
        m_claims.leave(m_case);
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_reading.reset();
                goOn();
            },
            Qt::QueuedConnection);
    }

    HttpFinHub m_finhub;
    QTemporaryDir m_folder;
    review::Outbox m_outbox;
    review::DecisionDesk m_decisions;
    review::ClaimDesk m_claims;
    Outcome<SessionInfo> m_signIn;
    VerificationId m_case;
    QPointer<review::CaseClaim> m_claim;
    CallPtr<DirectoryPage> m_page;
    CallPtr<Verification> m_reading;
    int m_count = 0;
};

struct Account {
    const char* username;
    const char* id;
    const char* password;
};
constexpr Account People[] = {
    {"officer@sandbox.test", "0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50", "Sandbox-Officer-1"},
    {"senior@sandbox.test", "1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061", "Sandbox-Senior-1"},
    {"locked@sandbox.test", "3c9e4f21-8507-403d-8d68-a14f5e607283", "Sandbox-Locked-1"}};
} // namespace

/// Eight consoles of three people on one queue: no case is decided twice, and none by one person while
/// another one believes to have it and can decide as well.
class TestRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eightConsoles_data()
    {
        QTest::addColumn<bool>("claimsRunOut");
        QTest::newRow("claims hold") << false;
        QTest::newRow("claims run out on the way") << true;
    }
    void eightConsoles()
    {
        QFETCH(bool, claimsRunOut);
        ClientSandbox sandbox(sandbox::implementedExtensions(), 200);
        QVERIFY(sandbox.signIn());
        // Section 6 locks the third person at start.
        Outcome unlocked(sandbox.client->resetLogin(UserId(QLatin1String(People[2].id)), {}));
        QVERIFY(isOver(unlocked) && unlocked.hasValue());
        const qsizetype waiting = waitingCases(*sandbox.client);
        QVERIFY(waiting > 30);

        std::vector<std::unique_ptr<Console>> consoles;
        for (std::size_t i = 0; i < Consoles; ++i) {
            const Account& person = People[i % std::size(People)];
            ConnectionProfile profile = sandbox.profile();
            profile.userId = UserId(QLatin1String(person.id));
            profile.username = QLatin1String(person.username);
            consoles.push_back(std::make_unique<Console>(profile, person.password));
        }
        QHash<VerificationId, QStringList> decided;
        QStringList doubted; // cases that somebody else believed to have when they were decided
        int applied = 0;
        for (const auto& console : consoles) {
            QVERIFY(QTest::qWaitFor([&] { return console->isSignedIn(); }, Patience));
            console->onApplied = [&, who = console->officer()](const VerificationId& id) {
                decided[id] << who.text();
                for (const auto& other : consoles) {
                    if (!(other->officer() == who) && other->believesToHold(id))
                        doubted << id.text();
                }
                // All leases and all tokens are over; whoever was in the middle of it finds out.
                if (claimsRunOut && ++applied % 10 == 0)
                    ++sandbox.hoursLater;
            };
        }
        for (const auto& console : consoles)
            console->goOn();
        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::all_of(consoles.begin(), consoles.end(),
                                   [](const auto& console) { return console->finished; });
            },
            Patience));

        QCOMPARE(decided.size(), waiting);
        QStringList collisions;
        for (const auto& console : consoles)
            collisions += console->refused;
        for (auto one = decided.cbegin(); one != decided.cend(); ++one)
            QCOMPARE(one->size(), qsizetype(1));
        if (!claimsRunOut)
            QCOMPARE(doubted, QStringList());
        // The consoles did get in each other's way.
        QVERIFY(collisions.contains(QStringLiteral("CLAIMED")) ||
                collisions.contains(QStringLiteral("ALREADY_DECIDED")));
        // What the server says: each of them closed, by whoever was told so.
        HttpFinHub& reader = consoles.front()->finhub();
        for (auto one = decided.cbegin(); one != decided.cend(); ++one) {
            Outcome read(reader.verification(one.key()));
            QVERIFY(isOver(read) && read.hasValue());
            QVERIFY(isClosed(read->status.value()));
            QCOMPARE(read->decidedBy, one->first());
            QVERIFY(!read->claim);
        }
    }

private:
    static qsizetype waitingCases(HttpFinHub& finhub)
    {
        DirectoryQuery query;
        query.stages = {Stage::Approval};
        query.risks = {RiskLevel::Low, RiskLevel::Medium};
        Outcome page(finhub.directory(query, 0, 1));
        return isOver(page) && page.hasValue() ? qsizetype(page->rows.total.value_or(0)) : 0;
    }
};

QTEST_MAIN(TestRace)
#include "tst_race.moc"
