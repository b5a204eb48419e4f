#include "views/fieldlist.h"

#include "views/ink.h"
#include "views/style/buttonkind.h"
#include "views/widgets/chip.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/plaintext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace finhub::views {

namespace {
constexpr int ButtonSize = 20; ///< of a copy button: no higher than its line of text

/// Lets a long address or id go on in the next line after a mark inside it. For texts that cannot be
/// selected, since the places are marked by characters of their own.
QString breakable(const QString& text)
{
    static const QString marks = QStringLiteral("@._:/");
    QString out;
    for (const QChar c : text) {
        out += c;
        if (marks.contains(c))
            out += QChar(0x200b);
    }
    return out;
}

/// Whether a word has no place to go on in the next line for so long that a narrow column would cut it.
bool hasLongWord(const QString& text)
{
    constexpr int Longest = 22;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() || c == u'-' ? 0 : length + 1;
        if (length > Longest)
            return true;
    }
    return false;
}
} // namespace

FieldList::FieldList(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_heading(new QHBoxLayout)
    , m_grid(new QGridLayout)
    , m_below(new QWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::Large, metric::Medium, metric::Large, metric::Medium);
    layout->setSpacing(metric::Small);
    auto* heading = new QLabel(title.toUpper(), this);
    heading->setProperty("textSize", QStringLiteral("small"));
    setInk(heading, Ink::Secondary);
    m_heading->setSpacing(metric::Small);
    m_heading->addWidget(heading, 1);
    layout->addLayout(m_heading);
    m_grid->setHorizontalSpacing(metric::Medium);
    m_grid->setVerticalSpacing(metric::Tight + 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, 84);
    layout->addLayout(m_grid);
    auto* below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(metric::Small);
    m_below->hide();
    layout->addWidget(m_below, 1);
}

void FieldList::setRows(const QList<FieldRow>& rows)
{
    if (rows == m_rows)
        return;
    // Each widget that is shown would lay out everything around it anew, and at once.
    layout()->setEnabled(false);
    while (m_widgets.size() < static_cast<std::size_t>(rows.size()))
        makeRow(static_cast<int>(m_widgets.size()));
    for (int row = 0; row < rows.size(); ++row) {
        if (row >= m_rows.size() || !(m_rows.at(row) == rows.at(row)))
            showRow(row, rows.at(row));
    }
    for (auto row = rows.size(); row < m_rows.size(); ++row)
        emptyRow(m_widgets[static_cast<std::size_t>(row)]);
    m_rows = rows;
    layout()->setEnabled(true);
}

void FieldList::makeRow(int row)
{
    RowWidgets widgets{new QLabel(this), new QHBoxLayout, new QLabel(this), new Chip(this),
                       nullptr,          nullptr,         nullptr};
    setInk(widgets.name, Ink::Secondary);
    widgets.value->setWordWrap(true);
    widgets.value->setFocusPolicy(Qt::ClickFocus);
    widgets.line->setSpacing(metric::Small);
    widgets.line->addWidget(widgets.value, 1);
    widgets.line->addWidget(widgets.chip, 0, Qt::AlignTop);
    m_grid->addWidget(widgets.name, row, 0, Qt::AlignTop);
    m_grid->addLayout(widgets.line, row, 1);
    m_widgets.push_back(widgets);
}

/// Making a row takes longer than all else that is done when another case is opened, so it stays for the next
/// one; nothing of what it said does.
void FieldList::emptyRow(RowWidgets& widgets)
{
    for (QLabel* label : {widgets.name, widgets.value}) {
        label->clear();
        label->setAccessibleName(QString());
        label->hide();
    }
    widgets.chip->setText(QString());
    widgets.chip->hide();
    if (widgets.copy)
        widgets.copy->setCopyText(QString(), QString());
    if (widgets.tick)
        widgets.tick->setTick(QString(), Tick::Open, false);
    for (QWidget* button : {static_cast<QWidget*>(widgets.reveal), static_cast<QWidget*>(widgets.copy),
                            static_cast<QWidget*>(widgets.tick)}) {
        if (!button)
            continue;
        button->setObjectName(QString());
        button->setProperty("key", QString());
        button->setAccessibleName(QString());
        button->hide();
    }
}

void FieldList::showRow(int row, const FieldRow& field)
{
    RowWidgets& widgets = m_widgets[static_cast<std::size_t>(row)];
    setPlainText(widgets.name, field.name);
    setPlainText(widgets.value, field.value);
    widgets.value->setAccessibleName(QStringLiteral("%1: %2").arg(field.name, widgets.value->text()));
    // What has a button to copy it is copied with that, whole and as it is.
    const bool selectable = field.copy.isEmpty() && !field.masked && !hasLongWord(field.value);
    widgets.value->setTextInteractionFlags(
        selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::NoTextInteraction);
    if (!selectable)
        widgets.value->setText(breakable(widgets.value->text()));
    widgets.chip->setText(field.chip);
    widgets.chip->setTone(field.tone);
    widgets.chip->setVisible(!field.chip.isEmpty());
    widgets.name->show();
    widgets.value->show();
    showButtons(widgets, field);
    showTick(widgets, field);
}

void FieldList::showTick(RowWidgets& widgets, const FieldRow& field)
{
    if (field.tick && !widgets.tick) {
        widgets.tick = new TickButton(this);
        widgets.line->addWidget(widgets.tick, 0, Qt::AlignTop);
        connect(widgets.tick, &TickButton::clicked, this,
                [this, button = widgets.tick] { Q_EMIT tickWanted(button->property("key").toString()); });
    }
    if (!widgets.tick)
        return;
    widgets.tick->setObjectName(QStringLiteral("tickButton_%1").arg(field.key));
    widgets.tick->setProperty("key", field.key);
    widgets.tick->setTick(field.name, field.tick.value_or(Tick::Open), field.current);
    widgets.tick->setVisible(field.tick.has_value());
}

/// Most rows have no buttons, so they are made when they are needed.
void FieldList::showButtons(RowWidgets& widgets, const FieldRow& field)
{
    if (field.masked && !widgets.reveal) {
        widgets.reveal = new QPushButton(tr("Show"), this);
        setKind(widgets.reveal, ButtonKind::Pill);
        widgets.line->insertWidget(2, widgets.reveal, 0, Qt::AlignTop);
        connect(widgets.reveal, &QPushButton::clicked, this,
                [this, button = widgets.reveal] { Q_EMIT revealWanted(button->property("key").toString()); });
    }
    if (widgets.reveal) {
        widgets.reveal->setObjectName(QStringLiteral("revealButton_%1").arg(field.key));
        widgets.reveal->setProperty("key", field.key);
        widgets.reveal->setAccessibleName(tr("Show: %1").arg(displayLine(field.name)));
        widgets.reveal->setVisible(field.masked);
    }
    if (!field.copy.isEmpty() && !widgets.copy) {
        widgets.copy = new CopyButton(this);
        widgets.copy->setFixedSize(ButtonSize, ButtonSize);
        widgets.line->addWidget(widgets.copy, 0, Qt::AlignTop);
    }
    if (widgets.copy) {
        widgets.copy->setObjectName(QStringLiteral("copyButton_%1").arg(field.key));
        widgets.copy->setCopyText(field.copy, field.copyOf.isEmpty() ? field.name : field.copyOf);
        widgets.copy->setVisible(!field.copy.isEmpty());
    }
}

void FieldList::paintEvent(QPaintEvent*)
{
    // A line of one pixel parts the sections; the first one has nothing above it.
    if (y() > 0)
        QPainter(this).fillRect(0, 0, width(), 1, Theme::current().color(ColorRole::Line));
}

void FieldList::addBelow(QWidget* widget, int stretch)
{
    static_cast<QVBoxLayout*>(m_below->layout())->addWidget(widget, stretch);
    m_below->show();
}

void FieldList::addToHeading(QWidget* widget)
{
    m_heading->addWidget(widget);
}

} // namespace finhub::views
