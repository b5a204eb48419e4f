#include "views/support/rawjsondialog.h"

#include "ui_rawjsondialog.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/errortext.h"
#include "views/style/icons.h"
#include "views/widgets/clipboardguard.h"
#include "views/widgets/plaintext.h"

#include <QAction>
#include <QLocale>

#include <utility>

namespace finhub::views {

namespace {
constexpr qsizetype MaxMatches = 1000;
} // namespace

RawJsonDialog::RawJsonDialog(api::FinHub& finhub, api::RawObject what, CustomerId customer,
                             VerificationId verification, bool masked, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RawJsonDialog>())
    , m_finhub(finhub)
    , m_what(what)
    , m_customer(std::move(customer))
    , m_verification(std::move(verification))
    , m_masked(masked)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("rawJsonDialog"));
    setWindowTitle(tr("Raw JSON"));
    views::setPlainText(m_ui->titleLabel, tr("Raw JSON: %1").arg(nameOf(what)));
    m_ui->previousMatchButton->setIcon(icon(IconName::Previous));
    m_ui->nextMatchButton->setIcon(icon(IconName::Next));
    m_ui->rawJsonState->setIcon(IconName::Warning);
    connect(m_ui->rawJsonState, &StatePanel::actionTriggered, this, &RawJsonDialog::read);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->rawJsonCopyButton, &QPushButton::clicked, this, &RawJsonDialog::copy);
    connect(m_ui->rawJsonSearch, &QLineEdit::textChanged, this, &RawJsonDialog::findAll);
    connect(m_ui->rawJsonSearch, &QLineEdit::returnPressed, this, [this] { step(1); });
    connect(m_ui->nextMatchButton, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_ui->previousMatchButton, &QPushButton::clicked, this, [this] { step(-1); });
    ActionRegistry& actions = ActionRegistry::instance();
    const QAction* next = actions.make(QStringLiteral("nextInJsonAction"), this);
    connect(next, &QAction::triggered, this, [this] { step(1); });
    showKey(m_ui->nextMatchButton, next, tr("Next match"), tr("Next match"));
    const QAction* previous = actions.make(QStringLiteral("previousInJsonAction"), this);
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    showKey(m_ui->previousMatchButton, previous, tr("Previous match"), tr("Previous match"));
    connect(actions.make(QStringLiteral("findInJsonAction"), this), &QAction::triggered, m_ui->rawJsonSearch,
            [this] { m_ui->rawJsonSearch->setFocus(); });
    read();
}

RawJsonDialog::~RawJsonDialog() = default;

QString RawJsonDialog::nameOf(api::RawObject what)
{
    switch (what) {
    case api::RawObject::Customer:
        return tr("Customer");
    case api::RawObject::Verification:
        return tr("Verification");
    case api::RawObject::Readiness:
        return tr("Readiness check");
    case api::RawObject::Timeline:
        return tr("Activity");
    }
    return {};
}

void RawJsonDialog::read()
{
    views::setPlainText(m_ui->rawJsonNote, tr("Reading what FinHub answers now…"));
    m_ui->rawJsonStack->setCurrentWidget(m_ui->rawJsonSkeleton);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_ui->rawJsonSearch), static_cast<QWidget*>(m_ui->rawJsonCopyButton)})
        widget->setEnabled(false);
    m_call = m_finhub.raw(m_what, m_customer, m_verification);
    m_call->onFinished(this, [this](const Result<api::RawJson>& json) {
        if (json)
            showJson(*json);
        else
            showError(json.error());
    });
    findAll();
}

void RawJsonDialog::showJson(const api::RawJson& json)
{
    m_ui->rawJsonText->setTexts(m_masked ? json.redacted : json.text, json.redacted);
    QString note =
        m_masked ? tr("As FinHub answers now, without personal values: your role does not show them here.")
                 : tr("As FinHub answers now, with personal values. Whatever you copy, also of a "
                      "selection, is copied without them.");
    if (m_ui->rawJsonText->isCut())
        note += tr(" Only the first %1 characters are shown; “Copy without personal data” copies all of it.")
                    .arg(QLocale().toString(RedactedTextEdit::MaxShown));
    views::setPlainText(m_ui->rawJsonNote, note);
    m_ui->rawJsonStack->setCurrentWidget(m_ui->rawJsonText);
    m_ui->rawJsonSearch->setEnabled(true);
    m_ui->rawJsonCopyButton->setEnabled(true);
    m_ui->rawJsonSearch->setFocus();
    findAll();
}

void RawJsonDialog::showError(const Error& error)
{
    const ErrorText text = errorText(error, Attempt::LoadRawJson);
    views::setPlainText(m_ui->rawJsonNote, tr("There is nothing to show."));
    m_ui->rawJsonState->setState(text.what, text.detail(),
                                 error.kind == ErrorKind::NotOffered ? QString() : tr("Try again"));
    m_ui->rawJsonStack->setCurrentWidget(m_ui->rawJsonState);
}

void RawJsonDialog::copy()
{
    ClipboardGuard::instance().copy(m_ui->rawJsonText->redacted());
    views::setPlainText(m_ui->rawJsonNote, tr("Copied without personal data."));
}

void RawJsonDialog::findAll()
{
    m_matches.clear();
    m_match = -1;
    const QString wanted = m_ui->rawJsonSearch->text();
    QList<QTextEdit::ExtraSelection> marks;
    if (!wanted.isEmpty() && m_ui->rawJsonStack->currentWidget() == m_ui->rawJsonText) {
        QTextCharFormat format;
        format.setBackground(Theme::current().color(ColorRole::SoonGround));
        const QTextDocument* document = m_ui->rawJsonText->document();
        for (QTextCursor at = document->find(wanted); !at.isNull() && m_matches.size() < MaxMatches;
             at = document->find(wanted, at)) {
            m_matches << at.selectionStart();
            marks << QTextEdit::ExtraSelection{at, format};
        }
    }
    m_ui->rawJsonText->setExtraSelections(marks);
    if (m_matches.isEmpty())
        showMatch();
    else
        step(1);
}

/// Goes round: after the last match comes the first.
void RawJsonDialog::step(int by)
{
    if (m_matches.isEmpty())
        return;
    const qsizetype count = m_matches.size();
    m_match = m_match < 0 ? 0 : (m_match + by + count) % count;
    QTextCursor cursor = m_ui->rawJsonText->textCursor();
    cursor.setPosition(m_matches.at(m_match));
    cursor.setPosition(m_matches.at(m_match) + static_cast<int>(m_ui->rawJsonSearch->text().size()),
                       QTextCursor::KeepAnchor);
    m_ui->rawJsonText->setTextCursor(cursor);
    m_ui->rawJsonText->ensureCursorVisible();
    showMatch();
}

void RawJsonDialog::showMatch()
{
    const QLocale locale;
    QString text;
    if (!m_matches.isEmpty())
        text = tr("%1 of %2").arg(locale.toString(m_match + 1), locale.toString(m_matches.size()));
    else if (!m_ui->rawJsonSearch->text().isEmpty())
        text = tr("No match");
    views::setPlainText(m_ui->rawJsonMatches, text);
    m_ui->previousMatchButton->setEnabled(m_matches.size() > 1);
    m_ui->nextMatchButton->setEnabled(m_matches.size() > 1);
}

} // namespace finhub::views
