#include "benchmark/measurements.h"

#include "benchmark/eventloopwatch.h"
#include "views/documentviewer.h"
#include "views/widgets/documentcanvas.h"

#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace finhub::benchmark {

namespace {
double pssOf(const QString& process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// MiB of this process and of the document workers that it has started.
double pssOfAll()
{
    const QString self = QString::number(QCoreApplication::applicationPid());
    double sum = pssOf(self);
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString& process : processes) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields.at(1) == self.toLatin1() && stat.contains("document-wor"))
            sum += pssOf(process);
    }
    return sum;
}

/// One filter, one sort, there and back.
void measureList(BenchmarkConsole& console, QList<double>& filter, QList<double>& sort)
{
    auto& search = console.find<QLineEdit>("searchEdit");
    const auto answered = [&console, &search] {
        return console.customers().query().search == search.text() && console.hasRows();
    };
    filter << console.timed(
        "a search", [&search] { QTest::keyClick(&search, Qt::Key_A); }, answered, console.table().viewport());
    search.clear();
    console.timed(
        "a search", [] {}, answered, console.table().viewport());
    QHeaderView* header = console.table().horizontalHeader();
    const QPoint first(header->sectionViewportPosition(0) + header->sectionSize(0) / 2, header->height() / 2);
    const auto before = console.customers().query();
    sort << console.timed(
        "sorting", [&] { QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, first); },
        [&] { return !(console.customers().query() == before) && console.hasRows(); },
        console.table().viewport());
}

void chooseView(BenchmarkConsole& console, int row)
{
    auto& views = console.find<QListView>("viewList");
    const auto before = console.customers().query();
    QTest::mouseClick(views.viewport(), Qt::LeftButton, {},
                      views.visualRect(views.model()->index(row, 0)).center());
    console.timed(
        "a view", [] {}, [&] { return console.hasRows(); }, console.table().viewport());
}

QList<double> measureScrolling(BenchmarkConsole& console)
{
    constexpr int Steps = 200;
    QList<double> frames;
    QScrollBar* bar = console.table().verticalScrollBar();
    for (int step = 0; step <= Steps; ++step) {
        const auto to = static_cast<int>(static_cast<double>(bar->maximum()) * step / Steps);
        frames << console.timed(
            "a frame", [bar, to] { bar->setValue(to); }, [] { return true; }, console.table().viewport());
        QCoreApplication::processEvents();
    }
    bar->setValue(0);
    return frames;
}

/// Opens a case, a document of it that nobody has looked at, and the next case.
void measureCase(BenchmarkConsole& console, int row, QList<double>& open, QList<double>& document,
                 QList<double>& next)
{
    auto& viewer = console.find<views::DocumentViewer>("documentViewer");
    auto& canvas = console.find<views::DocumentCanvas>("documentCanvas");
    QSignalSpy shown(&viewer, &views::DocumentViewer::documentShown);
    const auto isShown = [&shown] { return !shown.isEmpty(); };
    console.documents.clear(); // nothing prefetched, nothing kept
    QTableView& table = console.table();
    const QModelIndex index = table.model()->index(row, 0);
    table.scrollTo(index);
    const QPoint at = table.visualRect(index).center();
    open << console.timed(
        "opening a case",
        [&] {
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at);
        },
        isShown, &canvas);
    auto& strip = console.find<QListView>("documentStrip");
    if (strip.model()->rowCount() > 1) {
        shown.clear();
        document << console.timed(
            "opening a document",
            [&] {
                QTest::mouseClick(strip.viewport(), Qt::LeftButton, {},
                                  strip.visualRect(strip.model()->index(1, 0)).center());
            },
            isShown, &canvas);
    }
    console.settle(); // the next case is got ready
    shown.clear();
    auto* button = &console.find<QAbstractButton>("takeNextButton");
    if (button->isEnabled())
        next << console.timed(
            "the next case", [button] { button->click(); }, isShown, &canvas);
    QTest::keyClick(&console.window, Qt::Key_Escape);
    console.timed(
        "the list", [] {}, [&] { return console.hasRows(); }, table.viewport());
}
} // namespace

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return -1;
    std::sort(values.begin(), values.end());
    const auto at = static_cast<qsizetype>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    return values.at(std::clamp<qsizetype>(at, 0, values.size() - 1));
}

double median(QList<double> values)
{
    return percentile(std::move(values), 0.5);
}

QJsonObject measure(BenchmarkConsole& console, int runs)
{
    EventLoopWatch watch;
    QList<double> filter;
    QList<double> sort;
    QList<double> scroll;
    QList<double> open;
    QList<double> document;
    QList<double> next;
    console.settle();
    watch.reset();
    chooseView(console, 0);
    for (int run = 0; run < runs; ++run) {
        measureList(console, filter, sort);
        scroll << percentile(measureScrolling(console), 0.99);
    }
    chooseView(console, 1);
    for (int run = 0; run < runs; ++run)
        measureCase(console, run, open, document, next);
    const double longest = watch.longest();
    console.documents.clear();
    console.settle();
    return {
        {QStringLiteral("filterKeystrokeMs"), median(filter)}, {QStringLiteral("sortMs"), median(sort)},
        {QStringLiteral("scrollFrameMs"), median(scroll)},     {QStringLiteral("openCaseMs"), median(open)},
        {QStringLiteral("openDocumentMs"), median(document)},  {QStringLiteral("nextCaseMs"), median(next)},
        {QStringLiteral("longestBlockMs"), longest},           {QStringLiteral("pssMiB"), pssOfAll()}};
}

} // namespace finhub::benchmark
