#include "views/support/overviewpanel.h"

namespace finhub::views {

OverviewPanel::OverviewPanel(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("overviewPanel"));
}

void OverviewPanel::setCase(review::CaseFile* file)
{
    m_file = file;
}

void OverviewPanel::refresh() {}

} // namespace finhub::views
