#pragma once

#include "models/calllogmodel.h"
#include "views/fieldlist.h"

class QListView;
class QPushButton;

namespace finhub::views {

/// The last calls that this console has made for the open customer, newest first, and the way to copy them
/// into a report. GUI thread.
class CallSection : public FieldList {
    Q_OBJECT

public:
    /// The log outlives the section.
    explicit CallSection(const api::CallLog& log, QWidget* parent = nullptr);

    /// The ids of the customer and of what belongs to them.
    void setIds(const QStringList& ids);

private:
    void showState();

    models::CallLogModel m_model;
    QListView* m_list;
    QLabel* m_message;
    QPushButton* m_copy;
};

} // namespace finhub::views
