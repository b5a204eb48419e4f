#pragma once

#include "api/finhub.h"
#include "models/pagewindow.h"

#include <QObject>

#include <functional>
#include <map>

namespace finhub::models {

/// The pages of the directory that are under way, at most one request a page. Answers to requests that belong
/// together are kept until all of them are in, and handed over at once. Deleting it aborts everything. GUI
/// thread.
class DirectoryRequests : public QObject {
    Q_OBJECT

public:
    using Answers = std::map<int, DirectoryPage>; ///< by page
    struct Handlers {
        std::function<void(const Answers&)> onAnswers;
        std::function<void(int page, const Error&)> onFailure;
    };

    /// The handlers are called from the event loop and from abortOutside(), never for what was aborted.
    DirectoryRequests(api::FinHub& finhub, int pageSize, Handlers handlers);
    ~DirectoryRequests() override;

    /// Asks for a page; what is under way for it is aborted.
    void ask(const DirectoryQuery& query, int page, bool together);
    /// Forgets every answer that has not been handed over and asks for all of it again.
    void askAgain(const DirectoryQuery& query);
    /// Aborts what is outside these pages; true when there was anything. Hands over what then waits for
    /// nothing more.
    bool abortOutside(const PageRange& pages);
    void abortAll();

    bool isEmpty() const { return m_asked.empty(); }
    /// Whether the page is under way or its answer is kept for others.
    bool has(int page) const { return m_asked.contains(page) || m_kept.contains(page); }
    /// First and last page under way; empty for none.
    PageRange pages() const;
    /// Requests started so far, aborted ones included.
    int sent() const { return m_sent; }

private:
    struct Asked {
        CallPtr<DirectoryPage> call;
        bool together = false;
    };

    void onFinished(int page, const Result<DirectoryPage>& result);
    bool hasTogether() const;
    void handOver();

    api::FinHub& m_finhub;
    int m_pageSize;
    Handlers m_handlers;
    std::map<int, Asked> m_asked;
    Answers m_kept;
    int m_sent = 0;
};

} // namespace finhub::models
