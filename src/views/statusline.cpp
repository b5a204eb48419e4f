#include "views/statusline.h"

#include "ui_statusline.h"
#include "views/actions/keytexts.h"
#include "views/ink.h"
#include "views/widgets/plaintext.h"

#include <QLocale>

namespace finhub::views {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatusLine>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    setDecisions(0, 0);
    setInk(m_ui->journalStatus, Ink::Bad);
    setJournal(true, QString());
    onKeysChanged(this, [this] {
        const QString key = keyOf(QStringLiteral("shortcutsAction"));
        setPlainText(m_ui->shortcutsStatus, tr("%1 Shortcuts").arg(key));
        m_ui->shortcutsStatus->setVisible(!key.isEmpty());
    });
}

StatusLine::~StatusLine() = default;

void StatusLine::setConnection(const QString& host, bool reachable)
{
    setPlainText(m_ui->connectionStatus, reachable ? tr("● Connected · %1").arg(displayLine(host, 60))
                                                   : tr("▲ Not reachable · %1").arg(displayLine(host, 60)));
    setInk(m_ui->connectionStatus, reachable ? Ink::Secondary : Ink::Bad);
    m_ui->connectionStatus->setToolTip(
        plainToolTip(tr("Straight to %1; no proxy is used.").arg(displayLine(host, 60))));
}

void StatusLine::setOfficer(const QString& name)
{
    setPlainText(m_ui->officerStatus, displayLine(name, 60));
}

void StatusLine::setUpdated(const QString& text)
{
    setPlainText(m_ui->updatedStatus, text);
}

void StatusLine::setDecisions(int running, int unresolved)
{
    QString text = tr("No decision under way");
    if (unresolved > 0)
        text = unresolved == 1
                   ? tr("▲ One decision with an unknown outcome")
                   : tr("▲ %1 decisions with an unknown outcome").arg(QLocale().toString(unresolved));
    else if (running > 0)
        text = tr("Decision under way…");
    setPlainText(m_ui->decisionStatus, text);
    setInk(m_ui->decisionStatus, unresolved > 0 ? Ink::Bad : Ink::Secondary);
}

void StatusLine::setJournal(bool writable, const QString& damagedFile)
{
    setPlainText(m_ui->journalStatus, writable ? tr("▲ Journal was damaged") : tr("▲ Journal not writable"));
    const QString why =
        writable
            ? tr("The journal on this computer was changed or damaged outside the console. It is kept as "
                 "%1, and a new one has begun that says so. Tell whoever is responsible for audits.")
                  .arg(displayLine(damagedFile))
            : tr("The journal on this computer cannot be written. Nothing can be decided until it can; "
                 "the console keeps trying.");
    m_ui->journalStatus->setToolTip(plainToolTip(why));
    m_ui->journalStatus->setAccessibleDescription(why);
    m_ui->journalStatus->setVisible(!writable || !damagedFile.isEmpty());
}

void StatusLine::setSession(const QString& text)
{
    setPlainText(m_ui->sessionStatus, text);
}

} // namespace finhub::views
