#include "views/support/overviewpanel.h"

#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/opendialog.h"
#include "views/style/buttonkind.h"
#include "views/support/activitysection.h"
#include "views/support/callsection.h"
#include "views/support/columnflow.h"
#include "views/support/factsection.h"
#include "views/support/overviewrows.h"
#include "views/support/rawjsondialog.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
/// From which width on so many columns have room for an id, and which of the sections (in the order in which
/// they are made) stands in which.
std::vector<ColumnFlow::Arrangement> arrangements()
{
    return {{0, {0, 0, 0, 0, 0, 0, 0, 0}},
            {640, {0, 0, 1, 1, 0, 0, 1, 1}},
            {1080, {0, 0, 1, 1, 1, 1, 2, 2}},
            {1720, {0, 0, 1, 1, 2, 2, 3, 2}}};
}

bool isOffered(const Error& error)
{
    return error.kind != ErrorKind::NotOffered;
}
} // namespace

OverviewPanel::OverviewPanel(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
    , m_notice(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("overviewPanel"));
    m_notice->setObjectName(QStringLiteral("overviewNotice"));
    m_notice->setProperty("pane", QStringLiteral("bar"));
    m_notice->setContentsMargins(metric::Large, metric::Small, metric::Large, metric::Small);
    m_notice->setWordWrap(true);
    m_notice->hide();
    setInk(m_notice, Ink::Secondary);
    makeSections();
    makeRawJsonMenu();

    auto* flow = new ColumnFlow(
        {m_declared, m_account, m_verification, m_documents, m_consents, m_activation, m_activity, m_calls},
        {m_activity, m_calls}, arrangements());
    flow->setProperty("pane", QStringLiteral("surface"));
    flow->setAttribute(Qt::WA_StyledBackground);
    m_scroll->setObjectName(QStringLiteral("overviewScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(flow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_scroll, 1);
}

void OverviewPanel::makeSections()
{
    m_declared = new FactSection(tr("Declared data"), QStringLiteral("overviewDeclared"), 8);
    m_account = new FactSection(tr("Account"), QStringLiteral("overviewAccount"), 8);
    m_verification = new FactSection(tr("Verification"), QStringLiteral("overviewVerification"), 8);
    m_documents = new FactSection(tr("Documents"), QStringLiteral("overviewDocuments"), 3);
    m_consents = new FactSection(tr("Consents"), QStringLiteral("overviewConsents"), 3);
    m_activation = new FactSection(tr("Activation"), QStringLiteral("overviewActivation"), 3);
    for (FactSection* section :
         {m_declared, m_account, m_verification, m_documents, m_consents, m_activation}) {
        connect(section, &FieldList::revealWanted, this, &OverviewPanel::reveal);
        connect(section, &FactSection::retryWanted, this, [this] {
            if (m_file)
                m_file->load();
        });
    }
    m_readiness = new QPushButton(tr("Check readiness"), m_activation);
    m_readiness->setObjectName(QStringLiteral("readinessButton"));
    m_readiness->setAccessibleName(tr("Ask FinHub what is missing for the activation"));
    m_readiness->setToolTip(plainToolTip(tr("Asks FinHub what is missing for the activation.")));
    setKind(m_readiness, ButtonKind::Pill);
    m_activation->addToHeading(m_readiness);
    connect(m_readiness, &QPushButton::clicked, this, [this] {
        if (m_file)
            m_file->loadReadiness();
    });
    m_export = new QPushButton(tr("Export evidence…"), m_verification);
    m_export->setObjectName(QStringLiteral("exportPackButton"));
    m_export->setAccessibleName(tr("Export the evidence of this case as a file"));
    setKind(m_export, ButtonKind::Pill);
    m_verification->addToHeading(m_export);
    connect(m_export, &QPushButton::clicked, this, &OverviewPanel::exportWanted);
    m_activity = new ActivitySection(m_finhub);
    m_calls = new CallSection(m_finhub.callLog());
}

void OverviewPanel::makeRawJsonMenu()
{
    m_rawJson = new QPushButton(tr("Raw JSON"), m_calls);
    m_rawJson->setObjectName(QStringLiteral("rawJsonButton"));
    m_rawJson->setAccessibleName(tr("Raw JSON of this customer"));
    setKind(m_rawJson, ButtonKind::Pill);
    auto* menu = new QMenu(m_rawJson);
    for (const api::RawObject what : {api::RawObject::Customer, api::RawObject::Verification,
                                      api::RawObject::Readiness, api::RawObject::Timeline}) {
        QAction* action =
            menu->addAction(RawJsonDialog::nameOf(what), this, [this, what] { openRawJson(what); });
        if (what == api::RawObject::Verification) {
            connect(menu, &QMenu::aboutToShow, action, [this, action] {
                action->setEnabled(m_file && m_file->customer().value &&
                                   m_file->customer().value->verification);
            });
        }
    }
    m_rawJson->setMenu(menu);
    m_calls->addToHeading(m_rawJson);
}

void OverviewPanel::setCase(review::CaseFile* file)
{
    delete m_dialog;
    m_disclosure.forget();
    m_customerRead = false;
    m_file = file;
    m_activity->setCase(file);
    m_scroll->verticalScrollBar()->setValue(0);
    // What nobody looks at is shown when they do, and nothing of a case that has been closed is kept.
    if (!m_file || isVisible())
        refresh();
}

void OverviewPanel::refresh()
{
    m_disclosure.setMasking(masksPersonal(m_finhub.session()));
    showNotice();
    m_rawJson->setEnabled(m_file != nullptr);
    showExport();
    m_readiness->setEnabled(m_file && !m_file->readiness().loading);
    if (!m_file) {
        for (FactSection* section :
             {m_declared, m_account, m_verification, m_documents, m_consents, m_activation})
            section->clear();
        m_calls->setIds({});
        return;
    }
    const auto& customer = m_file->customer();
    m_customerRead = m_customerRead || (customer.value && !customer.loading && !customer.error);
    showCustomer();
    showVerification();
    showDocuments();
    showConsents();
    showActivation();
    m_activity->refresh();
    showCalls();
}

/// The file has everything in it, so whoever sees fields masked does not get it.
void OverviewPanel::showExport()
{
    const bool masked = m_disclosure.isMasking();
    m_export->setEnabled(!masked && m_file && m_file->isComplete());
    m_export->setToolTip(
        plainToolTip(masked ? tr("Your role sees personal data masked; the file would have all of it.")
                            : tr("One file with the case, the decision, the journal's part and its proof.")));
}

void OverviewPanel::reveal(const QString& field)
{
    if (!m_file || !m_disclosure.isMasked(field))
        return;
    m_disclosure.reveal(field);
    refresh();
    Q_EMIT revealed(field, m_file->id());
}

void OverviewPanel::openRawJson(api::RawObject what)
{
    if (!m_file || m_dialog)
        return;
    VerificationId verification;
    if (m_file->customer().value && m_file->customer().value->verification)
        verification = m_file->customer().value->verification->id;
    m_dialog =
        new RawJsonDialog(m_finhub, what, m_file->id(), verification, m_disclosure.isMasking(), window());
    openCentred(m_dialog);
}

void OverviewPanel::showNotice()
{
    const bool shown = m_file && m_disclosure.isMasking();
    setPlainText(
        m_notice,
        shown ? tr("%1 Personal fields are masked; each can be shown by itself until the case is left.")
                    .arg(blockerText(Blocker::RoleMayNotWrite, {}))
              : QString());
    m_notice->setVisible(shown);
}

void OverviewPanel::showCustomer()
{
    const auto& customer = m_file->customer();
    const overview::Known known = m_customerRead ? overview::Known::Completely : overview::Known::FromList;
    const bool loading = !m_customerRead && customer.loading;
    m_declared->showFacts(customer.value ? overview::declaredRows(*customer.value, known, m_disclosure)
                                         : QList<FieldRow>(),
                          loading);
    m_account->showFacts(customer.value ? overview::accountRows(*customer.value, known, m_disclosure)
                                        : QList<FieldRow>(),
                         loading);
    if (!customer.error)
        return;
    m_declared->showFailure(errorText(*customer.error, Attempt::OpenCase).sentence(),
                            isOffered(*customer.error));
    if (!m_customerRead)
        m_account->showNote(tr("The rest could not be read."));
}

void OverviewPanel::showVerification()
{
    const auto& verification = m_file->verification();
    const auto& timeline = m_file->timeline().value;
    const QList<TimelineEvent> activity = timeline ? timeline->items : QList<TimelineEvent>();
    const auto& customer = m_file->customer();
    // Until the verification itself has arrived, the customer's record has a part of it.
    const Verification* known = verification.value ? &*verification.value
                                : customer.value && customer.value->verification
                                    ? &*customer.value->verification
                                    : nullptr;
    m_verification->showFacts(known ? overview::verificationRows(*known, activity) : QList<FieldRow>(),
                              !known && (verification.loading || customer.loading));
    if (verification.error && customer.error)
        m_verification->showNote(tr("The verification could not be read."));
    else if (verification.error)
        m_verification->showFailure(errorText(*verification.error, Attempt::LoadVerification).sentence(),
                                    isOffered(*verification.error));
    else if (!known && !verification.loading && !customer.loading)
        m_verification->showNote(tr("No verification has been started yet."));
}

void OverviewPanel::showDocuments()
{
    const auto& verification = m_file->verification();
    const QList<FieldRow> rows =
        verification.value ? overview::documentRows(*verification.value, m_disclosure) : QList<FieldRow>();
    m_documents->showFacts(rows, !verification.value && verification.loading);
    if (verification.value && verification.value->documents.isEmpty())
        m_documents->showNote(tr("Nothing has been uploaded to this verification."));
    else if (verification.value && !verification.value->missingDocuments)
        m_documents->showNote(tr("The server does not say which documents are missing."));
    else if (verification.error)
        m_documents->showNote(tr("The documents could not be read."));
    else if (!verification.value && !verification.loading)
        m_documents->showNote(tr("Documents can be uploaded once a verification has been started."));
}

void OverviewPanel::showConsents()
{
    const auto& customer = m_file->customer();
    const bool known = customer.value && !customer.value->consents.isEmpty();
    m_consents->showFacts(known ? overview::consentRows(*customer.value) : QList<FieldRow>(),
                          !known && customer.loading);
    if (!known && !customer.loading)
        m_consents->showNote(customer.error ? tr("The consents could not be read.")
                                            : tr("The server does not say which consents were given."));
}

void OverviewPanel::showActivation()
{
    const auto& customer = m_file->customer();
    const auto& readiness = m_file->readiness();
    const bool loading = !m_customerRead && customer.loading;
    m_activation->showFacts(customer.value && !loading
                                ? overview::activationRows(*customer.value, readiness.value, m_disclosure)
                                : QList<FieldRow>(),
                            loading);
    m_readiness->setText(readiness.loading ? tr("Checking…") : tr("Check readiness"));
    m_readiness->setVisible(m_file->stage() != Stage::Active);
    if (readiness.error)
        m_activation->showNote(errorText(*readiness.error, Attempt::LoadReadiness).sentence());
}

void OverviewPanel::showCalls()
{
    QStringList ids{m_file->id().text()};
    const auto& customer = m_file->customer().value;
    if (customer && customer->verification)
        ids << customer->verification->id.text();
    if (const auto& verification = m_file->verification().value) {
        ids << verification->id.text();
        for (const Document& document : verification->documents)
            ids << document.id.text();
    }
    ids.removeDuplicates();
    m_calls->setIds(ids);
}

} // namespace finhub::views
