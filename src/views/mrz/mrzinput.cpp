#include "views/mrz/mrzinput.h"

#include "core/mrzlines.h"
#include "views/ink.h"
#include "views/mrz/mrztext.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int LongestText = 300; ///< a whole zone, with room for spaces
constexpr int SmallestFont = 9;  ///< pixels
constexpr int LargestFont = 15;  ///< pixels
constexpr int LongestLine = 44;
constexpr int FieldPadding = 24; ///< left and right of the text, cursor included

/// Written as the zone is, as far as that moves nothing under the cursor.
QString writtenInPlace(const QString& text)
{
    QString written;
    for (const QChar c : text) {
        const QString one = mrzLine(QString(c));
        written += one.size() == 1 ? one.front() : c;
    }
    return written;
}
} // namespace

MrzInput::MrzInput(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    for (int line = 0; line < Lines; ++line) {
        const auto at = static_cast<std::size_t>(line);
        auto* name = new QLabel(
            line < 2 ? tr("Line %1").arg(line + 1) : tr("Line %1, if there is one").arg(line + 1), this);
        name->setProperty("textSize", QStringLiteral("small"));
        setInk(name, Ink::Secondary);
        m_lengths[at] = new QLabel(this);
        m_lengths[at]->setObjectName(QStringLiteral("mrzLine%1Length").arg(line + 1));
        m_lengths[at]->setProperty("textSize", QStringLiteral("small"));
        auto* heading = new QHBoxLayout;
        heading->addWidget(name, 1);
        heading->addWidget(m_lengths[at]);
        m_edits[at] = new QLineEdit(this);
        m_edits[at]->setObjectName(QStringLiteral("mrzLine%1Edit").arg(line + 1));
        m_edits[at]->setAccessibleName(tr("Line %1 of the machine-readable zone").arg(line + 1));
        m_edits[at]->setMaxLength(LongestText);
        m_edits[at]->setTextMargins(-metric::Tight, 0, -metric::Tight, 0);
        m_edits[at]->installEventFilter(this);
        name->setBuddy(m_edits[at]);
        connect(m_edits[at], &QLineEdit::textEdited, this,
                [this, line](const QString& text) { onEdited(line, text); });
        layout->addLayout(heading);
        layout->addWidget(m_edits[at]);
    }
    showLengths();
}

QStringList MrzInput::lines() const
{
    QStringList lines;
    for (const QLineEdit* edit : m_edits)
        lines << edit->text();
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines;
}

void MrzInput::setLines(const QStringList& lines)
{
    for (int line = 0; line < Lines; ++line)
        m_edits[static_cast<std::size_t>(line)]->setText(lines.value(line));
    showLengths();
    Q_EMIT linesChanged();
}

void MrzInput::clear()
{
    setLines({});
}

void MrzInput::focusFirstLine()
{
    m_edits.front()->setFocus();
}

void MrzInput::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    int pixels = LargestFont;
    font.setPixelSize(pixels);
    while (pixels > SmallestFont &&
           QFontMetrics(font).horizontalAdvance(QString(LongestLine, u'<')) + FieldPadding > width())
        font.setPixelSize(--pixels);
    for (QLineEdit* edit : m_edits)
        edit->setFont(font);
}

void MrzInput::onEdited(int line, const QString& text)
{
    const auto at = static_cast<std::size_t>(line);
    // What is pasted with line breaks has spaces for them by now. Whoever types goes through lengths that are
    // those of another format, so only what comes at once is shared out.
    const bool atOnce = text.size() > m_known[at] + 1;
    const QStringList several = mrzLines(text);
    if (atOnce && several.size() > 1) {
        setLines(several.mid(0, Lines));
        return;
    }
    const QString written = writtenInPlace(text);
    if (written != text) {
        const int cursor = m_edits[at]->cursorPosition();
        m_edits[at]->setText(written);
        m_edits[at]->setCursorPosition(cursor);
    }
    showLengths();
    Q_EMIT linesChanged();
}

void MrzInput::showLengths()
{
    for (std::size_t line = 0; line < m_edits.size(); ++line) {
        m_known[line] = m_edits[line]->text().size();
        const qsizetype length = mrzLine(m_edits[line]->text()).size();
        setPlainText(m_lengths[line], mrztext::length(length));
        setInk(m_lengths[line],
               length == 0 || mrztext::isExpectedLength(length) ? Ink::Secondary : Ink::Soon);
    }
}

bool MrzInput::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            Q_EMIT closeWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace finhub::views
