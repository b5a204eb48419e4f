#pragma once

#include "api/finhub.h"
#include "models/customertexts.h"
#include "models/directoryextent.h"
#include "models/directorypages.h"
#include "models/directoryrequests.h"
#include "models/pagewindow.h"

#include <QAbstractTableModel>
#include <QSet>

#include <map>
#include <optional>
#include <utility>

namespace finhub::models {

/// The customers of the server's directory (3.1) as a table, read page by page as they are looked at and
/// never as a whole. Every row of the answer exists from its first page on, so that a scrollbar is true; rows
/// that have not arrived, or that have been forgotten again, are placeholders without data.
///
/// The model is never reset. When rows move, persistent indexes follow the customers' ids; the index of a
/// customer who is no longer among the rows that are known becomes invalid. GUI thread.
class CustomerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole + 1, ///< DirectoryEntry; invalid while the row has not arrived
        LoadedRole,                   ///< bool: false for a placeholder
        IdRole,                       ///< QString, the customer's id; invalid for a placeholder
    };

    /// `finhub` must outlive the model. Nothing is asked before the first setQuery().
    CustomerTableModel(api::FinHub& finhub, CustomerTexts texts, QObject* parent = nullptr);
    ~CustomerTableModel() override;

    /// Asks for other customers or another order; the latest query wins and aborts what was under way for
    /// former ones. The rows that are there stay until the first page of the new answer has arrived, then
    /// they are exchanged at once and rowsExchanged() is emitted. Asking the same again sends nothing unless
    /// the model is empty or the last attempt failed.
    void setQuery(const DirectoryQuery& query);
    /// The newest query, kept by clear().
    const DirectoryQuery& query() const { return m_query; }

    /// What the view looks at, both inclusive: loads the pages under these rows and one on either side, and
    /// aborts those that are no longer looked at. Pages that failed are left alone until retry() or
    /// refresh().
    void setVisibleRows(int first, int last);
    /// Reads the pages under the visible rows again; other pages follow when they are looked at. What was
    /// under way is aborted, so that every answer is newer than this call: whoever calls it by a timer should
    /// wait while isLoading(). Does nothing when never asked.
    void refresh();
    /// Forgets every row, count and error and aborts everything (sign-out). The query stays for the next
    /// sign-in.
    void clear();
    /// A row that became known otherwise, as by the answer to a decision: replaces it in place when loaded.
    /// An older reading of it that is still under way does not bring the old state back.
    void apply(const DirectoryEntry& entry);

    /// The row's customer, if it has arrived.
    std::optional<DirectoryEntry> entry(int row) const;
    /// The row of a loaded customer, else -1.
    int rowOf(const CustomerId& id) const { return m_pages.rowOf(id); }

    enum class State {
        Empty,   ///< never asked, or cleared
        Loading, ///< no rows to show yet
        Ready,   ///< an answer is there; it may have no rows, and error() may say that a later page failed
        Failed,  ///< nothing to show; error() says why
    };
    State state() const { return m_state; }
    /// What the last failure was, until a retry() or a success without failed pages left.
    const std::optional<Error>& error() const { return m_error; }
    /// Asks again for what failed.
    void retry();

    /// The number of customers in the answer; nullopt while the server does not say and the end has not been
    /// seen (R21).
    std::optional<qint64> total() const;
    /// Whether the rows still belong to a former query, because the newest one has not been answered or has
    /// failed.
    bool isStale() const { return m_exchanging && rowCount() > 0; }
    /// Whether anything is under way.
    bool isLoading() const { return !m_requests.isEmpty(); }
    /// First and last row of the pages that are under way, both inclusive; -1, -1 for none.
    std::pair<int, int> loadingRows() const;
    /// The facets of the newest answer.
    const std::optional<StageCounts>& stageCounts() const { return m_stageCounts; }
    /// Customers of the newest answer whose stage nobody knows, which no count of a stage holds.
    qint64 withoutStage() const { return m_withoutStage; }

    /// How many pages are in memory; never more than MaxPagesKept.
    int pagesKept() const { return m_pages.count(); }
    /// How many requests were started since construction, aborted ones included.
    int requestsSent() const { return m_requests.sent(); }

    static constexpr int PageSize = 50;
    static constexpr int MaxPagesKept = 40;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Orders by what the server can order by: a column it cannot (Verification) is ignored. Before the first
    /// setQuery() the order is only remembered, so that a view may set its sort indicator early.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// state(), error(), total(), isLoading() or loadingRows() may have changed.
    void stateChanged();
    void stageCountsChanged();
    /// The rows of a new query have arrived: the view scrolls to the top.
    void rowsExchanged();

private:
    /// Persistent indexes and who was in their rows.
    struct Followed {
        QModelIndexList indexes;
        QList<CustomerId> ids;
    };

    void askFirstPage();
    void askWantedPages();
    void onAnswers(const DirectoryRequests::Answers& answers);
    void onFailure(int page, const Error& error);
    void exchange(const DirectoryPage& answer);
    void takeIn(const DirectoryRequests::Answers& answers);
    void place(const std::map<int, QList<DirectoryEntry>>& readings, int rows);
    Followed followedIndexes() const;
    void moveFollowed(const Followed& followed);
    void setCounts(const std::optional<StageCounts>& counts, qint64 withoutStage);
    void emitChanged(int firstRow, int lastRow);
    void growTo(int rows);
    void shrinkTo(int rows);
    void forgetLeastWanted();

    CustomerTexts m_texts;
    DirectoryRequests m_requests;
    DirectoryPages m_pages;
    PageWindow m_window;
    DirectoryQuery m_query;
    State m_state = State::Empty;
    std::optional<Error> m_error;
    std::optional<StageCounts> m_stageCounts;
    qint64 m_withoutStage = 0;
    DirectoryExtent m_extent;
    bool m_exchanging = false; ///< the rows, if any, belong to a former query
    bool m_settling = false;   ///< rows are being changed: what a view then says is only noted
    QSet<int> m_failedPages;
};

} // namespace finhub::models
