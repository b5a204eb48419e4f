#include "views/support/columnflow.h"

#include "views/style/theme.h"
#include "views/widgets/explicitlyhidden.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace finhub::views {

ColumnFlow::ColumnFlow(const QList<QWidget*>& sections, const QList<QWidget*>& growing,
                       std::vector<Arrangement> arrangements, QWidget* parent)
    : QWidget(parent)
    , m_sections(sections)
    , m_growing(growing)
    , m_arrangements(std::move(arrangements))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1); // for the line between two columns
    arrange(m_arrangements.front());
}

void ColumnFlow::arrange(const Arrangement& arrangement)
{
    m_current = &arrangement;
    const int count = 1 + *std::max_element(arrangement.columnOf.begin(), arrangement.columnOf.end());
    const std::vector<QWidget*> former = std::exchange(m_columns, {});
    for (int column = 0; column < count; ++column) {
        auto* widget = new QWidget(this);
        auto* rows = new QVBoxLayout(widget);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        static_cast<QHBoxLayout*>(layout())->addWidget(widget, 1);
        m_columns.push_back(widget);
    }
    std::vector<bool> filled(m_columns.size(), false);
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const auto column = static_cast<std::size_t>(arrangement.columnOf[static_cast<std::size_t>(i)]);
        QWidget* section = m_sections.at(i);
        const bool grows = m_growing.contains(section);
        const bool isHidden = isExplicitlyHidden(*section);
        static_cast<QVBoxLayout*>(m_columns[column]->layout())->addWidget(section, grows ? 1 : 0);
        section->setVisible(!isHidden);
        filled[column] = filled[column] || grows;
    }
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (!filled[column])
            static_cast<QVBoxLayout*>(m_columns[column]->layout())->addStretch(1);
        m_columns[column]->show();
    }
    for (QWidget* widget : former)
        delete widget; // empty by now
}

void ColumnFlow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto fits = std::find_if(m_arrangements.rbegin(), m_arrangements.rend(),
                                   [this](const Arrangement& a) { return width() >= a.fromWidth; });
    const Arrangement& wanted = fits == m_arrangements.rend() ? m_arrangements.front() : *fits;
    if (&wanted != m_current)
        arrange(wanted);
}

void ColumnFlow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QColor line = Theme::current().color(ColorRole::Line);
    for (std::size_t column = 1; column < m_columns.size(); ++column) {
        const QRect place = m_columns[column]->geometry();
        const int x = layoutDirection() == Qt::RightToLeft ? place.right() + 1 : place.left() - 1;
        painter.fillRect(x, 0, 1, height(), line);
    }
}

} // namespace finhub::views
