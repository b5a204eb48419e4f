#include "views/consents/activationsection.h"

#include "review/onboarding.h"
#include "views/consents/activationform.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

namespace finhub::views {

ActivationSection::ActivationSection(QWidget* parent)
    : FieldList(tr("Activation"), parent)
    , m_form(new ActivationForm(
          {"activationMessage", "activationCodeEdit", "activationUserEdit", "activateButton"}, this))
{
    setObjectName(QStringLiteral("activationSection"));
    addBelow(m_form);
}

void ActivationSection::setCase(const review::CaseFile* file, review::Onboarding* onboarding)
{
    m_file = file;
    m_onboarding = onboarding;
    m_form->setCase(file, onboarding);
}

void ActivationSection::refresh()
{
    if (!m_file || !m_onboarding || !m_file->customer().value) {
        setRows({});
        hide();
        return;
    }
    const Stage stage = m_file->stage();
    const bool active = stage == Stage::Active;
    setVisible(active || stage == Stage::Activation);
    m_form->setVisible(stage == Stage::Activation);
    const Activation activation = m_onboarding->activation();
    QList<FieldRow> rows{
        {tr("Account"), {}, active ? tr("✓ Active") : tr("Not active"), active ? Tone::Good : Tone::Outline}};
    if (activation.activatedAt.isValid())
        rows << FieldRow{tr("Since"), dateTimeText(activation.activatedAt), {}, {}};
    if (!activation.iban.isEmpty())
        rows << FieldRow{tr("IBAN"), displayText(activation.iban), {}, {}};
    setRows(rows);
    m_form->refresh();
}

} // namespace finhub::views
