#include "views/reasondialog.h"

#include "core/customercomment.h"
#include "core/reasoncode.h"
#include "ui_reasondialog.h"
#include "views/evidence/reasondelegate.h"
#include "views/evidence/reasonkeys.h"
#include "views/evidence/verdicttext.h"
#include "views/ink.h"
#include "views/limitedtext.h"
#include "views/style/buttonkind.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr int CodeRole = Qt::UserRole;
constexpr qsizetype MaxReasons = 10;
} // namespace

ReasonDialog::ReasonDialog(Verdict verdict, const review::CaseFile& file, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReasonDialog>())
    , m_verdict(verdict)
    , m_name(displayLine(file.customer().value.value_or(Customer()).person.fullName()))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("reasonDialog"));
    const bool rejecting = verdict == Verdict::Reject;
    setWindowTitle(words::verdict(verdict));
    setPlainText(m_ui->titleLabel,
                 rejecting ? tr("Reject %1").arg(m_name) : tr("Ask %1 to send documents again").arg(m_name));
    m_ui->confirmButton->setText(rejecting ? tr("Reject") : tr("Request resubmission"));
    setKind(m_ui->confirmButton, rejecting ? ButtonKind::Danger : ButtonKind::Primary);
    m_ui->confirmButton->setAutoDefault(false);
    m_ui->cancelButton->setAutoDefault(false);
    limitLength(m_ui->commentEdit, MaxCommentLength);
    limitLength(m_ui->notesEdit, MaxNotesLength);
    m_ui->reasonList->setItemDelegate(new ReasonDelegate(m_ui->reasonList));
    m_ui->reasonList->installEventFilter(this);
    m_ui->excludedLabel->hide();
    fillReasons();

    connect(m_ui->reasonFilter, &QLineEdit::textChanged, this, &ReasonDialog::filterReasons);
    connect(m_ui->reasonList, &QListWidget::itemChanged, this, &ReasonDialog::onReasonsChanged);
    connect(m_ui->commentEdit, &QPlainTextEdit::textChanged, this, &ReasonDialog::onCommentEdited);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        m_ui->confirmButton->setEnabled(false);
        Q_EMIT confirmed(reasonCodes(), comment(), m_ui->notesEdit->toPlainText().trimmed());
        accept();
    });
    onReasonsChanged();
    m_ui->reasonList->setFocus();
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::fillReasons()
{
    for (const ReasonCode& reason : reasonCatalogue()) {
        // A resubmission takes RETRY codes only (3.4).
        if (m_verdict == Verdict::RequestResubmission && reason.disposition != Disposition::Retry)
            continue;
        const QString name = words::reason(reason.codeText());
        auto* item =
            new QListWidgetItem(reason.internal ? tr("%1 (internal)").arg(name) : name, m_ui->reasonList);
        item->setData(CodeRole, reason.codeText());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(plainToolTip(
            reason.internal ? tr("Never told to the customer, who reads: %1").arg(reason.publicTextString())
                            : reason.publicTextString()));
    }
    m_ui->reasonList->setCurrentRow(0);
}

void ReasonDialog::filterReasons(const QString& text)
{
    for (int row = 0; row < m_ui->reasonList->count(); ++row) {
        QListWidgetItem* item = m_ui->reasonList->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

QStringList ReasonDialog::reasonCodes() const
{
    QStringList codes;
    for (int row = 0; row < m_ui->reasonList->count(); ++row) {
        const QListWidgetItem* item = m_ui->reasonList->item(row);
        if (item->checkState() == Qt::Checked)
            codes << item->data(CodeRole).toString();
    }
    return mostSevereFirst(codes);
}

QListWidgetItem* ReasonDialog::itemOf(const QString& code) const
{
    for (int row = 0; row < m_ui->reasonList->count(); ++row) {
        if (m_ui->reasonList->item(row)->data(CodeRole).toString() == code)
            return m_ui->reasonList->item(row);
    }
    return nullptr;
}

void ReasonDialog::choose(const QStringList& codes)
{
    QStringList excluded;
    for (const QString& code : codes) {
        if (QListWidgetItem* item = itemOf(code))
            item->setCheckState(Qt::Checked);
        else
            excluded << code;
    }
    m_ui->excludedLabel->setVisible(!excluded.isEmpty());
    setPlainText(m_ui->excludedLabel,
                 tr("Found on the documents, but only for a rejection: %1.").arg(reasonsText(excluded)));
}

/// What the customer will read; nothing else is ever sent to them.
QString ReasonDialog::comment() const
{
    return customerComment(reasonCodes(), m_ui->commentEdit->toPlainText());
}

/// In the list a letter does not look for a row, it is one.
bool ReasonDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->reasonList && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        QListWidgetItem* item = itemOf(reasonOf(*key));
        if (item && !key->isAutoRepeat()) {
            m_ui->reasonList->setCurrentItem(item);
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        }
        if (item)
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ReasonDialog::restore(const QStringList& codes, const QString& comment, const QString& notes)
{
    for (int row = 0; row < m_ui->reasonList->count(); ++row) {
        QListWidgetItem* item = m_ui->reasonList->item(row);
        item->setCheckState(codes.contains(item->data(CodeRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
    // Beside an internal reason the neutral sentence is the whole text.
    if (!m_ui->commentEdit->isReadOnly())
        m_ui->commentEdit->setPlainText(comment);
    m_ui->notesEdit->setPlainText(notes);
}

bool ReasonDialog::hasInternalReason() const
{
    const QStringList codes = reasonCodes();
    return std::any_of(codes.begin(), codes.end(), [](const QString& code) {
        const ReasonCode* reason = findReason(code);
        return reason && reason->internal;
    });
}

void ReasonDialog::onReasonsChanged()
{
    const QScopedValueRollback composing(m_composing, true);
    const bool internal = hasInternalReason();
    if (internal) {
        if (m_commentIsOwn && !m_ui->commentEdit->isReadOnly())
            m_ownComment = m_ui->commentEdit->toPlainText();
        m_ui->commentEdit->setPlainText(neutralReasonText());
    } else if (m_commentIsOwn) {
        if (m_ui->commentEdit->isReadOnly())
            m_ui->commentEdit->setPlainText(m_ownComment);
    } else if (const QString composed = customerText(reasonCodes());
               composed != m_ui->commentEdit->toPlainText()) {
        m_ui->commentEdit->setPlainText(composed);
    }
    m_ui->commentEdit->setReadOnly(internal);
    const QString tells = internal ? QString() : givenAway(m_ui->commentEdit->toPlainText());
    setPlainText(m_ui->commentNote,
                 !tells.isEmpty()
                     ? tr("The customer must not read “%1”. Say it in other words.").arg(tells)
                 : internal ? tr("One of the reasons is internal, so the customer reads only this sentence.")
                 : m_commentIsOwn ? tr("You have changed this text; it no longer follows the reasons.")
                                  : tr("Composed from the reasons; you may change it."));
    setInk(m_ui->commentNote, tells.isEmpty() ? Ink::Secondary : Ink::Bad);
    setPlainText(m_ui->customerPreview, comment().isEmpty() ? tr("Nothing yet.") : comment());
    showReadBack();
}

void ReasonDialog::onCommentEdited()
{
    if (!m_composing) {
        m_commentIsOwn = m_ui->commentEdit->toPlainText() != customerText(reasonCodes());
        onReasonsChanged();
    }
}

void ReasonDialog::showReadBack()
{
    const QStringList codes = reasonCodes();
    QStringList names;
    for (const QString& code : codes)
        names << words::reason(code);
    const QString reasons = QLocale().createSeparatedList(names);
    QString text;
    if (codes.isEmpty())
        text = tr("Choose at least one reason.");
    else if (codes.size() > MaxReasons)
        text = tr("Choose at most ten reasons.");
    else if (m_verdict == Verdict::Reject)
        text = tr("%1 will be rejected: %2. A rejection cannot be taken back.").arg(m_name, reasons);
    else
        text = tr("%1 will be asked to send documents again: %2.").arg(m_name, reasons);
    setPlainText(m_ui->readBackLabel, text);
    m_ui->confirmButton->setEnabled(!codes.isEmpty() && codes.size() <= MaxReasons &&
                                    !m_ui->commentEdit->toPlainText().trimmed().isEmpty() &&
                                    (hasInternalReason() ||
                                     givenAway(m_ui->commentEdit->toPlainText()).isEmpty()));
}

} // namespace finhub::views
