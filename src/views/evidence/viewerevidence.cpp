#include "views/evidence/viewerevidence.h"

#include "models/documentlistmodel.h"
#include "views/evidence/verdictbar.h"
#include "views/widgets/documentcanvas.h"

namespace finhub::views {

ViewerEvidence::ViewerEvidence(DocumentCanvas* canvas, models::DocumentListModel& model, VerdictBar* bar,
                               QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_bar(bar)
    , m_watch(new DisplayWatch(canvas))
{
    connect(m_watch, &DisplayWatch::pageDisplayed, this,
            [this](const Document& document, int page, int pageCount) {
                if (m_evidence)
                    m_evidence->displays().setPageDisplayed(document, page, pageCount);
            });
    connect(m_watch, &DisplayWatch::progressChanged, this,
            [this] { m_bar->setProgress(m_watch->progress()); });
    connect(m_bar, &VerdictBar::nextWanted, this, &ViewerEvidence::goOn);
}

void ViewerEvidence::setCase(const review::CaseFile* file, review::CaseEvidence* evidence)
{
    if (m_evidence)
        m_evidence->disconnect(this);
    m_evidence = evidence;
    if (evidence)
        connect(evidence, &review::CaseEvidence::changed, this, &ViewerEvidence::refresh);
    m_bar->setCase(file, evidence);
    refresh();
}

void ViewerEvidence::setDocument(const std::optional<Document>& document)
{
    m_current = document;
    m_watch->setNothing();
    m_bar->setDocument(document);
}

void ViewerEvidence::setPage(const Document& document, int page, int pageCount)
{
    m_watch->setPage(document, page, pageCount);
}

void ViewerEvidence::refresh()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const std::optional<Document> document = m_model.document(row);
        if (!document)
            continue;
        m_model.setVerdict(document->id, m_evidence ? m_evidence->verdicts().verdict(*document)
                                                    : review::DocumentVerdict::NotJudged);
        m_model.setDisplayed(document->id, m_evidence && m_evidence->displays().isDisplayed(*document));
    }
    m_bar->refresh();
    showPages();
}

void ViewerEvidence::showPages()
{
    Q_EMIT displayedPages(m_evidence && m_current ? m_evidence->displays().displayedPages(*m_current)
                                                  : QSet<int>());
}

/// To the next document without a verdict, from the one that is shown on and round; stays when all have one.
void ViewerEvidence::goOn()
{
    const int count = m_model.rowCount();
    const int current = m_current ? m_model.row(m_current->id) : -1;
    for (int step = 1; step < count; ++step) {
        const std::optional<Document> document = m_model.document((current + step) % count);
        if (document && m_evidence &&
            m_evidence->verdicts().verdict(*document) == review::DocumentVerdict::NotJudged) {
            Q_EMIT documentWanted(document->id);
            return;
        }
    }
}

} // namespace finhub::views
