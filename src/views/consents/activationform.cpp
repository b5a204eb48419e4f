#include "views/consents/activationform.h"

#include "review/onboarding.h"
#include "views/blockertext.h"
#include "views/consents/consentwords.h"
#include "views/phases/phasecolumn.h"
#include "views/style/buttonkind.h"
#include "views/widgets/busybar.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int LongestText = 255; // section 2
}

ActivationForm::ActivationForm(const Names& names, QWidget* parent)
    : QWidget(parent)
    , m_message(makeMessageLabel(QLatin1String(names.message), this))
    , m_userEdit(new QLineEdit(this))
    , m_codeEdit(new QLineEdit(this))
    , m_button(new QPushButton(tr("Activate"), this))
    , m_busy(new BusyBar(this))
{
    m_userEdit->setObjectName(QLatin1String(names.userEdit));
    m_userEdit->setAccessibleName(tr("User id or e-mail of the customer"));
    m_userEdit->setPlaceholderText(tr("User id or e-mail of the customer"));
    m_userEdit->hide();
    m_codeEdit->setObjectName(QLatin1String(names.codeEdit));
    m_codeEdit->setAccessibleName(tr("Activation code"));
    m_codeEdit->setPlaceholderText(tr("Activation code from the customer"));
    m_button->setObjectName(QLatin1String(names.button));
    m_button->setAccessibleName(tr("Activate"));
    setKind(m_button, ButtonKind::Primary);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    for (QWidget* part :
         {static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_userEdit),
          static_cast<QWidget*>(m_codeEdit), static_cast<QWidget*>(m_button), static_cast<QWidget*>(m_busy)})
        layout->addWidget(part);
    connect(m_button, &QPushButton::clicked, this, &ActivationForm::activate);
    for (QLineEdit* edit : {m_userEdit, m_codeEdit}) {
        edit->setMaxLength(LongestText);
        connect(edit, &QLineEdit::returnPressed, this, &ActivationForm::activate);
        connect(edit, &QLineEdit::textChanged, this, &ActivationForm::refresh);
    }
}

void ActivationForm::setCase(const review::CaseFile* file, review::Onboarding* onboarding)
{
    m_file = nullptr;
    m_codeEdit->clear();
    m_userEdit->clear();
    m_file = file;
    m_onboarding = onboarding;
}

QString ActivationForm::code() const
{
    return m_codeEdit->text().trimmed();
}

void ActivationForm::activate()
{
    if (m_onboarding && m_button->isEnabled())
        m_onboarding->activate(code(), m_userEdit->text().trimmed());
}

void ActivationForm::refresh()
{
    if (!m_file || !m_onboarding)
        return;
    const QList<Blocker> blockers = m_onboarding->activationBlockers();
    const bool running = m_onboarding->isRunning();
    const bool activating = running && m_onboarding->step() == review::Onboarding::Step::Activation;
    const bool userMissing = m_onboarding->knownUser().isEmpty();
    m_userEdit->setVisible(userMissing);
    m_userEdit->setEnabled(blockers.isEmpty() && !running);
    m_codeEdit->setEnabled(blockers.isEmpty() && !running);
    m_button->setEnabled(blockers.isEmpty() && !running && !code().isEmpty() &&
                         (!userMissing || !m_userEdit->text().trimmed().isEmpty()));
    m_button->setToolTip(plainToolTip(blockersText(blockers, m_file->facts())));
    m_busy->setBusy(activating);
    m_busy->setVisible(activating);
    const auto message = words::stepMessage(review::Onboarding::Step::Activation, *m_onboarding);
    if (!message.text.isEmpty())
        showMessage(m_message, message.text, message.ink);
    else
        showMessage(m_message, blockersText(blockers, m_file->facts()), Ink::Secondary);
}

} // namespace finhub::views
