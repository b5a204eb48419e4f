#pragma once

#include "api/finhub.h"
#include "review/casefile.h"

#include <QWidget>

namespace finhub::views {

/// Everything known of one customer on one page, for whoever has them on the phone: what was declared, the
/// verification and its documents, consents, account, activity, and the calls that were made. GUI thread.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPanel(api::FinHub& finhub, QWidget* parent = nullptr);

    /// Shows a case, which outlives the panel or is replaced first; nullptr lets go of everything personal.
    void setCase(review::CaseFile* file);
    void refresh();

private:
    api::FinHub& m_finhub;
    review::CaseFile* m_file = nullptr;
};

} // namespace finhub::views
