#include "views/mrz/mrzside.h"

#include "core/mrzrecognised.h"
#include "views/actions/actionregistry.h"
#include "views/actions/keytexts.h"
#include "views/mrz/mrzpanel.h"
#include "views/mrz/mrztext.h"
#include "views/style/buttonkind.h"
#include "views/style/theme.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace finhub::views {

MrzSide::MrzSide(QWidget* evidence, std::function<QDateTime()> now, QWidget* parent)
    : QWidget(parent)
    , m_evidence(evidence)
    , m_panel(new MrzPanel(std::move(now), this))
    , m_bar(new QWidget(this))
    , m_button(new QPushButton(tr("Read the MRZ…"), m_bar))
{
    setObjectName(QStringLiteral("mrzSide"));
    m_button->setObjectName(QStringLiteral("mrzButton"));
    QAction* read = ActionRegistry::instance().make(QStringLiteral("readMrzAction"), this);
    connect(read, &QAction::triggered, m_button, &QPushButton::click);
    showKey(m_button, read, read->text(),
            tr("Type the machine-readable zone of a passport or identity card and compare it with "
               "what was declared"));
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setEnabled(false);
    setKind(m_button, ButtonKind::Flat);
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setProperty("pane", QStringLiteral("footer"));
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(metric::Small, metric::Tight, metric::Small, metric::Tight);
    bar->addWidget(m_button);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_evidence, 1);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_bar);
    m_panel->hide();
    connect(m_button, &QPushButton::clicked, this, &MrzSide::open);
    connect(m_panel, &MrzPanel::closeWanted, this, &MrzSide::close);
}

void MrzSide::setCase(const review::CaseFile* file)
{
    m_reading.reset();
    m_panel->setCase(file);
    m_button->setEnabled(file != nullptr);
    m_panel->hide();
    m_evidence->show();
    m_bar->show();
}

void MrzSide::refresh()
{
    if (m_panel->isVisible())
        m_panel->refresh();
}

void MrzSide::readZone(documents::DocumentService& service, const ChosenZone& zone)
{
    if (!m_button->isEnabled())
        return;
    open();
    m_panel->setNote(mrztext::reading());
    m_reading = service.readZone(zone.document, zone.request);
    m_reading->onFinished(this, [this](const Result<documents::ZoneText>& read) {
        if (!read) {
            m_panel->setNote(mrztext::notRead(read.error()));
        } else if (read->lines.isEmpty()) {
            m_panel->setNote(mrztext::nothingFound());
        } else {
            m_panel->setLines(mrzRecognised(read->lines));
            m_panel->setNote(mrztext::readByProgram());
        }
    });
}

void MrzSide::open()
{
    m_evidence->hide();
    m_bar->hide();
    m_panel->show();
    m_panel->refresh();
    m_panel->focusFirstLine();
}

void MrzSide::close()
{
    m_reading.reset();
    m_panel->hide();
    m_evidence->show();
    m_bar->show();
    m_button->setFocus();
}

} // namespace finhub::views
