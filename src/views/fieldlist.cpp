#include "views/fieldlist.h"

#include "views/ink.h"
#include "views/widgets/chip.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
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
    while (m_widgets.size() > static_cast<std::size_t>(rows.size())) {
        const RowWidgets& last = m_widgets.back();
        delete last.name;
        delete last.value;
        delete last.chip;
        m_widgets.pop_back();
    }
    m_rows = rows;
}

void FieldList::makeRow(int row)
{
    const RowWidgets widgets{new QLabel(this), new QLabel(this), new Chip(this)};
    setInk(widgets.name, Ink::Secondary);
    widgets.value->setWordWrap(true);
    widgets.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    widgets.value->setFocusPolicy(Qt::ClickFocus);
    m_grid->addWidget(widgets.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(widgets.value, row, 1);
    m_grid->addWidget(widgets.chip, row, 2, Qt::AlignTop | Qt::AlignTrailing);
    m_widgets.push_back(widgets);
}

void FieldList::showRow(int row, const FieldRow& field)
{
    const auto [name, value, chip] = m_widgets[static_cast<std::size_t>(row)];
    setPlainText(name, field.name);
    setPlainText(value, field.value);
    value->setAccessibleName(QStringLiteral("%1: %2").arg(field.name, value->text()));
    chip->setText(field.chip);
    chip->setTone(field.tone);
    chip->setVisible(!field.chip.isEmpty());
    // Where there is no chip the value has its place too.
    m_grid->addWidget(value, row, 1, 1, field.chip.isEmpty() ? 2 : 1);
}

void FieldList::paintEvent(QPaintEvent*)
{
    // A line of one pixel parts the sections; the first one has nothing above it.
    if (y() > 0)
        QPainter(this).fillRect(0, 0, width(), 1, Theme::current().color(ColorRole::Line));
}

void FieldList::addBelow(QWidget* widget)
{
    m_below->layout()->addWidget(widget);
    m_below->show();
}

} // namespace finhub::views
