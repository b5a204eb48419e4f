#include "views/consents/templatesview.h"

#include "core/lifecycle.h"
#include "ui_templatesview.h"
#include "views/actions/actionregistry.h"
#include "views/blockertext.h"
#include "views/consents/consentwords.h"
#include "views/consents/templatedelegate.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/opendialog.h"
#include "views/style/icons.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QAction>
#include <QMessageBox>
#include <QScopedValueRollback>

#include <utility>

namespace finhub::views {

namespace {
constexpr int ListWidth = 280;

models::TemplateListModel::Texts listTexts()
{
    return {[](const WireValue<ConsentType>& type) { return words::consent(type); },
            [](const ConsentTemplate& text) {
                return TemplatesView::tr("Version %1").arg(displayLine(text.version, 40));
            }};
}
} // namespace

TemplatesView::TemplatesView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TemplatesView>())
    , m_finhub(finhub)
    , m_texts(review::ConsentTexts::of(finhub))
    , m_list(listTexts())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("templatesView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->templateForm->setTexts(&m_texts);
    m_ui->templateList->setModel(&m_list);
    m_ui->templateList->setItemDelegate(new TemplateDelegate(m_ui->templateList));
    m_ui->templatesSplitter->setStretchFactor(0, 0);
    m_ui->templatesSplitter->setStretchFactor(1, 1);
    m_ui->templatesSplitter->setSizes({ListWidth, 800});
    m_ui->templatesBackButton->setIcon(icon(IconName::Close));
    m_ui->reloadTemplatesButton->setIcon(icon(IconName::Refresh));
    m_ui->templateMessage->hide();
    connectParts();
    refresh();
}

TemplatesView::~TemplatesView() = default;

void TemplatesView::connectParts()
{
    connect(m_ui->templatesBackButton, &QPushButton::clicked, this,
            [this] { leave([this] { Q_EMIT backWanted(); }); });
    ActionRegistry& actions = ActionRegistry::instance();
    connect(actions.make(QStringLiteral("leaveTextsAction"), this), &QAction::triggered,
            m_ui->templatesBackButton, &QPushButton::click);
    connect(m_ui->reloadTemplatesButton, &QPushButton::clicked, &m_texts, &review::ConsentTexts::reload);
    connect(actions.make(QStringLiteral("reloadTextsAction"), this), &QAction::triggered,
            m_ui->reloadTemplatesButton, &QPushButton::click);
    connect(m_ui->templateList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplatesView::onChosen);
    connect(m_ui->newTemplateButton, &QPushButton::clicked, this, [this] {
        const ConsentType type =
            m_chosen && m_chosen->type.isKnown() ? m_chosen->type.value() : ConsentType::TermsAndConditions;
        write([this, type] { m_ui->templateForm->startNew(type); });
    });
    connect(m_ui->changeTemplateButton, &QPushButton::clicked, this, [this] {
        if (m_chosen)
            write([this] { m_ui->templateForm->startChange(*m_chosen); });
    });
    connect(m_ui->templatesState, &StatePanel::actionTriggered, this, [this] {
        if (m_texts.templates().error)
            m_texts.reload();
        else
            m_ui->newTemplateButton->click();
    });
    connect(m_ui->templateForm, &TemplateForm::saveWanted, this, &TemplatesView::save);
    connect(m_ui->templateForm, &TemplateForm::cancelWanted, this,
            [this] { leave([this] { stopWriting(); }); });
    connect(&m_texts, &review::ConsentTexts::changed, this, &TemplatesView::refresh);
    connect(&m_finhub, &api::FinHub::sessionChanged, this, &TemplatesView::showButtons);
    connect(&m_finhub, &api::FinHub::sessionEnded, this, [this] { delete m_question; });
}

void TemplatesView::begin()
{
    if (m_texts.templates().error)
        m_texts.reload();
    else
        m_texts.ensure();
    showMessage(hasUnsavedText() ? tr("What you have written is still here; it has not been saved.")
                                 : QString(),
                Ink::Secondary);
    refresh();
    m_ui->templateList->setFocus();
}

void TemplatesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // After signing in again.
    m_texts.ensure();
}

void TemplatesView::clear()
{
    delete m_question;
    m_saving.reset();
    m_unsure.reset();
    m_chosen.reset();
    stopWriting();
    showMessage(QString(), Ink::Secondary);
    m_ui->templateReadText->clear();
    refresh();
}

bool TemplatesView::hasUnsavedText() const
{
    return m_writing && m_ui->templateForm->isDirty();
}

bool TemplatesView::mayWrite() const
{
    return m_finhub.session() && permissionsOf(m_finhub.session()->roles).write;
}

void TemplatesView::refresh()
{
    const auto& texts = m_texts.templates();
    {
        const QScopedValueRollback following(m_following, true);
        m_list.setTemplates(texts.value.value_or(QList<ConsentTemplate>()));
    }
    if (texts.value) {
        const bool isThere = m_chosen && m_list.rowOf(*m_chosen) >= 0;
        const std::optional<ConsentTemplate> first = m_list.at(1); // below the first heading
        if (isThere)
            choose(*m_list.at(m_list.rowOf(*m_chosen)));
        else if (first)
            choose(*first);
        else
            m_chosen.reset();
    }
    m_ui->templatesBusy->setBusy(texts.loading || m_saving);
    showPage();
    showButtons();
    lookForUnsure();
}

void TemplatesView::showPage()
{
    const auto& texts = m_texts.templates();
    m_ui->templatePages->setCurrentWidget(m_writing ? m_ui->templateWriter : m_ui->templateReader);
    if (m_writing || (texts.value && !texts.value->isEmpty())) {
        m_ui->templatesPages->setCurrentWidget(m_ui->templatesSplitter);
        return;
    }
    if (!texts.error && !texts.value) {
        m_ui->templatesPages->setCurrentWidget(m_ui->templatesSkeleton);
        return;
    }
    m_ui->templatesPages->setCurrentWidget(m_ui->templatesState);
    if (texts.error) {
        const ErrorText text = words::templatesError(*texts.error);
        m_ui->templatesState->setIcon(IconName::Warning);
        m_ui->templatesState->setState(text.what, text.detail(),
                                       words::isWorthRetrying(*texts.error) ? tr("Try again") : QString());
        return;
    }
    m_ui->templatesState->setIcon(IconName::Document);
    m_ui->templatesState->setState(
        tr("There are no consent texts yet"),
        tr("Customers consent to a version by its number; here stands what it says."),
        mayWrite() ? tr("Write the first one") : QString());
}

void TemplatesView::showButtons()
{
    const bool write = mayWrite();
    const bool readable = m_texts.templates().value.has_value();
    const QString why = write ? QString() : blockerText(Blocker::RoleMayNotWrite, {});
    for (QPushButton* button : {m_ui->newTemplateButton, m_ui->changeTemplateButton}) {
        button->setToolTip(plainToolTip(why));
        button->setVisible(!m_writing && readable);
    }
    m_ui->newTemplateButton->setEnabled(write);
    m_ui->changeTemplateButton->setEnabled(write && m_chosen && m_chosen->type.isKnown());
    if (m_chosen && !m_chosen->type.isKnown())
        m_ui->changeTemplateButton->setToolTip(
            plainToolTip(tr("This console does not know this kind of consent.")));
    if (!write && readable && m_ui->templateMessage->text().isEmpty())
        showMessage(why, Ink::Secondary);
}

void TemplatesView::showMessage(const QString& text, Ink ink)
{
    setPlainText(m_ui->templateMessage, text);
    setInk(m_ui->templateMessage, ink);
    m_ui->templateMessage->setVisible(!text.isEmpty());
}

void TemplatesView::choose(const ConsentTemplate& text)
{
    m_chosen = text;
    const QScopedValueRollback following(m_following, true);
    m_ui->templateList->setCurrentIndex(m_list.index(m_list.rowOf(text)));
    showChosen();
}

/// Another text was chosen in the list. What is being written is not left without asking.
void TemplatesView::onChosen()
{
    const std::optional<ConsentTemplate> wanted = m_list.at(m_ui->templateList->currentIndex().row());
    if (m_following || !wanted || wanted == m_chosen)
        return;
    if (!m_writing) {
        choose(*wanted);
        showButtons();
        return;
    }
    // The list is still in the middle of the click; what it then shows as chosen is put right afterwards.
    QMetaObject::invokeMethod(
        this,
        [this, wanted] {
            if (m_chosen)
                choose(*m_chosen);
            leave([this, wanted] {
                stopWriting();
                choose(*wanted);
                showButtons();
            });
        },
        Qt::QueuedConnection);
}

void TemplatesView::showChosen()
{
    const ConsentTemplate text = m_chosen.value_or(ConsentTemplate());
    const words::ChipWords chip = words::templateChip(text.status);
    setPlainText(m_ui->templateReadTitle, displayLine(text.title));
    m_ui->templateStatusChip->setText(chip.text);
    m_ui->templateStatusChip->setTone(chip.tone);
    QStringList meta{words::consent(text.type), tr("version %1").arg(displayLine(text.version, 40))};
    if (text.effectiveDate.isValid())
        meta << tr("in force from %1").arg(dateText(text.effectiveDate));
    if (!text.locale.isEmpty())
        meta << displayLine(text.locale, 40);
    setPlainText(m_ui->templateReadMeta, meta.join(QStringLiteral(" · ")));
    const QString body = displayText(text.body);
    if (m_ui->templateReadText->toPlainText() != body)
        m_ui->templateReadText->setPlainText(body);
}

void TemplatesView::write(const std::function<void()>& start)
{
    m_writing = true;
    showMessage(QString(), Ink::Secondary);
    showPage();
    showButtons();
    start();
}

void TemplatesView::stopWriting()
{
    m_writing = false;
    m_ui->templateForm->clear();
    showPage();
    showButtons();
}

/// Goes on with `then`, after asking where something unsaved would be left.
void TemplatesView::leave(const std::function<void()>& then)
{
    if (!hasUnsavedText()) {
        then();
        return;
    }
    if (m_question)
        return;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved text"),
                                tr("What you have written has not been saved. Discard it?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("discardTemplateDialog"));
    box->setTextFormat(Qt::PlainText);
    QPushButton* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discardTemplateButton"));
    QPushButton* keep = box->addButton(tr("Keep writing"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepTemplateButton"));
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(discard, &QPushButton::clicked, this, [this, then] {
        stopWriting();
        then();
    });
    m_question = box;
    openCentred(box);
}

void TemplatesView::save(const ConsentTemplate& text)
{
    if (m_saving || !mayWrite())
        return;
    m_unsure.reset();
    showMessage(tr("Saving…"), Ink::Secondary);
    m_ui->templateForm->setBusy(true);
    m_saving = m_finhub.saveConsentTemplate(text);
    m_ui->templatesBusy->setBusy(true);
    m_saving->onFinished(this, [this, text](const Result<ConsentTemplate>& saved) {
        m_saving.reset();
        m_ui->templatesBusy->setBusy(m_texts.templates().loading);
        m_ui->templateForm->setBusy(false);
        if (saved)
            onSaved(*saved);
        else
            onFailed(text, saved.error());
    });
}

void TemplatesView::onSaved(const ConsentTemplate& saved)
{
    stopWriting();
    m_chosen = saved;
    m_texts.apply(saved);
    showMessage(
        saved.status.value() == TemplateStatus::Inactive
            ? tr("Version %1 is saved. FinHub has not put it in force.").arg(displayLine(saved.version, 40))
            : tr("✓ Version %1 is saved and in force.").arg(displayLine(saved.version, 40)),
        saved.status.value() == TemplateStatus::Inactive ? Ink::Soon : Ink::Good);
}

void TemplatesView::onFailed(const ConsentTemplate& text, const Error& error)
{
    if (error.kind == ErrorKind::OutcomeUnknown) {
        m_unsure = text;
        showMessage(tr("The answer was lost. Looking whether FinHub has saved the text…"), Ink::Soon);
        if (m_finhub.session())
            m_texts.reload();
        return;
    }
    const bool atFields = m_ui->templateForm->showFaults(error);
    const ErrorText words = errorText(error, Attempt::SaveTemplate);
    showMessage(atFields
                    ? tr("FinHub did not accept a value; it is named at its field. %1").arg(words.meaning)
                    : words.sentence(),
                Ink::Bad);
}

/// R19: what FinHub holds now says whether a save whose answer was lost was carried out.
void TemplatesView::lookForUnsure()
{
    const auto& texts = m_texts.templates();
    if (!m_unsure || texts.loading || !m_texts.isSettled())
        return;
    if (texts.error) {
        showMessage(
            tr("It is not known whether FinHub has saved the text, and the list could not be read. Read "
               "it again before you save once more; nothing that you typed is lost."),
            Ink::Bad);
        return;
    }
    const ConsentTemplate text = *std::exchange(m_unsure, std::nullopt);
    if (!m_texts.holds(text)) {
        showMessage(tr("FinHub has not saved the text. Nothing that you typed is lost; save it again."),
                    Ink::Bad);
        return;
    }
    stopWriting();
    if (const auto found = m_texts.find(text.type.value(), text.version)) {
        choose(*found);
        showButtons();
    }
    showMessage(tr("✓ The answer was lost, but it reads back: version %1 is saved.")
                    .arg(displayLine(text.version, 40)),
                Ink::Good);
}

} // namespace finhub::views
