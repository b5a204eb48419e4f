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

void DecisionDialogs::open(Verdict verdict, const review::CaseFile& file, bool seenByConsole,
                           const QStringList& found, const QList<Document>& accepted)
{
    if (verdict == Verdict::Approve) {
        auto* dialog = new ApproveDialog(file, accepted, seenByConsole, m_parent);
        if (const Typed* typed = typedFor(file.id(), verdict))
            dialog->restore(typed->notes);
        connect(dialog, &ApproveDialog::confirmed, this,
                [this, id = file.id()](const QString& comment, const QString& notes) {
                    confirm({id, Verdict::Approve, {}, comment, notes});
                });
        show(dialog, verdict);
        return;
    }
    auto* dialog = new ReasonDialog(verdict, file, m_parent);
    dialog->choose(found);
    if (const Typed* typed = typedFor(file.id(), verdict))
        dialog->restore(typed->reasonCodes, typed->comment, typed->notes);
    connect(dialog, &ReasonDialog::confirmed, this,
            [this, verdict, id = file.id()](const QStringList& codes, const QString& comment,
                                            const QString& notes) {
                confirm({id, verdict, codes, comment, notes});
            });
    show(dialog, verdict);
}

void DecisionDialogs::confirm(const Typed& typed)
{
    m_typed = typed;
    Q_EMIT confirmed(typed.verdict, typed.reasonCodes, typed.comment, typed.notes);
}

const DecisionDialogs::Typed* DecisionDialogs::typedFor(const CustomerId& customer, Verdict verdict) const
{
    return m_typed && m_typed->customer == customer && m_typed->verdict == verdict ? &*m_typed : nullptr;
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
        dropDialog();
        return;
    }
    m_waitsFor = {};
    openCentred(m_dialog);
}

void DecisionDialogs::keepOnlyFor(const CustomerId& customer)
{
    if (!(m_waitsFor == customer))
        dropDialog();
    if (m_typed && !(m_typed->customer == customer))
        m_typed.reset();
}

void DecisionDialogs::drop()
{
    dropDialog();
    m_typed.reset();
}

void DecisionDialogs::forgetTyped(const CustomerId& customer)
{
    if (m_typed && m_typed->customer == customer)
        m_typed.reset();
}

void DecisionDialogs::dropDialog()
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
