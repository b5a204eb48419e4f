#include "app/journaling.h"

#include "views/caseview.h"
#include "views/comparepane.h"
#include "views/documentviewer.h"
#include "views/phases/declaredpage.h"
#include "views/support/overviewpanel.h"
#include "views/workspace.h"

#include <QEvent>

#include <chrono>
#include <utility>

namespace finhub::app {

namespace {
using namespace std::chrono_literals;
using review::JournalKind;

constexpr auto RetryPause = 5s;
} // namespace

Journaling::Journaling(api::FinHub& finhub, review::Journal& journal, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_journal(journal)
    , m_workspace(window.findChild<views::Workspace*>())
    , m_case(window.findChild<views::CaseView*>())
    , m_viewer(window.findChild<views::DocumentViewer*>())
{
    connectSession(finhub);
    connectCase(window);
    m_retry.setInterval(RetryPause);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        m_journal.retry();
        showState();
    });
}

Journaling::~Journaling()
{
    if (!m_officer.isEmpty())
        write({.kind = JournalKind::SignedOut, .officer = m_officer, .detail = QStringLiteral("CLOSED")});
}

void Journaling::connectSession(api::FinHub& finhub)
{
    connect(&finhub, &api::FinHub::sessionChanged, this, &Journaling::onSession);
    connect(&finhub, &api::FinHub::sessionEnded, this, &Journaling::onSessionEnded);
}

void Journaling::connectCase(QWidget& window)
{
    connect(m_case, &views::CaseView::opened, this, [this](const CustomerId& customer) {
        write({.kind = JournalKind::CaseOpened,
               .officer = m_officer,
               .customer = customer,
               .verification = m_case->verificationId()});
    });
    connect(m_viewer, &views::DocumentViewer::documentChanged, this,
            [this](const std::optional<Document>& document) {
                m_behind.reset();
                if (document && m_viewer->isVisible())
                    writeShown(*document);
                else
                    m_behind = document;
            });
    m_viewer->installEventFilter(this);
    connect(window.findChild<views::ComparePane*>(), &views::ComparePane::documentShown, this,
            &Journaling::writeShown);
    const auto revealed = [this](const QString& field, const CustomerId& customer) {
        write({.kind = JournalKind::Revealed, .officer = m_officer, .customer = customer, .detail = field});
    };
    connect(window.findChild<views::OverviewPanel*>(), &views::OverviewPanel::revealed, this, revealed);
    connect(window.findChild<views::DeclaredPage*>(), &views::DeclaredPage::revealed, this, revealed);
}

/// What was got ready behind another pane is displayed when the viewer comes up.
bool Journaling::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && m_behind)
        writeShown(*std::exchange(m_behind, std::nullopt));
    return QObject::eventFilter(watched, event);
}

void Journaling::onSession()
{
    const QString officer = m_finhub.session() ? m_finhub.session()->userId.text() : QString();
    if (officer.isEmpty() || officer == m_officer)
        return;
    m_officer = officer;
    write({.kind = JournalKind::SignedIn, .officer = m_officer});
}

void Journaling::onSessionEnded(api::SessionEnd why)
{
    const QString officer = std::exchange(m_officer, QString());
    if (officer.isEmpty())
        return;
    write({.kind = JournalKind::SignedOut,
           .officer = officer,
           .detail =
               why == api::SessionEnd::Expired ? QStringLiteral("EXPIRED") : QStringLiteral("BY_OFFICER")});
}

void Journaling::writeShown(const Document& document)
{
    write({.kind = JournalKind::DocumentDisplayed,
           .officer = m_officer,
           .customer = m_case->customerId(),
           .verification = m_case->verificationId(),
           .document = document.id,
           .detail = QString::fromLatin1(document.sha256)});
}

void Journaling::write(review::JournalEvent event)
{
    static_cast<void>(m_journal.append(event));
    showState();
}

void Journaling::showState()
{
    const bool writable = m_journal.isWritable();
    if (writable)
        m_retry.stop();
    else if (!m_retry.isActive())
        m_retry.start();
    m_workspace->setJournalWritable(writable);
}

} // namespace finhub::app
