#include "views/officers/notespanel.h"

#include "views/errortext.h"
#include "views/ink.h"
#include "views/limitedtext.h"
#include "views/officers/claimtext.h"
#include "views/style/theme.h"
#include "views/timetext.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int ListHeight = 120;
constexpr int FieldHeight = 56;

QString noteText(const Note& note)
{
    return QStringLiteral("%1 · %2\n%3")
        .arg(officerText(note.by), dateTimeText(note.at), displayText(note.text));
}
} // namespace

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent)
    , m_header(new QPushButton(this))
    , m_body(new QWidget(this))
    , m_list(new QListWidget(m_body))
    , m_edit(new QPlainTextEdit(m_body))
    , m_add(new QPushButton(tr("Add note"), m_body))
    , m_message(new QLabel(m_body))
{
    setObjectName(QStringLiteral("notesPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_header->setObjectName(QStringLiteral("notesHeader"));
    m_header->setCheckable(true);
    m_header->setFocusPolicy(Qt::TabFocus);
    m_header->setProperty("kind", QStringLiteral("flat"));
    m_list->setObjectName(QStringLiteral("notesList"));
    m_list->setAccessibleName(tr("Internal notes, newest first"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFixedHeight(ListHeight);
    m_edit->setObjectName(QStringLiteral("noteEdit"));
    m_edit->setAccessibleName(tr("New internal note"));
    m_edit->setPlaceholderText(tr("Internal note, never shown to the customer"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(FieldHeight);
    limitLength(m_edit, int(MaxNoteLength));
    m_add->setObjectName(QStringLiteral("addNoteButton"));
    m_add->setFocusPolicy(Qt::TabFocus);
    m_message->setObjectName(QStringLiteral("notesMessage"));
    m_message->setAccessibleName(tr("Notice about the notes"));
    m_message->setWordWrap(true);
    m_message->hide();

    auto* line = new QHBoxLayout;
    line->addWidget(m_message, 1);
    line->addStretch();
    line->addWidget(m_add, 0, Qt::AlignTop);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(metric::Large, 0, metric::Large, metric::Small);
    body->setSpacing(metric::Tight);
    body->addWidget(m_list);
    body->addWidget(m_edit);
    body->addLayout(line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_header, &QPushButton::toggled, m_body, &QWidget::setVisible);
    connect(m_add, &QPushButton::clicked, this, &NotesPanel::add);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NotesPanel::refresh);
    hide();
}

void NotesPanel::setNotes(review::CaseNotes* notes, bool mayWrite)
{
    m_notes = notes;
    m_mayWrite = mayWrite;
    m_edit->clear();
    say({}, false);
    setVisible(notes != nullptr);
    if (!notes)
        return;
    m_header->setEnabled(true);
    connect(notes, &review::CaseNotes::changed, this, &NotesPanel::refresh);
    connect(notes, &review::CaseNotes::added, this, [this] {
        m_edit->clear();
        say({}, false);
    });
    connect(notes, &review::CaseNotes::failed, this,
            [this](const Error& error) { say(errorText(error, Attempt::AddNote).sentence(), true); });
    refresh();
}

void NotesPanel::showNotOffered()
{
    setNotes(nullptr, false);
    m_header->setChecked(false);
    m_header->setEnabled(false);
    m_header->setText(tr("This server has no notes on a case; they go with a decision only"));
    show();
}

QString NotesPanel::draft() const
{
    return m_edit->toPlainText();
}

void NotesPanel::setDraft(const QString& text)
{
    m_edit->setPlainText(text);
    m_header->setChecked(m_header->isChecked() || !text.isEmpty());
}

void NotesPanel::refresh()
{
    if (!m_notes)
        return;
    const auto& notes = m_notes->notes();
    m_header->setText(notes.value ? tr("Internal notes (%1)").arg(QLocale().toString(m_notes->total()))
                                  : tr("Internal notes"));
    QStringList texts;
    if (notes.value) {
        for (const Note& note : *notes.value)
            texts << noteText(note);
    } else if (notes.error) {
        texts << errorText(*notes.error, Attempt::LoadNotes).sentence();
    }
    if (notes.value && texts.isEmpty())
        texts << tr("No notes yet.");
    // Typing asks for this as well; the list stays where it was scrolled to.
    QStringList shown;
    for (int row = 0; row < m_list->count(); ++row)
        shown << m_list->item(row)->text();
    if (shown != texts) {
        m_list->clear();
        m_list->addItems(texts);
    }
    m_edit->setVisible(m_mayWrite);
    m_add->setVisible(m_mayWrite);
    m_edit->setReadOnly(m_notes->isAdding());
    m_add->setEnabled(!m_notes->isAdding() && !m_edit->toPlainText().trimmed().isEmpty());
}

void NotesPanel::add()
{
    say({}, false);
    if (m_notes)
        m_notes->add(m_edit->toPlainText().trimmed());
}

void NotesPanel::say(const QString& text, bool bad)
{
    setPlainText(m_message, text);
    setInk(m_message, bad ? Ink::Bad : Ink::Secondary);
    m_message->setVisible(!text.isEmpty());
}

} // namespace finhub::views
