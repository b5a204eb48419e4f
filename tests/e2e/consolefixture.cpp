#include "e2e/consolefixture.h"

#include "models/documentlistmodel.h"
#include "sandbox/accounts/accounts.h"
#include "views/signinview.h"

#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTestEventLoop>

namespace finhub::test {

namespace {
api::ClientOptions quickClient(std::chrono::milliseconds deadline)
{
    api::ClientOptions options;
    options.deviceId = "e2e";
    options.callDeadline = deadline;
    options.firstPause = std::chrono::milliseconds(1);
    options.longestPause = std::chrono::milliseconds(2);
    return options;
}
} // namespace

sandbox::SandboxOptions ConsoleFixture::defaultOptions()
{
    sandbox::SandboxOptions options;
    options.customers = 200;
    return options;
}

ConsoleFixture::ConsoleFixture(sandbox::SandboxOptions options, std::chrono::milliseconds deadline)
    : server(std::move(options))
    , m_deadline(deadline)
{
    const Result<QUrl> started = server.start();
    if (!started)
        qFatal("the sandbox does not start");
    url = *started;
    build();
}

void ConsoleFixture::build()
{
    finhub = std::make_unique<api::HttpFinHub>(quickClient(m_deadline));
    knownFiles = std::make_unique<app::KnownCustomersFiles>(folder.path());
    known = std::make_unique<review::KnownCustomers>(*knownFiles);
    noting = std::make_unique<review::NotingFinHub>(*finhub, *known);
    journal = std::make_unique<app::ProfileJournal>(*noting, folder.path());
    renderer = std::make_unique<documents::WorkerRenderer>(
        QStringLiteral(FINHUB_BIN_DIR "/finhub-document-worker"), std::chrono::seconds(60));
    documents = std::make_unique<documents::CachingDocumentService>(*noting, *renderer);
    QObject::connect(noting.get(), &review::NotingFinHub::documentUploaded, documents.get(),
                     [this](const Document& document, const QByteArray& content) {
                         static_cast<void>(documents->keep(document, content));
                     });
    outbox = std::make_unique<review::Outbox>(folder.path());
    // Not held, unless a test is about that: the others would wait for it.
    desk = std::make_unique<review::DecisionDesk>(
        *noting, *outbox, journal.get(),
        review::DecisionDesk::Options{.hold = std::chrono::milliseconds(0),
                                      .firstPause = std::chrono::milliseconds(200)});
    window = std::make_unique<app::MainWindow>(*noting, *documents, *desk, *known);
    window->setEndSession([this] { return finhub->suspend(); });
    journaling = std::make_unique<app::Journaling>(*noting, *journal, *window);
    exports = std::make_unique<app::Exports>(*noting, *documents, *journal, *window);
    chooseAccount(sandbox::OfficerAccount);
    window->show();
}

ConsoleFixture::~ConsoleFixture()
{
    exports.reset();
    journaling.reset();
    window.reset();
}

void ConsoleFixture::restart()
{
    exports.reset();
    journaling.reset();
    window.reset();
    desk.reset();
    outbox.reset();
    documents.reset();
    renderer.reset();
    journal.reset();
    noting.reset();
    known.reset();
    knownFiles.reset();
    finhub.reset();
    build();
}

void ConsoleFixture::chooseAccount(std::size_t account)
{
    const sandbox::AdminAccount& who = sandbox::fixedAccounts()[account];
    api::ConnectionProfile profile;
    profile.name = QStringLiteral("Sandbox");
    profile.baseUrl = url;
    profile.tenantId = sandbox::sandboxTenant();
    profile.organizationId = sandbox::sandboxOrganization();
    profile.userId = who.id;
    profile.username = who.username;
    window->signInView().setProfiles({profile}, 1);
    window->signInView().selectProfile(0);
    window->signInView().fillPassword(who.password);
}

void ConsoleFixture::signIn(std::size_t account)
{
    chooseAccount(account);
    click("signInButton");
    // A server without a directory has no rows to begin with.
    QTRY_VERIFY_WITH_TIMEOUT((isShown("customerTable") && rows("customerTable") > 0) ||
                                 (isShown("customersState") && !noting->offers(Extension::CustomerDirectory)),
                             10000);
}

void ConsoleFixture::comeBack(std::size_t account)
{
    QTRY_VERIFY_WITH_TIMEOUT(isShown("lockView"), 10000);
    type("unlockPasswordEdit", sandbox::fixedAccounts()[account].password);
    click("unlockButton");
}

void ConsoleFixture::openRow(const QString& text)
{
    auto* table = find<QAbstractItemView>("customerTable");
    const auto row = [table, &text] {
        const QModelIndexList found =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchContains);
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            for (int r = 0; r < table->model()->rowCount(); ++r) {
                if (table->model()->index(r, column).data().toString().contains(text))
                    return r;
            }
        }
        return found.isEmpty() ? -1 : found.first().row();
    };
    QTRY_VERIFY_WITH_TIMEOUT(row() >= 0, 10000);
    const QModelIndex index = table->model()->index(row(), 0);
    table->scrollTo(index);
    const QPoint at = table->visualRect(index).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY_WITH_TIMEOUT(isShown("caseView"), 10000);
}

void ConsoleFixture::openCustomer(const QString& id)
{
    type("searchEdit", id);
    QTest::keyClick(find("searchEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown("caseView") && text("caseId") == id, 10000);
}

/// As wide as there is room for, from the top to the bottom.
void ConsoleFixture::moveOverPage() const
{
    auto* canvas = find<views::DocumentCanvas>("documentCanvas");
    QSignalSpy settled(canvas, &views::DocumentCanvas::settled);
    canvas->fitWidth();
    QVERIFY(settled.wait(20000));
    while (canvas->view().pageRect().bottom() > canvas->height()) {
        canvas->movePage({0, -canvas->height() / 3.0});
        QVERIFY(settled.wait(20000));
    }
}

void ConsoleFixture::lookAtDocument() const
{
    const auto* strip = find<QAbstractItemView>("documentStrip");
    const auto displayed = [strip] {
        return strip->currentIndex().data(models::DocumentListModel::DisplayedRole).toBool();
    };
    for (int page = 1; !displayed(); ++page) {
        const QString seen = QStringLiteral("Seen %1 of").arg(page);
        const auto counts = [this, &displayed, &seen] {
            return displayed() || text("documentVerdictText").startsWith(seen);
        };
        const auto inParts = [this] {
            const QString state = text("documentVerdictText");
            return state.startsWith(QStringLiteral("Too small")) ||
                   state.startsWith(QStringLiteral("Not all"));
        };
        QTRY_VERIFY2_WITH_TIMEOUT(counts() || inParts(), qPrintable(text("documentVerdictText")), 20000);
        if (inParts())
            moveOverPage();
        QTRY_VERIFY2_WITH_TIMEOUT(counts(), qPrintable(text("documentVerdictText")), 20000);
        if (!displayed())
            click("nextPageButton");
    }
}

void ConsoleFixture::acceptDocuments() const
{
    auto* strip = find<QAbstractItemView>("documentStrip");
    QTRY_VERIFY_WITH_TIMEOUT(isShown("verdictBar") && strip->model()->rowCount() > 0, 20000);
    for (int row = 0; row < strip->model()->rowCount(); ++row) {
        strip->setCurrentIndex(strip->model()->index(row, 0));
        lookAtDocument();
        if (QTest::currentTestFailed())
            return;
        const auto verdict = strip->currentIndex()
                                 .data(models::DocumentListModel::VerdictRole)
                                 .value<review::DocumentVerdict>();
        if (verdict == review::DocumentVerdict::Accepted)
            continue;
        QTRY_VERIFY(isEnabled("acceptDocumentButton"));
        click("acceptDocumentButton");
    }
}

QByteArray ConsoleFixture::send(const QByteArray& method, const QByteArray& body)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url.resolved(QUrl(QStringLiteral("/api/v2.1/test/faults"))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    [&] {
        QVERIFY(reply->isFinished() || finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }();
    return reply->readAll();
}

void ConsoleFixture::arm(const QByteArray& fault)
{
    send("POST", fault);
}

void ConsoleFixture::disarm()
{
    send("DELETE", {});
}

bool ConsoleFixture::isArmed()
{
    return !send("GET", {}).contains(R"("faults":[])");
}

bool ConsoleFixture::isReadingBackAfter(const std::function<void()>& act) const
{
    QTestEventLoop waiting;
    QObject::connect(desk.get(), &review::DecisionDesk::changed, &waiting, [this, &waiting] {
        const QList<const review::Decision*> all = desk->decisions();
        if (!all.isEmpty() && all.first()->step() == review::Decision::Step::ReadingBack)
            waiting.exitLoop();
    });
    act();
    waiting.enterLoop(10);
    return !waiting.timeout();
}

QString ConsoleFixture::recordedStatus()
{
    const CallPtr<Customer> call = finhub->customer(CustomerId(text("caseId")));
    QString status;
    bool done = false;
    call->onFinished(window.get(), [&status, &done](const Result<Customer>& customer) {
        done = true;
        if (customer && customer->verification)
            status = customer->verification->status.text();
    });
    [&done] { QTRY_VERIFY_WITH_TIMEOUT(done, 10000); }();
    return status;
}

void ConsoleFixture::click(const char* name) const
{
    auto* button = find<QAbstractButton>(name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void ConsoleFixture::type(const char* name, const QString& text) const
{
    auto* edit = find<QLineEdit>(name);
    QVERIFY2(edit->isVisible() && edit->isEnabled(), name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void ConsoleFixture::press(Qt::Key key) const
{
    window->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(window->isActiveWindow(), 10000);
    QTest::keyClick(window.get(), key);
}

QString ConsoleFixture::text(const char* name) const
{
    const QWidget* widget = find(name);
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
        return edit->toPlainText();
    return widget->property("text").toString();
}

int ConsoleFixture::rows(const char* name) const
{
    return find<QAbstractItemView>(name)->model()->rowCount();
}

} // namespace finhub::test
