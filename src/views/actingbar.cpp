#include "views/actingbar.h"

#include "api/finhub.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace finhub::views {

namespace {
constexpr int IconSize = 16;
}

ActingBar::ActingBar(api::FinHub& finhub, std::function<QString()> customerName, QWidget* parent)
    : QWidget(parent)
    , m_finhub(finhub)
    , m_customerName(std::move(customerName))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("actingBar"));
    setAccessibleName(tr("Acting as a customer"));
    m_text->setObjectName(QStringLiteral("actingText"));
    m_text->setWordWrap(true);
    auto* stop = new QPushButton(tr("Stop acting"), this);
    stop->setObjectName(QStringLiteral("stopActingButton"));
    stop->setFocusPolicy(Qt::TabFocus);
    connect(stop, &QPushButton::clicked, this, [this] { m_finhub.leaveCustomer(); });
    connect(&m_finhub, &api::FinHub::customerSessionChanged, this, &ActingBar::refresh);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Large + IconSize + metric::Small, metric::Tight, metric::Medium,
                               metric::Tight);
    layout->setSpacing(metric::Medium);
    layout->addWidget(m_text, 1);
    layout->addWidget(stop);
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
    setPlainText(m_text, tr("Acting as customer %1. Uploads, consents and activation are recorded as theirs.")
                             .arg(displayLine(name, 80)));
}

void ActingBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::SoonGround));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ColorRole::Line));
    paintIcon(&painter, QRectF(metric::Large, (height() - IconSize) / 2.0, IconSize, IconSize),
              IconName::User, theme.color(ColorRole::Soon));
}

} // namespace finhub::views
