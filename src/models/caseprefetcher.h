#pragma once

#include "documents/documentservice.h"
#include "review/casefile.h"

#include <QList>
#include <QObject>
#include <QSize>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace finhub::models {

/// Gets one case ready while another is read: its data, then document by document, in the order in which they
/// are shown, the bytes, their check and the first page in every size that the viewer will ask for.
///
/// It works only while nothing that somebody looks at is under way, and lets go of what is under way itself
/// as soon as there is; what it has by then it keeps, and it goes on afterwards. There is never more than one
/// case and nothing that waits in line: another case takes the place of this one. Nothing that fails is tried
/// again. It writes nothing, and decides nothing: what is decided is read anew (Decision). GUI thread.
class CasePrefetcher : public QObject {
    Q_OBJECT

public:
    /// Older readings are not shown, not even until they have been read again.
    static constexpr std::chrono::minutes MaximumAge{10};

    /// Both services outlive it.
    CasePrefetcher(api::FinHub& finhub, documents::DocumentService& documents, std::function<QDateTime()> now,
                   QObject* parent = nullptr);
    ~CasePrefetcher() override;

    /// The case that will probably be opened next, as its row is now, and the boxes in which the viewer will
    /// show first pages. Nothing when nobody knows.
    void expect(const std::optional<DirectoryEntry>& next, const QList<QSize>& boxes);
    /// Whether something else that somebody looks at is being read, apart from documents.
    void setVisibleBusy(bool busy);
    /// The case, if it is the one that was expected and nothing went wrong: read, or being read. What is
    /// under way for its documents goes on until expect() or until somebody looks at them.
    std::unique_ptr<review::CaseFile> take(const CustomerId& id);
    /// Lets go of everything.
    void cancel();

    /// Whether all that was to be got ready is.
    bool isReady() const;

private:
    void goOn();
    void pause();
    void readCase();
    void onCaseChanged();
    void readDocument(const Document& document);
    void renderDocument(const documents::LoadedDocument& document, int box);
    void nextDocument();
    void giveUp();
    bool isVisibleBusy() const { return m_visibleBusy || m_documents.isBusy(); }

    api::FinHub& m_finhub;
    documents::DocumentService& m_documents;
    std::function<QDateTime()> m_now;
    std::optional<DirectoryEntry> m_entry;
    QList<QSize> m_boxes;
    bool m_visibleBusy = false;
    bool m_gaveUp = false;
    std::unique_ptr<review::CaseFile> m_file;
    QDateTime m_readAt;
    int m_document = 0; ///< the one that is next, in the order of the viewer
    CallPtr<documents::LoadedDocument> m_load;
    CallPtr<documents::RenderedPage> m_render;
};

} // namespace finhub::models
