#pragma once

#include <QStyledItemDelegate>

namespace finhub::views {

/// Paints the list of consent texts: a small heading for each consent, and below it its versions with the day
/// they came into force, the one in force marked by a sign and a word. GUI thread.
class TemplateDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace finhub::views
