#pragma once

#include "models/activitykind.h"
#include "models/timelinemodel.h"
#include "review/activityhistory.h"
#include "review/casefile.h"
#include "views/fieldlist.h"

#include <memory>
#include <optional>

class QListView;
class QMenu;
class QPushButton;

namespace finhub::views {

class SkeletonPanel;

/// What happened to the open customer (3.6), newest first: all of it or one kind, older pages on demand. GUI
/// thread.
class ActivitySection : public FieldList {
    Q_OBJECT

public:
    explicit ActivitySection(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Shows a case, which outlives the section or is replaced first; nullptr lets go of everything.
    void setCase(review::CaseFile* file);
    void refresh();

private:
    void makeFilter();
    void choose(std::optional<models::ActivityKind> kind);
    void takeNewest();
    void showEvents();
    void showCount(qsizetype shown);
    void showMessage(qsizetype shown);

    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
    std::unique_ptr<review::ActivityHistory> m_history;
    QList<TimelineEvent> m_newest; ///< the first page as it was last taken over
    std::optional<models::ActivityKind> m_kind;
    models::TimelineModel m_model;
    QLabel* m_count;
    QPushButton* m_filter;
    SkeletonPanel* m_skeleton;
    QLabel* m_message;
    QPushButton* m_retry;
    QListView* m_list;
    QPushButton* m_older;
};

} // namespace finhub::views
