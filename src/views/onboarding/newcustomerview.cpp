#include "views/onboarding/newcustomerview.h"

#include "ui_newcustomerview.h"
#include "views/blockertext.h"
#include "views/errortext.h"
#include "views/ink.h"
#include "views/onboarding/amlform.h"
#include "views/onboarding/categorypage.h"
#include "views/onboarding/formparts.h"
#include "views/onboarding/registrationform.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/taborder.h"
#include "views/words.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace finhub::views {

namespace {
using review::DraftField;
using review::DraftStep;
using review::Registrar;
} // namespace

NewCustomerView::NewCustomerView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NewCustomerView>())
    , m_finhub(finhub)
    , m_categoryPage(new CategoryPage)
    , m_form(new RegistrationForm)
    , m_aml(new AmlForm)
    , m_registrar(finhub)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("newCustomerView"));
    setAttribute(Qt::WA_StyledBackground);
    m_ui->newCustomerPages->addWidget(m_categoryPage);
    m_ui->newCustomerPages->addWidget(form::scrolled(m_form));
    m_ui->newCustomerPages->addWidget(form::scrolled(m_aml));
    m_ui->discardPanel->hide();
    tabAlongLayout(this);
    connectParts();
    takeDraft();
    refresh();
}

NewCustomerView::~NewCustomerView()
{
    // The field that has the focus loses it when the window goes, and tells so.
    disconnect(m_form, nullptr, this, nullptr);
}

void NewCustomerView::connectParts()
{
    connect(m_categoryPage, &CategoryPage::choiceChanged, this, [this] { onEdited(DraftField::Category); });
    connect(m_categoryPage, &CategoryPage::nextWanted, this, &NewCustomerView::goOn);
    connect(m_categoryPage, &CategoryPage::retryWanted, this, &NewCustomerView::loadCategories);
    connect(m_form, &RegistrationForm::edited, this, &NewCustomerView::onEdited);
    connect(m_form, &RegistrationForm::left, this, &NewCustomerView::refresh);
    connect(m_form, &RegistrationForm::existingWanted, this,
            [this] { Q_EMIT existingCustomerWanted(m_draft.person().email); });
    connect(m_aml, &AmlForm::edited, this, &NewCustomerView::onEdited);
    connect(&m_registrar, &Registrar::changed, this, &NewCustomerView::onRegistrarChanged);
    connect(&m_registrar, &Registrar::registered, this, &NewCustomerView::onRegistered);

    for (QPushButton* button : {m_ui->categoryNextButton, m_ui->registrationNextButton, m_ui->registerButton})
        connect(button, &QPushButton::clicked, this, &NewCustomerView::goOn);
    connect(m_ui->newCustomerBackButton, &QPushButton::clicked, this, &NewCustomerView::goBack);
    connect(m_ui->newCustomerCancelButton, &QPushButton::clicked, this, &NewCustomerView::cancel);
    connect(m_ui->keepTypedButton, &QPushButton::clicked, this, [this] { askToDiscard(false); });
    connect(m_ui->discardTypedButton, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT cancelled();
    });
    connect(m_ui->lookForButton, &QPushButton::clicked, this,
            [this] { Q_EMIT existingCustomerWanted(m_registrar.sent().person().email); });
    connect(m_ui->sendAgainButton, &QPushButton::clicked, &m_registrar, &Registrar::repeat);
    connect(m_ui->openRegisteredButton, &QPushButton::clicked, this, [this] {
        if (m_registeredElsewhere)
            Q_EMIT registered(*std::exchange(m_registeredElsewhere, std::nullopt));
    });
    connect(m_ui->newCustomerStepper, &Stepper::stepActivated, this, [this](int step) {
        if (m_registrar.isSending())
            return;
        if (step == 0)
            showStep(DraftStep::Category);
        else if (step == 1 && faultyUpTo(DraftStep::Category).isEmpty())
            showStep(DraftStep::Registration);
    });
    connect(&m_finhub, &api::FinHub::sessionEnded, this, [this] {
        m_categories.reset();
        m_categoriesKnown = false;
        m_form->clearPasswords();
        takeDraft();
        refresh();
    });
    connect(&m_finhub, &api::FinHub::sessionChanged, this, [this] {
        if (isVisible() && !m_categoriesKnown && !m_categories)
            loadCategories();
        refresh();
    });
    connect(&m_finhub, &api::FinHub::extensionsChanged, this, &NewCustomerView::refresh);
}

void NewCustomerView::begin()
{
    if (!m_draft.hasInput() && !m_registrar.isSending() && !m_registeredElsewhere)
        clear();
    askToDiscard(false);
    loadCategories();
    focusPage();
}

void NewCustomerView::clear()
{
    m_registrar.reset();
    m_categoryPage->clearChoice();
    m_form->clear();
    m_aml->clear();
    m_refused.clear();
    m_message.clear();
    m_registeredElsewhere.reset();
    takeDraft();
    askToDiscard(false);
    showStep(DraftStep::Category);
}

void NewCustomerView::loadCategories()
{
    m_categoryPage->showLoading();
    m_categories = m_finhub.categories();
    m_categories->onFinished(this, [this](const Result<QList<Category>>& categories) {
        m_categories.reset();
        const bool hadFocus = m_categoryPage->isAncestorOf(focusWidget());
        m_categoriesKnown = categories.has_value();
        if (categories) {
            m_categoryPage->setCategories(*categories, m_draft.category.id);
        } else {
            const ErrorText text = errorText(categories.error(), Attempt::LoadCategories);
            m_categoryPage->showError(text.what, text.detail());
        }
        if (hadFocus && m_step == DraftStep::Category)
            m_categoryPage->focusFirst();
    });
}

void NewCustomerView::takeDraft()
{
    m_draft.category = m_categoryPage->chosen();
    m_form->writeTo(m_draft, m_registrar.holdsPassword());
    m_aml->writeTo(m_draft);
}

void NewCustomerView::onEdited(DraftField field)
{
    const bool hadMessage = !m_message.isEmpty();
    m_refused.remove(field);
    takeDraft();
    // A lost answer stays a lost answer until the next try.
    if (hadMessage && m_registrar.state() != Registrar::State::Unknown)
        m_message.clear();
    refresh();
}

QDate NewCustomerView::today() const
{
    return QDateTime::currentDateTimeUtc().date();
}

QList<DraftField> NewCustomerView::faultyUpTo(DraftStep step) const
{
    QList<DraftField> faulty;
    for (const DraftStep one : {DraftStep::Category, DraftStep::Registration, DraftStep::Aml}) {
        if (one <= step)
            faulty << m_draft.faultyFields(one, today());
    }
    return faulty;
}

QString NewCustomerView::blockerOf(DraftStep step) const
{
    if (const auto& session = m_finhub.session(); session && !permissionsOf(session->roles).write)
        return blockerText(Blocker::RoleMayNotWrite, {});
    if (m_registrar.isSending())
        return tr("The registration is being sent.");
    const QString missing = draftBlockersText(faultyUpTo(step), m_draft, today());
    if (missing.isEmpty() && step == DraftStep::Aml && m_registrar.isUnresolved(m_draft))
        return tr("Nothing has been changed since the answer was lost.");
    return missing;
}

void NewCustomerView::showStep(DraftStep step)
{
    m_step = step;
    m_ui->newCustomerPages->setCurrentIndex(static_cast<int>(step));
    if (auto* scroll = qobject_cast<QScrollArea*>(m_ui->newCustomerPages->currentWidget()))
        scroll->verticalScrollBar()->setValue(0);
    refresh();
    focusPage();
}

void NewCustomerView::goOn()
{
    if (m_registrar.isSending())
        return;
    takeDraft();
    const QList<DraftField> faulty = faultyUpTo(m_step);
    if (!faulty.isEmpty()) {
        const DraftStep place = review::stepOf(faulty.first());
        if (place == DraftStep::Registration)
            m_form->reveal();
        else if (place == DraftStep::Aml)
            m_aml->reveal();
        if (place != m_step)
            showStep(place);
        refresh();
        if (place == DraftStep::Registration)
            m_form->focusField(faulty.first());
        else if (place == DraftStep::Aml)
            m_aml->focusField(faulty.first());
        else
            m_categoryPage->focusFirst();
    } else if (blockerOf(m_step).isEmpty()) {
        if (m_step == DraftStep::Aml)
            submit();
        else
            showStep(m_step == DraftStep::Category ? DraftStep::Registration : DraftStep::Aml);
    }
}

void NewCustomerView::goBack()
{
    if (m_step != DraftStep::Category && !m_registrar.isSending())
        showStep(m_step == DraftStep::Aml ? DraftStep::Registration : DraftStep::Category);
}

void NewCustomerView::submit()
{
    m_refused.clear();
    m_message.clear();
    const review::RegistrationDraft draft = m_draft;
    m_registrar.submit(draft, m_form->takePassword());
    takeDraft();
    refresh();
}

void NewCustomerView::onRegistrarChanged()
{
    const Registrar::State before = std::exchange(m_lastState, m_registrar.state());
    takeDraft();
    if (before != Registrar::State::Sending || m_registrar.isSending()) {
        refresh();
        return;
    }
    if (m_registrar.error())
        showRefusal();
    else
        refresh();
}

/// Shows what ended the try, at the first field that it is about.
void NewCustomerView::showRefusal()
{
    const Error& error = *m_registrar.error();
    m_refused = refusedFields(error, m_registrar.sent());
    m_message = registrationErrorText(error, m_registrar.mayRepeat());
    refresh();
    const std::span<const DraftField> fields = review::draftFields();
    const auto first = std::find_if(fields.begin(), fields.end(),
                                    [this](DraftField field) { return m_refused.contains(field); });
    if (first == fields.end()) {
        QPushButton* next =
            m_ui->lookForButton->isVisibleTo(this) ? m_ui->lookForButton : m_ui->registerButton;
        next->setFocus();
        return;
    }
    showStep(review::stepOf(*first));
    if (m_step == DraftStep::Registration)
        m_form->focusField(*first);
    else if (m_step == DraftStep::Aml)
        m_aml->focusField(*first);
}

void NewCustomerView::onRegistered(const Customer& customer)
{
    clear();
    if (isVisible()) {
        Q_EMIT registered(customer);
        return;
    }
    // Whoever works on something else now is not torn away from it.
    m_registeredElsewhere = customer;
    refresh();
}

void NewCustomerView::cancel()
{
    if (m_registrar.isSending())
        return;
    if (m_draft.hasInput()) {
        askToDiscard(true);
        return;
    }
    clear();
    Q_EMIT cancelled();
}

void NewCustomerView::askToDiscard(bool asking)
{
    const bool asked = m_ui->discardPanel->isVisibleTo(this);
    m_ui->discardPanel->setVisible(asking);
    m_ui->stepButtons->setVisible(!asking);
    refresh();
    if (asking)
        m_ui->keepTypedButton->setFocus();
    else if (asked)
        focusPage();
}

void NewCustomerView::focusPage()
{
    switch (m_step) {
    case DraftStep::Category:
        m_categoryPage->focusFirst();
        return;
    case DraftStep::Registration:
        m_form->focusField(DraftField::FirstName);
        return;
    case DraftStep::Aml:
        m_aml->focusFirst();
        return;
    }
}

void NewCustomerView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // Whoever shows this page moves the focus afterwards.
    if (!event->spontaneous())
        QMetaObject::invokeMethod(this, &NewCustomerView::focusPage, Qt::QueuedConnection);
}

void NewCustomerView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_ui->discardPanel->isVisibleTo(this))
            askToDiscard(false);
        else
            cancel();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A key that is held down would run through all pages and register.
        if (event->isAutoRepeat())
            return;
        if (auto* button = qobject_cast<QPushButton*>(focusWidget()))
            button->click();
        else
            goOn();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace finhub::views
