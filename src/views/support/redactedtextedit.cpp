#include "views/support/redactedtextedit.h"

#include "views/widgets/plaintext.h"

#include <QFontDatabase>
#include <QMimeData>
#include <QTextBlock>

namespace finhub::views {

RedactedTextEdit::RedactedTextEdit(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void RedactedTextEdit::setTexts(const QString& shown, const QString& redacted)
{
    m_redacted = redacted;
    m_sameLines = shown.count(u'\n') == redacted.count(u'\n');
    m_cut = shown.size() > MaxShown;
    QString part = shown;
    if (m_cut)
        part = shown.left(shown.lastIndexOf(u'\n', MaxShown));
    setPlainText(displayText(part, MaxShown));
}

QMimeData* RedactedTextEdit::createMimeDataFromSelection() const
{
    auto* taken = new QMimeData;
    if (!m_sameLines) {
        taken->setText(m_redacted);
        return taken;
    }
    const int first = document()->findBlock(textCursor().selectionStart()).blockNumber();
    const int last = document()->findBlock(textCursor().selectionEnd()).blockNumber();
    taken->setText(m_redacted.split(u'\n').mid(first, last - first + 1).join(u'\n'));
    return taken;
}

} // namespace finhub::views
