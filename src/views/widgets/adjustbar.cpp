#include "views/widgets/adjustbar.h"

#include "views/actions/keytexts.h"
#include "views/style/buttonkind.h"
#include "views/widgets/documentcanvas.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

namespace finhub::views {

namespace {
constexpr int PageStep = 25;
constexpr int SliderWidth = 72;

/// "Brightness (Ctrl+Up, Ctrl+Down)", as long as there are such keys.
void nameByKeys(QWidget* control, const QString& text, const QStringList& actions)
{
    onKeysChanged(control, [=] {
        QStringList keys;
        for (const QString& action : actions) {
            if (const QString key = keyOf(action); !key.isEmpty())
                keys << key;
        }
        const QString name =
            keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys.join(QStringLiteral(", ")));
        control->setAccessibleName(name);
        control->setToolTip(name);
    });
}
} // namespace

AdjustBar::AdjustBar(QWidget* parent)
    : QWidget(parent)
{
    setProperty("pane", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metric::Medium, metric::Tight, metric::Small, metric::Tight);
    layout->setSpacing(metric::Small);
    m_brightness = makeSlider(QStringLiteral("brightnessSlider"), tr("Brightness"),
                              {QStringLiteral("brighterAction"), QStringLiteral("darkerAction")});
    m_contrast = makeSlider(QStringLiteral("contrastSlider"), tr("Contrast"),
                            {QStringLiteral("moreContrastAction"), QStringLiteral("lessContrastAction")});
    m_grey = makeCheck(QStringLiteral("greyCheck"), tr("Grey"), QStringLiteral("greyAction"));
    m_inverted = makeCheck(QStringLiteral("invertedCheck"), tr("Inverted"), QStringLiteral("invertedAction"));
    layout->addStretch(1);
    auto* reset = new QPushButton(tr("Reset view"), this);
    reset->setObjectName(QStringLiteral("resetViewButton"));
    nameByKeys(reset, reset->text(), {QStringLiteral("resetViewAction")});
    reset->setFocusPolicy(Qt::TabFocus);
    setKind(reset, ButtonKind::Flat);
    layout->addWidget(reset);
    connect(reset, &QPushButton::clicked, this, &AdjustBar::resetWanted);
}

void AdjustBar::setCanvas(DocumentCanvas* canvas)
{
    m_canvas = canvas;
    connect(canvas, &DocumentCanvas::adjustmentChanged, this, &AdjustBar::showState);
    showState(canvas->adjustment());
}

QSlider* AdjustBar::makeSlider(const QString& name, const QString& text, const QStringList& actions)
{
    auto* label = new QLabel(text, this);
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(name);
    slider->setRange(-PageAdjustment::Limit, PageAdjustment::Limit);
    slider->setPageStep(PageStep);
    slider->setMinimumWidth(SliderWidth);
    slider->setMaximumWidth(2 * SliderWidth);
    slider->setFocusPolicy(Qt::StrongFocus);
    nameByKeys(slider, text, actions);
    label->setBuddy(slider);
    layout()->addWidget(label);
    layout()->addWidget(slider);
    connect(slider, &QSlider::valueChanged, this, &AdjustBar::apply);
    return slider;
}

QCheckBox* AdjustBar::makeCheck(const QString& name, const QString& text, const QString& action)
{
    auto* check = new QCheckBox(text, this);
    check->setObjectName(name);
    nameByKeys(check, text, {action});
    layout()->addWidget(check);
    connect(check, &QCheckBox::toggled, this, &AdjustBar::apply);
    return check;
}

void AdjustBar::showState(const PageAdjustment& adjustment)
{
    const QSignalBlocker brightness(m_brightness);
    const QSignalBlocker contrast(m_contrast);
    const QSignalBlocker grey(m_grey);
    const QSignalBlocker inverted(m_inverted);
    m_brightness->setValue(adjustment.brightness);
    m_contrast->setValue(adjustment.contrast);
    m_grey->setChecked(adjustment.grey);
    m_inverted->setChecked(adjustment.inverted);
}

void AdjustBar::apply()
{
    if (m_canvas)
        m_canvas->setAdjustment({.brightness = m_brightness->value(),
                                 .contrast = m_contrast->value(),
                                 .grey = m_grey->isChecked(),
                                 .inverted = m_inverted->isChecked()});
}

} // namespace finhub::views
