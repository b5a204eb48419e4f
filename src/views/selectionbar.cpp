#include "views/selectionbar.h"

#include "models/customertablemodel.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finhub::views {

SelectionBar::SelectionBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("selectionBar"));
    setAccessibleName(tr("Selected customers"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Medium, metric::Tight, metric::Medium, metric::Tight);
    layout->setSpacing(metric::Small);
    m_text->setObjectName(QStringLiteral("selectionText"));
    m_text->setAccessibleName(tr("How many are selected"));
    layout->addWidget(m_text);
    m_claim = addButton("bulkClaimButton", tr("Claim"));
    m_release = addButton("bulkReleaseButton", tr("Give back"));
    m_export = addButton("bulkExportButton", tr("Export…"));
    layout->addStretch(1);
    m_clear = addButton("clearSelectionButton", tr("Select none"));
    setKind(m_clear, ButtonKind::Flat);
    const auto claims = [this](review::ClaimDeed deed) {
        const QList<DirectoryEntry> chosen = entries();
        Q_EMIT claimsWanted(deed, chosen, selectedRows() - static_cast<int>(chosen.size()));
    };
    connect(m_claim, &QPushButton::clicked, this, [claims] { claims(review::ClaimDeed::Take); });
    connect(m_release, &QPushButton::clicked, this, [claims] { claims(review::ClaimDeed::Release); });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(entries()); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_selection->clearSelection(); });
    hide();
}

QPushButton* SelectionBar::addButton(const char* name, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void SelectionBar::follow(const models::CustomerTableModel& customers, QItemSelectionModel* selection)
{
    m_customers = &customers;
    m_selection = selection;
    connect(selection, &QItemSelectionModel::selectionChanged, this, &SelectionBar::refresh);
    refresh();
}

void SelectionBar::setClaimsOffered(bool offered)
{
    m_claimsOffered = offered;
    refresh();
}

/// Counted by ranges: of a million rows nobody wants the indexes.
int SelectionBar::selectedRows() const
{
    int rows = 0;
    for (const QItemSelectionRange& range : m_selection->selection())
        rows += range.height();
    return rows;
}

/// In the order of the list; rows that have not arrived are nobody yet.
QList<DirectoryEntry> SelectionBar::entries() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : m_selection->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < MostRows; ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QList<DirectoryEntry> chosen;
    for (const int row : std::as_const(rows)) {
        if (const auto entry = m_customers->entry(row))
            chosen << *entry;
    }
    return chosen;
}

void SelectionBar::refresh()
{
    const int rows = m_selection ? selectedRows() : 0;
    setVisible(rows > 1);
    if (rows < 2)
        return;
    const bool tooMany = rows > MostRows;
    const QLocale locale;
    setPlainText(m_text, tooMany ? tr("%1 selected, at most %2 can be taken at once")
                                       .arg(locale.toString(rows), locale.toString(MostRows))
                                 : tr("%1 selected").arg(locale.toString(rows)));
    m_claim->setVisible(m_claimsOffered);
    m_release->setVisible(m_claimsOffered);
    for (QPushButton* button : {m_claim, m_release, m_export})
        button->setEnabled(!tooMany);
}

} // namespace finhub::views
