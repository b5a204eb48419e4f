#include "app/startenvironment.h"

#include <QTest>

using namespace finhub::app;

class TestStartEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesAnOrdinaryDesktopAlone();
    void ignores_data();
    void ignores();
    void leaves_data();
    void leaves();
    void warnsOf_data();
    void warnsOf();
    void judgesPlatforms_data();
    void judgesPlatforms();
    void namesEveryVariableOnce();
    void takesThemAway();
};

namespace {
const QString Value = QStringLiteral("/home/eve/secret-4711");

StartEnvironment started(const QString& variable, const QString& value)
{
    QProcessEnvironment environment;
    environment.insert(variable, value);
    return StartEnvironment(environment);
}

void rows(const std::initializer_list<const char*> variables)
{
    QTest::addColumn<QString>("variable");
    for (const char* variable : variables)
        QTest::newRow(variable) << QString::fromLatin1(variable);
}
} // namespace

void TestStartEnvironment::leavesAnOrdinaryDesktopAlone()
{
    QProcessEnvironment environment;
    for (const char* variable :
         {"PATH", "HOME", "LANG", "LC_ALL", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR",
          "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS", "QT_IM_MODULE", "QT_QPA_PLATFORMTHEME",
          "QT_SCALE_FACTOR", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ACCESSIBILITY", "GTK_MODULES", "http_proxy"})
        environment.insert(QString::fromLatin1(variable), Value);
    const StartEnvironment checked(environment);
    QCOMPARE(checked.ignored(), QStringList());
    QCOMPARE(checked.remarks(), QStringList());
    QCOMPARE(checked.warnings(), QStringList());
    QCOMPARE(checked.refusal(), QString());
}

void TestStartEnvironment::ignores_data()
{
    rows({"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "QT_DEBUG_PLUGINS",
          "QT_LOGGING_RULES", "QT_LOGGING_CONF", "QT_LOGGING_TO_CONSOLE", "QT_MESSAGE_PATTERN",
          "SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_ENGINES",
          "OPENSSL_MODULES", "GCONV_PATH", "QML2_IMPORT_PATH", "QML_IMPORT_PATH", "QML_DISK_CACHE_PATH"});
}

void TestStartEnvironment::ignores()
{
    QFETCH(QString, variable);
    const StartEnvironment checked = started(variable, Value);
    QCOMPARE(checked.ignored(), QStringList{variable});
    QCOMPARE(checked.remarks().size(), 1);
    const QString sentence = checked.remarks().first();
    QVERIFY2(sentence.startsWith(variable) && sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1String("4711")), qPrintable(sentence));
    QCOMPARE(checked.warnings(), QStringList());
    QCOMPARE(checked.refusal(), QString());
    // Set to nothing, it has no effect.
    QCOMPARE(started(variable, QString()).ignored(), QStringList());
}

void TestStartEnvironment::leaves_data()
{
    // Names that only begin like one that is ignored, or hold it.
    rows({"QT_PLUGIN_PATHS", "MY_QT_PLUGIN_PATH", "SSL_CERT_FILES", "qt_logging_rules", "LD_PRELOADED"});
}

void TestStartEnvironment::leaves()
{
    QFETCH(QString, variable);
    const StartEnvironment checked = started(variable, Value);
    QCOMPARE(checked.ignored(), QStringList());
    QCOMPARE(checked.warnings(), QStringList());
}

void TestStartEnvironment::warnsOf_data()
{
    rows({"LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH"});
}

void TestStartEnvironment::warnsOf()
{
    QFETCH(QString, variable);
    const StartEnvironment checked = started(variable, Value);
    QCOMPARE(checked.warnings().size(), 1);
    const QString sentence = checked.warnings().first();
    QVERIFY2(sentence.startsWith(variable) && sentence.contains(QLatin1String("cannot be undone")),
             qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1String("4711")), qPrintable(sentence));
    QCOMPARE(checked.ignored(), QStringList());
    QCOMPARE(checked.refusal(), QString());
}

void TestStartEnvironment::judgesPlatforms_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* platform, bool accepted) {
        QTest::newRow(platform) << QString::fromLatin1(platform) << accepted;
    };
    row("", true);
    row("xcb", true);
    row("wayland", true);
    row("wayland-egl", true);
    row("offscreen", true);
    row("wayland;xcb", true);
    row("offscreen:enable_fonts", true);
    row("vnc", false);
    row("vnc:port=5900", false);
    row("xcb;vnc", false);
    row("vnc;xcb", false);
    row("VNC", false);
    row("linuxfb", false);
    row("eglfs", false);
    row("minimal", false);
    row("xcb;", false);
}

void TestStartEnvironment::judgesPlatforms()
{
    QFETCH(QString, platform);
    QFETCH(bool, accepted);
    const StartEnvironment checked = started(QStringLiteral("QT_QPA_PLATFORM"), platform);
    QCOMPARE(checked.refusal().isEmpty(), accepted);
    QVERIFY(accepted || checked.refusal().endsWith(u'.'));
    QCOMPARE(checked.ignored(), QStringList());
}

void TestStartEnvironment::namesEveryVariableOnce()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("SSL_CERT_FILE"), Value);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), Value);
    environment.insert(QStringLiteral("LD_PRELOAD"), Value);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("vnc"));
    const StartEnvironment checked(environment);
    QCOMPARE(checked.ignored(),
             (QStringList{QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("SSL_CERT_FILE")}));
    QCOMPARE(checked.remarks().size(), 2);
    QCOMPARE(checked.warnings().size(), 1);
    QVERIFY(!checked.refusal().isEmpty());
}

void TestStartEnvironment::takesThemAway()
{
    qputenv("QML_IMPORT_PATH", "/nowhere");
    const StartEnvironment checked(QProcessEnvironment::systemEnvironment());
    QVERIFY(checked.ignored().contains(QStringLiteral("QML_IMPORT_PATH")));
    QVERIFY(qEnvironmentVariableIsSet("QML_IMPORT_PATH"));
    checked.apply();
    QVERIFY(!qEnvironmentVariableIsSet("QML_IMPORT_PATH"));
    QVERIFY(qEnvironmentVariableIsSet("PATH"));
}

QTEST_GUILESS_MAIN(TestStartEnvironment)
#include "tst_startenvironment.moc"
