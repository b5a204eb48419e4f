#pragma once

#include "review/evidence/casesnapshot.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace finhub::views {

class FieldList;

/// Why a decision stopped: what of the case is another now than it was on the screen, field by field. Stays
/// until it is closed or the case is decided or left. GUI thread.
class DifferencePanel : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePanel(QWidget* parent = nullptr);

    /// `shown` and `current` name the documents. Without differences it hides itself.
    void showDifferences(const QList<review::SnapshotDifference>& differences, const Verification& shown,
                         const Verification& current);
    void clear();

private:
    FieldList* m_rows;
    QScrollArea* m_scroll;
};

} // namespace finhub::views
