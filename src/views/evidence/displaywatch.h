#pragma once

#include "core/values.h"
#include "views/evidence/pagecoverage.h"

#include <QObject>

namespace finhub::views {

class DocumentCanvas;

/// Watches a canvas and tells when a page of a document has been on the screen whole, sharp and readable: at
/// once, or part by part. What was flicked past without coming to rest, was a blurred preview, or was covered
/// or in a window out of sight does not count. GUI thread.
class DisplayWatch : public QObject {
    Q_OBJECT

public:
    /// How far the page on the canvas has come.
    enum class Progress { None, TooSmall, Part, Whole };

    /// `canvas` owns it.
    explicit DisplayWatch(DocumentCanvas* canvas);

    /// This page is on the canvas from now on; parts of it that were seen before another one was shown are
    /// forgotten.
    void setPage(const Document& document, int page, int pageCount);
    void setNothing();
    Progress progress() const { return m_progress; }

Q_SIGNALS:
    void pageDisplayed(const finhub::Document& document, int page, int pageCount);
    void progressChanged();

private:
    void look();
    void setProgress(Progress progress);

    DocumentCanvas* m_canvas;
    std::optional<Document> m_document;
    int m_page = 0;
    int m_pageCount = 0;
    PageCoverage m_coverage;
    Progress m_progress = Progress::None;
};

} // namespace finhub::views
