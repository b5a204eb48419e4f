#include "sandbox/routes/byterange.h"

#include <QRegularExpression>

#include <algorithm>

namespace finhub::sandbox {

ByteRange ByteRange::of(const QByteArray& header, qint64 size)
{
    static const QRegularExpression form(QStringLiteral("^bytes=(\\d{0,18})-(\\d{0,18})$"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(header).remove(u' '));
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
        return {};
    qint64 first = match.captured(1).toLongLong();
    qint64 last = match.captured(2).isEmpty() ? size - 1 : match.captured(2).toLongLong();
    if (match.captured(1).isEmpty()) {
        const qint64 fromEnd = match.captured(2).toLongLong();
        if (fromEnd == 0)
            return {Kind::Unsatisfiable};
        first = std::max<qint64>(0, size - fromEnd);
        last = size - 1;
    } else if (!match.captured(2).isEmpty() && last < first) {
        return {};
    }
    if (first >= size)
        return {Kind::Unsatisfiable};
    return {Kind::Part, first, std::min(last, size - 1)};
}

} // namespace finhub::sandbox
