#include "views/widgets/plaintext.h"

#include <QLabel>

namespace finhub::views {

namespace {
/// Filling characters that count as letters or marks but show nothing.
bool isBlankFiller(char32_t c)
{
    return c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c == 0x2800 ||
           c == 0x3164 || c == 0xffa0;
}

/// Zero-width joiner and non-joiner are spelling in some scripts and in emoji, and a disguise in others.
bool isJoinerInPlace(char32_t c, char32_t before)
{
    if (c != 0x200c && c != 0x200d)
        return false;
    switch (QChar::script(before)) {
    case QChar::Script_Unknown:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
        return false;
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        // Emoji are "common", and so are digits, spaces and punctuation.
        return c == 0x200d && (QChar::category(before) == QChar::Symbol_Other || before == 0xfe0f);
    default: // every other script of Unicode's hundred and more
        return true;
    }
}

bool mustBeShown(char32_t c, char32_t before)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return !isJoinerInPlace(c, before);
    default:
        return isBlankFiller(c);
    }
}

QString named(char32_t c)
{
    return QStringLiteral("⟨U+%1⟩").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

QString cut(const QString& text, qsizetype maximum)
{
    if (maximum < 0 || text.size() <= maximum)
        return text;
    qsizetype length = maximum;
    if (length > 0 && text.at(length - 1).isHighSurrogate())
        --length;
    return text.left(length) + QChar(u'…');
}

QString madeVisible(const QString& text, bool keepBreaks)
{
    QString out;
    out.reserve(text.size());
    char32_t before = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {

            ++i;
            c = QChar::surrogateToUcs4(text.at(i - 1), text.at(i));
        }
        if (c == U'\t')
            out += QLatin1Char(' ');
        else if (c == U'\n' && keepBreaks)
            out += QLatin1Char('\n');
        else if (mustBeShown(c, before))
            out += named(c);
        else
            out += QString::fromUcs4(&c, 1);
        before = c;
    }
    return out;
}

QString withPlainBreaks(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'));
}
} // namespace

QString displayText(const QString& text, qsizetype maximum)
{
    return madeVisible(cut(withPlainBreaks(text), maximum), true);
}

QString displayLine(const QString& text, qsizetype maximum)
{
    return madeVisible(cut(withPlainBreaks(text), maximum), false);
}

void setPlainText(QLabel* label, const QString& text)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(displayText(text));
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    QString escaped = displayText(text).toHtmlEscaped();
    escaped.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

} // namespace finhub::views
