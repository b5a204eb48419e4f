#include "views/decisiondialogs.h"

#include "views/approvedialog.h"
#include "views/opendialog.h"
#include "views/reasondialog.h"

namespace finhub::views {

DecisionDialogs::DecisionDialogs(QWidget* parent)
    : QObject(parent)
    , m_parent(parent)
{
}

DecisionDialogs::~DecisionDialogs() = default;

void DecisionDialogs::open(Verdict verdict, const review::CaseFile& file, bool seenByConsole)
{
    if (verdict == Verdict::Approve) {
        auto* dialog = new ApproveDialog(file, seenByConsole, m_parent);
        connect(dialog, &ApproveDialog::confirmed, this,
                [this](const QString& comment, const QString& notes) {
                    Q_EMIT confirmed(Verdict::Approve, {}, comment, notes);
                });
        show(dialog, verdict);
        return;
    }
    auto* dialog = new ReasonDialog(verdict, file, m_parent);
    connect(dialog, &ReasonDialog::confirmed, this,
            [this, verdict](const QStringList& codes, const QString& comment, const QString& notes) {
                Q_EMIT confirmed(verdict, codes, comment, notes);
            });
    show(dialog, verdict);
}

void DecisionDialogs::putAway(const CustomerId& customer)
{
    if (!m_dialog)
        return;
    m_waitsFor = customer;
    m_dialog->hide();
}

void DecisionDialogs::resume(const review::CaseFile& file)
{
    if (!m_dialog || !(m_waitsFor == file.id()) || !file.isComplete())
        return;
    if (!file.blockers(actionOf(m_verdict)).isEmpty()) {
        drop();
        return;
    }
    m_waitsFor = {};
    openCentred(m_dialog);
}

void DecisionDialogs::keepOnlyFor(const CustomerId& customer)
{
    if (!(m_waitsFor == customer))
        drop();
}

void DecisionDialogs::drop()
{
    delete m_dialog;
    m_waitsFor = {};
}

void DecisionDialogs::show(QDialog* dialog, Verdict verdict)
{
    m_dialog = dialog;
    m_verdict = verdict;
    openCentred(dialog);
}

} // namespace finhub::views
