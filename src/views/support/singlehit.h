#pragma once

#include "models/customertablemodel.h"

#include <QObject>

namespace finhub::views {

/// Return in the search opens the customer when the search has found exactly one. Pressed before the answer
/// is there, it waits for it; whatever is typed after that takes it back. GUI thread.
class SingleHit : public QObject {
    Q_OBJECT

public:
    /// The model outlives it.
    explicit SingleHit(const models::CustomerTableModel& customers, QObject* parent = nullptr);

    /// Return was pressed.
    void want();
    /// Something else was done.
    void forget() { m_wanted = false; }

Q_SIGNALS:
    void found(const finhub::DirectoryEntry& entry);

private:
    void look();

    const models::CustomerTableModel& m_customers;
    bool m_wanted = false;
};

} // namespace finhub::views
