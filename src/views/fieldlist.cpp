#include "views/fieldlist.h"

#include "views/ink.h"
#include "views/widgets/chip.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace finhub::views {

FieldList::FieldList(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_below(new QWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Large, metric::Medium, metric::Large, metric::Medium);
    layout->setSpacing(metric::Small);
    auto* heading = new QLabel(title.toUpper(), this);
    heading->setProperty("textSize", QStringLiteral("small"));
    setInk(heading, Ink::Secondary);
    layout->addWidget(heading);
    m_grid->setHorizontalSpacing(metric::Medium);
    m_grid->setVerticalSpacing(metric::Tight + 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, 84);
    layout->addLayout(m_grid);
    auto* below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(metric::Small);
    m_below->hide();
    layout->addWidget(m_below);
}

void FieldList::setRows(const QList<FieldRow>& rows)
{
    for (int row = 0; row < rows.size(); ++row) {
        if (row >= m_rows.size())
            makeRow(row);
        if (row >= m_rows.size() || !(m_rows.at(row) == rows.at(row)))
            showRow(row, rows.at(row));
    }
    for (int row = static_cast<int>(rows.size()); row < m_rows.size(); ++row) {
        for (int column = 0; column < 3; ++column) {
            QLayoutItem* item = m_grid->itemAtPosition(row, column);
            delete item->widget();
        }
    }
    m_rows = rows;
}

void FieldList::makeRow(int row)
{
    auto* name = new QLabel(this);
    setInk(name, Ink::Secondary);
    auto* value = new QLabel(this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setFocusPolicy(Qt::ClickFocus);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
    m_grid->addWidget(new Chip(this), row, 2, Qt::AlignTop | Qt::AlignTrailing);
}

void FieldList::showRow(int row, const FieldRow& field)
{
    auto* name = qobject_cast<QLabel*>(m_grid->itemAtPosition(row, 0)->widget());
    auto* value = qobject_cast<QLabel*>(m_grid->itemAtPosition(row, 1)->widget());
    auto* chip = qobject_cast<Chip*>(m_grid->itemAtPosition(row, 2)->widget());
    setPlainText(name, field.name);
    setPlainText(value, field.value);
    value->setAccessibleName(QStringLiteral("%1: %2").arg(field.name, value->text()));
    chip->setText(field.chip);
    chip->setTone(field.tone);
    chip->setVisible(!field.chip.isEmpty());
}

void FieldList::addBelow(QWidget* widget)
{
    m_below->layout()->addWidget(widget);
    m_below->show();
}

} // namespace finhub::views
