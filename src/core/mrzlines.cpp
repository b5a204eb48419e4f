#include "core/mrzlines.h"

#include <QRegularExpression>

#include <array>

namespace finhub {

namespace {
constexpr std::array<MrzFormat, 3> Formats{MrzFormat::Td1, MrzFormat::Td2, MrzFormat::Td3};
constexpr char16_t Filler = u'<';

bool isLineLength(qsizetype length)
{
    for (const MrzFormat format : Formats) {
        if (length == mrzLineLength(format))
            return true;
    }
    return false;
}

QString written(const QString& typed, int fillersOfDouble)
{
    QString line;
    // Full-width and small forms become the plain characters that they stand for.
    const QString plain = typed.normalized(QString::NormalizationForm_KC).toUpper();
    for (const QChar c : plain) {
        switch (c.unicode()) {
        case u'«':
        case u'≪':
        case u'《':
        case u'⟪':
            line += QString(fillersOfDouble, QChar(Filler));
            break;
        case u'‹':
        case u'〈':
        case u'⟨':
        case u'˂':
        case u'≺':
            line += QChar(Filler);
            break;
        default:
            if (!c.isSpace())
                line += c;
        }
    }
    return line;
}
} // namespace

int mrzLineCount(MrzFormat format)
{
    return format == MrzFormat::Td1 ? 3 : 2;
}

int mrzLineLength(MrzFormat format)
{
    switch (format) {
    case MrzFormat::Td1:
        return 30;
    case MrzFormat::Td2:
        return 36;
    case MrzFormat::Td3:
        return 44;
    }
    return 0;
}

QString mrzLine(const QString& typed)
{
    QString twice = written(typed, 2);
    if (isLineLength(twice.size()))
        return twice;
    QString once = written(typed, 1);
    return isLineLength(once.size()) ? once : twice;
}

QStringList mrzLines(const QString& text)
{
    static const QRegularExpression breaks(QStringLiteral("[\\r\\n\\x{2028}\\x{2029}]+"));
    QStringList lines;
    for (const QString& typed : text.split(breaks)) {
        const QString line = mrzLine(typed);
        if (!line.isEmpty())
            lines << line;
    }
    if (lines.size() != 1)
        return lines;
    for (const MrzFormat format : Formats) {
        const int length = mrzLineLength(format);
        if (lines.first().size() != qsizetype(length) * mrzLineCount(format))
            continue;
        const QString all = lines.takeFirst();
        for (qsizetype start = 0; start < all.size(); start += length)
            lines << all.mid(start, length);
        return lines;
    }
    return lines;
}

} // namespace finhub
