#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

#include <functional>

namespace finhub::views {

/// Paints the cells of the customer table: names strong, risk as a chip, the stage as eight blocks with its
/// word, the waiting time with a sign for its urgency, and grey bars where a row is still on its way.
class CustomerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CustomerDelegate(std::function<QDateTime()> now, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::function<QDateTime()> m_now;
};

/// Paints the two-line rows of the queue beside an open case: name and risk, country and waiting time.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    QueueDelegate(std::function<QDateTime()> now, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    std::function<QDateTime()> m_now;
};

} // namespace finhub::views
