#include "gallerypages.h"

#include "galleryspecimen.h"
#include "views/style/buttonkind.h"
#include "views/style/icons.h"
#include "views/widgets/busybar.h"
#include "views/widgets/chip.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/documentcanvas.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/stageblocks.h"
#include "views/widgets/statepanel.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStatusBar>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>

namespace finhub::views {

namespace {
QString text(const char* latin)
{
    return QString::fromUtf8(latin);
}

QLabel* label(const char* words, const char* ink = nullptr, const char* size = nullptr, bool strong = false)
{
    auto* result = new QLabel(text(words));
    if (ink)
        result->setProperty("ink", QString::fromLatin1(ink));
    if (size)
        result->setProperty("textSize", QString::fromLatin1(size));
    if (strong)
        result->setProperty("strong", true);
    return result;
}

QWidget* pane(const char* kind, QBoxLayout::Direction direction, int margin)
{
    auto* widget = new QWidget;
    widget->setAttribute(Qt::WA_StyledBackground);
    widget->setProperty("pane", QString::fromLatin1(kind));
    auto* layout = new QBoxLayout(direction, widget);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(metric::Small);
    return widget;
}

QBoxLayout* boxOf(QWidget* widget)
{
    return qobject_cast<QBoxLayout*>(widget->layout());
}

QPushButton* button(const char* words, ButtonKind kind, bool enabled = true)
{
    auto* result = new QPushButton(text(words));
    setKind(result, kind);
    result->setEnabled(enabled);
    return result;
}

QToolButton* tool(IconName name, const char* accessible)
{
    auto* result = new QToolButton;
    result->setIcon(icon(name, ColorRole::Secondary));
    result->setAccessibleName(text(accessible));
    result->setToolTip(text(accessible));
    result->setAutoRaise(true);
    return result;
}

QWidget* topBar()
{
    QWidget* bar = pane("bar", QBoxLayout::LeftToRight, metric::Large);
    bar->setFixedHeight(metric::Bar);
    auto* sign = new QLabel;
    sign->setPixmap(applicationIcon().pixmap(20, 20));
    boxOf(bar)->addWidget(sign);
    boxOf(bar)->addWidget(label("FinHub Console", nullptr, nullptr, true));
    boxOf(bar)->addWidget(new Chip(text("Embedded sandbox"), Tone::Outline));
    boxOf(bar)->addStretch(1);
    auto* search = new QLineEdit;
    search->setPlaceholderText(text("Find a customer, an action, a setting"));
    search->setFixedWidth(420);
    boxOf(bar)->addWidget(search);
    boxOf(bar)->addWidget(new KeyHint(text("Ctrl K")));
    boxOf(bar)->addStretch(1);
    boxOf(bar)->addWidget(label("Session 52 min", "secondary"));
    boxOf(bar)->addWidget(new Chip(text("Ona Officer · Compliance"), Tone::Outline));
    boxOf(bar)->addWidget(new KeyHint(text("Ctrl L")));
    return bar;
}

QWidget* caseHeader()
{
    QWidget* header = pane("bar", QBoxLayout::TopToBottom, metric::Large);
    auto* line = new QHBoxLayout;
    line->setSpacing(metric::Small);
    line->addWidget(label("Rasa Vaitkus", nullptr, "title", true));
    line->addWidget(new Chip(text("Medium risk"), Tone::Soon));
    line->addWidget(new Chip(text("Individual Verified"), Tone::Outline));
    auto* id = new ElidedLabel(text("6a1f0c3e-9b2d-4e57-8c41-d2f7a9b05e13"));
    id->setTextSize(TextSize::Small);
    id->setInk(ColorRole::Secondary);
    id->setFixedWidth(100);
    line->addWidget(id);
    auto* copy = new CopyButton;
    copy->setCopyText(id->text(), text("customer id"));
    line->addWidget(copy);
    line->addStretch(1);
    line->addWidget(label("Case 2 of 112", "secondary"));
    line->addWidget(new KeyHint(text("K")));
    line->addWidget(new KeyHint(text("J")));
    boxOf(header)->addLayout(line);
    auto* stepper = new Stepper;
    stepper->setSteps(specimenPhases(Stage::Approval), specimenTexts());
    boxOf(header)->addWidget(stepper);
    header->layout()->setContentsMargins(metric::Large, metric::Small, metric::Large, metric::Small);
    return header;
}

QWidget* viewerBar()
{
    QWidget* bar = pane("bar", QBoxLayout::LeftToRight, metric::Medium);
    bar->setFixedHeight(metric::LowBar);
    boxOf(bar)->addWidget(label("Passport", nullptr, nullptr, true));
    boxOf(bar)->addWidget(label("passport.jpg · 1.8 MB", "secondary"));
    boxOf(bar)->addStretch(1);
    boxOf(bar)->addWidget(tool(IconName::ZoomOut, "Zoom out"));
    boxOf(bar)->addWidget(label("100 %"));
    boxOf(bar)->addWidget(tool(IconName::ZoomIn, "Zoom in"));
    boxOf(bar)->addWidget(button("Fit", ButtonKind::Flat));
    boxOf(bar)->addWidget(tool(IconName::RotateLeft, "Rotate left"));
    boxOf(bar)->addWidget(tool(IconName::RotateRight, "Rotate right"));
    boxOf(bar)->addWidget(tool(IconName::Contrast, "Contrast"));
    boxOf(bar)->addWidget(button("Side by side", ButtonKind::Flat));
    return bar;
}

QWidget* decisionPane()
{
    QWidget* side = pane("surface", QBoxLayout::TopToBottom, 0);
    QWidget* top = pane("surface", QBoxLayout::TopToBottom, metric::Large);
    boxOf(top)->addSpacing(metric::Small);
    boxOf(top)->addWidget(label("DECLARED DATA", "secondary", "small"));
    auto* grid = new QGridLayout;
    int row = 0;
    for (const auto& [name, value] : {std::pair{"Name", "Rasa Vaitkus"},
                                      {"Born", "15 May 1990"},
                                      {"Nationality", "Lithuania"},
                                      {"Address", "Gedimino pr. 9, Vilnius"}}) {
        grid->addWidget(label(name, "secondary"), row, 0);
        grid->addWidget(label(value), row, 1);
        const bool differs = row == 3;
        grid->addWidget(new Chip(text(differs ? "≠" : "✓"), differs ? Tone::Bad : Tone::Good), row++, 2);
    }
    grid->setColumnStretch(1, 1);
    boxOf(top)->addLayout(grid);
    boxOf(top)->addWidget(label("REQUIRED DOCUMENTS", "secondary", "small"));
    auto* documents = new QGridLayout;
    documents->addWidget(label("Government ID"), 0, 0);
    documents->addWidget(new Chip(text("✓ Accepted"), Tone::Good), 0, 1, Qt::AlignRight);
    documents->addWidget(label("Proof of address"), 1, 0);
    documents->addWidget(new Chip(text("! Address differs"), Tone::Bad), 1, 1, Qt::AlignRight);
    documents->addWidget(label("Source of funds"), 2, 0);
    documents->addWidget(new Chip(text("Not judged yet"), Tone::Outline), 2, 1, Qt::AlignRight);
    boxOf(top)->addLayout(documents);
    boxOf(side)->addWidget(top);
    boxOf(side)->addStretch(1);

    QWidget* bottom = pane("footer", QBoxLayout::TopToBottom, metric::Large);
    boxOf(bottom)->setContentsMargins(metric::Large, metric::Medium, metric::Large, metric::Medium);
    QLabel* missing = label("Approve is possible when every required document is accepted: proof of address, "
                            "source of funds are missing.",
                            "secondary", "small");
    missing->setWordWrap(true);
    boxOf(bottom)->addWidget(missing);
    auto* approve = new HintButton(text("Approve"), text("A"));
    setKind(approve, ButtonKind::Good);
    boxOf(bottom)->addWidget(approve);
    auto* blocked = new HintButton(text("Approve"), text("A"));
    setKind(blocked, ButtonKind::Good);
    blocked->setEnabled(false);
    boxOf(bottom)->addWidget(blocked);
    auto* two = new QHBoxLayout;
    two->addWidget(new HintButton(text("Resubmission"), text("R")));
    auto* reject = new HintButton(text("Reject"), text("X"));
    setKind(reject, ButtonKind::Danger);
    two->addWidget(reject);
    boxOf(bottom)->addLayout(two);
    boxOf(side)->addWidget(bottom);
    side->setMinimumWidth(300);
    return side;
}

QWidget* queuePane()
{
    QWidget* side = pane("surface", QBoxLayout::TopToBottom, 0);
    auto* views = new QListWidget;
    views->addItems({text("Needs review"), text("Waiting for customer"), text("Ready to activate")});
    views->setCurrentRow(0);
    views->setFixedHeight(84);
    boxOf(side)->addWidget(views);
    boxOf(side)->addWidget(new SkeletonPanel(SkeletonPanel::Shape::TwoLineRows, 0), 1);
    return side;
}

/// A row of the list, painted with the painters that the console's own delegate uses.
class ListDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        painter->save();
        const QRect inner = option.rect.adjusted(metric::Medium, 0, -metric::Medium, -1);
        const bool loading = index.row() >= 8;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.color(ColorRole::AccentGround));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme.color(ColorRole::Line));
        if (loading) {
            paintSkeletonBar(painter, inner, 0.8, theme);
        } else if (index.column() == 2) {
            constexpr std::array<std::pair<const char*, Tone>, 3> risks{
                {{"High", Tone::Bad}, {"Medium", Tone::Soon}, {"Low", Tone::Good}}};
            const auto& [word, tone] = risks.at(std::size_t(index.row()) % risks.size());
            paintChip(painter, inner, text(word), tone, theme);
        } else if (index.column() == 3) {
            const auto stage = static_cast<Stage>(index.row() + 2);
            const int taken = paintStageBlocks(painter, inner, stageStates(stage), theme);
            painter->setPen(theme.color(ColorRole::Text));
            painter->drawText(inner.adjusted(taken + metric::Small, 0, 0, 0), Qt::AlignVCenter,
                              text("Stage"));
        } else {
            const bool strong = index.column() == 0;
            painter->setFont(Theme::font(TextSize::Body, strong));
            painter->setPen(theme.color(strong ? ColorRole::Text : ColorRole::Secondary));
            painter->drawText(inner, Qt::AlignVCenter, index.data().toString());
        }
        painter->restore();
    }
};

QTableWidget* makeTable()
{
    auto* table = new QTableWidget(16, 4);
    table->setHorizontalHeaderLabels({text("Name"), text("E-mail"), text("Risk"), text("Stage")});
    for (int row = 0; row < 8; ++row) {
        table->setItem(row, 0, new QTableWidgetItem(text("Chloé Dubois")));
        table->setItem(row, 1, new QTableWidgetItem(text("chloe.dubois@example.com")));
    }
    table->setItemDelegate(new ListDelegate(table));
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metric::Row);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setDefaultSectionSize(220);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table->setSelectionBehavior(QTableWidget::SelectRows);
    table->selectRow(1);
    return table;
}

DocumentCanvas* makeCanvas()
{
    auto* canvas = new DocumentCanvas;
    canvas->setMinimumSize(120, 120);
    return canvas;
}
} // namespace

QWidget* makeReviewPage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(topBar());
    auto* busy = new BusyBar;
    busy->setBusy(true);
    layout->addWidget(busy);

    QWidget* middle = pane("surface", QBoxLayout::TopToBottom, 0);
    boxOf(middle)->setSpacing(0);
    boxOf(middle)->addWidget(caseHeader());
    auto* inner = new QSplitter;
    QWidget* viewer = pane("document", QBoxLayout::TopToBottom, 0);
    boxOf(viewer)->setSpacing(0);
    boxOf(viewer)->addWidget(viewerBar());
    DocumentCanvas* canvas = makeCanvas();
    canvas->setPage(specimenPassport(QSize(1200, 840)), QSizeF(600, 420));
    boxOf(viewer)->addWidget(canvas, 1);
    inner->addWidget(viewer);
    inner->addWidget(decisionPane());
    inner->setStretchFactor(0, 1);
    boxOf(middle)->addWidget(inner, 1);

    auto* split = new QSplitter;
    split->addWidget(queuePane());
    split->addWidget(middle);
    split->setStretchFactor(1, 1);
    split->setSizes({300, 1000});
    layout->addWidget(split, 1);
    auto* status = new QStatusBar;
    status->setSizeGripEnabled(false);
    status->addWidget(label("● Connected · 127.0.0.1", "secondary", "small"));
    status->addPermanentWidget(label("? Shortcuts", "secondary", "small"));
    layout->addWidget(status);
    return page;
}

QWidget* makeListPage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(topBar());
    QWidget* filters = pane("bar", QBoxLayout::LeftToRight, metric::Medium);
    filters->setFixedHeight(metric::Bar);
    for (const char* const name : {"Stage: any", "Risk: any", "Status: any", "Category", "Nationality"}) {
        QPushButton* pill = button(name, ButtonKind::Pill);
        auto* menu = new QMenu(pill);
        menu->addAction(text("Any"))->setCheckable(true);
        pill->setMenu(menu);
        boxOf(filters)->addWidget(pill);
    }
    boxOf(filters)->addStretch(1);
    boxOf(filters)->addWidget(label("1–18 of 1,000,000", "secondary"));
    layout->addWidget(filters);
    layout->addWidget(makeTable(), 1);
    return page;
}

QWidget* makeControlsPage()
{
    auto* page = new QWidget;
    page->setAttribute(Qt::WA_StyledBackground);
    page->setProperty("pane", text("surface"));
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(metric::Wide, metric::Wide, metric::Wide, metric::Wide);
    grid->setHorizontalSpacing(metric::Large);
    grid->setVerticalSpacing(metric::Medium);
    int row = 0;
    for (const auto& [name, kind] : {std::pair{"Secondary", ButtonKind::Secondary},
                                     {"Primary", ButtonKind::Primary},
                                     {"Good", ButtonKind::Good},
                                     {"Danger", ButtonKind::Danger},
                                     {"Flat", ButtonKind::Flat},
                                     {"Pill", ButtonKind::Pill}}) {
        grid->addWidget(label(name, "secondary", "small"), row, 0);
        grid->addWidget(button(name, kind), row, 1);
        grid->addWidget(button("Disabled", kind, false), row, 2);
        auto* hint = new HintButton(text(name), text("Ctrl K"));
        setKind(hint, kind);
        grid->addWidget(hint, row, 3);
        QPushButton* checked = button("Checked", kind);
        checked->setCheckable(true);
        checked->setChecked(true);
        grid->addWidget(checked, row++, 4);
    }
    auto* edit = new QLineEdit(text("Text"));
    auto* empty = new QLineEdit;
    empty->setPlaceholderText(text("Placeholder"));
    auto* wrong = new QLineEdit(text("Wrong"));
    wrong->setProperty("invalid", true);
    auto* off = new QLineEdit(text("Disabled"));
    off->setEnabled(false);
    grid->addWidget(edit, row, 0);
    grid->addWidget(empty, row, 1);
    grid->addWidget(wrong, row, 2);
    grid->addWidget(off, row++, 3);
    auto* combo = new QComboBox;
    combo->addItems({text("Embedded sandbox"), text("Test tenant")});
    auto* editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(text("Lithuania"));
    auto* spin = new QSpinBox;
    spin->setValue(42);
    grid->addWidget(combo, row, 0);
    grid->addWidget(editable, row, 1);
    grid->addWidget(spin, row, 2);
    grid->addWidget(new QDateEdit(QDate(2026, 3, 31)), row++, 3);
    int column = 0;
    for (const auto check : {Qt::Unchecked, Qt::PartiallyChecked, Qt::Checked}) {
        auto* box = new QCheckBox(text("Check box"));
        box->setTristate(check == Qt::PartiallyChecked);
        box->setCheckState(check);
        grid->addWidget(box, row, column++);
    }
    auto* radio = new QRadioButton(text("Radio"));
    radio->setChecked(true);
    grid->addWidget(radio, row, column++);
    grid->addWidget(new QRadioButton(text("Radio")), row++, column);
    auto* note = new QPlainTextEdit(text("A note for the file"));
    note->setFixedHeight(70);
    grid->addWidget(note, row, 0, 1, 2);
    auto* tabs = new QTabBar;
    tabs->setExpanding(false);
    tabs->addTab(text("Declared"));
    tabs->addTab(text("Activity"));
    grid->addWidget(tabs, row, 2, 1, 2);
    auto* progress = new QProgressBar;
    progress->setValue(40);
    grid->addWidget(progress, row++, 4);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(metric::Small);
    for (const auto& [name, tone] : {std::pair{"Neutral", Tone::Neutral},
                                     {"Low", Tone::Good},
                                     {"Medium", Tone::Soon},
                                     {"High", Tone::Bad},
                                     {"Here", Tone::Accent},
                                     {"Individual Verified", Tone::Outline}})
        chips->addWidget(new Chip(text(name), tone));
    chips->addStretch(1);
    grid->addLayout(chips, row++, 0, 1, 5);
    auto* icons = new QHBoxLayout;
    for (int i = 0; i <= int(IconName::More); ++i)
        icons->addWidget(tool(static_cast<IconName>(i), "Icon"));
    grid->addLayout(icons, row++, 0, 1, 5);
    auto* menu = new QMenu(page);
    menu->addAction(icon(IconName::Copy), text("Copy"));
    QAction* on = menu->addAction(text("Show details"));
    on->setCheckable(true);
    on->setChecked(true);
    menu->addSeparator();
    menu->addAction(text("Unavailable"))->setEnabled(false);
    menu->setWindowFlags(Qt::Widget);
    menu->setActiveAction(on);
    grid->addWidget(menu, 0, 5, 5, 1, Qt::AlignTop);
    menu->show();
    combo->setFocus();
    grid->setRowStretch(row, 1);
    return page;
}

QWidget* makeStatesPage()
{
    auto* page = new QWidget;
    page->setAttribute(Qt::WA_StyledBackground);
    page->setProperty("pane", text("surface"));
    auto* layout = new QVBoxLayout(page);
    for (const Stage stage : {Stage::Documents, Stage::Rejected, Stage::Active, Stage::Unknown}) {
        auto* stepper = new Stepper;
        Stepper::Phases phases = specimenPhases(stage);
        if (stage == Stage::Documents) {
            phases.at(4).state = PhaseState::Blocked;
            stepper->setLayoutDirection(Qt::RightToLeft);
        }
        stepper->setSteps(phases, specimenTexts());
        layout->addWidget(stepper);
    }
    auto* narrow = new Stepper;
    narrow->setSteps(specimenPhases(Stage::Approval), specimenTexts());
    narrow->setFixedWidth(420);
    layout->addWidget(narrow);

    auto* row = new QHBoxLayout;
    DocumentCanvas* waiting = makeCanvas();
    waiting->setWaiting();
    row->addWidget(waiting);
    DocumentCanvas* message = makeCanvas();
    message->setMessage(
        text("This document cannot be shown"),
        text("Its content differs from what was uploaded. The other documents stay readable."));
    row->addWidget(message);
    DocumentCanvas* turned = makeCanvas();
    turned->setPage(specimenPassport(QSize(1200, 840)), QSizeF(600, 420));
    turned->rotateRight();
    row->addWidget(turned);
    layout->addLayout(row, 1);

    auto* panels = new QHBoxLayout;
    auto* failed = new StatePanel;
    failed->setIcon(IconName::Warning);
    failed->setState(text("The list could not be loaded"),
                     text("The server did not answer within 30 seconds. Nothing has been changed."),
                     text("Try again"));
    panels->addWidget(failed);
    panels->addWidget(new SkeletonPanel(SkeletonPanel::Shape::Rows, 0));
    panels->addWidget(new SkeletonPanel(SkeletonPanel::Shape::Fields, 0));
    layout->addLayout(panels, 1);
    return page;
}

} // namespace finhub::views
