#pragma once

#include <QStyledItemDelegate>

namespace finhub::views {

/// A category as a row: the mark of the choice, name and risk, who approves, which documents are needed. A
/// row that cannot be chosen says why instead. The item's texts are plain and displayed as they are.
class CategoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// What a row is made of beside its text.
    enum Role { RiskTextRole = Qt::UserRole, RiskToneRole, ApproverRole, DocumentsRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight();

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace finhub::views
