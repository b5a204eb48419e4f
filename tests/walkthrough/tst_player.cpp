#include "walkthrough/performance.h"
#include "walkthrough/rehearsalwindow.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTemporaryDir>

#include <memory>

using namespace finhub::walkthrough;

class TestPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void actions_data();
    void actions();
    void waitsForConditions();
    void waitsForAUsableTarget();
    void remembers();
    void skips();
    void rowsByText();
    void dialogs();
    void failures_data();
    void failures();
    void failedConditionsAreReported();
    void laterStepsAreNotRun();
    void picturesAndReport();
    void noPictureWhereNoneIsWanted();
    void failuresHaveTheirPicture();
    void oldPicturesGo();
    void otherFilesStay();
    void outputThatCannotBeWritten();
    void pictureThatCannotBeWritten();
    void windowClosedByAStep();
    void windowDeletedWhileWaiting();
    void windowNeverShown();
    void playerDeletedWhilePlaying();
    void playerDeletedByItsStep();
    void stopped();
    void startedTwice();

private:
    /// Without pictures, and with nobody to read along.
    Report play(const QByteArray& steps)
    {
        return Performance(m_window.get(), steps, {{}, Pace::fast()}).play();
    }
    /// With pictures.
    Report record(const QByteArray& steps)
    {
        return Performance(m_window.get(), steps, {m_folder->path(), std::nullopt}).play();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    QJsonObject writtenReport() const
    {
        QFile file(m_folder->filePath(QStringLiteral("report.json")));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    std::unique_ptr<RehearsalWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPlayer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<RehearsalWindow>();
    QVERIFY(m_window->showAndWait());
}

void TestPlayer::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestPlayer::actions_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("happening");
    const auto row = [](const char* name, const char* step, const char* happening) {
        QTest::newRow(name) << QByteArray(step) << QString::fromLatin1(happening);
    };
    row("click", R"({"caption":"c","target":"greetButton","do":"click",
        "expect":[{"target":"greeting","text":"Hello before"}]})",
        "greet");
    row("click by accessible name", R"({"caption":"c","target":"Greet somebody","do":"click"})", "greet");
    row("double click on a row", R"({"caption":"c","target":"list","do":"doubleClick","row":2})",
        "opened Plums 7");
    row("key to the focus", R"({"caption":"c","do":"key","key":"Ctrl+J"})", "shortcut");
    row("key to a target", R"({"caption":"c","target":"greetButton","do":"key","key":"Space"})", "greet");
    row("select a row", R"({"caption":"c","target":"table","do":"selectRow","row":50,
        "expect":[{"target":"table","is":"focused"}]})",
        "");
    row("type", R"({"caption":"c","target":"nameEdit","do":"type","text":"Rasa",
        "expect":[{"target":"nameEdit","text":"Rasa"},{"target":"nameEdit","is":"focused"}]})",
        "");
    row("type at the end", R"({"caption":"c","target":"nameEdit","do":"type","text":"Rasa","replace":false,
        "expect":[{"target":"nameEdit","text":"beforeRasa"}]})",
        "");
    row("look", R"({"caption":"c","target":"disabledButton",
        "expect":[{"target":"disabledButton","is":"disabled"}]})",
        "");
}

void TestPlayer::actions()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, happening);
    m_window->widget("greetButton")->setAccessibleName(QStringLiteral("Greet somebody"));
    m_window->findChild<QLineEdit*>(QStringLiteral("nameEdit"))->setText(QStringLiteral("before"));
    const Report report = play(step);
    QVERIFY2(report.ok, QJsonDocument(report.toJson()).toJson());
    QCOMPARE(report.outcome, Outcome::Completed);
    QCOMPARE(report.steps.size(), 1);
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::Passed);
    if (!happening.isEmpty())
        QCOMPARE(m_window->count(happening), 1);
}

void TestPlayer::waitsForConditions()
{
    const Report report = play(R"({"caption":"c","target":"greetButton","do":"click",
        "waitFor":[{"target":"lateButton","is":"enabled"}],"expect":[{"target":"lateButton","is":"enabled"}]})");
    QVERIFY(report.ok);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
}

void TestPlayer::waitsForAUsableTarget()
{
    QVERIFY(play(R"({"caption":"c","target":"lateButton","do":"click"})").ok);
    QCOMPARE(m_window->count(QStringLiteral("late")), 1);
}

void TestPlayer::remembers()
{
    const Report report = play(R"(
        {"caption":"c","target":"nameEdit","do":"type","text":"Rasa",
         "remember":{"as":"name","target":"nameEdit","property":"text"}},
        {"caption":"Greet ${name}","target":"greetButton","do":"click",
         "expect":[{"target":"greeting","text":"Hello ${name}"}],
         "remember":{"as":"length","target":"nameEdit","property":"maxLength"}},
        {"caption":"c","target":"nameEdit","do":"type","text":"${length}",
         "expect":[{"target":"nameEdit","text":"32767"}]})");
    QVERIFY2(report.ok, QJsonDocument(report.toJson()).toJson());
    QCOMPARE(report.steps.at(1).caption, QStringLiteral("Greet Rasa"));
}

void TestPlayer::skips()
{
    const Report report = play(R"(
        {"caption":"c","target":"greetButton","do":"click","onlyIf":[{"target":"list","rowsAtLeast":4}]},
        {"caption":"c","target":"greetButton","do":"click","onlyIf":[{"target":"list","rowsAtLeast":3}]})");
    QVERIFY(report.ok);
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::Skipped);
    QCOMPARE(report.steps.at(1).outcome, StepOutcome::Passed);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
}

void TestPlayer::rowsByText()
{
    const Report report = play(R"(
        {"caption":"c","target":"list","do":"click","rowText":"Pears"},
        {"caption":"c","target":"table","do":"doubleClick","rowText":"Customer 4"})");
    QVERIFY(report.ok);
    QCOMPARE(m_window->list()->currentRow(), 1);
    QCOMPARE(m_window->count(QStringLiteral("opened row 4")), 1);
}

void TestPlayer::dialogs()
{
    const Report report = play(R"(
        {"caption":"Open","target":"dialogButton","do":"click","expect":[
            {"target":"dialog","is":"visible"},{"target":"question","textContains":"sure"},
            {"target":"greetButton","text":"Confirm"}]},
        {"caption":"Confirm","target":"greetButton","do":"click","expect":[
            {"target":"dialog","is":"hidden"},{"target":"greetButton","text":"Greet"}]})");
    QVERIFY2(report.ok, QJsonDocument(report.toJson()).toJson());
    QCOMPARE(m_window->count(QStringLiteral("confirm")), 1);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 0);
}

void TestPlayer::failures_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* step, const char* problem) {
        QTest::newRow(name) << QByteArray(step) << QString::fromLatin1(problem);
    };
    row("missing", R"("target":"nonsense","do":"click")", "nonsense no such widget");
    row("disabled", R"("target":"disabledButton","do":"click")", "disabledButton is disabled");
    row("hidden", R"("target":"hiddenButton","do":"click")", "hiddenButton is hidden");
    row("covered", R"("target":"coveredButton","do":"doubleClick")", "coveredButton is covered by cover");
    row("disabled, for a key", R"("target":"disabledButton","do":"key","key":"Space")",
        "disabledButton is disabled");
    row("no field", R"("target":"greeting","do":"type","text":"x")", "greeting does not take the keyboard");
    row("no focus", R"("target":"greeting","do":"key","key":"Space")", "greeting does not take the keyboard");
    row("no view", R"("target":"greeting","do":"selectRow","row":0)", "greeting has no rows");
    row("no row", R"("target":"list","do":"selectRow","row":3)", "list has no row 3");
    row("no row of the text", R"("target":"list","do":"click","rowText":"Figs")",
        "list has no row with \"Figs\"");
    row("row that stays unselected", R"("target":"lazyList","do":"selectRow","row":1)",
        "lazyList row 1 did not become the current one");
    row("nothing to remember", R"("remember":{"as":"a","target":"nonsense","property":"text"})",
        "nonsense has no text to remember");
    row("nothing in it to remember", R"("remember":{"as":"a","target":"nameEdit","property":"text"})",
        "nameEdit has no text to remember");
}

void TestPlayer::failures()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, problem);
    auto* lazy = new QListWidget(m_window.get());
    lazy->setObjectName(QStringLiteral("lazyList"));
    lazy->addItems({QStringLiteral("a"), QStringLiteral("b")});
    lazy->item(1)->setFlags(Qt::NoItemFlags);
    lazy->show();
    const Report report = play(R"({"caption":"c","timeoutMs":50,)" + step + "}");
    QVERIFY(!report.ok);
    QCOMPARE(report.outcome, Outcome::Failed);
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::Failed);
    QCOMPARE(report.steps.at(0).problem, problem);
}

void TestPlayer::failedConditionsAreReported()
{
    const Report report =
        record(R"({"caption":"c","target":"greetButton","do":"click","timeoutMs":50,"expect":[
        {"target":"greeting","textContains":"Hello"},
        {"target":"greeting","text":"Hello Rasa"},
        {"target":"list","rowsAtLeast":9}]})");
    QVERIFY(!report.ok);
    QCOMPARE(report.steps.at(0).problem, QString());
    const QList<FailedCondition> expected{
        {QStringLiteral("greeting"), QStringLiteral("text equals \"Hello Rasa\""),
         QStringLiteral("\"Hello \"")},
        {QStringLiteral("list"), QStringLiteral("at least 9 rows"), QStringLiteral("3 rows")}};
    QCOMPARE(report.steps.at(0).failed, expected);

    const QJsonObject step = writtenReport().value(QStringLiteral("steps")).toArray().at(0).toObject();
    QCOMPARE(step.value(QStringLiteral("outcome")).toString(), QStringLiteral("failed"));
    const QJsonObject failed = step.value(QStringLiteral("failed")).toArray().at(0).toObject();
    QCOMPARE(failed.value(QStringLiteral("target")).toString(), QStringLiteral("greeting"));
    QCOMPARE(failed.value(QStringLiteral("expected")).toString(),
             QStringLiteral("text equals \"Hello Rasa\""));
    QCOMPARE(failed.value(QStringLiteral("actual")).toString(), QStringLiteral("\"Hello \""));
}

void TestPlayer::laterStepsAreNotRun()
{
    const Report report = play(R"(
        {"caption":"c","target":"list","do":"click","row":0},
        {"caption":"c","timeoutMs":50,"waitFor":[{"target":"greeting","text":"x"}],"target":"greetButton","do":"click"},
        {"caption":"c","target":"greetButton","do":"click"})");
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::Passed);
    QCOMPARE(report.steps.at(1).outcome, StepOutcome::Failed);
    QCOMPARE(report.steps.at(1).failed.size(), 1);
    QCOMPARE(report.steps.at(2).outcome, StepOutcome::NotRun);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 0);
}

void TestPlayer::picturesAndReport()
{
    const Report report = record(R"(
        {"caption":"Write a name","name":"name","target":"nameEdit","do":"type","text":"Rasa"},
        {"caption":"Open the dialog","target":"dialogButton","do":"click","show":"question",
         "expect":[{"target":"dialog","is":"visible"}]},
        {"caption":"Confirm","target":"greetButton","do":"click","expect":[{"target":"dialog","is":"hidden"}]})");
    QVERIFY(report.ok);
    QCOMPARE(files(), QStringList({QStringLiteral("01-name.png"), QStringLiteral("02-open-the-dialog.png"),
                                   QStringLiteral("03-confirm.png"), QStringLiteral("report.json")}));
    QSet<QByteArray> different;
    for (const StepReport& step : report.steps) {
        const QImage picture(m_folder->filePath(step.picture));
        QCOMPARE(picture.size(), m_window->size());
        different << QByteArray(reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes());
    }
    QCOMPARE(different.size(), 3);

    const QJsonObject written = writtenReport();
    QCOMPARE(written, report.toJson());
    QCOMPARE(written.value(QStringLiteral("script")).toString(), QStringLiteral("test"));
    QCOMPARE(written.value(QStringLiteral("title")).toString(), QStringLiteral("A test"));
    QCOMPARE(written.value(QStringLiteral("outcome")).toString(), QStringLiteral("completed"));
    QCOMPARE(written.value(QStringLiteral("ok")).toBool(), true);
    QVERIFY(written.value(QStringLiteral("durationMs")).toInteger(-1) >= 0);
    const QJsonArray steps = written.value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps.at(1).toObject().value(QStringLiteral("number")).toInt(), 2);
    QCOMPARE(steps.at(1).toObject().value(QStringLiteral("picture")).toString(),
             QStringLiteral("02-open-the-dialog.png"));
    QCOMPARE(steps.at(1).toObject().value(QStringLiteral("caption")).toString(),
             QStringLiteral("Open the dialog"));
    // What was typed is nobody's business but the program's.
    QVERIFY(!QJsonDocument(written).toJson().contains("Rasa"));
}

void TestPlayer::noPictureWhereNoneIsWanted()
{
    QVERIFY(record(R"({"caption":"c","picture":false})").ok);
    QCOMPARE(files(), QStringList(QStringLiteral("report.json")));
}

void TestPlayer::failuresHaveTheirPicture()
{
    const Report report = record(
        R"({"caption":"Broken","target":"disabledButton","do":"click","timeoutMs":50,"picture":false})");
    QCOMPARE(report.steps.at(0).picture, QStringLiteral("01-broken-failed.png"));
    QVERIFY(QFile::exists(m_folder->filePath(report.steps.at(0).picture)));
}

void TestPlayer::oldPicturesGo()
{
    QVERIFY(record(R"({"caption":"One"},{"caption":"Two"})").ok);
    QVERIFY(record(R"({"caption":"Other"})").ok);
    QCOMPARE(files(), QStringList({QStringLiteral("01-other.png"), QStringLiteral("report.json")}));
}

void TestPlayer::otherFilesStay()
{
    // A report is a file like any other: it must not be able to name files elsewhere.
    QDir(m_folder->path()).mkdir(QStringLiteral("out"));
    for (const QString& name :
         {QStringLiteral("outside.png"), QStringLiteral("out/01-mine.png"), QStringLiteral("out/notes")}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QFile old(m_folder->filePath(QStringLiteral("out/report.json")));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(R"({"steps":[{"picture":"../outside.png"},{"picture":"notes"}]})");
    old.close();
    Performance performance(m_window.get(), R"({"caption":"One"})",
                            {m_folder->filePath(QStringLiteral("out")), {}});
    QVERIFY(performance.play().ok);
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("outside.png"))));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("out/notes"))));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("out/01-mine.png"))));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("out/01-one.png"))));
}

void TestPlayer::outputThatCannotBeWritten()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Performance performance(m_window.get(), R"({"caption":"c","target":"greetButton","do":"click"})",
                            {file.fileName() + QStringLiteral("/below"), {}});
    const Report report = performance.play();
    QVERIFY(!report.ok);
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(report.problem.contains(QStringLiteral("cannot be created")));
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::NotRun);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 0);
}

void TestPlayer::pictureThatCannotBeWritten()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("01-one.png")));
    const Report report = record(R"({"caption":"One"})");
    QVERIFY(!report.ok);
    QCOMPARE(report.steps.at(0).outcome, StepOutcome::Failed);
    QVERIFY(report.steps.at(0).problem.contains(QStringLiteral("01-one.png cannot be written")));
}

void TestPlayer::windowClosedByAStep()
{
    const Report report = record(R"({"caption":"c","target":"closeButton","do":"click",
        "expect":[{"target":"greeting","is":"visible"}]},{"caption":"c"})");
    QVERIFY(!report.ok);
    QCOMPARE(report.outcome, Outcome::WindowClosed);
    QCOMPARE(report.steps.at(1).outcome, StepOutcome::NotRun);
    QCOMPARE(writtenReport().value(QStringLiteral("outcome")).toString(), QStringLiteral("windowClosed"));
}

void TestPlayer::windowDeletedWhileWaiting()
{
    Performance performance(m_window.get(),
                            R"({"caption":"c","waitFor":[{"target":"nonsense","is":"visible"}]})",
                            {m_folder->path(), {}});
    performance.player().start();
    QTimer::singleShot(0, this, [this] { m_window.reset(); });
    QCOMPARE(performance.end().outcome, Outcome::WindowClosed);
    QCOMPARE(performance.endings(), 1);
}

void TestPlayer::windowNeverShown()
{
    RehearsalWindow window;
    Performance performance(&window, R"({"caption":"c"})", {m_folder->path(), {}});
    QCOMPARE(performance.play().outcome, Outcome::WindowClosed);
}

void TestPlayer::playerDeletedWhilePlaying()
{
    auto performance = std::make_unique<Performance>(
        m_window.get(), R"({"caption":"c","waitFor":[{"target":"nonsense","is":"visible"}]})",
        PlayerOptions{m_folder->path(), {}});
    performance->player().start();
    QTest::qWait(0);
    performance.reset();
    QTest::mouseClick(m_window->widget("greetButton"), Qt::LeftButton);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
}

void TestPlayer::playerDeletedByItsStep()
{
    auto performance = std::make_unique<Performance>(
        m_window.get(), R"({"caption":"c","target":"greetButton","do":"click"},{"caption":"c"})",
        PlayerOptions{m_folder->path(), {}});
    connect(qobject_cast<QPushButton*>(m_window->widget("greetButton")), &QPushButton::clicked, this,
            [&performance] { performance.reset(); });
    performance->player().start();
    QTRY_VERIFY(!performance);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
}

void TestPlayer::stopped()
{
    Performance performance(m_window.get(),
                            R"({"caption":"c","waitFor":[{"target":"nonsense","is":"visible"}]})",
                            {m_folder->path(), {}});
    performance.player().start();
    performance.player().stop();
    performance.player().stop();
    QVERIFY(!performance.hasEnded());
    const Report report = performance.end();
    QCOMPARE(report.outcome, Outcome::Stopped);
    QVERIFY(!report.ok);
    QCOMPARE(performance.endings(), 1);
}

void TestPlayer::startedTwice()
{
    Performance performance(m_window.get(), R"({"caption":"c","target":"greetButton","do":"click"})",
                            {m_folder->path(), {}});
    performance.player().start();
    performance.player().start();
    QVERIFY(performance.end().ok);
    performance.player().start();
    QTest::qWait(0);
    QCOMPARE(performance.endings(), 1);
    QCOMPARE(m_window->count(QStringLiteral("greet")), 1);
}

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"
