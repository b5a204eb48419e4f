#include "documents/worker/pdftext.h"

#include "documents/pagetext.h"
#include "documents/worker/openpdf.h"

#include <QElapsedTimer>
#include <QPdfSelection>

#include <algorithm>

namespace finhub::documents {

namespace {
// Of the five seconds that a worker has; opening the document takes its share too.
constexpr qint64 WordTime = 500;  ///< ms, until when words are asked for
constexpr qint64 LineTime = 2500; ///< ms, until when lines are
constexpr int WordsTogether = 3;

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// How wide a letter usually is, in thousandths of the height of the type.
int usualWidth(QChar c)
{
    static const QString narrow = QStringLiteral("ijltfrI.,:;'|!()[]{}-/ ");
    static const QString wide = QStringLiteral("mwMW@%");
    if (narrow.contains(c))
        return 300;
    if (wide.contains(c))
        return 850;
    return c.isUpper() ? 690 : 550;
}

/// From the first character to before the last.
struct Run {
    int from;
    int to;
};

/// Finds the places of the characters of a page.
class Placer {
public:
    Placer(QPdfDocument& document, int page, DecodedText& decoded)
        : m_document(document)
        , m_page(page)
        , m_decoded(decoded)
    {
        m_time.start();
    }

    void placeAll()
    {
        const QString& text = m_decoded.text;
        for (int at = 0; at < text.size() && m_time.elapsed() < LineTime;) {
            int end = at;
            while (end < text.size() && !endsLine(text.at(end)))
                ++end;
            if (end > at)
                placeLine({at, end});
            at = end + 1;
        }
    }

private:
    QPdfSelection selected(const Run& run)
    {
        return m_document.getSelectionAtIndex(m_page, run.from, run.to - run.from);
    }

    void placeLine(const Run& line)
    {
        // What the engine takes for one line may be all the rows of a table.
        const QPdfSelection whole = selected(line);
        const bool oneRow = isOneRow(whole);
        if (oneRow)
            share(line, whole.boundingRectangle());
        for (const Run& group : runsOf(line, WordsTogether)) {
            if (m_time.elapsed() >= (oneRow ? WordTime : LineTime))
                return;
            const QPdfSelection place = selected(group);
            if (isOneRow(place) && !hasGap(group, place.boundingRectangle())) {
                share(group, place.boundingRectangle());
                continue;
            }
            for (const Run& word : runsOf(group, 1))
                share(word, selected(word).boundingRectangle());
        }
    }

    /// Whether the pieces of a selection stand side by side.
    static bool isOneRow(const QPdfSelection& place)
    {
        constexpr double Doubt = 1.6;
        double highest = 0;
        for (const QPolygonF& piece : place.bounds())
            highest = std::max(highest, piece.boundingRect().height());
        return place.boundingRectangle().height() < highest * Doubt;
    }

    /// So many words at a time, without the white space around them.
    QList<Run> runsOf(const Run& whole, int wordsTogether) const
    {
        QList<Run> runs;
        int words = 0;
        for (int at = whole.from; at < whole.to; ++at) {
            if (m_decoded.text.at(at).isSpace())
                continue;
            const bool begins = at == whole.from || m_decoded.text.at(at - 1).isSpace();
            if (begins && words++ % wordsTogether == 0)
                runs.append({at, at});
            if (!runs.isEmpty())
                runs.last().to = at + 1;
        }
        return runs;
    }

    /// Whether a run is wider than its letters can be, which are about as high as their place.
    bool hasGap(const Run& run, const QRectF& place) const
    {
        constexpr double Doubt = 1.8;
        double usual = 0;
        for (int at = run.from; at < run.to; ++at)
            usual += usualWidth(m_decoded.text.at(at)) / 1000.0;
        return place.width() > usual * place.height() * Doubt;
    }

    /// Shares room out among characters.
    void share(const Run& run, const QRectF& room)
    {
        int all = 0;
        for (int at = run.from; at < run.to; ++at)
            all += usualWidth(m_decoded.text.at(at));
        int before = 0;
        for (int at = run.from; at < run.to; ++at) {
            const int own = usualWidth(m_decoded.text.at(at));
            m_decoded.places[at] = QRectF(room.left() + room.width() * before / all, room.top(),
                                          room.width() * own / all, room.height());
            before += own;
        }
    }

    QPdfDocument& m_document;
    int m_page;
    DecodedText& m_decoded;
    QElapsedTimer m_time;
};
} // namespace

TextDecoding readPdfText(const QByteArray& bytes, int page, TextDetail detail)
{
    OpenPdf pdf(bytes);
    if (const std::optional<Refusal> refusal = pdf.refusalFor(page))
        return tl::unexpected<Refusal>(*refusal);
    QPdfDocument& document = pdf.document();
    DecodedText decoded;
    decoded.pageCount = document.pageCount();
    decoded.pageSize = document.pagePointSize(page);
    decoded.text = document.getAllText(page).text();
    decoded.isCut = decoded.text.size() > MaxTextCharacters;
    decoded.text.truncate(MaxTextCharacters);
    // A character that no text has; the console would refuse it.
    decoded.text.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    decoded.places.resize(decoded.text.size());
    if (detail == TextDetail::Places)
        Placer(document, page, decoded).placeAll();
    return decoded;
}

} // namespace finhub::documents
