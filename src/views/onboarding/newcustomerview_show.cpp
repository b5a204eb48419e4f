#include "ui_newcustomerview.h"
#include "views/ink.h"
#include "views/onboarding/amlform.h"
#include "views/onboarding/categorypage.h"
#include "views/onboarding/newcustomerview.h"
#include "views/onboarding/registrationform.h"
#include "views/onboarding/registrationtexts.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <array>
#include <utility>

/// What NewCustomerView shows of the draft and of the registration under way; what it does is in
/// newcustomerview.cpp.
namespace finhub::views {

namespace {
using review::DraftField;
using review::DraftStep;
using review::Registrar;

constexpr int LongestName = 60;

Stepper::Texts stepTexts(const Stepper::Phases& phases, const QString& category)
{
    Stepper::Texts texts;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const PhaseStatus& phase = phases.at(i);
        StepText& text = texts.at(i);
        text.label = words::phase(phase.phase);
        if (phase.state == PhaseState::Done) {
            text.detail = displayLine(category, LongestName);
            text.accessible = NewCustomerView::tr("%1: done (%2)").arg(text.label, text.detail);
        } else if (phase.state == PhaseState::Current) {
            text.detail = words::nextAction(phase.nextAction);
            text.accessible = NewCustomerView::tr("%1: now; next: %2").arg(text.label, text.detail);
        } else {
            text.accessible = NewCustomerView::tr("%1: not started").arg(text.label);
        }
    }
    return texts;
}
} // namespace

void NewCustomerView::refresh()
{
    showSteps();
    m_categoryPage->setFault(m_refused.value(DraftField::Category));
    m_form->showFaults(m_draft, today(), m_refused);
    m_form->setExistingOffered(m_refused.contains(DraftField::Email) && m_registrar.error() &&
                               m_registrar.error()->is(ErrorWord::DuplicateEmail));
    m_aml->showDraft(m_draft, today(), m_refused);
    for (QWidget* page :
         {static_cast<QWidget*>(m_categoryPage), static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_aml)})
        page->setEnabled(!m_registrar.isSending());
    m_ui->newCustomerBusy->setBusy(m_registrar.isSending());
    showMessage();
    showButtons();
}

void NewCustomerView::showSteps()
{
    const Stage stage = m_step == DraftStep::Category ? Stage::Categorization : Stage::Registration;
    const Stepper::Phases phases = phasesOf(stage, {});
    if (phases != m_ui->newCustomerStepper->phases() || stage == Stage::Categorization)
        m_ui->newCustomerStepper->setSteps(phases, stepTexts(phases, m_draft.category.name));
}

void NewCustomerView::showButtons()
{
    const std::array<std::pair<DraftStep, QPushButton*>, 3> buttons{
        {{DraftStep::Category, m_ui->categoryNextButton},
         {DraftStep::Registration, m_ui->registrationNextButton},
         {DraftStep::Aml, m_ui->registerButton}}};
    const QString blocker = blockerOf(m_step);
    for (const auto& [step, button] : buttons) {
        button->setVisible(step == m_step);
        button->setEnabled(step == m_step && blocker.isEmpty());
        button->setAccessibleDescription(step == m_step ? blocker : QString());
    }
    m_ui->newCustomerBackButton->setVisible(m_step != DraftStep::Category);
    m_ui->newCustomerBackButton->setEnabled(!m_registrar.isSending());
    m_ui->newCustomerCancelButton->setEnabled(!m_registrar.isSending());
    setPlainText(m_ui->newCustomerMissing, blocker);
    m_ui->newCustomerMissing->setVisible(!blocker.isEmpty());
}

void NewCustomerView::showMessage()
{
    const bool unknown = m_registrar.state() == Registrar::State::Unknown;
    QString text = m_message;
    if (unknown)
        text = registrationErrorText(*m_registrar.error(), m_registrar.mayRepeat());
    else if (m_registeredElsewhere)
        text = tr("%1 has been registered.")
                   .arg(displayLine(m_registeredElsewhere->person.fullName(), LongestName));
    setPlainText(m_ui->newCustomerMessage, text);
    setInk(m_ui->newCustomerMessage, m_registeredElsewhere && !unknown ? Ink::Good : Ink::Bad);
    m_ui->newCustomerMessage->setVisible(!text.isEmpty());
    m_ui->lookForButton->setVisible(unknown);
    m_ui->sendAgainButton->setVisible(unknown && m_registrar.mayRepeat() &&
                                      m_registrar.isUnresolved(m_draft));
    m_ui->openRegisteredButton->setVisible(m_registeredElsewhere.has_value());
    m_ui->outcomeButtons->setVisible(unknown || m_registeredElsewhere);
}

} // namespace finhub::views
