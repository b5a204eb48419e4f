#include "views/help/helpdesk.h"

#include "views/actions/actionregistry.h"
#include "views/actions/shortcutsheet.h"
#include "views/help/aboutdialog.h"
#include "views/help/diagnostics.h"
#include "views/help/helpdialog.h"
#include "views/opendialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QWidget>

namespace finhub::views {

namespace {
/// The code of the reason that has the focus, or of one around it.
QString reasonUnderFocus()
{
    const QString prefix = QStringLiteral("reason_");
    for (const QWidget* widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (widget->objectName().startsWith(prefix))
            return widget->objectName().mid(prefix.size());
    }
    return {};
}
} // namespace

HelpDesk::HelpDesk(api::FinHub& finhub, QWidget* window)
    : QObject(window)
    , m_finhub(finhub)
    , m_window(window)
{
    const auto make = [this](const char* id, void (HelpDesk::*slot)()) {
        connect(ActionRegistry::instance().make(QLatin1String(id), m_window), &QAction::triggered, this,
                slot);
    };
    make("shortcutsAction", &HelpDesk::showShortcuts);
    make("helpAction", &HelpDesk::showHelp);
    make("aboutAction", &HelpDesk::showAbout);
    make("diagnosticsAction", &HelpDesk::copyDiagnostics);
}

void HelpDesk::showShortcuts()
{
    auto* sheet = new ShortcutSheet(m_window);
    connect(sheet, &ShortcutSheet::settingsWanted, this, &HelpDesk::shortcutsWanted);
    openCentred(sheet);
}

void HelpDesk::showHelp()
{
    auto* dialog = new HelpDialog(m_window);
    if (!dialog->showTopic(reasonUnderFocus()) && dialog->showTopic(lastErrorWord()))
        dialog->setNote(tr("The last answer of the server that was an error said this."));
    openCentred(dialog);
}

void HelpDesk::showAbout()
{
    auto* dialog = new AboutDialog(m_window);
    connect(dialog, &AboutDialog::diagnosticsWanted, this, &HelpDesk::copyDiagnostics);
    openCentred(dialog);
}

void HelpDesk::copyDiagnostics()
{
    QGuiApplication::clipboard()->setText(diagnosticsText(m_finhub));
}

QString HelpDesk::lastErrorWord() const
{
    for (const api::CallRecord& call : m_finhub.callLog().records()) {
        if (call.word.isKnown())
            return call.word.text();
    }
    return {};
}

} // namespace finhub::views
