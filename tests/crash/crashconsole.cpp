#include "crash/consoleparts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace finhub;
using namespace finhub::review;
using namespace finhub::test;

// A console without a window that signs in, reads one case, decides it, and is killed (SIGKILL, which nothing
// can answer) at the point that it is told. What it has come to know it appends to a file as it happens.
namespace {
[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    ::pause();
    ::_exit(9);
}

struct Arguments {
    QUrl url;
    QString folder;
    QString history;
    VerificationId verification;
    CustomerId customer;
    Verdict verdict = Verdict::Unknown;
    QString notes;
    KillPoint point = KillPoint::Never;
    std::chrono::milliseconds after{0};
    std::chrono::milliseconds hold{0};
};

Arguments readArguments()
{
    QCommandLineParser parser;
    for (const char* name : {"url", "folder", "history", "verification", "customer", "verdict", "notes", "kill",
                             "after", "hold"})
        parser.addOption({QLatin1String(name), {}, QStringLiteral("VALUE")});
    parser.process(*QCoreApplication::instance());
    const auto value = [&parser](const char* name) { return parser.value(QLatin1String(name)); };
    Arguments arguments;
    arguments.url = QUrl(value("url"));
    arguments.folder = value("folder");
    arguments.history = value("history");
    arguments.verification = VerificationId(value("verification"));
    arguments.customer = CustomerId(value("customer"));
    arguments.verdict = WireValue<Verdict>::fromWire(value("verdict")).value();
    arguments.notes = value("notes");
    arguments.after = std::chrono::milliseconds(value("after").toInt());
    arguments.hold = std::chrono::milliseconds(value("hold").toInt());
    for (const auto& [point, name] : KillPoints) {
        if (value("kill") == QLatin1String(name))
            arguments.point = point;
    }
    return arguments;
}

class CrashConsole : public QObject {
public:
    explicit CrashConsole(Arguments arguments)
        : m_arguments(std::move(arguments))
        , m_parts(m_arguments.folder, m_arguments.hold, std::chrono::seconds(10))
    {
        connect(&m_parts.desk, &DecisionDesk::decided, this,
                [this](const DecisionRequest& request, const DecisionOutcome& outcome) {
                    note(wordOf(outcome), request.idempotencyKey);
                    QCoreApplication::exit(0);
                });
        m_parts.journal.onAppend = [this](const JournalEvent& event) { onJournal(event.kind); };
        m_parts.finhub.beforeSend = [this] { reached(KillPoint::BeforeSend); };
        m_parts.finhub.afterSend = [this] {
            if (m_arguments.point == KillPoint::AfterSend)
                QTimer::singleShot(m_arguments.after, this, [] { die(); });
        };
        m_parts.finhub.passAnswerOn = [this] {
            reached(KillPoint::AfterAnswer);
            return m_arguments.point != KillPoint::AfterSend;
        };
    }

    void start()
    {
        m_signIn = m_parts.finhub.signIn(officerProfile(m_arguments.url), officerSecrets());
        m_signIn->onFinished(this, [this](const Result<SessionInfo>& session) {
            if (!session)
                fail("sign-in");
            m_read = m_parts.finhub.verification(m_arguments.verification);
            m_read->onFinished(this, [this](const Result<Verification>& shown) {
                if (!shown)
                    fail("read");
                decide(*shown);
            });
        });
    }

private:
    void decide(const Verification& shown)
    {
        reached(KillPoint::BeforeIntent);
        DecisionRequest request;
        request.verificationId = m_arguments.verification;
        request.customerId = m_arguments.customer;
        request.type = shown.type;
        request.verdict = m_arguments.verdict;
        if (request.verdict != Verdict::Approve)
            request.reasonCodes = {QStringLiteral("LOW_RESOLUTION")};
        request.comment = standardComment(request.verdict, request.reasonCodes);
        request.notes = m_arguments.notes;
        if (!m_parts.desk.submit(request, shown))
            fail("submit");
    }

    void onJournal(JournalKind kind) const
    {
        if (kind == JournalKind::DecisionIntended)
            reached(KillPoint::AfterIntent);
        if (kind == JournalKind::DecisionApplied || kind == JournalKind::DecisionRefused ||
            kind == JournalKind::DecisionUnknown)
            reached(KillPoint::BeforeClose);
    }

    void reached(KillPoint point) const
    {
        if (point == m_arguments.point)
            die();
    }

    void note(const QByteArray& word, const QByteArray& intent) const
    {
        const QByteArray line = word + ' ' + intent + '\n';
        const int file = ::open(QFile::encodeName(m_arguments.history).constData(),
                                O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file < 0 || ::write(file, line.constData(), std::size_t(line.size())) != line.size())
            fail("history");
        ::close(file);
    }

    [[noreturn]] static void fail(const char* what)
    {
        std::fprintf(stderr, "%s failed\n", what);
        std::fflush(stderr);
        ::_exit(3);
    }

    const Arguments m_arguments;
    ConsoleParts m_parts;
    CallPtr<SessionInfo> m_signIn;
    CallPtr<Verification> m_read;
};
} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    CrashConsole console(readArguments());
    console.start();
    return QCoreApplication::exec();
}
