#include "views/texttools.h"

#include "views/viewtools.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/findbar.h"

#include <QAction>
#include <QKeyEvent>
#include <QLocale>
#include <QWidget>

namespace finhub::views {

TextTools::TextTools(documents::DocumentService& service, DocumentCanvas* canvas, FindBar* bar,
                     ViewTools& tools, QWidget* viewer)
    : QObject(viewer)
    , m_text(service)
    , m_canvas(canvas)
    , m_bar(bar)
{
    addActions(tools);
    viewer->installEventFilter(this);
    canvas->installEventFilter(this);
    connect(bar, &FindBar::textChanged, this, &TextTools::onText);
    connect(bar, &FindBar::nextWanted, this, [this] { goOn(true); });
    connect(bar, &FindBar::previousWanted, this, [this] { goOn(false); });
    connect(bar, &FindBar::closed, this, [this] { m_canvas->setFocus(); });
    connect(canvas, &DocumentCanvas::textDragged, this, &TextTools::select);
    connect(&m_text, &DocumentText::placesRead, this, &TextTools::onPlaces);
    connect(&m_text, &DocumentText::found, this, &TextTools::onFound);
    connect(&m_text, &DocumentText::searching, this, [this](int page) {
        const QLocale locale;
        m_bar->setResult(
            tr("Searching page %1 of %2…").arg(locale.toString(page + 1), locale.toString(m_pageCount)),
            false);
    });
    connect(&m_text, &DocumentText::notFound, this, [this](bool anyText, bool inPart) {
        const QString nowhere =
            inPart ? tr("Not found; a page is too long to search all of it") : tr("Not found");
        m_bar->setResult(anyText ? nowhere : tr("No text to search in this document"), true);
    });
}

void TextTools::addActions(ViewTools& tools)
{
    tools.addSeparator();
    m_find = tools.addToMenu(QStringLiteral("findAction"));
    connect(m_find, &QAction::triggered, m_bar, &FindBar::open);
    connect(tools.add(QStringLiteral("findNextAction")), &QAction::triggered, this, [this] { goOn(true); });
    connect(tools.add(QStringLiteral("findPreviousAction")), &QAction::triggered, this,
            [this] { goOn(false); });
    m_selecting = tools.addToggle(QStringLiteral("selectTextAction"));
    connect(m_selecting, &QAction::toggled, this, [this](bool on) {
        m_canvas->setSelecting(on);
        m_selection = {};
        m_copy->setEnabled(false);
        mark();
        if (on)
            m_text.readPlaces(m_page);
    });
    m_copy = tools.addToMenu(QStringLiteral("copyTextAction"));
    m_copy->setEnabled(false);
    connect(m_copy, &QAction::triggered, this, &TextTools::copy);
}

bool TextTools::eventFilter(QObject* watched, QEvent* event)
{
    // Ctrl+F means the document while the viewer has the focus, elsewhere in the window the customers; two
    // shortcuts of one key would cancel each other out.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const QKeySequence pressed(key->keyCombination());
        for (QAction* action : {m_find, m_copy}) {
            if (!action->shortcuts().contains(pressed))
                continue;
            key->accept();
            if (event->type() == QEvent::KeyPress)
                action->trigger();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool TextTools::needsPlaces() const
{
    return m_selecting->isChecked() || !m_bar->text().trimmed().isEmpty();
}

void TextTools::showPage(const documents::LoadedDocument& document, int page, int pageCount, double scale)
{
    if (m_document != document.document.id || m_pageCount != pageCount)
        m_text.setDocument(document, pageCount);
    const bool same = m_document == document.document.id && m_page == page;
    m_document = document.document.id;
    m_page = page;
    m_pageCount = pageCount;
    m_scale = scale;
    if (!same) {
        m_places.reset();
        m_hits.clear();
        m_current = -1;
        m_selection = {};
        m_copy->setEnabled(false);
    }
    mark();
    if (needsPlaces())
        m_text.readPlaces(page);
}

void TextTools::clear()
{
    m_text.setDocument(std::nullopt, 0);
    m_document = {};
    m_page = -1;
    m_pageCount = 0;
    m_places.reset();
    m_hits.clear();
    m_current = -1;
    m_selection = {};
    m_copy->setEnabled(false);
    m_bar->close();
    m_canvas->setMarks({});
}

void TextTools::onText(const QString& text)
{
    m_hits.clear();
    m_current = -1;
    mark();
    if (text.trimmed().isEmpty()) {
        m_text.stop();
        m_bar->setResult(QString(), false);
        return;
    }
    m_forward = true;
    m_text.find(text, std::max(0, m_page), true, false);
}

void TextTools::onFound(int page)
{
    if (page == m_page)
        m_text.readPlaces(page);
    else
        Q_EMIT pageWanted(page);
}

void TextTools::onPlaces(const documents::PageText& page)
{
    if (page.page != m_page)
        return;
    m_places = page;
    m_hits = findSpans(page.text, m_bar->text());
    if (!m_hits.isEmpty() && (m_current < 0 || m_current >= m_hits.size()))
        m_current = m_forward ? 0 : int(m_hits.size()) - 1;
    showCurrent();
}

void TextTools::goOn(bool forward)
{
    if (m_bar->text().trimmed().isEmpty()) {
        m_bar->open();
        return;
    }
    m_forward = forward;
    const int next = m_current + (forward ? 1 : -1);
    if (m_current >= 0 && next >= 0 && next < m_hits.size()) {
        m_current = next;
        showCurrent();
        return;
    }
    // The last one here: on to another page, and round to this one when no other has it.
    m_current = -1;
    m_text.find(m_bar->text(), std::max(0, m_page), forward, true);
}

QList<QRectF> TextTools::onPage(const TextSpan& span) const
{
    QList<QRectF> places = placesOf(*m_places, span);
    for (QRectF& place : places)
        place = QRectF(place.topLeft() * m_scale, place.size() * m_scale);
    return places;
}

void TextTools::mark()
{
    PageMarks marks;
    if (m_places) {
        for (int i = 0; i < m_hits.size(); ++i)
            (i == m_current ? marks.current : marks.hits) += onPage(m_hits.at(i));
        marks.selection = onPage(m_selection);
    }
    m_canvas->setMarks(marks);
}

/// Brings the hit that is looked at into sight and says which one it is.
void TextTools::showCurrent()
{
    mark();
    if (m_current < 0 || m_current >= m_hits.size())
        return;
    const QList<QRectF> places = onPage(m_hits.at(m_current));
    if (!places.isEmpty())
        m_canvas->showPlace(places.first());
    const QLocale locale;
    m_bar->setResult(
        tr("%1 of %2 on page %3")
            .arg(locale.toString(m_current + 1), locale.toString(m_hits.size()), locale.toString(m_page + 1)),
        false);
}

void TextTools::select(QPointF from, QPointF to)
{
    if (!m_places || m_scale <= 0)
        return;
    m_selection = spanBetween(*m_places, from / m_scale, to / m_scale);
    m_copy->setEnabled(m_selection.length > 0);
    mark();
}

void TextTools::copy()
{
    if (m_places && m_selection.length > 0)
        ClipboardGuard::instance().copy(m_places->text.mid(m_selection.from, m_selection.length));
}

} // namespace finhub::views
