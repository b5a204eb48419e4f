#include "app/console.h"

#include "api/httpfinhub.h"
#include "api/profilefile.h"
#include "app/exports.h"
#include "app/hardening.h"
#include "app/installation.h"
#include "app/journaling.h"
#include "app/knowncustomersfiles.h"
#include "app/lockguard.h"
#include "app/mainwindow.h"
#include "app/preferencestore.h"
#include "app/profilejournal.h"
#include "app/profilestore.h"
#include "app/sandboxstagehand.h"
#include "app/specimendocuments.h"
#include "documents/cachingdocumentservice.h"
#include "documents/workerrenderer.h"
#include "review/notingfinhub.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/sandboxserver.h"
#include "views/lock/lockview.h"
#include "views/phases/documentspage.h"
#include "views/profiledialog.h"
#include "views/settings/settingsdesk.h"
#include "views/signinview.h"
#include "views/timetext.h"
#include "walkthrough/builtinscripts.h"
#include "walkthrough/player.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTextStream>

#include <array>
#include <utility>

namespace finhub::app {

namespace {
QString settingsFile(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QLatin1Char('/') + name;
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

/// The embedded sandbox ends with the console, and what was not settled with it cannot be any more; so a
/// demonstration has folders of its own, which the next one removes.
constexpr const char* DemoOutbox = "demo-outbox";

/// Who may be played in a demonstration: an officer, one who may decide high risks, and one who may only
/// look.
constexpr std::array DemoAccounts{sandbox::OfficerAccount, sandbox::SeniorAccount, sandbox::ViewerAccount};

QList<api::ConnectionProfile> demoProfiles(const QUrl& url)
{
    QList<api::ConnectionProfile> profiles;
    for (const std::size_t index : DemoAccounts) {
        const sandbox::AdminAccount& account = sandbox::fixedAccounts()[index];
        profiles << api::ConnectionProfile{.name = Console::tr("Sandbox: %1").arg(account.name),
                                           .baseUrl = url,
                                           .tenantId = sandbox::sandboxTenant(),
                                           .organizationId = sandbox::sandboxOrganization(),
                                           .userId = account.id,
                                           .username = account.username};
    }
    return profiles;
}

/// Empty for anybody else.
QString demoPasswordOf(const UserId& user)
{
    for (const std::size_t account : DemoAccounts) {
        if (sandbox::fixedAccounts()[account].id == user)
            return sandbox::fixedAccounts()[account].password;
    }
    return {};
}

BusinessCalendar calendarOf(const QList<QDate>& holidays)
{
    return BusinessCalendar(QTimeZone::systemTimeZone(), QSet<QDate>(holidays.begin(), holidays.end()));
}

api::ClientOptions clientOptions()
{
    api::ClientOptions options;
    options.version = QCoreApplication::applicationVersion().toLatin1();
    options.deviceId = installationId(settingsFile(QStringLiteral("installation-id")));
    return options;
}
} // namespace

/// In the order of construction: what comes later uses what came before, and goes first.
struct Console::Parts {
    explicit Parts(const CommandLine& line)
        : outbox(dataFolder(), line.demo ? QLatin1String(DemoOutbox) : QStringLiteral("outbox"))
        , documents(finhub, renderer,
                    qint64(line.documentMemory.value_or(stored.preferences.documentMemory)) * 1024 * 1024)
    {
    }

    std::unique_ptr<sandbox::SandboxServer> sandbox;
    ProfileStore profiles{settingsFile(QStringLiteral("connections.json"))};
    views::ThemeManager theme;
    api::HttpFinHub client{clientOptions()};
    PreferenceStore preferences{settingsFile(QStringLiteral("console.ini"))};
    const PreferenceStore::Stored stored{preferences.read()}; ///< as they were when the program was started
    review::Outbox outbox;
    KnownCustomersFiles knownFiles{dataFolder()};
    review::KnownCustomers known{knownFiles};
    review::NotingFinHub finhub{client, known};
    ProfileJournal journal{finhub, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
    documents::WorkerRenderer renderer;
    documents::CachingDocumentService documents;
    review::DecisionDesk desk{finhub, outbox, &journal, {.hold = stored.preferences.decisionHold}};
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Journaling> journaling;
    std::unique_ptr<LockGuard> lockGuard;
    std::unique_ptr<Exports> exports;
    std::unique_ptr<SandboxStagehand> stagehand;
    std::unique_ptr<walkthrough::Player> player;
};

Console::Console(CommandLine line)
    : m_line(std::move(line))
    , m_parts(std::make_unique<Parts>(m_line))
{
}

Console::~Console()
{
    // The window shows what the others own.
    m_parts->player.reset();
    m_parts->exports.reset();
    m_parts->lockGuard.reset();
    m_parts->journaling.reset();
    m_parts->window.reset();
}

bool Console::start(QString& problem)
{
    m_parts->theme.setMode(m_line.theme);
    views::setBusinessCalendar(calendarOf(m_parts->stored.preferences.holidays));
    if (m_line.demo)
        review::Outbox::removeAbandoned(dataFolder(), QLatin1String(DemoOutbox));
    m_parts->window =
        std::make_unique<MainWindow>(m_parts->finhub, m_parts->documents, m_parts->desk, m_parts->known);
    m_parts->journaling = std::make_unique<Journaling>(m_parts->finhub, m_parts->journal, *m_parts->window);
    m_parts->window->setEndSession([this] { return m_parts->client.suspend(); });
    // When the last of a session has gone, from the event loop.
    const auto scrub = [this] { QMetaObject::invokeMethod(this, scrubStack, Qt::QueuedConnection); };
    connect(m_parts->window.get(), &MainWindow::lockSettled, this, scrub);
    connect(&m_parts->client, &api::FinHub::sessionEnded, this, scrub);
    m_parts->exports =
        std::make_unique<Exports>(m_parts->finhub, m_parts->documents, m_parts->journal, *m_parts->window);
    // What was uploaded from here can be looked at until sign-out, whatever the server offers. A file that
    // does not fit any more is listed by its name like those from elsewhere.
    connect(&m_parts->finhub, &review::NotingFinHub::documentUploaded, &m_parts->documents,
            [this](const Document& document, const QByteArray& content) {
                static_cast<void>(m_parts->documents.keep(document, content));
            });
    beginSettings();
    if (m_line.demo)
        m_parts->window->findChild<views::DocumentsPage*>()->offerSamples(
            std::make_shared<SpecimenDocuments>());
    if (!addProfiles(problem))
        return false;
    m_parts->window->show();
    m_parts->window->signInView().focusFirstField();
    // The buses take their time.
    m_parts->lockGuard = std::make_unique<LockGuard>(
        *m_parts->window, std::chrono::minutes(m_parts->stored.preferences.idleLockMinutes),
        std::make_unique<BusDesktopLock>());
    return m_line.walkthrough.isEmpty() || startWalkthrough(problem);
}

/// What was chosen before is in force from here on; what is chosen now is stored. A theme of the command line
/// is this run's only.
void Console::beginSettings()
{
    views::Preferences preferences = m_parts->stored.preferences;
    const views::ThemeManager::Mode storedTheme = preferences.theme;
    const bool themeGiven = m_line.theme != views::ThemeManager::Mode::System;
    if (themeGiven)
        preferences.theme = m_line.theme;
    views::SettingsDesk& desk = m_parts->window->settingsDesk();
    desk.begin(preferences, m_parts->stored.faults);
    connect(&desk, &views::SettingsDesk::changed, this,
            [this, storedTheme, themeGiven](views::Preferences chosen) {
                views::setBusinessCalendar(calendarOf(chosen.holidays));
                if (m_parts->lockGuard)
                    m_parts->lockGuard->idleWatch().setLimit(std::chrono::minutes(chosen.idleLockMinutes));
                if (themeGiven && chosen.theme == m_line.theme)
                    chosen.theme = storedTheme;
                m_parts->preferences.write(chosen);
            });
}

bool Console::addProfiles(QString& problem)
{
    views::SignInView& signIn = m_parts->window->signInView();
    QList<api::ConnectionProfile> profiles;
    if (!m_line.profileFile.isEmpty()) {
        QFile file(m_line.profileFile);
        if (!file.open(QIODevice::ReadOnly)) {
            problem = tr("The connection file %1 cannot be read.").arg(m_line.profileFile);
            return false;
        }
        const auto profile = api::readProfile(file.read(64 * 1024));
        if (!profile) {
            problem = tr("The connection file %1 is not valid (%2).")
                          .arg(m_line.profileFile, profile.error().technical);
            return false;
        }
        const api::ProfileFault fault = api::faultOf(*profile);
        if (fault != api::ProfileFault::None) {
            problem = tr("The connection file %1 cannot be used. %2")
                          .arg(m_line.profileFile, views::profileFaultText(fault));
            return false;
        }
        profiles << *profile;
    }
    QStringList demoPasswords;
    if (m_line.demo) {
        const Result<QUrl> url = startSandbox();
        if (!url) {
            problem = tr("The embedded sandbox could not be started.");
            return false;
        }
        m_parts->journal.setDemo(*url);
        m_parts->stagehand = std::make_unique<SandboxStagehand>(static_cast<quint16>(url->port()));
        profiles = demoProfiles(*url) + profiles;
        for (const std::size_t account : DemoAccounts)
            demoPasswords << sandbox::fixedAccounts()[account].password;
        // Nobody who tries the demonstration knows the password.
        connect(m_parts->window.get(), &MainWindow::covered, this, [this] {
            m_parts->window->lockView().fillPassword(demoPasswordOf(m_parts->finhub.profile().userId));
        });
    }
    const int fixed = static_cast<int>(profiles.size());
    const auto saved = m_parts->profiles.read();
    if (saved)
        profiles << *saved;
    else
        signIn.setNotice(
            tr("The saved connections in %1 cannot be read. They are left as they are; connections "
               "made now are good for this run only.")
                .arg(m_parts->profiles.file()));
    signIn.setProfiles(profiles, fixed);
    signIn.setDemoPasswords(demoPasswords);
    if (!m_line.warnings.isEmpty())
        signIn.setNotice(m_line.warnings.join(u'\n'));
    connect(&signIn, &views::SignInView::profilesEdited, this,
            [this, &signIn](const QList<api::ConnectionProfile>& edited) {
                if (!m_parts->profiles.write(edited))
                    signIn.setNotice(
                        tr("The connections could not be saved; they are good for this run only."));
            });
    return true;
}

Result<QUrl> Console::startSandbox()
{
    sandbox::SandboxOptions options;
    options.customers = m_line.customers;
    options.seed = m_line.seed;
    m_parts->sandbox = std::make_unique<sandbox::SandboxServer>(std::move(options));
    return m_parts->sandbox->start();
}

bool Console::startWalkthrough(QString& problem)
{
    auto script = walkthrough::builtInScript(m_line.walkthrough);
    if (!script) {
        problem = script.error().describe();
        return false;
    }
    walkthrough::PlayerOptions options;
    options.outputDirectory = m_line.outputDirectory;
    options.stagehand = m_parts->stagehand.get();
    m_parts->player =
        std::make_unique<walkthrough::Player>(m_parts->window.get(), std::move(*script), std::move(options));
    const bool headless = !m_line.outputDirectory.isEmpty();
    connect(m_parts->player.get(), &walkthrough::Player::finished, this,
            [headless](const walkthrough::Report& report) {
                if (!headless)
                    return;
                QTextStream out(stdout);
                for (const walkthrough::StepReport& step : report.steps) {
                    if (step.outcome != walkthrough::StepOutcome::Failed)
                        continue;
                    out << tr("Step %1 (%2) failed. %3").arg(step.number).arg(step.name, step.problem)
                        << '\n';
                    for (const walkthrough::FailedCondition& condition : step.failed)
                        out << tr("  %1: expected %2, found %3")
                                   .arg(condition.target, condition.expected, condition.actual)
                            << '\n';
                }
                out << (report.ok ? tr("The walkthrough “%1” has passed.")
                                  : tr("The walkthrough “%1” has failed."))
                           .arg(report.script)
                    << '\n';
                out.flush();
                QCoreApplication::exit(report.ok ? 0 : 1);
            });
    m_parts->player->start();
    return true;
}

} // namespace finhub::app
