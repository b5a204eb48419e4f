#include "benchmark/benchmarkconsole.h"
#include "benchmark/measurements.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTableWidget>
#include <QTextStream>

using namespace finhub;
using namespace finhub::benchmark;

namespace {
/// A sandbox in a process of its own, ended with this object.
class Sandbox {
public:
    explicit Sandbox(int customers)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/finhub-sandbox"),
            {QStringLiteral("--port=0"), QStringLiteral("--customers"), QString::number(customers)});
        const QByteArray ready = "FINHUB-SANDBOX listening on ";
        while (m_process.waitForReadyRead(60000)) {
            m_said += m_process.readAllStandardOutput();
            const qsizetype at = m_said.indexOf(ready);
            if (at >= 0 && m_said.indexOf('\n', at) > 0) {
                url = QUrl(QString::fromLatin1(
                    m_said.mid(at + ready.size(), m_said.indexOf('\n', at) - at - ready.size())));
                return;
            }
        }
        qFatal("the sandbox does not start");
    }
    ~Sandbox()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    QUrl url;

private:
    QProcess m_process;
    QByteArray m_said;
};

/// Milliseconds from the start of this program with these arguments until it says that it has painted.
double coldStart(const QStringList& arguments)
{
    QElapsedTimer clock;
    clock.start();
    QProcess console;
    console.start(QCoreApplication::applicationFilePath(), arguments);
    if (!console.waitForReadyRead(30000))
        qFatal("a window does not start");
    const double time = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    console.waitForFinished(30000);
    return time;
}

/// What no console can be faster than: a window of Qt's own with some rows.
void showBareWindow()
{
    QTableWidget table(20, 8);
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column)
            table.setItem(row, column, new QTableWidgetItem(QStringLiteral("a word")));
    }
    table.resize(1440, 900);
    table.show();
    table.repaint();
}
} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("console-benchmark"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("customers"), QStringLiteral("How many the sandbox holds."), QStringLiteral("N"),
          QStringLiteral("1000")},
         {QStringLiteral("runs"), QStringLiteral("How many runs the medians are of."), QStringLiteral("N"),
          QStringLiteral("7")},
         {QStringLiteral("json"), QStringLiteral("Print one JSON object.")},
         {QStringLiteral("cold"), QStringLiteral("Sign in, say when rows are painted, and end."),
          QStringLiteral("URL")}});
    parser.addOption({QStringLiteral("bare"), QStringLiteral("Show a table of Qt's own, say so, and end.")});
    parser.process(application);
    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("bare"))) {
        showBareWindow();
        out << "rows" << Qt::endl;
        return 0;
    }
    views::ThemeManager themes;
    themes.setMode(views::ThemeManager::Mode::Light);
    if (parser.isSet(QStringLiteral("cold"))) {
        BenchmarkConsole console(QUrl(parser.value(QStringLiteral("cold"))));
        console.signIn();
        out << "rows" << Qt::endl;
        return 0;
    }
    const int customers = qBound(100, parser.value(QStringLiteral("customers")).toInt(), 1'000'000);
    const int runs = qBound(1, parser.value(QStringLiteral("runs")).toInt(), 100);
    const Sandbox sandbox(customers);
    QList<double> cold;
    QList<double> bare;
    for (int run = 0; run < runs; ++run) {
        cold << coldStart({QStringLiteral("--cold"), sandbox.url.toString()});
        bare << coldStart({QStringLiteral("--bare")});
    }
    BenchmarkConsole console(sandbox.url);
    console.signIn();
    QJsonObject figures = measure(console, runs);
    figures.insert(QStringLiteral("customers"), customers);
    figures.insert(QStringLiteral("runs"), runs);
    figures.insert(QStringLiteral("coldStartToRowsMs"), median(cold));
    figures.insert(QStringLiteral("bareWindowMs"), median(bare));
    if (parser.isSet(QStringLiteral("json"))) {
        out << QJsonDocument(figures).toJson(QJsonDocument::Compact) << Qt::endl;
    } else {
        for (auto it = figures.begin(); it != figures.end(); ++it)
            out << it.key() << ' ' << it->toDouble() << Qt::endl;
    }
    return 0;
}
