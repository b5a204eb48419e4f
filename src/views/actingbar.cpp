#include "views/actingbar.h"

#include "api/finhub.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QPushButton>

#include <utility>

namespace finhub::views {

ActingBar::ActingBar(api::FinHub& finhub, std::function<QString()> customerName, QWidget* parent)
    : NoticeStrip({IconName::User, ColorRole::SoonGround, ColorRole::Soon}, tr("Stop acting"), parent)
    , m_finhub(finhub)
    , m_customerName(std::move(customerName))
{
    setObjectName(QStringLiteral("actingBar"));
    setAccessibleName(tr("Acting as a customer"));
    label()->setObjectName(QStringLiteral("actingText"));
    button()->setObjectName(QStringLiteral("stopActingButton"));
    connect(button(), &QPushButton::clicked, this, [this] { m_finhub.leaveCustomer(); });
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, &ActingBar::refresh);
    hide();
}

void ActingBar::refresh()
{
    const std::optional<api::CustomerSession>& acting = m_finhub.customerSession();
    setVisible(acting.has_value());
    if (!acting)
        return;
    QString name = m_customerName();
    if (name.isEmpty())
        name = acting->info.displayName;
    setPlainText(label(),
                 tr("Acting as customer %1. Uploads, consents and activation are recorded as theirs.")
                     .arg(displayLine(name, 80)));
}

} // namespace finhub::views
