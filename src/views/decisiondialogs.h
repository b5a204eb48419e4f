#pragma once

#include "review/casefile.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QDialog;
class QWidget;

namespace finhub::views {

/// The one dialog in which a decision on the open case is confirmed. It is put away with what was typed when
/// the session runs out, and comes back when the same case is open again and can still be decided. What was
/// confirmed is kept as well until it has been recorded: whoever has to decide again does not type again. GUI
/// thread.
class DecisionDialogs : public QObject {
    Q_OBJECT

public:
    /// Opens its dialogs over this widget, which owns it.
    explicit DecisionDialogs(QWidget* parent);
    ~DecisionDialogs() override;

    /// Asks to confirm this verdict on the case. Without `seenByConsole` an approval needs the confirmation
    /// that the evidence was seen elsewhere (section 3, `document-content`). `found` are the reasons of its
    /// documents, which a negative decision begins with; `accepted` are the grounds of an approval.
    void open(Verdict verdict, const review::CaseFile& file, bool seenByConsole, const QStringList& found,
              const QList<Document>& accepted);
    /// The session has run out: keeps the dialog for this customer, out of sight.
    void putAway(const CustomerId& customer);
    /// Brings a dialog back that waits for this case, or drops it when the case cannot be decided any more.
    void resume(const review::CaseFile& file);
    /// Drops what does not wait for this customer.
    void keepOnlyFor(const CustomerId& customer);
    void drop();
    /// The decision on this customer's case has been recorded: what was typed for it is not needed any more.
    void forgetTyped(const CustomerId& customer);

Q_SIGNALS:
    void confirmed(finhub::Verdict verdict, const QStringList& reasonCodes, const QString& comment,
                   const QString& notes);

private:
    /// What was confirmed last.
    struct Typed {
        CustomerId customer;
        Verdict verdict = Verdict::Unknown;
        QStringList reasonCodes;
        QString comment;
        QString notes;
    };

    void confirm(const Typed& typed);
    const Typed* typedFor(const CustomerId& customer, Verdict verdict) const;
    void dropDialog();
    void show(QDialog* dialog, Verdict verdict);

    QWidget* m_parent;
    QPointer<QDialog> m_dialog;
    Verdict m_verdict = Verdict::Unknown;
    CustomerId m_waitsFor; ///< empty: no dialog was put away
    std::optional<Typed> m_typed;
};

} // namespace finhub::views
