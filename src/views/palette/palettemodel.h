#pragma once

#include "views/palette/paletteitem.h"

#include <QAbstractListModel>

namespace finhub::views {

/// What the palette has found, in the order in which it is shown: actions, customers, settings. Changing one
/// kind leaves the rows of the others alone.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, KeyRole, KindRole, AvailableRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(PaletteItem::Kind kind, const QList<PaletteItem>& items);
    const PaletteItem& item(int row) const { return m_items.at(row); }
    int count(PaletteItem::Kind kind) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QList<PaletteItem> m_items;
};

} // namespace finhub::views
