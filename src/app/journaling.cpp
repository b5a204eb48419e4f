#include "app/journaling.h"

#include "views/caseview.h"
#include "views/comparepane.h"
#include "views/documentviewer.h"
#include "views/officers/bulkclaimdesk.h"
#include "views/officers/caseofficers.h"
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

QString wordOf(review::DocumentVerdict verdict)
{
    switch (verdict) {
    case review::DocumentVerdict::NotJudged:
        return QStringLiteral("NOT_JUDGED");
    case review::DocumentVerdict::Accepted:
        return QStringLiteral("ACCEPTED");
    case review::DocumentVerdict::NotAccepted:
        return QStringLiteral("NOT_ACCEPTED");
    }
    return {};
}

bool gives(review::ClaimDeed deed)
{
    return deed == review::ClaimDeed::Release || deed == review::ClaimDeed::HandOver;
}

/// How it was taken or given; nothing for the usual way.
QString wordOf(review::ClaimDeed deed)
{
    if (deed == review::ClaimDeed::HandOver)
        return QStringLiteral("HANDED_OVER");
    return deed == review::ClaimDeed::TakeOver ? QStringLiteral("TAKEN_OVER") : QString();
}
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
    connectEvidence(m_case->evidenceBook());
    connectOfficers(*window.findChild<views::CaseOfficers*>(), *window.findChild<views::BulkClaimDesk*>());
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

void Journaling::connectEvidence(review::EvidenceBook& book)
{
    connect(&book, &review::EvidenceBook::documentDisplayed, this,
            [this](const CustomerId& customer, const Document& document) {
                write({.kind = JournalKind::DocumentDisplayed,
                       .officer = m_officer,
                       .customer = customer,
                       .verification = document.verificationId,
                       .document = document.id,
                       .detail = QStringLiteral("whole:") + QString::fromLatin1(document.sha256)});
            });
    connect(&book, &review::EvidenceBook::documentJudged, this,
            [this, &book](const CustomerId& customer, const Document& document) {
                const review::DocumentVerdicts& verdicts = book.of(customer).verdicts();
                write({.kind = JournalKind::DocumentJudged,
                       .officer = m_officer,
                       .customer = customer,
                       .verification = document.verificationId,
                       .document = document.id,
                       .reasonCodes = verdicts.reasonCodes(document),
                       .detail = wordOf(verdicts.verdict(document))});
            });
}

void Journaling::connectOfficers(const views::CaseOfficers& officers, const views::BulkClaimDesk& bulk)
{
    const auto claimed = [this](const CustomerId& customer, const VerificationId& id,
                                review::ClaimDeed deed) {
        write({.kind = gives(deed) ? JournalKind::Released : JournalKind::Claimed,
               .officer = m_officer,
               .customer = customer,
               .verification = id,
               .detail = wordOf(deed)});
    };
    connect(&officers, &views::CaseOfficers::claimDone, this, claimed);
    connect(&bulk, &views::BulkClaimDesk::claimDone, this, claimed);
    connect(&officers, &views::CaseOfficers::recommended, this,
            [this](const CustomerId& customer, const Recommendation& recommendation) {
                write({.kind = JournalKind::Recommended,
                       .officer = m_officer,
                       .customer = customer,
                       .verification = recommendation.verificationId,
                       .snapshot = recommendation.snapshot,
                       .reasonCodes = recommendation.reasonCodes,
                       .detail = recommendation.verdict.text()});
            });
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

void Journaling::write(const review::JournalEvent& event)
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
    if (m_workspace)
        m_workspace->setJournal(writable, m_journal.damagedFile());
}

} // namespace finhub::app
