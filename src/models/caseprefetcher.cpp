#include "models/caseprefetcher.h"

#include "models/documentorder.h"

#include <utility>

namespace finhub::models {

CasePrefetcher::CasePrefetcher(api::FinHub& finhub, documents::DocumentService& documents,
                               std::function<QDateTime()> now, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
    , m_documents(documents)
    , m_now(std::move(now))
{
    connect(&m_documents, &documents::DocumentService::busyChanged, this, [this](bool busy) {
        if (busy)
            pause();
        else
            goOn();
    });
}

CasePrefetcher::~CasePrefetcher() = default;

void CasePrefetcher::expect(const std::optional<DirectoryEntry>& next, const QList<QSize>& boxes)
{
    if (m_entry != next) {
        cancel();
        m_entry = next;
    }
    if (m_boxes != boxes) {
        m_boxes = boxes;
        m_render.reset();
        m_load.reset();
        m_document = 0;
    }
    goOn();
}

void CasePrefetcher::setVisibleBusy(bool busy)
{
    m_visibleBusy = busy;
    if (busy)
        pause();
    else
        goOn();
}

std::unique_ptr<review::CaseFile> CasePrefetcher::take(const CustomerId& id)
{
    if (!m_entry || m_entry->id != id || m_gaveUp || !m_file)
        return nullptr;
    m_entry.reset();
    m_file->disconnect(this);
    std::unique_ptr<review::CaseFile> file = std::move(m_file);
    const bool old =
        m_readAt.isValid() && m_readAt.secsTo(m_now()) > std::chrono::seconds(MaximumAge).count();
    m_readAt = {};
    m_document = 0;
    return old ? nullptr : std::move(file);
}

void CasePrefetcher::cancel()
{
    m_entry.reset();
    m_render.reset();
    m_load.reset();
    m_file.reset();
    m_readAt = {};
    m_document = 0;
    m_gaveUp = false;
}

bool CasePrefetcher::isReady() const
{
    return m_entry && !m_gaveUp && m_file && m_file->isComplete() && m_file->verification().value &&
           m_document >= m_file->verification().value->documents.size();
}

void CasePrefetcher::pause()
{
    m_render.reset();
    m_load.reset();
    if (m_file && !m_file->isComplete())
        m_file.reset();
}

void CasePrefetcher::goOn()
{
    if (!m_entry || m_gaveUp || isVisibleBusy() || m_load || m_render)
        return;
    if (!m_file)
        readCase();
    else if (m_file->isComplete())
        nextDocument();
}

void CasePrefetcher::readCase()
{
    m_file = std::make_unique<review::CaseFile>(m_finhub, m_entry->id);
    m_file->startFrom(*m_entry);
    m_file->load();
    connect(m_file.get(), &review::CaseFile::changed, this, &CasePrefetcher::onCaseChanged);
}

void CasePrefetcher::onCaseChanged()
{
    if (m_file->customer().error || m_file->verification().error) {
        giveUp();
        return;
    }
    if (!m_file->isComplete())
        return;
    if (!m_readAt.isValid())
        m_readAt = m_now();
    goOn();
}

void CasePrefetcher::nextDocument()
{
    const std::optional<Verification>& verification = m_file->verification().value;
    if (!verification || !m_finhub.offers(Extension::DocumentContent) || m_boxes.isEmpty())
        return;
    const QList<Document> documents = inViewingOrder(verification->documents);
    if (m_document < documents.size())
        readDocument(documents.at(m_document));
}

void CasePrefetcher::readDocument(const Document& document)
{
    m_load = m_documents.loadAhead(document);
    m_load->onFinished(this, [this](const Result<documents::LoadedDocument>& loaded) {
        m_load.reset(); // what is kept in the cache is not in use here
        if (loaded) {
            renderDocument(*loaded, 0);
        } else if (loaded.error().kind == ErrorKind::BrokenDocument) {
            // The viewer will say so in its place; the others may be well.
            ++m_document;
            goOn();
        } else {
            giveUp();
        }
    });
}

void CasePrefetcher::renderDocument(const documents::LoadedDocument& document, int box)
{
    m_render =
        m_documents.render(document, {.page = 0, .box = m_boxes.at(box), .demand = documents::Demand::Ahead});
    m_render->onFinished(this, [this, document, box](const Result<documents::RenderedPage>& rendered) {
        m_render.reset();
        if (rendered && box + 1 < m_boxes.size()) {
            renderDocument(document, box + 1);
            return;
        }
        ++m_document;
        goOn();
    });
}

// Whatever it is, it will be said when somebody opens the case.
void CasePrefetcher::giveUp()
{
    m_gaveUp = true;
    m_render.reset();
    m_load.reset();
    if (!m_file)
        return;
    m_file->disconnect(this);
    m_file.release()->deleteLater(); // maybe inside its own signal
}

} // namespace finhub::models
