#include "views/onboarding/categorypage.h"

#include "review/registrationdraft.h"
#include "views/ink.h"
#include "views/onboarding/categorydelegate.h"
#include "views/onboarding/formparts.h"
#include "views/onboarding/registrationtexts.h"
#include "views/tones.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/statepanel.h"
#include "views/words.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace finhub::views {

namespace {
constexpr qsizetype LongestName = 120;
constexpr int SkeletonRows = 6;

bool comesFirst(const Category& a, const Category& b)
{
    const bool forIndividuals = review::isForIndividuals(a);
    if (forIndividuals != review::isForIndividuals(b))
        return forIndividuals;
    return a.risk.value() < b.risk.value(); // an unknown risk is the last of its enum
}

QString approverLine(const Category& category)
{
    return category.approver.isEmpty()
               ? CategoryPage::tr("The server does not say who approves.")
               : CategoryPage::tr("Approved by %1").arg(approverName(category.approver));
}

QString documentsLine(const Category& category)
{
    const QList<WireValue<Requirement>> needed = review::neededDocuments(category);
    return needed.isEmpty() ? CategoryPage::tr("The server does not say which documents are needed.")
                            : CategoryPage::tr("Needs: %1").arg(words::requirements(needed));
}
} // namespace

CategoryPage::CategoryPage(QWidget* parent)
    : QWidget(parent)
    , m_fault(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_skeleton(new SkeletonPanel(SkeletonPanel::Shape::TwoLineRows, SkeletonRows))
    , m_list(new QListWidget)
    , m_state(new StatePanel)
{
    setObjectName(QStringLiteral("categoryPage"));
    QVBoxLayout* column = form::makePage(this);
    column->addWidget(form::title(tr("Choose a category"), this));
    column->addWidget(form::explanation(
        tr("It decides which documents the customer has to send and who approves them."), this));
    m_fault->setObjectName(QStringLiteral("categoryNote"));
    m_fault->setWordWrap(true);
    setInk(m_fault, Ink::Bad);
    m_fault->hide();
    column->addWidget(m_fault);
    column->addWidget(m_stack, 1);

    m_skeleton->setObjectName(QStringLiteral("categorySkeleton"));
    m_state->setObjectName(QStringLiteral("categoryState"));
    m_list->setObjectName(QStringLiteral("categoryList"));
    m_list->setAccessibleName(tr("Categories"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new CategoryDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    for (QWidget* part :
         {static_cast<QWidget*>(m_skeleton), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_state)})
        m_stack->addWidget(part);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &CategoryPage::choiceChanged);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this](const QListWidgetItem* item) {
        if (item->isSelected())
            Q_EMIT nextWanted();
    });
    connect(m_state, &StatePanel::actionTriggered, this, &CategoryPage::retryWanted);
}

void CategoryPage::showLoading()
{
    // What is there already stays until the answer has come.
    if (m_list->count() == 0)
        m_stack->setCurrentWidget(m_skeleton);
}

void CategoryPage::showError(const QString& what, const QString& detail)
{
    m_state->setIcon(IconName::Warning);
    m_state->setState(what, detail, tr("Try again"));
    m_stack->setCurrentWidget(m_state);
}

void CategoryPage::setCategories(const QList<Category>& categories, const CategoryId& chosen)
{
    {
        const QSignalBlocker blocker(m_list);
        m_categories = categories;
        std::stable_sort(m_categories.begin(), m_categories.end(), comesFirst);
        m_list->clear();
        for (const Category& category : std::as_const(m_categories)) {
            addRow(category);
            if (category.id == chosen && review::isForIndividuals(category))
                m_list->setCurrentRow(m_list->count() - 1);
        }
    }
    if (m_categories.isEmpty() || !review::isForIndividuals(m_categories.first())) {
        m_state->setIcon(std::nullopt);
        m_state->setState(tr("There is no category for individuals"),
                          tr("Nobody can be registered before this tenant has one."), tr("Look again"));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_stack->setCurrentWidget(m_list);
    }
    Q_EMIT choiceChanged();
}

void CategoryPage::addRow(const Category& category)
{
    const bool forIndividuals = review::isForIndividuals(category);
    const QString name = displayLine(category.name.isEmpty() ? category.code : category.name, LongestName);
    const QString risk = category.risk.isAbsent() ? tr("Risk unknown") : words::riskLong(category.risk);
    const QString approver =
        forIndividuals ? approverLine(category) : tr("Business customers are not for this console.");
    const QString documents = forIndividuals ? documentsLine(category) : QString();
    auto* item = new QListWidgetItem(name, m_list);
    item->setData(CategoryDelegate::RiskTextRole, displayLine(risk, LongestName));
    item->setData(CategoryDelegate::RiskToneRole,
                  static_cast<int>(forIndividuals ? toneOf(category.risk) : Tone::Outline));
    item->setData(CategoryDelegate::ApproverRole, approver);
    item->setData(CategoryDelegate::DocumentsRole, documents);
    const QString whole = QStringList{name, risk, approver, documents}.join(QStringLiteral(". "));
    item->setData(Qt::AccessibleTextRole, whole);
    item->setToolTip(plainToolTip(QStringList{name, approver, documents}.join(u'\n').trimmed()));
    item->setFlags(forIndividuals ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
}

Category CategoryPage::chosen() const
{
    const QList<QListWidgetItem*> selected = m_list->selectedItems();
    return selected.isEmpty() ? Category() : m_categories.at(m_list->row(selected.first()));
}

void CategoryPage::clearChoice()
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(-1);
    m_list->clearSelection();
}

void CategoryPage::setFault(const QString& fault)
{
    setPlainText(m_fault, fault);
    m_fault->setVisible(!fault.isEmpty());
}

void CategoryPage::focusFirst()
{
    // Also the skeleton, which does nothing with it: what comes in its place takes the focus over.
    m_stack->currentWidget()->setFocus();
}

} // namespace finhub::views
