#pragma once

#include <QString>

class QLabel;

/// Text from outside is text (DESIGN 10): labels, tool tips and message boxes of Qt guess HTML, and invisible
/// characters can make one text look like another.
namespace finhub::views {

/// The text with everything made visible that would be invisible or turn other characters round: controls,
/// bidirectional controls, zero-width characters, halves of surrogate pairs; each as ⟨U+202E⟩. Line breaks
/// stay (CR LF and CR become LF), a tab becomes a space. Joiners stay where a script needs them to write.
/// With a maximum, at most so many characters of the text are kept, followed by an ellipsis.
QString displayText(const QString& text, qsizetype maximum = -1);

/// displayText() in one line: line breaks are visible as well.
QString displayLine(const QString& text, qsizetype maximum = -1);

/// Shows the text as it stands: Qt::PlainText and displayText().
void setPlainText(QLabel* label, const QString& text);

/// A tool tip that shows the text as it stands; empty for an empty text. Always rich text with everything
/// escaped, since tool tips have no switch for the format.
QString plainToolTip(const QString& text);

} // namespace finhub::views
