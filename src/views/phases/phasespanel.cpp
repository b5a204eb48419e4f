#include "views/phases/phasespanel.h"

#include "views/phases/activationpage.h"
#include "views/phases/approvalpage.h"
#include "views/phases/consentspage.h"
#include "views/phases/declaredpage.h"
#include "views/phases/documentspage.h"
#include "views/phases/sessionpage.h"
#include "views/phases/verificationpage.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
/// What is made in its place costs a tenth of what is put there later: style sheets are applied anew to all
/// that is inside.
QScrollArea* makeScroll(QStackedWidget* pages)
{
    auto* scroll = new QScrollArea(pages);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pages->addWidget(scroll);
    return scroll;
}
} // namespace

PhasesPanel::PhasesPanel(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("phasesPanel"));
    const auto place = [this] { return makeScroll(m_pages)->viewport(); };
    auto* declared = new DeclaredPage(finhub, place());
    m_byPhase = {declared,
                 declared,
                 new SessionPage(finhub, place()),
                 new VerificationPage(finhub, place()),
                 new DocumentsPage(finhub, documents, place()),
                 new ApprovalPage(finhub, place()),
                 new ConsentsPage(finhub, place()),
                 new ActivationPage(finhub, place())};
    for (std::size_t i = 1; i < m_byPhase.size(); ++i) {
        PhasePage* page = m_byPhase[i];
        auto* scroll = static_cast<QScrollArea*>(page->parentWidget()->parentWidget());
        page->setProperty("pane", QStringLiteral("surface"));
        page->setAttribute(Qt::WA_StyledBackground);
        scroll->setWidget(page);
        // Tab stops here, so that the keys can scroll; a screen reader says where that is.
        scroll->setAccessibleName(page->findChild<QLabel*>(QStringLiteral("phaseTitle"))->text());
        connect(page, &PhasePage::recorded, this, &PhasesPanel::recorded);
        connect(page, &PhasePage::phaseWanted, this, &PhasesPanel::phaseWanted);
        connect(page, &PhasePage::reviewWanted, this, &PhasesPanel::reviewWanted);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

void PhasesPanel::setCase(review::CaseFile* file, review::Onboarding* onboarding)
{
    m_hasCase = file != nullptr;
    for (PhasePage* page : m_byPhase)
        page->setCase(file, onboarding);
    if (isVisible())
        refresh();
}

void PhasesPanel::refresh()
{
    if (m_hasCase)
        pageOf(m_shown)->refresh();
}

void PhasesPanel::showPhase(Stage phase)
{
    m_shown = phase;
    PhasePage* page = pageOf(phase);
    for (int i = 0; i < m_pages->count(); ++i) {
        if (m_pages->widget(i)->isAncestorOf(page))
            m_pages->setCurrentIndex(i);
    }
    refresh();
}

PhasePage* PhasesPanel::pageOf(Stage phase) const
{
    switch (phase) {
    case Stage::Active:
        return m_byPhase[static_cast<std::size_t>(Stage::Activation)];
    case Stage::Rejected:
        return m_byPhase[static_cast<std::size_t>(Stage::Approval)];
    case Stage::Categorization:
    case Stage::Registration:
    case Stage::Session:
    case Stage::Verification:
    case Stage::Documents:
    case Stage::Approval:
    case Stage::Consents:
    case Stage::Activation:
        return m_byPhase[static_cast<std::size_t>(phase)];
    case Stage::Unknown:
        break;
    }
    return m_byPhase[0];
}

} // namespace finhub::views
