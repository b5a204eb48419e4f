#include "review/pack/csvtext.h"

namespace finhub::review {

namespace {
bool isFormula(const QString& cell)
{
    if (cell.isEmpty())
        return false;
    // Tab, CR and LF themselves begin one; spaces before the sign do not make it harmless everywhere.
    const QChar first = cell.front();
    if (first == u'\t' || first == u'\r' || first == u'\n')
        return true;
    for (const QChar c : cell) {
        if (!c.isSpace() && c.isPrint() && c != u'"' && c != u'\'')
            return QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(c);
    }
    return false;
}
} // namespace

QByteArray csvRecord(const QStringList& cells)
{
    QStringList quoted;
    for (const QString& cell : cells) {
        QString text = cell;
        text.remove(QChar(0));
        if (isFormula(text))
            text.prepend(u'\'');
        quoted << u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace finhub::review
