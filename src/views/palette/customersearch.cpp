#include "views/palette/customersearch.h"

#include "views/support/searchtext.h"

#include <chrono>

namespace finhub::views {

namespace {
constexpr std::chrono::milliseconds Pause{250};
}

CustomerSearch::CustomerSearch(api::FinHub& finhub, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &CustomerSearch::ask);
}

void CustomerSearch::setText(const QString& typed)
{
    const QString text = searchTextOf(typed);
    if (text == m_text)
        return;
    m_text = text;
    // The answer to a former text is nobody's any more.
    m_call.reset();
    if (text.size() < FewestCharacters)
        m_pause.stop();
    else
        m_pause.start();
}

void CustomerSearch::ask()
{
    DirectoryQuery query;
    query.search = m_text;
    query.sort = DirectorySort::Name;
    query.descending = false;
    m_call = m_finhub.directory(query, 0, MostHits);
    m_call->onFinished(this, [this](const Result<DirectoryPage>& page) {
        // The call is gone by the time that somebody asks whether there is one.
        const CallPtr<DirectoryPage> finished = std::move(m_call);
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        const qsizetype read = page->rows.items.size();
        // A full page of a server that does not count may have others behind it.
        const bool more = page->rows.total ? *page->rows.total > read : read >= MostHits;
        Q_EMIT found(page->rows.items.mid(0, MostHits), more);
    });
}

} // namespace finhub::views
