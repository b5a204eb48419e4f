#pragma once

#include "review/casefile.h"
#include "review/evidence/caseevidence.h"
#include "views/evidence/displaywatch.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace finhub::models {
class DocumentListModel;
}

namespace finhub::views {

class VerdictBar;

/// What the viewer has to do with the evidence of a case: it records what was displayed, marks the documents
/// of the strip and lets each be judged. GUI thread.
class ViewerEvidence : public QObject {
    Q_OBJECT

public:
    /// All three outlive it.
    ViewerEvidence(DocumentCanvas* canvas, models::DocumentListModel& model, VerdictBar* bar,
                   QObject* parent = nullptr);

    /// Both outlive this or are replaced by nullptr first.
    void setCase(const review::CaseFile* file, review::CaseEvidence* evidence);
    /// The document that is looked at, shown or not; nullopt: none.
    void setDocument(const std::optional<Document>& document);
    /// This page of it is on the canvas now.
    void setPage(const Document& document, int page, int pageCount);
    /// Says again which pages of it have been displayed.
    void showPages();
    /// Shows what has changed in the case or in the list of documents.
    void refresh();

Q_SIGNALS:
    /// This document waits for a verdict, and the one before has got its.
    void documentWanted(const finhub::DocumentId& id);
    /// The pages, from 0, of the document that is looked at which have been displayed.
    void displayedPages(const QSet<int>& pages);

private:
    void goOn();

    models::DocumentListModel& m_model;
    VerdictBar* m_bar;
    DisplayWatch* m_watch;
    QPointer<review::CaseEvidence> m_evidence;
    std::optional<Document> m_current;
};

} // namespace finhub::views
