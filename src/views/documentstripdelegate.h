#pragma once

#include <QStyledItemDelegate>

namespace finhub::views {

/// Paints one document of the strip: its thumbnail with the kind of document below, a sign when it cannot be
/// shown, and the verdict on it in the corner: a tick, a cross, or a dot while it was only displayed.
class DocumentStripDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace finhub::views
