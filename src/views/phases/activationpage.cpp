#include "views/phases/activationpage.h"

#include "core/requireddocuments.h"
#include "review/onboarding.h"
#include "review/readinessitems.h"
#include "views/consents/activationform.h"
#include "views/consents/consentwords.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/phases/phasecolumn.h"
#include "views/timetext.h"
#include "views/widgets/busybar.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace finhub::views {

namespace {
using What = review::ReadinessItem::What;

constexpr int FormWidth = 360;

QString nameOf(const review::ReadinessItem& item)
{
    switch (item.what) {
    case What::Verification:
        return ActivationPage::tr("Verification approved");
    case What::PowerTenantApproval:
        return ActivationPage::tr("Power tenant's approval");
    case What::Consent:
        return words::consent(item.consent);
    case What::NotYetActive:
        return ActivationPage::tr("Not active yet");
    }
    return {};
}
} // namespace

ActivationPage::ActivationPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_column(
          new PhaseColumn(tr("Activation"),
                          tr("Activating opens the customer's account and wallet. It needs the code that the "
                             "customer has received, and cannot be taken back here."),
                          this))
    , m_checkMessage(makeMessageLabel(QStringLiteral("readinessMessage"), this))
    , m_check(new QPushButton(tr("Check again"), this))
    , m_goBack(new QPushButton(this))
    , m_busy(new BusyBar(this))
    , m_hint(makeMessageLabel(QStringLiteral("activationHint"), this))
    , m_form(new ActivationForm({"activationPageMessage", "activationPageCodeEdit", "activationPageUserEdit",
                                 "activationPageButton"},
                                this))
{
    setObjectName(QStringLiteral("activationPage"));
    m_check->setObjectName(QStringLiteral("checkReadinessButton"));
    m_check->setAccessibleName(tr("Check the readiness again"));
    m_goBack->setObjectName(QStringLiteral("activationGoBackButton"));
    m_busy->setObjectName(QStringLiteral("readinessBusy"));
    m_readiness = m_column->addSection(tr("Ready for activation"), QStringLiteral("readinessList"));
    m_readiness->addBelow(m_checkMessage);
    m_readiness->addBelow(inARow({m_check, m_goBack}));
    m_readiness->addBelow(m_busy);
    m_column->addWidget(m_hint);
    m_form->setMaximumWidth(FormWidth);
    m_column->addWidget(m_form);
    makeAccount();
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_file)
            m_file->loadReadiness();
    });
    connect(m_goBack, &QPushButton::clicked, this, [this] {
        if (m_backTo == Stage::Approval)
            Q_EMIT reviewWanted();
        else
            Q_EMIT phaseWanted(m_backTo);
    });
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, [this] {
        if (m_file)
            refresh();
    });
}

void ActivationPage::makeAccount()
{
    m_account = new QWidget(this);
    m_account->setObjectName(QStringLiteral("accountPanel"));
    auto* grid = new QGridLayout(m_account);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metric::Medium);
    grid->setColumnMinimumWidth(0, 84);
    grid->setColumnStretch(3, 1);
    const auto value = [this](const char* name) {
        auto* label = new QLabel(m_account);
        label->setObjectName(QLatin1String(name));
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        return label;
    };
    const auto row = [this, grid](int at, const QString& name, QLabel* label, CopyButton* copy) {
        auto* caption = new QLabel(name, m_account);
        setInk(caption, Ink::Secondary);
        label->setAccessibleName(name);
        grid->addWidget(caption, at, 0);
        grid->addWidget(label, at, 1);
        if (copy)
            grid->addWidget(copy, at, 2);
    };
    m_since = value("activeSinceValue");
    m_iban = value("ibanValue");
    m_wallet = value("walletValue");
    m_copyIban = new CopyButton(m_account);
    m_copyIban->setObjectName(QStringLiteral("copyIbanButton"));
    m_copyWallet = new CopyButton(m_account);
    m_copyWallet->setObjectName(QStringLiteral("copyWalletButton"));
    row(0, tr("Active since"), m_since, nullptr);
    row(1, tr("IBAN"), m_iban, m_copyIban);
    row(2, tr("Wallet id"), m_wallet, m_copyWallet);
    m_column->addWidget(m_account);
}

void ActivationPage::setCase(review::CaseFile* file, review::Onboarding* onboarding)
{
    disconnect(m_caseChanged);
    m_file = file;
    m_onboarding = onboarding;
    if (m_file)
        m_caseChanged = connect(m_file, &review::CaseFile::changed, this, &ActivationPage::followCheck);
    m_checking = false;
    m_seen.reset();
    m_form->setCase(file, onboarding);
    if (!m_file) {
        m_readiness->setRows({});
        m_copyIban->setCopyText(QString(), QString());
        m_copyWallet->setCopyText(QString(), QString());
        for (QLabel* label : {m_since, m_iban, m_wallet})
            label->clear();
    }
    checkIfChanged();
}

void ActivationPage::showEvent(QShowEvent* event)
{
    PhasePage::showEvent(event);
    checkIfChanged();
}

ActivationPage::Seen ActivationPage::seen() const
{
    const CaseFacts facts = m_file->facts();
    return {facts.status, facts.level, facts.missingConsents, facts.activated};
}

/// Where the facts come from the check itself they have changed by it; that asks for no other one.
void ActivationPage::followCheck()
{
    if (!m_file)
        return;
    if (m_file->readiness().loading) {
        m_checking = true;
    } else if (m_checking) {
        m_checking = false;
        m_seen = seen();
    }
}

void ActivationPage::checkIfChanged()
{
    followCheck();
    if (!m_file || !isVisible() || m_checking || m_onboarding->isRunning() || m_file->customer().loading ||
        m_seen == seen())
        return;
    m_file->loadReadiness();
}

void ActivationPage::refresh()
{
    checkIfChanged();
    const bool active = m_onboarding->activation().activated.value_or(m_file->stage() == Stage::Active);
    m_readiness->setVisible(!active);
    m_form->setVisible(!active);
    m_account->setVisible(active);
    showReadiness();
    showAccount();
    showWay();
    m_form->refresh();
    const auto& session = m_finhub.customerSession();
    const bool acting = !active && session && session->customerId == m_file->id();
    if (active && m_onboarding->error() && m_onboarding->error()->is(ErrorWord::AlreadyActive))
        // The form that would say it has gone, and whoever pressed its button is to know that it was not
        // they.
        showMessage(m_hint, errorText(*m_onboarding->error(), Attempt::Activate).sentence(), Ink::Soon);
    else
        showMessage(m_hint,
                    acting ? tr("You are acting as the customer: the activation is sent with the customer's "
                                "own session.")
                           : QString(),
                    Ink::Accent);
}

QString ActivationPage::valueOf(const review::ReadinessItem& item) const
{
    const Readiness check = m_file->readiness().value.value_or(Readiness());
    const CaseFacts facts = m_file->facts();
    const auto status = check.verificationStatus.isAbsent() ? facts.status : check.verificationStatus;
    const auto level = check.level.isAbsent() ? facts.level : check.level;
    const auto risk = check.risk.isAbsent() ? facts.risk : check.risk;
    switch (item.what) {
    case What::Verification: {
        const VerificationLevel needed = levelFor(risk.value());
        QString text = words::status(status);
        if (!level.isAbsent())
            text = tr("%1, level “%2”").arg(text, words::level(level));
        if (item.state != review::ReadinessItem::State::Met && needed != VerificationLevel::Unknown)
            text = tr("%1; level “%2” is needed").arg(text, words::level(needed));
        return text;
    }
    case What::PowerTenantApproval:
        return risk.isAbsent() ? QString() : words::riskLong(risk);
    case What::Consent: {
        const std::optional<Consent> record = review::recordOf(item.consent, *m_file);
        return record && record->grantedAt.isValid() ? tr("given on %1").arg(dateText(record->grantedAt))
                                                     : QString();
    }
    case What::NotYetActive:
        return {};
    }
    return {};
}

void ActivationPage::showReadiness()
{
    QList<FieldRow> rows;
    for (const review::ReadinessItem& item : review::readinessItems(*m_file)) {
        const words::ChipWords chip = words::readinessChip(item.state);
        rows << FieldRow{nameOf(item), valueOf(item), chip.text, chip.tone};
    }
    m_readiness->setRows(rows);
    const auto& check = m_file->readiness();
    m_busy->setBusy(check.loading);
    m_check->setEnabled(!check.loading);
    const bool isReady = m_onboarding->activationBlockers().isEmpty();
    if (check.error)
        showMessage(m_checkMessage, errorText(*check.error, Attempt::LoadReadiness).sentence(), Ink::Bad);
    else if (!check.value)
        showMessage(m_checkMessage, check.loading ? tr("Asking FinHub whether the customer is ready…")
                                                  : tr("FinHub has not been asked yet."));
    else if (isReady && !check.value->activationAllowed.value_or(true))
        showMessage(m_checkMessage, tr("FinHub says that the customer is not ready for the activation yet."),
                    Ink::Soon);
    else
        showMessage(m_checkMessage, isReady ? tr("Nothing stands in the way.") : QString());
}

/// The nearest thing that can be done about what is missing.
void ActivationPage::showWay()
{
    const QList<Blocker> blockers = m_file->blockers(Action::Activate);
    m_backTo = Stage::Unknown;
    if (blockers.contains(Blocker::VerificationNotApproved))
        m_backTo = m_file->stage() < Stage::Approval ? m_file->stage() : Stage::Approval;
    else if (blockers.contains(Blocker::ConsentsMissing) || blockers.contains(Blocker::ConsentsUnknown))
        m_backTo = Stage::Consents;
    m_goBack->setVisible(m_backTo != Stage::Unknown);
    m_goBack->setText(m_backTo == Stage::Approval ? tr("Go to the review")
                                                  : tr("Go to %1").arg(words::stage(m_backTo).toLower()));
    m_goBack->setAccessibleName(m_goBack->text());
}

void ActivationPage::showAccount()
{
    const Activation activation = m_onboarding->activation();
    setPlainText(m_since, dateTimeText(activation.activatedAt));
    const auto show = [](QLabel* label, CopyButton* copy, const QString& text, const QString& what) {
        setPlainText(label, text.isEmpty() ? tr("The server has not said it.") : displayLine(text));
        setInk(label, text.isEmpty() ? Ink::Secondary : Ink::Text);
        if (copy->copyText() != text)
            copy->setCopyText(text, what);
        copy->setVisible(!text.isEmpty());
    };
    show(m_iban, m_copyIban, activation.iban, tr("IBAN"));
    show(m_wallet, m_copyWallet, activation.walletId, tr("wallet id"));
}

} // namespace finhub::views
