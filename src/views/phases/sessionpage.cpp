#include "views/phases/sessionpage.h"

#include "review/casefile.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/fieldlist.h"
#include "views/phases/phasecolumn.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/busybar.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/secretfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace finhub::views {

namespace {
constexpr int MaxLength = 255; // section 2
constexpr int FieldWidth = 360;

QLineEdit* lineEdit(const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(MaxLength);
    edit->setMaximumWidth(FieldWidth);
    return edit;
}
} // namespace

SessionPage::SessionPage(api::FinHub& finhub, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_message(makeMessageLabel(QStringLiteral("customerSessionMessage"), this))
    , m_nextButton(new QPushButton(tr("Go on to the verification"), this))
{
    setObjectName(QStringLiteral("sessionPage"));
    auto* column =
        new PhaseColumn(tr("Session"),
                        tr("Customers sign in by themselves. For a demo or a support case you can sign in as "
                           "them; starting a verification skips this phase."),
                        this);
    m_session = column->addSection(tr("Customer's sessions"), QStringLiteral("sessionSection"));
    m_message->setAccessibleName(tr("Outcome"));
    m_session->addBelow(m_message);
    m_signInSection =
        column->addSection(tr("Sign in as the customer"), QStringLiteral("customerSignInSection"));
    makeSignIn(m_signInSection);
    m_resetSection = column->addSection(tr("Reset the login"), QStringLiteral("resetLoginSection"));
    makeReset(m_resetSection);
    m_nextButton->setObjectName(QStringLiteral("phaseNextButton"));
    column->addButtons({m_nextButton});

    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT phaseWanted(Stage::Verification); });
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, [this] {
        if (!m_file)
            return;
        if (std::exchange(m_wasActing, isActing()) && !m_wasActing)
            say(tr("You no longer act as this customer."), Ink::Secondary);
        refresh();
    });
}

void SessionPage::makeSignIn(FieldList* section)
{
    m_hint = makeMessageLabel(QStringLiteral("customerSignInHint"));
    section->addBelow(m_hint);
    m_userIdEdit = lineEdit(QStringLiteral("customerUserIdEdit"));
    m_userNameEdit = lineEdit(QStringLiteral("customerUserNameEdit"));
    m_passwordEdit = lineEdit(QStringLiteral("customerPasswordEdit"));
    m_passwordEdit->setEchoMode(QLineEdit::Password);
    m_signInButton = new QPushButton(tr("Sign in as the customer"));
    m_signInButton->setObjectName(QStringLiteral("customerSignInButton"));
    m_busy = new BusyBar;
    m_userIdField = labelled(tr("User id of the customer"), m_userIdEdit);
    m_userNameField = labelled(tr("User name of the customer"), m_userNameEdit);
    m_passwordField = labelled(tr("Password of the customer"), m_passwordEdit);
    for (QWidget* widget : {m_userIdField, m_userNameField, m_passwordField})
        section->addBelow(widget);
    section->addBelow(inARow({m_signInButton}));
    section->addBelow(m_busy);
    connect(m_signInButton, &QPushButton::clicked, this, &SessionPage::signIn);
    for (QLineEdit* edit : {m_userIdEdit, m_userNameEdit, m_passwordEdit}) {
        connect(edit, &QLineEdit::returnPressed, this, &SessionPage::signIn);
        connect(edit, &QLineEdit::textChanged, this, &SessionPage::showForms);
    }
}

void SessionPage::makeReset(FieldList* section)
{
    auto* explanation = makeMessageLabel(QStringLiteral("resetLoginHint"));
    section->addBelow(explanation);
    showMessage(explanation,
                tr("Clears the failed attempts and the lock of this login; the password stays as it is."));
    m_reasonEdit = lineEdit(QStringLiteral("resetReasonEdit"));
    section->addBelow(labelled(tr("Reason (optional)"), m_reasonEdit));
    m_resetButton = new QPushButton(tr("Reset the login"));
    m_resetButton->setObjectName(QStringLiteral("resetLoginButton"));
    section->addBelow(inARow({m_resetButton}));
    connect(m_resetButton, &QPushButton::clicked, this, &SessionPage::resetLogin);
}

void SessionPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_signInCall.reset();
    m_resetCall.reset();
    m_file = file;
    m_said.clear();
    m_wasActing = m_file && isActing();
    for (QLineEdit* edit : {m_userIdEdit, m_userNameEdit, m_reasonEdit})
        edit->clear();
    wipeField(m_passwordEdit);
    m_userNameEdit->setModified(false);
    m_session->setRows({});
    showMessage(m_message, {});
}

void SessionPage::refresh()
{
    const std::optional<Customer>& customer = m_file->customer().value;
    if (customer && !m_userNameEdit->isModified()) {
        const QString& name = customer->userName.isEmpty() ? customer->person.email : customer->userName;
        if (m_userNameEdit->text() != name)
            m_userNameEdit->setText(name);
    }
    showSession();
    showForms();
}

void SessionPage::showSession()
{
    const CaseFacts facts = m_file->facts();
    const QDateTime at = m_file->phases()[static_cast<std::size_t>(Stage::Session)].at;
    const auto& timeline = m_file->timeline().value;
    const bool wholeTimeline = timeline && timeline->total && *timeline->total <= timeline->items.size();
    FieldRow row{tr("First session"), {}, {}, Tone::Outline};
    if (facts.hadSession.value_or(false)) {
        row.value = at.isValid() ? dateTimeText(at) : tr("at a time that is not known");
        row.chip = tr("✓ Signed in");
        row.tone = Tone::Good;
    } else if (wholeTimeline || m_file->stage() == Stage::Session) {
        row.value = tr("The customer has not signed in yet.");
        row.chip = tr("Not yet");
    } else if (m_file->timeline().loading) {
        row.value = tr("Reading the activity…");
    } else {
        row.value = tr("The server does not say whether the customer has signed in.");
        row.chip = tr("Unknown");
    }
    m_session->setRows({row});
}

void SessionPage::showForms()
{
    if (!m_file)
        return;
    const QList<Blocker> blockers = m_file->blockers(Action::LogIn);
    const bool acting = isActing();
    const bool busy = m_signInCall || m_resetCall;
    const bool mayWrite = blockers.isEmpty();
    const bool loading = m_file->customer().loading;
    const bool knowsUser = m_file->customer().value && !m_file->customer().value->userId.isEmpty();

    for (QWidget* widget : {m_userNameField, m_passwordField, static_cast<QWidget*>(m_signInButton)})
        widget->setVisible(!acting);
    m_userIdField->setVisible(!knowsUser && !loading);
    m_userIdEdit->setEnabled(mayWrite && !busy);
    m_userNameEdit->setEnabled(mayWrite && !busy);
    m_passwordEdit->setEnabled(mayWrite && !busy);
    m_reasonEdit->setEnabled(mayWrite && !busy);
    m_signInButton->setEnabled(mayWrite && !busy && !userId().isEmpty() &&
                               !m_userNameEdit->text().trimmed().isEmpty() &&
                               !m_passwordEdit->text().isEmpty());
    m_resetButton->setEnabled(mayWrite && !busy && !userId().isEmpty());
    m_busy->setBusy(busy);

    const bool done = acting || m_file->facts().hadSession.value_or(false);
    setKind(m_signInButton, done ? ButtonKind::Secondary : ButtonKind::Primary);
    setKind(m_nextButton, done ? ButtonKind::Primary : ButtonKind::Secondary);

    QString hint;
    if (acting)
        hint = tr("You act as this customer until %1: uploads, consents and the activation are recorded as "
                  "theirs. Stop it with the button at the top.")
                   .arg(dateTimeText(m_finhub.customerSession()->info.expiresAt));
    else if (!knowsUser && !loading)
        hint = tr("The server does not say which user this customer has. The answer to their registration "
                  "names it; type it in here.");
    else
        hint = tr("Wrong passwords count towards the customer's lock.");
    showMessage(m_hint, hint);
    if (!mayWrite)
        showMessage(m_message, blockersText(blockers, m_file->facts()));
    else
        showMessage(m_message, m_said, m_saidInk);
}

void SessionPage::signIn()
{
    if (!m_file || !m_signInButton->isEnabled())
        return;
    api::CustomerLogin login;
    login.customerId = m_file->id();
    login.userId = userId();
    login.username = m_userNameEdit->text().trimmed();
    login.password = secretOf(m_passwordEdit);
    m_said.clear();
    m_signInCall = m_finhub.signInCustomer(std::move(login));
    m_signInCall->onFinished(this, [this](const Result<SessionInfo>& session) { onSignedIn(session); });
    showForms();
}

void SessionPage::onSignedIn(const Result<SessionInfo>& session)
{
    m_signInCall.reset();
    m_wasActing = isActing();
    if (!session) {
        say(errorText(session.error(), Attempt::SignInCustomer).sentence(), Ink::Bad);
        m_passwordEdit->setFocus();
        m_passwordEdit->selectAll();
        // Failed attempts and locks are written into the activity.
        Q_EMIT recorded();
        return;
    }
    wipeField(m_passwordEdit);
    say(tr("✓ You are signed in as the customer."), Ink::Good);
    m_nextButton->setFocus();
    Q_EMIT recorded();
}

void SessionPage::resetLogin()
{
    if (!m_file || !m_resetButton->isEnabled())
        return;
    m_said.clear();
    m_resetCall = m_finhub.resetLogin(userId(), m_reasonEdit->text().trimmed());
    m_resetCall->onFinished(this, [this](const Result<Done>& done) { onReset(done); });
    showForms();
}

void SessionPage::onReset(const Result<Done>& done)
{
    m_resetCall.reset();
    if (!done) {
        say(errorText(done.error(), Attempt::ResetLogin).sentence(), Ink::Bad);
        return;
    }
    m_reasonEdit->clear();
    say(tr("✓ The login has been reset: no failed attempts, no lock. The customer signs in with the same "
           "password."),
        Ink::Good);
    Q_EMIT recorded();
}

void SessionPage::say(const QString& text, Ink ink)
{
    m_said = text;
    m_saidInk = ink;
    showForms();
}

bool SessionPage::isActing() const
{
    return m_finhub.customerSession() && m_finhub.customerSession()->customerId == m_file->id();
}

UserId SessionPage::userId() const
{
    const std::optional<Customer>& customer = m_file->customer().value;
    if (customer && !customer->userId.isEmpty())
        return customer->userId;
    return UserId(m_userIdEdit->text().trimmed());
}

} // namespace finhub::views
