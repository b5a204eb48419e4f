#include "views/documenttext.h"

#include "views/textspans.h"

namespace finhub::views {

namespace {
/// Characters kept of pages that have been read.
constexpr qint64 MostKept = 4'000'000;
} // namespace

DocumentText::DocumentText(documents::DocumentService& service, QObject* parent)
    : QObject(parent)
    , m_service(service)
{
}

void DocumentText::setDocument(const std::optional<documents::LoadedDocument>& document, int pageCount)
{
    stop();
    m_placesCall.reset();
    m_places.reset();
    m_placesPage = -1;
    m_texts.clear();
    m_cut.clear();
    m_kept = 0;
    m_document = document;
    m_pageCount = pageCount;
}

void DocumentText::readPlaces(int page)
{
    if (!canHaveText())
        return;
    if (m_placesPage == page) {
        if (m_places)
            Q_EMIT placesRead(*m_places);
        return;
    }
    m_placesPage = page;
    m_places.reset();
    m_placesCall = m_service.text(*m_document, page, documents::TextDetail::Places);
    m_placesCall->onFinished(this, [this](const Result<documents::PageText>& text) {
        if (!text)
            return; // the page can be read all the same, only not marked
        m_places = *text;
        Q_EMIT placesRead(*m_places);
    });
}

void DocumentText::find(const QString& wanted, int page, bool forward, bool skip)
{
    stop();
    if (!canHaveText() || m_pageCount < 1) {
        Q_EMIT notFound(false, false);
        return;
    }
    m_wanted = wanted;
    m_step = forward ? 1 : m_pageCount - 1;
    m_page = skip ? (page + m_step) % m_pageCount : page;
    m_left = m_pageCount;
    m_anyText = false;
    m_inPart = false;
    look();
}

void DocumentText::stop()
{
    m_textCall.reset();
    m_left = 0;
}

/// Whether the search has ended with this page.
bool DocumentText::take(const QString& text)
{
    m_anyText = m_anyText || !text.trimmed().isEmpty();
    if (!findSpans(text, m_wanted).isEmpty()) {
        m_left = 0;
        Q_EMIT found(m_page);
        return true;
    }
    m_inPart = m_inPart || m_cut.contains(m_page);
    m_page = (m_page + m_step) % m_pageCount;
    --m_left;
    return false;
}

void DocumentText::look()
{
    while (m_left > 0) {
        const auto known = m_texts.constFind(m_page);
        if (known == m_texts.constEnd()) {
            Q_EMIT searching(m_page);
            m_textCall = m_service.text(*m_document, m_page, documents::TextDetail::Text);
            m_textCall->onFinished(this, [this](const Result<documents::PageText>& text) {
                if (m_kept > MostKept) {
                    m_texts.clear();
                    m_kept = 0;
                }
                // A page that cannot be read has nothing to be found.
                const QString read = text ? text->text : QString();
                m_texts.insert(m_page, read);
                if (text && text->isCut)
                    m_cut.insert(m_page);
                m_kept += read.size();
                m_textCall.reset();
                look();
            });
            return;
        }
        if (take(QString(*known)))
            return;
    }
    if (m_left == 0)
        Q_EMIT notFound(m_anyText, m_inPart);
}

} // namespace finhub::views
