#include "core/error.h"
#include "core/reasoncode.h"
#include "support/fakefinhub.h"
#include "views/help/aboutdialog.h"
#include "views/help/diagnostics.h"
#include "views/help/helpdesk.h"
#include "views/help/helpdialog.h"
#include "views/help/helptopics.h"
#include "views/signinview.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QTest>

using namespace finhub;
using namespace finhub::test;
using namespace finhub::views;

namespace {
api::CallRecord call(const char* path, int status, std::optional<ErrorWord> word = {})
{
    api::CallRecord record;
    record.method = "GET";
    record.path = QLatin1String(path);
    record.status = status;
    record.duration = std::chrono::milliseconds(12);
    record.technical = QStringLiteral("canary technical");
    if (word)
        record.word = *word;
    return record;
}
} // namespace

class TestHelpTopics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorWordHasATopic()
    {
        QSet<QString> titles;
        for (const auto& [word, name] : WireNames<ErrorWord>::table) {
            const HelpTopic* topic = findTopic(QLatin1String(name));
            QVERIFY2(topic, name);
            QCOMPARE(topic->kind, HelpTopic::Kind::Error);
            QVERIFY2(topic->meaning.endsWith(u'.') && topic->toDo.endsWith(u'.'), name);
            QVERIFY2(!titles.contains(topic->title), name);
            titles << topic->title;
        }
    }

    void everyReasonHasATopic()
    {
        for (const ReasonCode& reason : reasonCatalogue()) {
            const HelpTopic* topic = findTopic(reason.codeText());
            QVERIFY2(topic, reason.code);
            QCOMPARE(topic->kind, HelpTopic::Kind::Reason);
            QVERIFY2(topic->meaning.contains(reason.publicTextString()), reason.code);
            QCOMPARE(topic->toDo.contains(QStringLiteral("ask for a resubmission")),
                     reason.disposition == Disposition::Retry);
            QCOMPARE(topic->meaning.contains(QStringLiteral("internal")), reason.internal);
        }
        QVERIFY(!findTopic(QStringLiteral("NOTHING")));
    }

    void theDialogFindsThem()
    {
        HelpDialog dialog;
        const auto text = [&dialog](const char* name) {
            return dialog.findChild<QLabel*>(QLatin1String(name))->text();
        };
        QVERIFY(dialog.showTopic(QStringLiteral("CLAIMED")));
        QCOMPARE(text("helpTitle"), QStringLiteral("Another officer has the case"));
        QVERIFY(text("helpCode").endsWith(QStringLiteral("CLAIMED")));
        QVERIFY(!dialog.showTopic(QStringLiteral("NOTHING")));
        dialog.findChild<QLineEdit*>(QStringLiteral("helpSearch"))
            ->setText(QStringLiteral("sanctions_match"));
        QVERIFY(text("helpCode").endsWith(QStringLiteral("SANCTIONS_MATCH")));
        dialog.findChild<QLineEdit*>(QStringLiteral("helpSearch"))->setText(QStringLiteral("zzz"));
        QVERIFY(text("helpNote").startsWith(QStringLiteral("No word")));
    }

    void helpOpensAtTheLastError()
    {
        FakeFinHub finhub;
        QWidget window;
        const HelpDesk desk(finhub, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        finhub.calls.add(call("/api/v2.1/verifications/1/approve", 409, ErrorWord::AlreadyDecided));
        finhub.calls.add(call("/api/v2.1/verifications", 200));
        window.findChild<QAction*>(QStringLiteral("helpAction"))->trigger();
        auto* dialog = window.findChild<HelpDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("helpCode"))
                    ->text()
                    .endsWith(QStringLiteral("ALREADY_DECIDED")));
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("helpNote"))->isVisibleTo(dialog));
        dialog->close();
    }

    void helpOpensAtTheReasonUnderTheFocus()
    {
        FakeFinHub finhub;
        QWidget window;
        const HelpDesk desk(finhub, &window);
        QPushButton reason(&window);
        reason.setObjectName(QStringLiteral("reason_TAMPERED"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        reason.setFocus();
        QTRY_VERIFY(reason.hasFocus());
        window.findChild<QAction*>(QStringLiteral("helpAction"))->trigger();
        auto* dialog = window.findChild<HelpDialog*>();
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("helpCode"))
                    ->text()
                    .endsWith(QStringLiteral("TAMPERED")));
        dialog->close();
    }

    void diagnosticsNameNobody()
    {
        FakeFinHub finhub;
        SessionInfo session;
        session.userId = UserId(QStringLiteral("canary-user"));
        session.displayName = QStringLiteral("Canary Officer");
        api::ConnectionProfile profile;
        profile.name = QStringLiteral("Canary connection");
        profile.baseUrl = QUrl(QStringLiteral("https://canary:secret@canary.example/"));
        profile.tenantId = TenantId(QStringLiteral("canarytenant"));
        profile.username = QStringLiteral("canary@example.com");
        finhub.openSession(session, profile);
        finhub.calls.add(
            call("/api/v2.1/customer/individual/canarycustomer/timeline", 404, ErrorWord::NotFound));
        finhub.calls.add(call("/api/v2.1/admin/organization/canary/users/canary/sessions", 500));
        const QString text = diagnosticsText(finhub);
        QVERIFY2(!text.contains(QStringLiteral("canary"), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("secret")), qPrintable(text));
        QVERIFY(text.contains(
            QStringLiteral("GET /api/v2.1/customer/individual/{id}/timeline 404 12 ms NOT_FOUND")));
        QVERIFY(text.contains(QStringLiteral("/api/v2.1/admin/organization/{id}/users/{id}/sessions 500")));
        QVERIFY(text.contains(QLatin1String(qVersion())));
        QVERIFY(text.contains(QStringLiteral("customer-directory")));
    }

    void diagnosticsAreCopied()
    {
        FakeFinHub finhub;
        QWidget window;
        const HelpDesk desk(finhub, &window);
        window.findChild<QAction*>(QStringLiteral("diagnosticsAction"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), diagnosticsText(finhub));
    }

    void whoeverHasNoConnectionIsWelcomed()
    {
        FakeFinHub finhub;
        SignInView view(finhub);
        view.setProfiles({}, 0);
        auto* welcome = view.findChild<QWidget*>(QStringLiteral("welcomePanel"));
        auto* card = view.findChild<QWidget*>(QStringLiteral("signInCard"));
        QVERIFY(welcome->isVisibleTo(&view) && !card->isVisibleTo(&view));
        view.findChild<QPushButton*>(QStringLiteral("welcomeConnectionButton"))->click();
        auto* dialog = view.findChild<QDialog*>();
        QVERIFY(dialog);
        dialog->close();
        // What has to be said is said where it always is.
        view.setNotice(QStringLiteral("Something is wrong."));
        QVERIFY(!welcome->isVisibleTo(&view) && card->isVisibleTo(&view));
        SignInView other(finhub);
        other.setProfiles({api::ConnectionProfile()}, 1);
        QVERIFY(!other.findChild<QWidget*>(QStringLiteral("welcomePanel"))->isVisibleTo(&other));
    }

    void aboutNamesVersionsAndLicences()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("9.8.7"));
        const AboutDialog dialog;
        const QString version = dialog.findChild<QLabel*>(QStringLiteral("aboutVersion"))->text();
        QVERIFY2(version.contains(QStringLiteral("9.8.7")) && version.contains(QLatin1String(qVersion())),
                 qPrintable(version));
        const QString licences =
            dialog.findChild<QPlainTextEdit*>(QStringLiteral("aboutLicences"))->toPlainText();
        for (const char* part : {"Qt 6", "LGPL-3.0", "PDFium", "libsodium", "nlohmann/json", "cpp-httplib",
                                 "tl::expected", "libzip", "libseccomp", "Tesseract"})
            QVERIFY2(licences.contains(QLatin1String(part)), part);
    }
};

QTEST_MAIN(TestHelpTopics)
#include "tst_helptopics.moc"
