#pragma once

#include "api/httpfinhub.h"
#include "app/exports.h"
#include "app/journaling.h"
#include "app/knowncustomersfiles.h"
#include "app/mainwindow.h"
#include "app/profilejournal.h"
#include "documents/cachingdocumentservice.h"
#include "documents/workerrenderer.h"
#include "review/notingfinhub.h"
#include "sandbox/sandboxserver.h"
#include "views/widgets/documentcanvas.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

namespace finhub::test {

/// A console in its window on a sandbox of its own, used like a person uses it: through the names of its
/// widgets.
class ConsoleFixture {
public:
    /// `deadline` is the client's for one call; short, so that a test of it is not long.
    explicit ConsoleFixture(sandbox::SandboxOptions options = defaultOptions(),
                            std::chrono::milliseconds deadline = std::chrono::seconds(3));
    ~ConsoleFixture();

    /// 200 customers: cases of every risk, in every stage.
    static sandbox::SandboxOptions defaultOptions();

    /// Closes the console and starts it again: what it has learned is gone, what it has stored is there.
    void restart();
    /// Signs in with one press, as officer (0), senior (1), viewer (2) or the locked account (3).
    void chooseAccount(std::size_t account);
    void signIn(std::size_t account = 0);
    /// Enters the password of the account that is signed in, after its session has ended or was locked.
    void comeBack(std::size_t account = 0);
    /// Opens the first row of the list that shows this text.
    void openRow(const QString& text);
    /// Pastes the id of a customer into the search and opens what it finds.
    void openCustomer(const QString& id);
    /// Looks at every page of every document of the open case and accepts it.
    void acceptDocuments() const;
    /// Looks at every page of the document that is shown, until it has been displayed whole.
    void lookAtDocument() const;
    /// Arms a fault (section 6); a JSON object.
    void arm(const QByteArray& fault);
    void disarm();
    /// Whether a fault is armed that no request has met yet.
    bool isArmed();
    /// Acts, and returns in the moment in which the decision that this sends is being read back; false when
    /// none is within ten seconds.
    bool isReadingBackAfter(const std::function<void()>& act) const;
    /// What the sandbox says of the open case's verification.
    QString recordedStatus();

    template <typename T = QWidget>
    T* find(const char* name) const
    {
        // The sign-in and a form may both have a field of this name: a person means the one on screen.
        const QList<T*> widgets = window->findChildren<T*>(QLatin1String(name));
        if (widgets.isEmpty())
            qFatal("there is no %s", name);
        const auto shown =
            std::find_if(widgets.begin(), widgets.end(), [](const T* widget) { return widget->isVisible(); });
        return shown == widgets.end() ? widgets.first() : *shown;
    }
    bool isShown(const char* name) const
    {
        const QList<QWidget*> widgets = window->findChildren<QWidget*>(QLatin1String(name));
        return std::any_of(widgets.begin(), widgets.end(),
                           [](const QWidget* widget) { return widget->isVisible(); });
    }
    bool isEnabled(const char* name) const { return find(name)->isEnabled(); }
    void click(const char* name) const;
    /// Types into a line edit in place of what is there.
    void type(const char* name, const QString& text) const;
    /// Presses a key of the window. No shortcut hears a key in a window that is not the active one, and the
    /// offscreen platform has no window manager that would give it back its activation after a dialog.
    void press(Qt::Key key) const;
    QString text(const char* name) const;
    int rows(const char* name) const;

    sandbox::SandboxServer server;
    QUrl url;
    std::unique_ptr<api::HttpFinHub> finhub; ///< what the server itself says
    QTemporaryDir folder;                    ///< where the ids of known customers and the journal are kept
    std::unique_ptr<app::KnownCustomersFiles> knownFiles;
    std::unique_ptr<review::KnownCustomers> known;
    std::unique_ptr<review::NotingFinHub> noting; ///< what the window speaks to
    std::unique_ptr<app::ProfileJournal> journal;
    std::unique_ptr<documents::WorkerRenderer> renderer;
    std::unique_ptr<documents::CachingDocumentService> documents;
    std::unique_ptr<review::Outbox> outbox;
    std::unique_ptr<review::DecisionDesk> desk;
    std::unique_ptr<app::MainWindow> window;
    std::unique_ptr<app::Journaling> journaling;
    std::unique_ptr<app::Exports> exports;

private:
    void moveOverPage() const;
    void build();
    QByteArray send(const QByteArray& method, const QByteArray& body);

    std::chrono::milliseconds m_deadline;
};

} // namespace finhub::test
