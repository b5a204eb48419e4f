#include "views/consents/templatesview.h"

namespace finhub::views {

TemplatesView::TemplatesView(api::FinHub& finhub, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
{
    setObjectName(QStringLiteral("templatesView"));
}

void TemplatesView::begin() {}

void TemplatesView::clear() {}

} // namespace finhub::views
