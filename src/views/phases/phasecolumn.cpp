#include "views/phases/phasecolumn.h"

#include "views/fieldlist.h"
#include "views/style/theme.h"
#include "views/widgets/explicitlyhidden.h"
#include "views/widgets/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int TextWidth = 720;
/// What a section has as its own margin (FieldList).
constexpr int Inner = metric::Large;
constexpr int Outer = metric::Wide - Inner;

/// A widget with the margins of the column, which go with it when it is hidden.
class Row : public QWidget {
public:
    Row(QWidget* widget, QWidget* parent)
        : QWidget(parent)
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(Inner, metric::Small, Inner, metric::Small);
        layout->setSpacing(0);
        layout->addWidget(widget, 1000);
        layout->addStretch(1);
        widget->installEventFilter(this);
        setVisible(!isExplicitlyHidden(*widget));
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            setVisible(event->type() == QEvent::ShowToParent);
        return QWidget::eventFilter(watched, event);
    }
};
} // namespace

PhaseColumn::PhaseColumn(const QString& title, const QString& explanation, QWidget* page)
    : QWidget(page)
    , m_layout(new QVBoxLayout(this))
    , m_explanation(makeMessageLabel(QStringLiteral("phaseExplanation"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto* heading = new QLabel(title, this);
    heading->setObjectName(QStringLiteral("phaseTitle"));
    heading->setTextFormat(Qt::PlainText);
    heading->setProperty("textSize", QStringLiteral("title"));
    heading->setProperty("strong", true);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(Inner, 0, Inner, metric::Medium);
    top->setSpacing(metric::Tight);
    top->addWidget(heading);
    top->addWidget(m_explanation);
    m_layout->addLayout(top);
    m_layout->addStretch(1);
    setExplanation(explanation);

    setMaximumWidth(TextWidth + 2 * Inner);
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(Outer, metric::Wide - metric::Tight, Outer, metric::Wide);
    outer->setSpacing(0);
    outer->addWidget(this, 1000);
    outer->addStretch(1);
}

void PhaseColumn::setExplanation(const QString& text)
{
    showMessage(m_explanation, text);
}

FieldList* PhaseColumn::addSection(const QString& title, const QString& name)
{
    auto* section = new FieldList(title, this);
    section->setObjectName(name);
    m_layout->insertWidget(m_layout->count() - 1, section);
    return section;
}

void PhaseColumn::addWidget(QWidget* widget)
{
    m_layout->insertWidget(m_layout->count() - 1, new Row(widget, this));
}

void PhaseColumn::addButtons(std::initializer_list<QWidget*> buttons)
{
    QWidget* row = inARow(buttons);
    addWidget(row);
}

QLabel* makeMessageLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

void showMessage(QLabel* label, const QString& text, Ink ink)
{
    setPlainText(label, text);
    setInk(label, ink);
    label->setVisible(!text.isEmpty());
}

QWidget* labelled(const QString& name, QWidget* widget)
{
    auto* pair = new QWidget;
    auto* layout = new QVBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Tight);
    auto* label = new QLabel(name, pair);
    label->setProperty("textSize", QStringLiteral("small"));
    setInk(label, Ink::Secondary);
    label->setBuddy(widget);
    widget->setAccessibleName(name);
    layout->addWidget(label);
    layout->addWidget(widget);
    return pair;
}

QWidget* inARow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::Small);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    return row;
}

} // namespace finhub::views
