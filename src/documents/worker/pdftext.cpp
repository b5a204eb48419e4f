#include "documents/worker/pdftext.h"

#include "documents/pagetext.h"
#include "documents/worker/openpdf.h"

#include <QElapsedTimer>
#include <QPdfSelection>

namespace finhub::documents {

namespace {
// Of the five seconds that a worker has; opening the document takes its share too.
constexpr qint64 WordTime = 500;  ///< ms, until when words are asked for
constexpr qint64 LineTime = 2500; ///< ms, until when lines are
constexpr int WordsApart = 3;

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
                placeLine(at, end);
            at = end + 1;
        }
    }

private:
    QRectF placeOf(int from, int to)
    {
        return m_document.getSelectionAtIndex(m_page, from, to - from).boundingRectangle();
    }

    void placeLine(int from, int to)
    {
        const QRectF line = placeOf(from, to);
        int done = from;
        double left = line.left();
        for (const int word : wordsBetween(from, to)) {
            if (m_time.elapsed() >= WordTime)
                break;
            int end = word;
            while (end < to && !m_decoded.text.at(end).isSpace())
                ++end;
            const double edge = placeOf(word, end).left();
            // Text that does not run from left to right is left to its line.
            if (edge <= left || edge >= line.right())
                break;
            share(done, word, QRectF(left, line.top(), edge - left, line.height()));
            done = word;
            left = edge;
        }
        share(done, to, QRectF(left, line.top(), line.right() - left, line.height()));
    }

    /// Where every third word begins, without the first.
    QList<int> wordsBetween(int from, int to) const
    {
        QList<int> starts;
        int words = 0;
        for (int at = from + 1; at < to; ++at) {
            const bool begins = !m_decoded.text.at(at).isSpace() && m_decoded.text.at(at - 1).isSpace();
            if (begins && ++words % WordsApart == 0)
                starts.append(at);
        }
        return starts;
    }

    /// Shares room out among characters.
    void share(int from, int to, const QRectF& room)
    {
        int all = 0;
        for (int at = from; at < to; ++at)
            all += usualWidth(m_decoded.text.at(at));
        int before = 0;
        for (int at = from; at < to; ++at) {
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
