#include "views/evidence/verdictbar.h"

#include "review/casefile.h"
#include "review/evidence/caseevidence.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/evidence/reasonpalette.h"
#include "views/evidence/verdicttext.h"
#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/widgets/chip.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace finhub::views {

namespace {
using review::DocumentVerdict;

Tone toneOf(DocumentVerdict verdict)
{
    switch (verdict) {
    case DocumentVerdict::Accepted:
        return Tone::Good;
    case DocumentVerdict::NotAccepted:
        return Tone::Bad;
    case DocumentVerdict::NotJudged:
        return Tone::Outline;
    }
    return Tone::Outline;
}

QString withHint(const QString& text, const HintButton* button)
{
    return button->keyHint().isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, button->keyHint());
}
} // namespace

VerdictBar::VerdictBar(QWidget* parent)
    : QWidget(parent)
    , m_chip(new Chip(this))
    , m_text(new QLabel(this))
    , m_palette(new ReasonPalette(this))
{
    setObjectName(QStringLiteral("verdictBar"));
    setProperty("pane", QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    m_chip->setObjectName(QStringLiteral("documentVerdict"));
    m_text->setObjectName(QStringLiteral("documentVerdictText"));
    m_text->setAccessibleName(tr("What is known of the document"));
    m_text->setWordWrap(true);
    m_text->setProperty("textSize", QStringLiteral("small"));
    setInk(m_text, Ink::Secondary);
    m_line = new QWidget(this);
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(metric::Medium, metric::Tight, metric::Small, metric::Tight);
    line->setSpacing(metric::Small);
    line->addWidget(m_chip);
    line->addWidget(m_text, 1);
    m_forget = addVerdict(QStringLiteral("forgetVerdict"), tr("Clear"));
    m_refuse = addVerdict(QStringLiteral("refuseDocument"), tr("Not accepted…"));
    m_accept = addVerdict(QStringLiteral("acceptDocument"), tr("Accept"));
    setKind(m_forget, ButtonKind::Flat);
    setKind(m_refuse, ButtonKind::Danger);
    for (HintButton* button : {m_forget, m_refuse, m_accept})
        line->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_palette);
    layout->addWidget(m_line);
    connect(m_accept, &QPushButton::clicked, this, &VerdictBar::accept);
    connect(m_refuse, &QPushButton::clicked, this, &VerdictBar::openPalette);
    connect(m_forget, &QPushButton::clicked, this, &VerdictBar::forget);
    connect(m_palette, &ReasonPalette::accepted, this, &VerdictBar::refuse);
    connect(m_palette, &ReasonPalette::closed, this, [this] {
        m_line->show();
        m_refuse->setFocus();
    });
    hide();
}

/// A button and the key that presses it.
HintButton* VerdictBar::addVerdict(const QString& name, const QString& text)
{
    QAction* action = ActionRegistry::instance().make(name + QStringLiteral("Action"), this);
    auto* button = new HintButton(text, keyOf(action), this);
    button->setObjectName(name + QStringLiteral("Button"));
    showKey(button, action, text, text);
    // The tool tips say more, and of the key as well.
    connect(&ActionRegistry::instance(), &ActionRegistry::changed, this, &VerdictBar::refresh);
    button->setFocusPolicy(Qt::TabFocus);
    connect(action, &QAction::triggered, button, [button] {
        if (button->isVisible() && button->isEnabled())
            button->click();
    });
    return button;
}

void VerdictBar::setCase(const review::CaseFile* file, review::CaseEvidence* evidence)
{
    m_file = file;
    m_evidence = evidence;
    setDocument(std::nullopt);
}

void VerdictBar::setDocument(const std::optional<Document>& document)
{
    if (!m_document || !document || !(m_document->id == document->id))
        closePalette();
    m_document = document;
    refresh();
}

void VerdictBar::setProgress(DisplayWatch::Progress progress)
{
    m_progress = progress;
    refresh();
}

/// Whoever may write judges the documents of a case that is open; on a level above theirs they recommend.
bool VerdictBar::mayJudge() const
{
    return m_file && m_evidence && m_document && isOpen(m_file->facts().status.value()) &&
           !m_file->blockers(Action::Approve).contains(Blocker::RoleMayNotWrite);
}

const Person* VerdictBar::person() const
{
    return m_file && m_file->customer().value ? &m_file->customer().value->person : nullptr;
}

/// Between two documents and two cases the bar stays where it is, or the page beside it would be rendered in
/// another size than it was got ready in.
void VerdictBar::showNothing()
{
    closePalette();
    m_chip->setText(verdictText(DocumentVerdict::NotJudged));
    m_chip->setTone(toneOf(DocumentVerdict::NotJudged));
    setPlainText(m_text, QString());
    m_accept->setEnabled(false);
    m_refuse->setEnabled(false);
    m_forget->hide();
    setKind(m_accept, ButtonKind::Secondary);
}

void VerdictBar::refresh()
{
    const bool may = mayJudge();
    if (m_file && m_document)
        setVisible(may);
    if (!may) {
        showNothing();
        return;
    }
    m_refuse->setEnabled(true);
    const DocumentVerdict verdict = m_evidence->verdicts().verdict(*m_document);
    const bool displayed = m_evidence->displays().isDisplayed(*m_document);
    m_chip->setText(verdictText(verdict));
    m_chip->setTone(toneOf(verdict));
    const QString text = state();
    setPlainText(m_text, text);
    m_accept->setEnabled(displayed && verdict != DocumentVerdict::Accepted);
    m_accept->setToolTip(
        plainToolTip(displayed ? withHint(tr("This document is what it should be"), m_accept) : text));
    m_refuse->setToolTip(plainToolTip(withHint(tr("Choose why, by one key each"), m_refuse)));
    m_forget->setVisible(verdict != DocumentVerdict::NotJudged);
    m_forget->setToolTip(plainToolTip(withHint(tr("Take the verdict back"), m_forget)));
    setKind(m_accept,
            displayed && verdict == DocumentVerdict::NotJudged ? ButtonKind::Primary : ButtonKind::Secondary);
}

QString VerdictBar::state() const
{
    if (m_evidence->verdicts().verdict(*m_document) == DocumentVerdict::NotAccepted)
        return reasonsText(m_evidence->verdicts().reasonCodes(*m_document));
    return displayedText(m_evidence->displays(), *m_document, m_progress);
}

void VerdictBar::accept()
{
    if (!mayJudge() || !m_evidence->displays().isDisplayed(*m_document))
        return;
    closePalette();
    m_evidence->verdicts().accept(*m_document);
    Q_EMIT nextWanted();
}

void VerdictBar::openPalette()
{
    if (!mayJudge())
        return;
    const QStringList present = m_evidence->verdicts().reasonCodes(*m_document);
    const QStringList suggested =
        person() ? review::suggestedReasons(m_evidence->checks(), *m_document, *person()) : QStringList();
    // The palette takes the place of the line: the document needs the room.
    m_line->hide();
    m_palette->open(present.isEmpty() ? suggested : present, suggested);
}

void VerdictBar::closePalette()
{
    m_palette->hide();
    m_line->show();
}

void VerdictBar::refuse(const QStringList& codes)
{
    if (!mayJudge())
        return;
    m_evidence->verdicts().refuse(*m_document, codes);
    Q_EMIT nextWanted();
}

void VerdictBar::forget()
{
    if (mayJudge())
        m_evidence->verdicts().forget(*m_document);
}

} // namespace finhub::views
