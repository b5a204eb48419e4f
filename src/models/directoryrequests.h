#pragma once

#include "api/finhub.h"

#include <QObject>

#include <functional>
#include <map>
#include <utility>

namespace finhub::models {

/// The pages of the directory that are under way, at most one request a page. Deleting it aborts them all.
/// GUI thread.
class DirectoryRequests : public QObject {
    Q_OBJECT

public:
    /// Called from the event loop when a request has ended by itself and is no longer under way; never for an
    /// aborted one. `together` is what ask() was given.
    using Handler = std::function<void(int page, bool together, const Result<DirectoryPage>& result)>;

    DirectoryRequests(api::FinHub& finhub, int pageSize, Handler handler);
    ~DirectoryRequests() override;

    /// Asks for a page; what is under way for it is aborted.
    void ask(const DirectoryQuery& query, int page, bool together);
    /// Aborts everything that is under way and asks for the same pages again.
    void askAgain(const DirectoryQuery& query);
    /// Aborts what is outside this range of pages; true when there was anything.
    bool abortOutside(int firstPage, int lastPage);
    void abortAll() { m_asked.clear(); }

    bool isEmpty() const { return m_asked.empty(); }
    bool has(int page) const { return m_asked.contains(page); }
    /// Whether a request that belongs together with others is under way.
    bool hasTogether() const;
    /// First and last page under way; only when not empty.
    std::pair<int, int> pages() const { return {m_asked.begin()->first, m_asked.rbegin()->first}; }
    /// Requests started so far, aborted ones included.
    int sent() const { return m_sent; }

private:
    struct Asked {
        CallPtr<DirectoryPage> call;
        bool together = false;
    };

    void onFinished(int page, const Result<DirectoryPage>& result);

    api::FinHub& m_finhub;
    int m_pageSize;
    Handler m_handler;
    std::map<int, Asked> m_asked;
    int m_sent = 0;
};

} // namespace finhub::models
