#include "core/foldedtext.h"

namespace finhub {

QString foldedText(const QString& text)
{
    QString out;
    out.reserve(text.size());
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        // Letters with a stroke do not decompose.
        switch (c.unicode()) {
        case u'ł':
        case u'Ł':
            out += u'l';
            break;
        case u'ø':
        case u'Ø':
            out += u'o';
            break;
        case u'đ':
        case u'Đ':
            out += u'd';
            break;
        case u'ß':
            out += QStringLiteral("ss");
            break;
        default:
            out += c.toLower();
        }
    }
    return out;
}

} // namespace finhub
