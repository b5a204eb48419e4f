#pragma once

#include <QStyledItemDelegate>

namespace finhub::views {

/// A row of a list of reasons, with its key in a cap at the end. The code stands in Qt::UserRole.
class ReasonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace finhub::views
