#pragma once

#include "api/finhub.h"
#include "review/claims/caseclaim.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace finhub::views {

class BulkClaimDialog;

/// Claims or gives back many cases of the list at once, one bulk at a time, and shows what became of each. It
/// ends with the session. GUI thread.
class BulkClaimDesk : public QObject {
    Q_OBJECT

public:
    /// `finhub` outlives it; the dialog opens over `window`, which owns it.
    BulkClaimDesk(api::FinHub& finhub, QWidget* window);
    ~BulkClaimDesk() override;

    /// `notLoaded` more cases were chosen that the list does not have yet.
    void start(review::ClaimDeed deed, const QList<DirectoryEntry>& entries, int notLoaded);

Q_SIGNALS:
    /// The server says that this was done.
    void claimDone(const finhub::CustomerId& customer, const finhub::VerificationId& id,
                   finhub::review::ClaimDeed deed);
    /// The bulk has come to its end; the list has other claims now.
    void finished();

private:
    api::FinHub& m_finhub;
    QWidget* m_window;
    QPointer<BulkClaimDialog> m_dialog;
};

} // namespace finhub::views
