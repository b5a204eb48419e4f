#include "house/sourcetext.h"

#include <QRegularExpression>

namespace finhub::house {

namespace {
class Splitter {
public:
    explicit Splitter(const QString& content)
        : m_text(content)
    {
    }

    QList<SourceLine> run()
    {
        while (m_at < m_text.size())
            step();
        endLine();
        return m_lines;
    }

private:
    bool sees(QLatin1String token) const { return QStringView(m_text).mid(m_at).startsWith(token); }

    void endLine()
    {
        m_lines << m_line;
        m_line = {};
    }

    /// Passes over everything up to and including the terminator, keeping the line count.
    void skipPast(const QString& terminator, bool isString)
    {
        while (m_at < m_text.size() && !QStringView(m_text).mid(m_at).startsWith(terminator)) {
            if (m_text[m_at] == u'\n')
                endLine();
            else if (isString)
                m_line.strings += m_text[m_at];
            ++m_at;
        }
        m_at += terminator.size();
        if (isString)
            m_line.strings += u'\n';
    }

    void rawString()
    {
        m_at += 2;
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString delimiter = m_text.mid(m_at, open - m_at);
        m_at = open + 1;
        m_line.code += QStringLiteral("\"\"");
        skipPast(u')' + delimiter + u'"', true);
    }

    void quoted(QChar quote)
    {
        m_line.code += quote;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != u'\n'; ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            else if (quote == u'"')
                m_line.strings += m_text[m_at];
        }
        if (quote == u'"')
            m_line.strings += u'\n';
        m_line.code += quote;
        ++m_at;
    }

    void step()
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"][^>\"]+)[>\"]"));
        const QChar c = m_text[m_at];
        if (m_line.code.isEmpty() && (c == u'#' || c == u' ')) {
            const qsizetype end = m_text.indexOf(u'\n', m_at);
            const auto match = include.match(m_text.mid(m_at, end < 0 ? -1 : end - m_at));
            if (match.hasMatch()) {
                m_line.include = match.captured(1);
                m_at = end < 0 ? m_text.size() : end;
                return;
            }
        }
        if (c == u'\n') {
            endLine();
            ++m_at;
        } else if (sees(QLatin1String("//"))) {
            const qsizetype end = m_text.indexOf(u'\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (sees(QLatin1String("/*"))) {
            skipPast(QStringLiteral("*/"), false);
        } else if (sees(QLatin1String("R\""))) {
            rawString();
        } else if (c == u'"' || (c == u'\'' && !(m_at > 0 && m_text[m_at - 1].isDigit()))) {
            quoted(c); // a quote after a digit separates thousands: 10'000
        } else {
            m_line.code += c;
            ++m_at;
        }
    }

    const QString& m_text;
    qsizetype m_at = 0;
    SourceLine m_line;
    QList<SourceLine> m_lines;
};
} // namespace

QList<SourceLine> splitSource(const QString& content)
{
    return Splitter(content).run();
}

} // namespace finhub::house
