#include "views/phases/consentspage.h"

#include "review/onboarding.h"
#include "views/blockertext.h"
#include "views/consents/consentwords.h"
#include "views/phases/consentcard.h"
#include "views/phases/phasecolumn.h"
#include "views/style/buttonkind.h"
#include "views/widgets/busybar.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace finhub::views {

ConsentsPage::ConsentsPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_texts(review::ConsentTexts::of(finhub))
    , m_column(
          new PhaseColumn(tr("Consents"),
                          tr("It is the customer who consents; you record what they have told you. Consents "
                             "can be recorded at any time. All three are needed before the activation."),
                          this))
    , m_hint(makeMessageLabel(QStringLiteral("consentsHint"), this))
    , m_notice(makeMessageLabel(QStringLiteral("consentTextsNotice"), this))
    , m_retry(new QPushButton(tr("Read the texts again"), this))
    , m_message(makeMessageLabel(QStringLiteral("consentsPageMessage"), this))
    , m_busy(new BusyBar(this))
    , m_recordAll(new QPushButton(tr("Record all missing"), this))
    , m_goOn(new QPushButton(this))
{
    setObjectName(QStringLiteral("consentsPage"));
    m_retry->setObjectName(QStringLiteral("reloadConsentTextsButton"));
    m_recordAll->setObjectName(QStringLiteral("recordAllConsentsButton"));
    m_goOn->setObjectName(QStringLiteral("consentsGoOnButton"));
    m_recordAll->setAccessibleName(tr("Record all missing consents"));
    m_column->addWidget(m_hint);
    m_column->addWidget(m_notice);
    m_column->addWidget(m_retry);
    for (const auto& [type, name] : WireNames<ConsentType>::table) {
        auto* card = new ConsentCard(type, this);
        m_cards << card;
        m_column->addWidget(card);
        connect(card, &ConsentCard::recordWanted, this, [this](ConsentType wanted) {
            if (m_onboarding)
                m_onboarding->acceptConsent(wanted);
        });
        connect(card, &ConsentCard::versionTyped, this, [this](ConsentType typed, const QString& version) {
            if (!m_onboarding)
                return;
            m_onboarding->setTypedVersion(typed, version);
            refresh();
        });
    }
    m_column->addWidget(m_message);
    m_column->addButtons({m_recordAll, m_goOn});
    m_column->addWidget(m_busy);
    connect(m_retry, &QPushButton::clicked, &m_texts, &review::ConsentTexts::reload);
    connect(m_recordAll, &QPushButton::clicked, this, [this] {
        if (m_onboarding)
            m_onboarding->acceptMissingConsents();
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (m_file)
            Q_EMIT phaseWanted(m_file->stage());
    });
    const auto refreshOpen = [this] {
        if (m_file)
            refresh();
    };
    connect(&m_texts, &review::ConsentTexts::changed, this, refreshOpen);
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, refreshOpen);
}

void ConsentsPage::setCase(review::CaseFile* file, review::Onboarding* onboarding)
{
    m_file = file;
    m_onboarding = onboarding;
    for (ConsentCard* card : std::as_const(m_cards))
        card->clear();
    showMessage(m_message, QString());
    if (isVisible())
        readWhatIsMissing();
}

void ConsentsPage::showEvent(QShowEvent* event)
{
    PhasePage::showEvent(event);
    readWhatIsMissing();
}

/// The texts once a session; the readiness check where the customer's record does not say which consents are
/// given.
void ConsentsPage::readWhatIsMissing()
{
    if (!m_file)
        return;
    m_texts.ensure();
    const auto& check = m_file->readiness();
    if (!m_file->customer().loading && !m_file->missingConsents() && !check.value && !check.error &&
        !check.loading)
        m_file->loadReadiness();
}

void ConsentsPage::refresh()
{
    if (isVisible())
        readWhatIsMissing();
    showHint();
    showTexts();
    const QString why = reasonAgainst();
    for (ConsentCard* card : std::as_const(m_cards))
        card->showConsent(*m_file, *m_onboarding, why);
    showButtons(why);
}

void ConsentsPage::showHint()
{
    const auto& session = m_finhub.customerSession();
    const bool acting = session && session->customerId == m_file->id();
    showMessage(m_hint,
                acting ? tr("You are acting as the customer: what you record now is sent with the "
                            "customer's own session.")
                       : QString(),
                Ink::Accent);
}

void ConsentsPage::showTexts()
{
    const auto& texts = m_texts.templates();
    QString notice;
    if (texts.error)
        notice = texts.value ? words::templatesError(*texts.error).what + u' ' +
                                   tr("What is shown here was read before.")
                             : words::templatesError(*texts.error).what + u' ' +
                                   tr("Type the version that the customer was shown; it is recorded with the "
                                      "consent.");
    else if (!texts.value)
        notice = tr("Reading the texts of the consents…");
    showMessage(m_notice, notice, texts.error ? Ink::Soon : Ink::Secondary);
    m_retry->setVisible(texts.error && words::isWorthRetrying(*texts.error));
    m_retry->setEnabled(!texts.loading);
}

/// Why nothing can be recorded now; empty when it can.
QString ConsentsPage::reasonAgainst() const
{
    const QList<Blocker> blockers = m_file->blockers(Action::AcceptConsent);
    if (!blockers.isEmpty())
        return blockersText(blockers, m_file->facts());
    if (m_onboarding->isRunning())
        return tr("One step at a time: something is being recorded.");
    return m_texts.isSettled() ? QString() : tr("The versions of the texts are still being read.");
}

void ConsentsPage::showButtons(const QString& why)
{
    const bool nothingLeft = m_onboarding->consentsToAccept().isEmpty();
    const bool versionsAreFine = std::all_of(m_cards.begin(), m_cards.end(),
                                             [](const ConsentCard* card) { return card->hasVersion(); });
    m_recordAll->setVisible(!nothingLeft);
    m_recordAll->setEnabled(why.isEmpty() && versionsAreFine);
    m_recordAll->setToolTip(plainToolTip(why));
    setKind(m_recordAll, ButtonKind::Primary);
    const Stage stage = m_file->stage();
    m_goOn->setVisible(nothingLeft && stage != Stage::Consents && stage != Stage::Unknown);
    m_goOn->setText(stage == Stage::Active ? tr("See the account")
                                           : tr("Go on to %1").arg(words::stage(stage).toLower()));
    m_goOn->setAccessibleName(m_goOn->text());
    setKind(m_goOn, ButtonKind::Primary);
    const bool recording =
        m_onboarding->isRunning() && m_onboarding->step() == review::Onboarding::Step::Consents;
    m_busy->setBusy(recording);

    auto message = words::stepMessage(review::Onboarding::Step::Consents, *m_onboarding);
    if (message.text.isEmpty())
        message = {why, Ink::Secondary};
    showMessage(m_message, message.text, message.ink);
}

} // namespace finhub::views
