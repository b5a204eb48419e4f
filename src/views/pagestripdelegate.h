#pragma once

#include <QStyledItemDelegate>

namespace finhub::views {

/// Paints one page of the strip: its thumbnail with its number below, and a sign when it cannot be shown.
class PageStripDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize Cell{104, 112};    ///< logical pixels; the same for every page
    static constexpr QSize Thumbnail{88, 86}; ///< what there is room for in it

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace finhub::views
