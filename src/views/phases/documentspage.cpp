#include "views/phases/documentspage.h"

#include "core/requireddocuments.h"
#include "review/casefile.h"
#include "views/actions/actionregistry.h"
#include "views/blockertext.h"
#include "views/fieldlist.h"
#include "views/opendialog.h"
#include "views/phases/droparea.h"
#include "views/phases/phasecolumn.h"
#include "views/phases/uploadlist.h"
#include "views/phases/whotext.h"
#include "views/style/buttonkind.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/taborder.h"
#include "views/words.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finhub::views {

namespace {
using review::UploadState;

QString numbered(int n, const QString& one, const QString& many)
{
    return n == 1 ? one : many.arg(QLocale().toString(n));
}

/// "Passport, National ID or …": what would satisfy a requirement (4.4).
QString satisfiedBy(Requirement requirement)
{
    QStringList names;
    for (const auto& [type, name] : WireNames<DocumentType>::table) {
        if (requirementOf(type) == requirement)
            names << words::documentType(type);
    }
    return names.join(QStringLiteral(" · "));
}
} // namespace

DocumentsPage::DocumentsPage(api::FinHub& finhub, documents::DocumentService& documents, QWidget* parent)
    : PhasePage(parent)
    , m_finhub(finhub)
    , m_documents(documents)
    , m_previews(documents)
    , m_uploads(finhub, [this](int id, const QByteArray& bytes,
                               MimeType kind) { return m_previews.tryOut(id, bytes, kind); })
    , m_dropArea(new DropArea)
    , m_message(makeMessageLabel(QStringLiteral("uploadMessage"), this))
    , m_sendButton(new QPushButton(this))
    , m_nextButton(new QPushButton(this))
{
    setObjectName(QStringLiteral("documentsPage"));
    auto* column = new PhaseColumn(
        tr("Documents"),
        tr("When every required document is there, the case waits for a review. Files are looked at on this "
           "computer before they are sent."),
        this);
    m_required = column->addSection(tr("Required documents"), QStringLiteral("missingDocumentsList"));
    FieldList* queue = column->addSection(tr("Upload"), QStringLiteral("uploadSection"));
    queue->addBelow(m_dropArea);
    queue->addBelow(new UploadList(m_finhub, m_uploads, m_previews, m_documents));
    queue->addBelow(m_message);
    m_sendButton->setObjectName(QStringLiteral("sendFilesButton"));
    m_nextButton->setObjectName(QStringLiteral("phaseNextButton"));
    queue->addBelow(inARow({m_sendButton, m_nextButton}));
    m_uploaded = column->addSection(tr("Uploaded documents"), QStringLiteral("uploadedDocumentsList"));

    connect(m_dropArea, &DropArea::filesGiven, this, [this](const QStringList& paths, int others) {
        addFiles(paths);
        if (others > 0) {
            m_note = tr("Only files on this computer can be added.");
            showQueue();
        }
    });
    connect(m_dropArea, &DropArea::chooseWanted, this, &DocumentsPage::chooseFiles);
    connect(m_dropArea, &DropArea::samplesWanted, this, &DocumentsPage::addSamples);
    connect(ActionRegistry::instance().make(QStringLiteral("pasteFilesAction"), this), &QAction::triggered,
            m_dropArea, &DropArea::paste);
    connect(m_sendButton, &QPushButton::clicked, this, [this] { m_uploads.send(); });
    connect(m_nextButton, &QPushButton::clicked, this, [this] { Q_EMIT phaseWanted(m_next); });
    connectUploads();
}

void DocumentsPage::connectUploads()
{
    using review::Uploads;
    const auto show = [this] {
        if (m_file)
            showQueue();
    };
    connect(&m_uploads, &Uploads::added, this, show);
    connect(&m_uploads, &Uploads::removed, this, show);
    connect(&m_uploads, &Uploads::changed, this, [this, show](int id) {
        show();
        // Of one that has arrived uploaded() is told next: with it, the batch is told of once.
        if (const review::Upload* upload = m_uploads.find(id);
            upload && upload->state != UploadState::Uploaded)
            tellWhenIdle();
    });
    connect(&m_uploads, &Uploads::answered, this, &DocumentsPage::onAnswered);
    connect(&m_uploads, &Uploads::verificationRead, this, [this](const Verification& read) {
        if (m_file && verification() && verification()->id == read.id)
            m_file->apply(read);
    });
    connect(&m_uploads, &Uploads::uploaded, this, [this] {
        m_toldNothing = true;
        tellWhenIdle();
    });
}

void DocumentsPage::setCase(review::CaseFile* file, review::Onboarding* /*onboarding*/)
{
    m_file = nullptr; // nothing is shown while the queue is emptied
    // A large preview, or a dialog to choose files in.
    qDeleteAll(findChildren<QDialog*>());
    m_uploads.clear();
    m_previews.clear();
    m_file = file;
    m_note.clear();
    m_toldNothing = false;
    m_required->setRows({});
    m_uploaded->setRows({});
    showMessage(m_message, {});
}

void DocumentsPage::refresh()
{
    const std::optional<Verification> current = verification();
    m_uploads.setTarget(m_file->id(), current ? current->id : VerificationId());
    if (m_file->verification().value)
        m_uploads.setPresent(m_file->verification().value->documents);
    showRequired();
    showUploaded();
    showQueue();
}

void DocumentsPage::addFiles(const QStringList& paths)
{
    if (!m_file || !m_dropArea->isEnabled())
        return;
    const int left = m_uploads.add(paths);
    tabAlongLayout(this); // the rows are the newest widgets, but not the last ones of the page
    m_note = left > 0 ? tr("The list holds %1 files; %2 were not added.")
                            .arg(QLocale().toString(review::Uploads::MaxFiles), QLocale().toString(left))
                      : QString();
    showQueue();
}

void DocumentsPage::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Choose documents"));
    dialog->setObjectName(QStringLiteral("chooseFilesDialog"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Documents (*.pdf *.jpg *.jpeg *.png)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &DocumentsPage::addFiles);
    openCentred(dialog);
}

void DocumentsPage::offerSamples(std::shared_ptr<review::SampleDocuments> samples)
{
    m_samples = std::move(samples);
    m_uploads.setReader([samples = m_samples](const QString& path) { return samples->read(path); });
    m_dropArea->setSamplesOffered(true);
}

/// One for each requirement that is not known to be satisfied. Who was asked to send documents again has sent
/// all of them before; then it is the one for the first requirement, the identity document.
void DocumentsPage::addSamples()
{
    if (!m_file)
        return;
    const auto& customer = m_file->customer().value;
    if (!customer) {
        m_note = tr("Sample documents need the customer's data, which are not known here.");
        showQueue();
        return;
    }
    QList<Requirement> wanted;
    for (const auto& [requirement, satisfied] : requirements()) {
        if (!satisfied.value_or(false))
            wanted << requirement.value();
    }
    const auto current = verification();
    if (wanted.isEmpty() && current && current->status == VerificationStatus::ResubmissionRequested &&
        !requirements().isEmpty())
        wanted << requirements().first().first.value();
    addFiles(m_samples->documentsFor(customer->person, wanted));
}

std::optional<Verification> DocumentsPage::verification() const
{
    if (m_file->verification().value)
        return m_file->verification().value;
    return m_file->customer().value ? m_file->customer().value->verification : std::nullopt;
}

void DocumentsPage::onAnswered(const UploadAnswer& answer)
{
    std::optional<Verification> current = m_file ? verification() : std::nullopt;
    if (!current || current->id != answer.document.verificationId)
        return;
    Document document = answer.document;
    if (document.requirement.isAbsent() && requirementOf(document.type.value()) != Requirement::Unknown)
        document.requirement = requirementOf(document.type.value());
    current->documents << document;
    current->documentCount = static_cast<int>(current->documents.size());
    if (!answer.verificationStatus.isAbsent())
        current->status = answer.verificationStatus;
    if (answer.version) {
        current->version = answer.version;
        current->etag.clear();
    }
    if (current->missingDocuments)
        current->missingDocuments->removeAll(document.requirement);
    m_file->apply(*current);
}

/// The case is read again once for a batch of files, not once for each.
void DocumentsPage::tellWhenIdle()
{
    if (m_toldNothing && !m_uploads.isBusy()) {
        m_toldNothing = false;
        Q_EMIT recorded();
    }
}

QList<std::pair<WireValue<Requirement>, std::optional<bool>>> DocumentsPage::requirements() const
{
    const std::optional<Verification> current = verification();
    const CaseFacts facts = m_file->facts();
    QList<WireValue<Requirement>> required =
        current ? current->requiredDocuments : QList<WireValue<Requirement>>();
    if (required.isEmpty()) {
        for (const Requirement requirement : requirementsFor(facts.risk.value()))
            required << requirement;
    }
    QList<std::pair<WireValue<Requirement>, std::optional<bool>>> result;
    for (const WireValue<Requirement>& requirement : required) {
        std::optional<bool> satisfied;
        if (facts.missingDocuments) {
            satisfied = !facts.missingDocuments->contains(requirement);
        } else if (current && std::any_of(current->documents.begin(), current->documents.end(),
                                          [&requirement](const Document& document) {
                                              return requirementOf(document.type.value()) ==
                                                     requirement.value();
                                          })) {
            satisfied = true;
        }
        result << std::pair(requirement, satisfied);
    }
    return result;
}

void DocumentsPage::showRequired()
{
    QList<FieldRow> rows;
    for (const auto& [requirement, satisfied] : requirements()) {
        FieldRow row{words::requirement(requirement), {}, tr("Unknown"), Tone::Outline};
        if (satisfied) {
            row.chip = *satisfied ? tr("✓ Received") : tr("! Missing");
            row.tone = *satisfied ? Tone::Good : Tone::Bad;
        }
        if (!satisfied.value_or(false))
            row.value = satisfiedBy(requirement.value());
        rows << row;
    }
    if (rows.isEmpty())
        rows << FieldRow{
            tr("Not known"), tr("The server does not say which documents are required."), {}, {}};
    m_required->setRows(rows);
}

void DocumentsPage::showUploaded()
{
    const std::optional<Verification> current = verification();
    QList<FieldRow> rows;
    const QList<Document> documents = current ? current->documents : QList<Document>();
    for (const Document& document : documents) {
        QStringList facts{displayLine(document.fileName, 60)};
        if (document.size >= 0)
            facts << words::fileSize(document.size);
        facts << tr("round %1").arg(QLocale().toString(document.round));
        if (document.uploadedAt.isValid())
            facts << dateTimeText(document.uploadedAt);
        if (const QString who = whoText(document.uploadedBy, *m_file, m_finhub); !who.isEmpty())
            facts << tr("by %1").arg(who);
        const bool verified = document.status.value() == DocumentStatus::Verified;
        QString chip = tr("Uploaded");
        if (verified)
            chip = tr("✓ Verified");
        else if (document.status.value() == DocumentStatus::Processing)
            chip = tr("Being processed");
        rows << FieldRow{words::documentType(document.type), facts.join(QStringLiteral(" · ")), chip,
                         verified ? Tone::Good : Tone::Outline};
    }
    if (rows.isEmpty())
        rows << FieldRow{tr("None"), tr("Nothing has been uploaded to this verification."), {}, {}};
    m_uploaded->setRows(rows);
}

void DocumentsPage::showQueue()
{
    const CaseFacts facts = m_file->facts();
    const QList<Blocker> blockers = m_file->blockers(Action::UploadDocument);
    m_dropArea->setEnabled(blockers.isEmpty());
    const int sendable = m_uploads.sendable();
    m_sendButton->setText(sendable == 0 ? tr("Send files")
                                        : numbered(sendable, tr("Send 1 file"), tr("Send %1 files")));
    m_sendButton->setEnabled(blockers.isEmpty() && sendable > 0);

    const auto required = requirements();
    const bool complete = facts.status.value() == VerificationStatus::InProgress ||
                          (isOpen(facts.status.value()) && !required.isEmpty() &&
                           std::all_of(required.begin(), required.end(),
                                       [](const auto& one) { return one.second.value_or(false); }));
    m_next = Stage::Unknown;
    if (complete) {
        m_next = Stage::Approval;
        m_nextButton->setText(tr("Go on to the review"));
    } else if (blockers.contains(Blocker::NoVerification)) {
        m_next = Stage::Verification;
        m_nextButton->setText(tr("Go to the verification"));
    }
    m_nextButton->setVisible(m_next != Stage::Unknown);
    const bool goOn = m_next != Stage::Unknown && sendable == 0;
    setKind(m_nextButton, goOn ? ButtonKind::Primary : ButtonKind::Secondary);
    setKind(m_sendButton, goOn ? ButtonKind::Secondary : ButtonKind::Primary);

    const bool failed = m_uploads.count(UploadState::Failed) + m_uploads.count(UploadState::Unknown) > 0;
    if (!blockers.isEmpty())
        showMessage(m_message, blockersText(blockers, facts));
    else if (complete && m_uploads.all().isEmpty())
        showMessage(m_message, tr("✓ Every required document is here; the case waits for a review."),
                    Ink::Good);
    else
        showMessage(m_message, queueText(), failed ? Ink::Bad : Ink::Secondary);
}

QString DocumentsPage::queueText() const
{
    QStringList sentences;
    if (!m_note.isEmpty())
        sentences << m_note;
    const auto tell = [&sentences](int n, const QString& one, const QString& many) {
        if (n > 0)
            sentences << numbered(n, one, many);
    };
    tell(m_uploads.count(UploadState::Uploaded), tr("1 file has been uploaded."),
         tr("%1 files have been uploaded."));
    tell(m_uploads.count(UploadState::Sending) + m_uploads.count(UploadState::Waiting),
         tr("1 is on its way."), tr("%1 are on their way."));
    tell(m_uploads.count(UploadState::Failed), tr("1 has not been uploaded."),
         tr("%1 have not been uploaded."));
    tell(m_uploads.count(UploadState::Unknown), tr("Of 1 it is not known whether FinHub has it."),
         tr("Of %1 it is not known whether FinHub has them."));
    tell(m_uploads.count(UploadState::Refused), tr("1 cannot be sent."), tr("%1 cannot be sent."));
    tell(m_uploads.count(UploadState::Ready) - m_uploads.sendable(),
         tr("1 needs a type before it can be sent."), tr("%1 need a type before they can be sent."));
    return sentences.join(u' ');
}

} // namespace finhub::views
