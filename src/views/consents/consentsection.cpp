#include "views/consents/consentsection.h"

#include "review/onboarding.h"
#include "review/readinessitems.h"
#include "views/blockertext.h"
#include "views/consents/consentwords.h"
#include "views/phases/phasecolumn.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QPushButton>

namespace finhub::views {

ConsentSection::ConsentSection(QWidget* parent)
    : FieldList(tr("Consents"), parent)
    , m_message(makeMessageLabel(QStringLiteral("consentMessage"), this))
    , m_button(new QPushButton(tr("Record the missing consents"), this))
{
    setObjectName(QStringLiteral("consentsSection"));
    m_message->setProperty("textSize", QStringLiteral("small"));
    m_button->setObjectName(QStringLiteral("acceptConsentsButton"));
    m_button->setAccessibleName(tr("Record the missing consents"));
    addBelow(m_message);
    addBelow(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_onboarding)
            m_onboarding->acceptMissingConsents();
    });
}

void ConsentSection::setCase(const review::CaseFile* file, review::Onboarding* onboarding)
{
    disconnect(m_textsChanged);
    m_file = file;
    m_onboarding = onboarding;
    if (m_onboarding)
        m_textsChanged =
            connect(&m_onboarding->texts(), &review::ConsentTexts::changed, this, &ConsentSection::refresh);
}

FieldRow ConsentSection::rowOf(ConsentType type) const
{
    const review::ConsentStanding standing = review::standingOf(type, *m_file);
    const words::ChipWords chip = words::consentChip(standing);
    const std::optional<Consent> record = review::recordOf(type, *m_file);
    QString value;
    if (standing == review::ConsentStanding::Accepted)
        value = record && record->grantedAt.isValid() ? dateText(record->grantedAt) : QString();
    else if (m_onboarding->texts().isSettled())
        value = tr("version %1").arg(displayLine(m_onboarding->versionOf(type), 40));
    return {words::consent(type), value, chip.text, chip.tone};
}

void ConsentSection::refresh()
{
    if (!m_file || !m_onboarding || !m_file->customer().value ||
        m_file->customer().value->consents.isEmpty()) {
        setRows({});
        hide();
        return;
    }
    show();
    // Consents may be given at any time, but a button that lies before the approval would only distract from
    // it.
    const bool waiting = m_file->stage() == Stage::Consents;
    if (waiting)
        m_onboarding->texts().ensure();
    QList<FieldRow> rows;
    for (const auto& [type, name] : WireNames<ConsentType>::table)
        rows << rowOf(type);
    for (const Consent& consent : m_file->customer().value->consents) {
        // R4: one that the contract does not know is shown as it came.
        if (!consent.type.isKnown())
            rows << FieldRow{
                words::consent(consent.type), {}, displayLine(consent.status.text(), 40), Tone::Outline};
    }
    setRows(rows);

    const QList<Blocker> blockers = m_file->blockers(Action::AcceptConsent);
    m_button->setVisible(waiting);
    m_button->setEnabled(blockers.isEmpty() && !m_onboarding->isRunning() &&
                         m_onboarding->texts().isSettled());
    m_button->setToolTip(plainToolTip(blockersText(blockers, m_file->facts())));
    const auto message = words::stepMessage(review::Onboarding::Step::Consents, *m_onboarding);
    if (!message.text.isEmpty())
        showMessage(m_message, message.text, message.ink);
    else
        showMessage(m_message,
                    waiting ? tr("Record the consents that the customer has given to you.") : QString());
}

} // namespace finhub::views
