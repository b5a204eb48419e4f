#include "views/palette/palettemodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace finhub::views {

void PaletteModel::setItems(PaletteItem::Kind kind, const QList<PaletteItem>& items)
{
    const auto first = std::find_if(m_items.begin(), m_items.end(),
                                    [kind](const PaletteItem& item) { return item.kind >= kind; });
    const int at = static_cast<int>(first - m_items.begin());
    const int present = count(kind);
    if (m_items.mid(at, present) == items)
        return;
    if (present > 0) {
        beginRemoveRows({}, at, at + present - 1);
        m_items.remove(at, present);
        endRemoveRows();
    }
    if (!items.isEmpty()) {
        beginInsertRows({}, at, at + static_cast<int>(items.size()) - 1);
        for (qsizetype i = 0; i < items.size(); ++i)
            m_items.insert(at + i, items.at(i));
        endInsertRows();
    }
}

int PaletteModel::count(PaletteItem::Kind kind) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [kind](const PaletteItem& item) { return item.kind == kind; }));
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem& item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return QStringList{item.title, item.detail, item.key}.join(QStringLiteral(", "));
    case DetailRole:
        return item.detail;
    case KeyRole:
        return item.key;
    case KindRole:
        return static_cast<int>(item.kind);
    case AvailableRole:
        return item.available;
    default:
        return {};
    }
}

} // namespace finhub::views
