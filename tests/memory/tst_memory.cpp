#include "memory/imagesearch.h"
#include "memory/processimage.h"
#include "memory/secretsproxy.h"
#include "sandbox/accounts/accounts.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/seed/seededid.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace finhub;
using namespace finhub::test;

namespace {
constexpr int Patience = 60000;

/// A console as a process of its own, and the one who works it.
class Desk {
public:
    explicit Desk(qsizetype secretLength)
        : password(SecretsProxy::random(secretLength))
        , m_sandbox(options())
    {
        const Result<QUrl> url = m_sandbox.start();
        if (!url)
            qFatal("the sandbox does not start");
        const sandbox::AdminAccount& officer = sandbox::fixedAccounts()[sandbox::OfficerAccount];
        proxy = std::make_unique<SecretsProxy>(*url, officer.password.toLatin1(), password, secretLength);
        QFile profile(m_folder.filePath(QStringLiteral("profile.json")));
        if (!profile.open(QIODevice::WriteOnly))
            qFatal("no profile");
        profile.write(QJsonDocument(QJsonObject{
                                        {QStringLiteral("name"), QStringLiteral("Memory")},
                                        {QStringLiteral("baseUrl"),
                                         QStringLiteral("http://127.0.0.1:%1").arg(proxy->port())},
                                        {QStringLiteral("tenantId"), sandbox::sandboxTenant().text()},
                                        {QStringLiteral("organizationId"), sandbox::sandboxOrganization().text()},
                                        {QStringLiteral("userId"), officer.id.text()},
                                        {QStringLiteral("username"), officer.username}})
                          .toJson());
        profile.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(folder), m_folder.path());
        environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        m_console.setProcessEnvironment(environment);
        m_console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_console.start(QStringLiteral(FINHUB_MEMORY_CONSOLE), {profile.fileName()});
        if (!m_console.waitForStarted())
            qFatal("the console does not start");
    }
    ~Desk()
    {
        m_console.closeWriteChannel();
        if (!m_console.waitForFinished(10000)) {
            m_console.kill();
            m_console.waitForFinished();
        }
    }

    bool tell(const QByteArray& command, const QByteArray& argument = {})
    {
        m_console.write(argument.isEmpty() ? command + '\n' : command + ' ' + argument + '\n');
        while (!m_console.canReadLine()) {
            if (!m_console.waitForReadyRead(Patience)) {
                qWarning("no answer to %s", command.constData());
                return false;
            }
        }
        return m_console.readLine() == "done\n";
    }
    qint64 pid() const { return m_console.processId(); }

    QByteArray password;
    std::unique_ptr<SecretsProxy> proxy;

private:
    static sandbox::SandboxOptions options()
    {
        sandbox::SandboxOptions options;
        options.customers = 200;
        return options;
    }
    QTemporaryDir m_folder;
    sandbox::SandboxServer m_sandbox;
    QProcess m_console;
};

QByteArray customerId(int index)
{
    return sandbox::SeededId(1).idOf({sandbox::IdKind::Customer, static_cast<quint32>(index), 0}).toLatin1();
}

int rounds()
{
    bool isNumber = false;
    const int rounds = qEnvironmentVariableIntValue("FINHUB_MEMORY_IMAGES", &isNumber);
    return isNumber && rounds > 0 ? rounds : 2;
}
} // namespace

/// What is left in the memory of the console as it is (with free() of the release) after a lock, a sign-out and an
/// expired session: as many images as FINHUB_MEMORY_IMAGES says, 2 without it.
class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Without this nothing that follows would mean anything: the search finds what is there.
        Desk desk(700);
        QVERIFY(desk.tell("signin", desk.password));
        const ProcessImage image(desk.pid());
        ImageSearch search;
        for (const QByteArray& secret : desk.proxy->secrets()) {
            if (secret != desk.password)
                search.add(secret);
        }
        ImageSearch::Found found;
        if (image.lookAtSegments([&](const char* memory, qsizetype size) { search.look(memory, size, found); }) == 0)
            QSKIP("The memory of another process cannot be read here.");
        QVERIFY(found.whole > 0);
    }

    void secretsAreGone_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("length");
        for (const char* end : {"lock", "signout", "expire"}) {
            for (const int length : {32, 700, 1500})
                QTest::addRow("%s, %d", end, length) << QByteArray(end) << length;
        }
    }
    void secretsAreGone()
    {
        QFETCH(QByteArray, end);
        QFETCH(int, length);
        Desk desk(length);
        ImageSearch::Found segments;
        ImageSearch::Found registers;
        qint64 looked = 0;
        for (int round = 0; round < rounds(); ++round) {
            // A session that was signed out of begins anew; the others are gone on with.
            QVERIFY(desk.tell(round == 0 || end == "signout" ? "signin" : "unlock", desk.password));
            QVERIFY(desk.tell("open", customerId(7 + round)));
            if (end == "expire") {
                desk.proxy->setRefusing(true);
                QVERIFY(desk.tell("refresh"));
                desk.proxy->setRefusing(false);
            } else {
                QVERIFY(desk.tell(end));
            }
            ImageSearch search;
            for (const QByteArray& secret : desk.proxy->secrets())
                search.add(secret);
            const ProcessImage image(desk.pid());
            looked += image.lookAtSegments(
                [&](const char* memory, qsizetype size) { search.look(memory, size, segments); });
            image.lookAtRegisters(
                [&](const char* memory, qsizetype size) { search.look(memory, size, registers); });
        }
        qInfo("%d images, %lld MB: %d whole copies, %d windows; in registers %d and %d", rounds(),
              static_cast<long long>(looked / 1000000), segments.whole, segments.windows, registers.whole,
              registers.windows);
        for (const QByteArray& place : segments.near)
            qInfo().noquote() << place.toPercentEncoding(" {}:,/.-");
        QVERIFY(looked > 0);
        QCOMPARE(segments.whole, 0);
        QCOMPARE(segments.windows, 0);
    }

    /// Fifty customers are opened and closed again; after the lock none of their addresses is anywhere.
    void closedCasesAreGone()
    {
        constexpr int Canaries = 50;
        Desk desk(700);
        QVERIFY(desk.tell("signin", desk.password));
        for (int index = 1; index <= Canaries; ++index)
            QVERIFY(desk.tell("open", customerId(index)));
        QVERIFY(desk.tell("close"));
        const QByteArrayList canaries = desk.proxy->canaries();
        QVERIFY(canaries.size() >= Canaries);
        ImageSearch search;
        for (const QByteArray& canary : canaries)
            search.add(canary);
        const auto left = [&] {
            QSet<QByteArray> names;
            ImageSearch::Found found;
            const ProcessImage image(desk.pid());
            image.lookAtSegments([&](const char* memory, qsizetype size) {
                for (const QByteArray& name : search.wholeIn(memory, size))
                    names.insert(name);
                search.look(memory, size, found);
            });
            for (const QByteArray& place : found.near)
                qInfo().noquote() << place.toPercentEncoding(" {}:,/.-@");
            return names.size();
        };
        QVERIFY(left() > 0); // the list
        QVERIFY(desk.tell("lock"));
        QCOMPARE(left(), 0);
    }
};

int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv); // the sandbox draws
    TestMemory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_memory.moc"
