#include "views/filterbar.h"

#include "ui_filterbar.h"
#include "views/style/buttonkind.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"
#include "views/words.h"

#include <QCompleter>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QWidgetAction>

#include <algorithm>

namespace finhub::views {

namespace {
QString stageName(Stage stage)
{
    return words::stage(stage);
}

QString riskName(RiskLevel risk)
{
    return words::risk(risk);
}

QString statusName(VerificationStatus status)
{
    return status == VerificationStatus::Pending     ? FilterBar::tr("Started by an officer")
           : status == VerificationStatus::Initiated ? FilterBar::tr("Started by the customer")
                                                     : words::status(status);
}

/// "Stage", "Stage: Approval", "Stage: 3".
QString labelled(const QString& label, const QStringList& chosen)
{
    if (chosen.isEmpty())
        return label;
    if (chosen.size() == 1)
        return QStringLiteral("%1: %2").arg(label, displayLine(chosen.first(), 24));
    return QStringLiteral("%1: %2").arg(label, QLocale().toString(chosen.size()));
}

template <typename E>
QStringList namesOf(const QList<E>& values, QString (*name)(E))
{
    QStringList names;
    for (const E value : values)
        names << name(value);
    return names;
}

/// Every country by its English short name, as the contract compares them (1.6).
QStringList countryNames()
{
    QStringList names;
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale& locale : locales)
        names << QLocale::territoryToString(locale.territory());
    names.removeDuplicates();
    names.sort();
    return names;
}
} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FilterBar>())
{
    m_ui->setupUi(this);
    setKind(m_ui->clearFiltersButton, ButtonKind::Flat);
    setKind(m_ui->exportListButton, ButtonKind::Flat);

    QList<Stage> stages;
    for (const PhaseRow& row : lifecyclePhases()) {
        if (row.stage > Stage::Registration)
            stages << row.stage;
    }
    fillMenu(m_ui->stageFilter, &DirectoryQuery::stages, stages, stageName);
    fillMenu(m_ui->riskFilter, &DirectoryQuery::risks, {RiskLevel::Low, RiskLevel::Medium, RiskLevel::High},
             riskName);
    QList<VerificationStatus> statuses;
    for (const auto& [status, name] : WireNames<VerificationStatus>::table)
        statuses << status;
    fillMenu(m_ui->statusFilter, &DirectoryQuery::statuses, statuses, statusName);
    auto* categoryMenu = new QMenu(this);
    m_ui->categoryFilter->setMenu(categoryMenu);
    connect(categoryMenu, &QMenu::aboutToShow, this, [this, categoryMenu] {
        const QList<QAction*> actions = categoryMenu->actions();
        for (int i = 0; i < actions.size() && i < m_categories.size(); ++i)
            actions.at(i)->setChecked(m_query.categories.contains(m_categories.at(i).id));
    });
    fillCategoryMenu();
    makeNationalityMenu();
    makeCreatedMenu();
    connect(m_ui->exportListButton, &QPushButton::clicked, this, &FilterBar::exportWanted);
    connect(m_ui->clearFiltersButton, &QPushButton::clicked, this, [this] {
        DirectoryQuery cleared;
        cleared.search = m_query.search;
        cleared.sort = m_query.sort;
        cleared.descending = m_query.descending;
        m_query = cleared;
        change();
    });
    showState();
}

FilterBar::~FilterBar() = default;

template <typename E>
void FilterBar::fillMenu(QPushButton* button, QList<E> DirectoryQuery::*field, const QList<E>& choices,
                         QString (*name)(E))
{
    auto* menu = new QMenu(this);
    for (const E choice : choices) {
        QAction* action = menu->addAction(name(choice));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, field, choice](bool checked) {
            QList<E>& values = m_query.*field;
            values.removeAll(choice);
            if (checked)
                values << choice;
            // Qt compares an emptied list with a new one by a null pointer; two new ones it does not.
            if (values.isEmpty())
                values = {};
            change();
        });
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu, field, choices] {
        const QList<QAction*> actions = menu->actions();
        for (int i = 0; i < actions.size(); ++i)
            actions.at(i)->setChecked((m_query.*field).contains(choices.at(i)));
    });
    button->setMenu(menu);
}

void FilterBar::setCategories(const QList<Category>& categories)
{
    m_categories = categories;
    fillCategoryMenu();
    showState();
}

void FilterBar::fillCategoryMenu()
{
    QMenu* menu = m_ui->categoryFilter->menu();
    menu->clear();
    for (const Category& category : std::as_const(m_categories)) {
        QAction* action = menu->addAction(displayLine(category.name, 60).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, id = category.id](bool checked) {
            m_query.categories.removeAll(id);
            if (checked)
                m_query.categories << id;
            change();
        });
    }
    if (m_categories.isEmpty())
        menu->addAction(tr("The server lists no categories"))->setEnabled(false);
}

void FilterBar::makeNationalityMenu()
{
    auto* menu = new QMenu(this);
    auto* edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("nationalityEdit"));
    edit->setAccessibleName(tr("Nationality"));
    edit->setPlaceholderText(tr("Country, or several with commas"));
    edit->setMinimumWidth(240);
    auto* completer = new QCompleter(countryNames(), edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    edit->setCompleter(completer);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(menu, &QMenu::aboutToShow, edit, [this, edit] {
        edit->setText(m_query.nationalities.join(QStringLiteral(", ")));
        edit->setFocus();
    });
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, menu] {
        m_query.nationalities.clear();
        const QStringList parts = edit->text().split(u',', Qt::SkipEmptyParts);
        for (const QString& part : parts) {
            if (!part.trimmed().isEmpty())
                m_query.nationalities << part.trimmed();
        }
        menu->close();
        change();
    });
    m_ui->nationalityFilter->setMenu(menu);
}

void FilterBar::makeCreatedMenu()
{
    auto* menu = new QMenu(this);
    const auto preset = [this, menu](const QString& text, int days) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, days] {
            const QDate today = QDateTime::currentDateTimeUtc().date();
            setCreated(days < 0 ? QDate() : today.addDays(-days), QDate());
        });
    };
    preset(tr("Any time"), -1);
    preset(tr("Today"), 0);
    preset(tr("Last 7 days"), 6);
    preset(tr("Last 30 days"), 29);
    menu->addSeparator();

    auto* panel = new QWidget;
    auto* form = new QFormLayout(panel);
    m_from = new QDateEdit;
    m_from->setObjectName(QStringLiteral("createdFromEdit"));
    m_from->setAccessibleName(tr("Created from"));
    m_to = new QDateEdit;
    m_to->setObjectName(QStringLiteral("createdToEdit"));
    m_to->setAccessibleName(tr("Created to"));
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    }
    auto* apply = new QPushButton(tr("Between these days"));
    apply->setObjectName(QStringLiteral("createdApplyButton"));
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(apply);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    connect(apply, &QPushButton::clicked, this, [this, menu] {
        menu->close();
        setCreated(std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date()));
    });
    connect(menu, &QMenu::aboutToShow, this, [this] {
        const QDate today = QDateTime::currentDateTimeUtc().date();
        m_from->setDate(m_query.createdFrom.isValid() ? m_query.createdFrom : today.addDays(-29));
        m_to->setDate(m_query.createdTo.isValid() ? m_query.createdTo : today);
    });
    m_ui->createdFilter->setMenu(menu);
}

void FilterBar::setCreated(const QDate& from, const QDate& to)
{
    m_query.createdFrom = from;
    m_query.createdTo = to;
    change();
}

void FilterBar::setQuery(const DirectoryQuery& query)
{
    m_query = query;
    showState();
}

bool FilterBar::isFiltered(const DirectoryQuery& query)
{
    return !query.stages.isEmpty() || !query.statuses.isEmpty() || !query.risks.isEmpty() ||
           !query.categories.isEmpty() || !query.nationalities.isEmpty() || query.createdFrom.isValid() ||
           query.createdTo.isValid();
}

void FilterBar::setRangeText(const QString& text)
{
    setPlainText(m_ui->rangeLabel, text);
}

void FilterBar::setListsKnown(bool listsKnown)
{
    m_listsKnown = listsKnown;
    const QString why = plainToolTip(
        listsKnown ? tr("This server does not offer a list of customers, and of most of those that are known "
                        "here it has not said this.")
                   : QString());
    for (QPushButton* button : {m_ui->categoryFilter, m_ui->nationalityFilter}) {
        button->setEnabled(!listsKnown);
        button->setToolTip(why);
    }
    showState();
}

void FilterBar::change()
{
    showState();
    Q_EMIT queryChanged(m_query);
}

void FilterBar::showState()
{
    m_ui->stageFilter->setText(labelled(tr("Stage"), namesOf(m_query.stages, stageName)));
    m_ui->riskFilter->setText(labelled(tr("Risk"), namesOf(m_query.risks, riskName)));
    m_ui->statusFilter->setText(labelled(tr("Status"), namesOf(m_query.statuses, statusName)));
    QStringList categories;
    for (const Category& category : std::as_const(m_categories)) {
        if (m_query.categories.contains(category.id))
            categories << category.name;
    }
    m_ui->categoryFilter->setText(labelled(tr("Category"), categories));
    m_ui->nationalityFilter->setText(labelled(tr("Nationality"), m_query.nationalities));
    QStringList created;
    if (m_query.createdFrom.isValid() && m_query.createdTo.isValid())
        created << tr("%1 to %2").arg(dateText(m_query.createdFrom), dateText(m_query.createdTo));
    else if (m_query.createdFrom.isValid())
        created << tr("since %1").arg(dateText(m_query.createdFrom));
    m_ui->createdFilter->setText(labelled(m_listsKnown ? tr("Added") : tr("Created"), created));

    m_ui->clearFiltersButton->setVisible(isFiltered(m_query));
}

} // namespace finhub::views
