#include "views/mrz/mrzpanel.h"

#include "core/mrzreader.h"
#include "views/fieldlist.h"
#include "views/ink.h"
#include "views/mrz/mrzinput.h"
#include "views/mrz/mrzrows.h"
#include "views/mrz/mrztext.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/support/disclosure.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace finhub::views {

namespace {
QLabel* smallLabel(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setProperty("textSize", QStringLiteral("small"));
    setPlainText(label, text);
    setInk(label, Ink::Secondary);
    return label;
}
} // namespace

MrzPanel::MrzPanel(std::function<QDateTime()> now, QWidget* parent)
    : QScrollArea(parent)
    , m_now(std::move(now))
{
    setObjectName(QStringLiteral("mrzPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("pane", QStringLiteral("surface"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* lines = new FieldList(tr("Machine-readable zone"), content);
    auto* close = new QPushButton(lines);
    close->setObjectName(QStringLiteral("mrzCloseButton"));
    close->setIcon(icon(IconName::Close));
    close->setAccessibleName(tr("Close the machine-readable zone (Esc)"));
    close->setToolTip(tr("Close the machine-readable zone (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    setKind(close, ButtonKind::Flat);
    lines->addToHeading(close);
    m_input = new MrzInput(lines);
    m_summary = new QLabel(lines);
    m_summary->setObjectName(QStringLiteral("mrzSummary"));
    m_summary->setWordWrap(true);
    lines->addBelow(smallLabel(QStringLiteral("mrzHowTo"), mrztext::howTo(), lines));
    m_note = smallLabel(QStringLiteral("mrzNote"), QString(), lines);
    lines->addBelow(m_note);
    lines->addBelow(m_input);
    lines->addBelow(m_summary);
    m_compared = new FieldList(tr("Beside what was declared"), content);
    m_compared->setObjectName(QStringLiteral("mrzCompared"));
    m_other = new FieldList(tr("Also in the zone"), content);
    m_other->setObjectName(QStringLiteral("mrzOther"));
    m_digits = new FieldList(tr("Check digits"), content);
    m_digits->setObjectName(QStringLiteral("mrzDigits"));
    m_digits->addBelow(smallLabel(QStringLiteral("mrzLimits"), mrztext::limits(), m_digits));
    for (FieldList* section : {lines, m_compared, m_other, m_digits})
        layout->addWidget(section);
    layout->addStretch(1);
    setWidget(content);
    setMinimumWidth(280);

    connect(close, &QPushButton::clicked, this, &MrzPanel::closeWanted);
    connect(m_input, &MrzInput::closeWanted, this, &MrzPanel::closeWanted);
    connect(m_input, &MrzInput::linesChanged, this, [this] {
        setNote(QString());
        refresh();
    });
    setNote(QString());
    showNothing();
}

void MrzPanel::setCase(const review::CaseFile* file)
{
    m_file = file;
    m_input->clear();
    verticalScrollBar()->setValue(0);
}

void MrzPanel::focusFirstLine()
{
    m_input->focusFirstLine();
}

void MrzPanel::setLines(const QStringList& lines)
{
    m_input->setLines(lines);
}

void MrzPanel::setNote(const QString& text)
{
    setPlainText(m_note, text);
    m_note->setVisible(!text.isEmpty());
}

void MrzPanel::showNothing()
{
    m_summary->hide();
    for (FieldList* section : {m_compared, m_other}) {
        section->setRows({});
        section->hide();
    }
    m_digits->setRows({});
}

void MrzPanel::refresh()
{
    const QDate today = m_now().date();
    const auto reading = readMrz(m_input->lines(), today);
    if (!reading) {
        showNothing();
        setPlainText(m_summary, mrztext::fault(reading.error()));
        setInk(m_summary, reading.error().kind == MrzFault::Kind::BadCharacter ? Ink::Bad : Ink::Secondary);
        m_summary->setVisible(!m_summary->text().isEmpty());
        return;
    }
    setPlainText(m_summary, mrztext::format(reading->format) + u'\n' + mrztext::summary(*reading));
    setInk(m_summary, reading->isSound() ? Ink::Good : Ink::Bad);
    m_summary->show();
    const bool known = m_file && m_file->customer().value;
    m_compared->setVisible(known);
    m_compared->setRows(
        known ? mrzComparedRows(*reading, m_file->customer().value->person, masksPersonal(*m_file))
              : QList<FieldRow>());
    m_other->setRows(mrzOtherRows(*reading, today));
    m_other->show();
    m_digits->setRows(mrzDigitRows(*reading));
}

} // namespace finhub::views
