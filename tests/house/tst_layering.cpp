#include "house/houserules.h"
#include "house/layering.h"
#include "house/sourcetext.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace finhub::house;

/// The house as it is drawn in docs/architecture.md: who includes whom, and what nobody writes.
class TestLayering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void splitsSource();
    void knowsQtModules();
    void arrowsAreTransitive();
    void finds_data();
    void finds();
    void allows_data();
    void allows();
    void reportsFileLineAndReason();
    void findsWhatHeadersBringAlong();
    void theHouseIsInOrder();
    void everyClassHasItsOwnName();

private:
    QMap<QString, QString> m_sources; ///< everything below src and ui, by its path
};

void TestLayering::splitsSource()
{
    const QList<SourceLine> lines = splitSource(QStringLiteral("#include <QWidget> // why\n"
                                                               "  #include \"core/id.h\"\n"
                                                               "int a = 10'000; // exec()\n"
                                                               "/* exec() \"x\"\n"
                                                               "exec() */ b(\"exec() \\\" #ffffff\", 'c');\n"
                                                               "c(R\"(one\n"
                                                               "// two \"quoted\")\"); d();\n"));
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines[0].include, QStringLiteral("<QWidget"));
    QVERIFY(lines[0].code.isEmpty());
    QCOMPARE(lines[1].include, QStringLiteral("\"core/id.h"));
    QCOMPARE(lines[2].code, QStringLiteral("int a = 10'000; "));
    QVERIFY(lines[3].code.isEmpty());
    QCOMPARE(lines[4].code, QStringLiteral(" b(\"\", '');"));
    QCOMPARE(lines[4].strings, QStringLiteral("exec()  #ffffff\n"));
    QCOMPARE(lines[5].strings, QStringLiteral("one"));
    QCOMPARE(lines[6].strings, QStringLiteral("// two \"quoted\"\n"));
    QCOMPARE(lines[6].code, QStringLiteral("); d();"));
}

void TestLayering::knowsQtModules()
{
    QCOMPARE(qtModuleOf(QStringLiteral("QWidget")), QStringLiteral("QtWidgets"));
    QCOMPARE(qtModuleOf(QStringLiteral("qlabel.h")), QStringLiteral("QtWidgets"));
    QCOMPARE(qtModuleOf(QStringLiteral("QtWidgets/QLabel")), QStringLiteral("QtWidgets"));
    QCOMPARE(qtModuleOf(QStringLiteral("QImage")), QStringLiteral("QtGui"));
    QCOMPARE(qtModuleOf(QStringLiteral("QUrl")), QStringLiteral("QtCore"));
    QCOMPARE(qtModuleOf(QStringLiteral("QNetworkReply")), QStringLiteral("QtNetwork"));
    QCOMPARE(qtModuleOf(QStringLiteral("QSqlQuery")), QStringLiteral("QtSql"));
    QCOMPARE(qtModuleOf(QStringLiteral("vector")), QString());
    QCOMPARE(qtModuleOf(QStringLiteral("sys/wait.h")), QString());
}

void TestLayering::arrowsAreTransitive()
{
    // "Each arrow also allows everything below it": what a room may include, it may include with all below.
    for (const Room& room : allRooms()) {
        const QStringList below = QString::fromLatin1(room.rooms).split(u' ', Qt::SkipEmptyParts);
        QVERIFY2(!below.contains(QLatin1String(room.name)), room.name);
        for (const QString& name : below) {
            const Room* const other = findRoom(name);
            QVERIFY2(other, room.name);
            for (const QString& further : QString::fromLatin1(other->rooms).split(u' ', Qt::SkipEmptyParts))
                QVERIFY2(below.contains(further), room.name);
        }
    }
    // The two ends of the wire know nothing of each other.
    QVERIFY(!QString::fromLatin1(findRoom(QStringLiteral("api"))->rooms).contains(QStringLiteral("sandbox")));
    QVERIFY(!QString::fromLatin1(findRoom(QStringLiteral("sandbox"))->rooms).contains(QStringLiteral("api")));
}

void TestLayering::finds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* path, const char* content, const char* why) {
        QTest::addRow("%s: %s", path, content)
            << QString::fromLatin1(path) << QString::fromLatin1(content) << QString::fromLatin1(why);
    };
    // Every wrong arrow.
    for (const Room& room : allRooms()) {
        const QStringList below = QString::fromLatin1(room.rooms).split(u' ', Qt::SkipEmptyParts);
        for (const Room& other : allRooms()) {
            if (other.name == room.name || below.contains(QLatin1String(other.name)))
                continue;
            QTest::addRow("%s includes %s", room.name, other.name)
                << QStringLiteral("src/%1/a.cpp").arg(QLatin1String(room.name))
                << QStringLiteral("#include \"%1/b.h\"").arg(QLatin1String(other.name))
                << QStringLiteral("must not include");
            QTest::addRow("%s links %s", room.name, other.name)
                << QStringLiteral("src/%1/CMakeLists.txt").arg(QLatin1String(room.name))
                << QStringLiteral("finhub_library(%1 SOURCES a.cpp LINKS finhub_%2)")
                       .arg(QLatin1String(room.name), QLatin1String(other.name))
                << QStringLiteral("must not link");
        }
    }
    row("src/core/a.h", "#include \"a.h\"", "room/file.h");
    row("src/core/a.h", "#include \"cellar/a.h\"", "no room");
    row("src/cellar/a.h", "int a;", "no room");
    // Qt modules.
    for (const char* room : {"core", "api", "documents", "review", "models", "sandbox"}) {
        for (const char* header : {"QWidget", "QtWidgets/QLabel", "QMessageBox", "qdialog.h", "QtWidgets"}) {
            QTest::addRow("%s uses %s", room, header)
                << QStringLiteral("src/%1/a.h").arg(QLatin1String(room))
                << QStringLiteral("#include <%1>").arg(QLatin1String(header))
                << QStringLiteral("must not use QtWidgets");
        }
    }
    for (const char* room :
         {"core", "documents", "review", "models", "views", "walkthrough", "sandbox", "app"}) {
        QTest::addRow("%s uses Network", room) << QStringLiteral("src/%1/a.cpp").arg(QLatin1String(room))
                                               << QStringLiteral("#include <QNetworkAccessManager>")
                                               << QStringLiteral("Qt Network is api's alone");
    }
    row("src/models/a.h", "#include <QtNetwork/qnetworkreply.h>", "Qt Network is api's alone");
    row("src/models/a.h", "#include <QtNetwork>", "Qt Network is api's alone");
    row("src/core/a.cpp", "#include <QImage>", "must not use QtGui");
    row("src/review/a.cpp", "#include <QColor>", "must not use QtGui");
    row("src/models/a.cpp", "#include <QSqlQuery>", "must not use QtSql");
    row("src/documents/a.cpp", "#include <QPdfDocument>", "document worker alone");
    row("src/views/a.cpp", "#include <QtPdf/QPdfDocument>", "document worker alone");
    row("src/sandbox/a.cpp", "#include <QPdfDocument>", "document worker alone");
    row("src/documents/a.cpp", "#include <seccomp.h>", "locks itself in");
    // Libraries of others.
    row("src/api/json/a.h", "#include <nlohmann/json.hpp>", "JSON stays");
    row("src/sandbox/a.h", "#include <nlohmann/json_fwd.hpp>", "JSON stays");
    row("src/core/a.cpp", "#include <nlohmann/json.hpp>", "JSON stays");
    row("src/views/a.cpp", "#include <nlohmann/json.hpp>", "JSON stays");
    row("src/api/a.cpp", "#include <httplib.h>", "HTTP server");
    row("src/app/a.cpp", "#include <httplib.h>", "HTTP server");
    row("src/core/CMakeLists.txt", "finhub_library(core LINKS Qt6::Core Qt6::Network)", "must not link");
    row("src/api/CMakeLists.txt", "finhub_library(api LINKS Qt6::Network)", "in its headers");
    row("src/models/CMakeLists.txt", "finhub_library(models LINKS finhub_worker)", "must not link");
    row("src/models/CMakeLists.txt", "target_link_libraries(finhub_models PUBLIC Qt6::Widgets)",
        "must not link");
    // Event loops.
    row("src/views/a.cpp", "dialog.exec();", "no exec()");
    row("src/views/a.cpp", "dialog->exec();", "no exec()");
    row("src/views/a.cpp", "if (box -> exec() == QMessageBox::Yes)", "no exec()");
    row("src/views/a.cpp", "return QDialog::exec();", "no exec()");
    row("src/app/a.cpp", "menu.exec(point);", "no exec()");
    row("src/views/a.cpp", "if (QMessageBox::question(this, a, b))", "event loop of its own");
    row("src/views/a.cpp", "QFileDialog::getOpenFileName(this);", "event loop of its own");
    row("src/api/a.cpp", "QEventLoop wait;", "event loop inside");
    row("src/views/a.cpp", "QCoreApplication::processEvents();", "processEvents");
    row("src/walkthrough/a.cpp", "qApp->processEvents ();", "processEvents");
    // Models and views.
    row("src/models/a.h", "class A : public QSortFilterProxyModel {", "index vector");
    row("src/views/a.cpp", "header->setSectionResizeMode(QHeaderView::ResizeToContents);",
        "sizing by contents");
    row("src/views/a.cpp", "table->resizeColumnsToContents();", "sizing by contents");
    // Colours.
    row("src/views/a.cpp", "setColor(\"#2f5fd0\");", "tokens");
    row("src/views/a.cpp", "QStringLiteral(\"color: #fff; x\")", "tokens");
    row("src/views/a.cpp", "\"background: rgba(0, 0, 0, 40)\"", "tokens");
    row("src/views/widgets/a.cpp", "QColor(47, 95, 208)", "tokens");
    row("src/views/a.cpp", "QColor accent{0x2f5fd0};", "tokens");
    row("src/views/a.cpp", "QColor ground(12, 13, 14);", "tokens");
    row("src/views/a.cpp", "QColor(\"red\")", "tokens");
    row("src/models/a.cpp", "return QColor(QStringLiteral(\"red\"));", "tokens");
    row("src/views/a.cpp", "painter.setPen(Qt::red);", "tokens");
    row("src/views/a.cpp", "painter.setPen(Qt::darkGray);", "tokens");
    row("src/documents/a.cpp", "image.fill(qRgb(255, 255, 255));", "tokens");
    row("ui/a.ui", "<property name=\"styleSheet\">", "tokens");
    row("ui/a.ui", "<color alpha=\"255\">", "tokens");
    // Text for people.
    row("src/core/a.cpp", "return tr(\"Approved\");", "text for people");
    row("src/models/a.cpp", "return tr(\"Name\");", "text for people");
    row("src/review/a.cpp", "QObject::tr(\"Name\")", "text for people");
    row("src/sandbox/a.cpp", "QCoreApplication::translate(\"A\", \"Name\")", "text for people");
    // Form.
    row("src/core/a.h", "using namespace finhub;", "using namespace");
    QTest::newRow("401 lines") << QStringLiteral("src/core/a.cpp") << QString(401, u'\n')
                               << QStringLiteral("401 lines");
}

void TestLayering::finds()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    QFETCH(QString, why);
    const QList<Violation> violations = violationsIn(path, content);
    QCOMPARE(violations.size(), 1);
    QVERIFY2(violations[0].why.contains(why), qPrintable(violations[0].text()));
}

void TestLayering::allows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("content");
    const auto row = [](const char* path, const char* content) {
        const QString text = QString::fromLatin1(content);
        QTest::addRow("%s: %s", path, qPrintable(text.simplified())) << QString::fromLatin1(path) << text;
    };
    row("src/core/a.cpp",
        "#include \"core/b.h\"\n#include <QString>\n#include <vector>\n#include <sodium.h>");
    row("src/core/a.cpp", "#include \"a.moc\"");
    row("src/views/a.cpp", "#include \"ui_signinview.h\"");
    row("src/app/main.cpp", "#include \"views/a.h\"\n#include \"sandbox/b.h\"\n#include \"walkthrough/c.h\"");
    row("src/views/a.h", "#include <QWidget>\n#include \"api/finhub.h\"");
    row("src/api/a.cpp", "#include <QNetworkReply>\n#include <nlohmann/json.hpp>");
    row("src/api/http/a.h", "#include <QSslConfiguration>");
    row("src/sandbox/json.h", "#include <nlohmann/json.hpp>");
    row("src/sandbox/a.cpp", "#include <httplib.h>\n#include <nlohmann/json.hpp>\n#include <QSqlQuery>");
    row("src/sandbox/a.cpp", "#include <QPdfWriter>");
    row("src/documents/worker/a.cpp", "#include <QPdfDocument>\n#include <seccomp.h>\nfill(Qt::white);");
    row("src/app/main.cpp", "return app.exec();");
    row("src/app/main.cpp", "return QApplication::exec();");
    row("src/sandbox/main.cpp", "return QCoreApplication::exec();");
    row("src/sandbox/a.cpp", "query.exec();");
    row("src/review/journal.cpp", "insert.exec();");
    row("src/views/a.cpp", "dialog->open(); // never exec(): a nested loop\n/* dialog.exec() */");
    row("src/views/a.cpp", "label->setText(tr(\"Case #12 of exec()\"));");
    row("src/views/a.cpp",
        "painter.setPen(theme.accent()); QColor line = theme.line(); fill(Qt::transparent);");
    row("src/views/style/tokens.cpp", "QColor(0x2f5fd0), \"#2f5fd0\", Qt::white");
    row("src/sandbox/specimens/a.cpp", "QColor(10, 20, 30); Qt::black;");
    row("src/sandbox/a.cpp", "painter.translate(1, 2);");
    row("src/documents/CMakeLists.txt", "target_link_libraries(finhub_worker PRIVATE Qt6::Pdf finhub_flags)");
    row("src/core/a.cpp", "int str(int); str(1); attr (2); using namespace finhub;");
    row("src/core/CMakeLists.txt",
        "finhub_library(core LINKS Qt6::Core tl::expected PRIVATE_LINKS PkgConfig::sodium)");
    row("src/api/CMakeLists.txt", "finhub_library(api LINKS finhub_core PRIVATE_LINKS Qt6::Network)");
    row("src/CMakeLists.txt", "add_subdirectory(core)");
    row("ui/a.ui", "<widget class=\"QLabel\" name=\"color\">");
    QTest::newRow("400 lines") << QStringLiteral("src/core/a.cpp") << QString(400, u'\n');
    QTest::newRow("a long test") << QStringLiteral("tests/core/tst_a.cpp") << QString(401, u'\n');
}

void TestLayering::allows()
{
    QFETCH(QString, path);
    QFETCH(QString, content);
    for (const Violation& violation : violationsIn(path, content))
        QFAIL(qPrintable(violation.text()));
}

void TestLayering::reportsFileLineAndReason()
{
    const QList<Violation> violations = violationsIn(
        QStringLiteral("src/core/a.cpp"), QStringLiteral("int a;\n\n#include <QWidget>\nint b;\ntr(x);\n"));
    QCOMPARE(violations.size(), 2);
    QCOMPARE(violations[0].text(),
             QStringLiteral("src/core/a.cpp:3: core must not use QtWidgets (<QWidget>)"));
    QCOMPARE(violations[1].text(), QStringLiteral("src/core/a.cpp:5: text for people belongs to views"));
}

void TestLayering::findsWhatHeadersBringAlong()
{
    QMap<QString, QString> files{
        {QStringLiteral("src/api/client.h"), QStringLiteral("#include \"api/transport.h\"\n")},
        {QStringLiteral("src/api/transport.h"),
         QStringLiteral("#include \"api/client.h\"\n#include <QSslConfiguration>\n")},
        {QStringLiteral("src/api/client.cpp"), QStringLiteral("#include \"api/client.h\"\n")},
        {QStringLiteral("src/api/values.h"), QStringLiteral("#include <QString>\n")},
        {QStringLiteral("src/views/list.cpp"), QStringLiteral("#include \"api/values.h\"\n")}};
    QVERIFY(leaksIn(files).isEmpty());

    files[QStringLiteral("src/views/list.cpp")] = QStringLiteral("#include \"api/client.h\"\n");
    const QList<Violation> leaks = leaksIn(files);
    QCOMPARE(leaks.size(), 1);
    QCOMPARE(leaks[0].text(), QStringLiteral("src/views/list.cpp:1: reaches <QSslConfiguration> through "
                                             "src/api/transport.h"));
}

void TestLayering::initTestCase()
{
    const QDir root(QStringLiteral(FINHUB_SOURCE_DIR));
    for (const char* folder : {"src", "ui"}) {
        QDirIterator it(root.filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            const QString path = root.relativeFilePath(file.fileName());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            m_sources.insert(path, QString::fromUtf8(file.readAll()));
        }
    }
    QVERIFY2(m_sources.size() > 60, "the sources were not found");
}

void TestLayering::theHouseIsInOrder()
{
    QList<Violation> violations;
    for (auto it = m_sources.begin(); it != m_sources.end(); ++it)
        violations += violationsIn(it.key(), it.value());
    violations += leaksIn(m_sources);
    for (const Violation& violation : violations)
        qWarning("%s", qPrintable(violation.text()));
    QCOMPARE(violations.size(), 0);
}

/// Two classes of one name in one namespace are one class to the linker: each file gets whichever destructor
/// comes first.
void TestLayering::everyClassHasItsOwnName()
{
    static const QRegularExpression opening(
        QStringLiteral(
            R"(^namespace ([\w:]+) \{|^(?:class|struct|enum class|union) (\w+)\b(?!::)[^;<>()]*\{)"),
        QRegularExpression::MultilineOption);
    QHash<QString, QString> owners;
    for (auto source = m_sources.begin(); source != m_sources.end(); ++source) {
        const QString& path = source.key();
        if (!path.endsWith(QLatin1String(".h")))
            continue;
        QString space;
        for (QRegularExpressionMatchIterator found = opening.globalMatch(source.value()); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            if (match.hasCaptured(1)) {
                space = match.captured(1);
                continue;
            }
            const QString name = space + QStringLiteral("::") + match.captured(2);
            const QString owner = owners.value(name, path);
            QVERIFY2(owner == path,
                     qPrintable(QStringLiteral("%1 is in %2 and in %3").arg(name, owner, path)));
            owners.insert(name, path);
        }
    }
    QVERIFY2(owners.size() > 400, qPrintable(QString::number(owners.size())));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
