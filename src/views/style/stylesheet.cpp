#include "views/style/stylesheet.h"

#include <algorithm>
#include <array>
#include <utility>

namespace finhub::views {

namespace {
struct NamedRole {
    const char* name;
    ColorRole role;
};

constexpr std::array<NamedRole, 15> RoleNames{{{"window", ColorRole::Window},
                                               {"surface", ColorRole::Surface},
                                               {"line", ColorRole::Line},
                                               {"strongLine", ColorRole::StrongLine},
                                               {"text", ColorRole::Text},
                                               {"secondary", ColorRole::Secondary},
                                               {"accent", ColorRole::Accent},
                                               {"accentGround", ColorRole::AccentGround},
                                               {"good", ColorRole::Good},
                                               {"goodGround", ColorRole::GoodGround},
                                               {"soon", ColorRole::Soon},
                                               {"soonGround", ColorRole::SoonGround},
                                               {"bad", ColorRole::Bad},
                                               {"badGround", ColorRole::BadGround},
                                               {"documentGround", ColorRole::DocumentGround}}};

// Before the fields, which are scroll areas too.
const char* const Lists = R"(
QAbstractScrollArea { border: none; }
QAbstractItemView { background: @surface; alternate-background-color: @surface; gridline-color: @line; }
QHeaderView { background: @window; border: none; }
QHeaderView::section {
    background: @window; color: @secondary; border: none; border-bottom: 1px solid @line;
    padding: 0 12px; min-height: 29px;
}
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @window; border: none; border-bottom: 1px solid @line; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @strongLine; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
)";

// Fields grow their border by one pixel when they have the focus and give it back from the padding. They set
// no text colour: a style sheet that does so makes Qt 6.4 draw placeholders at half strength.
const char* const Fields = R"(
QLineEdit, QPlainTextEdit, QTextEdit {
    background: @window; border: 1px solid @strongLine; border-radius: 6px;
    selection-background-color: @accent; selection-color: @surface;
}
QLineEdit { padding: 4px 8px; min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus { background: @surface; border: 2px solid @accent; padding: 3px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { background: @surface; border: 2px solid @accent; padding: 3px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { border-color: @line; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: @bad; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    background: transparent; border: none; padding: 0; min-height: 0;
}
)";

const char* const Popups = R"(
QMenu { background: @surface; border: 1px solid @strongLine; padding: 4px 0; }
QMenu::item { padding: 6px 24px 6px 12px; border: none; background: transparent; }
QMenu::item:selected { background: @accentGround; }
QMenu::item:disabled { color: @secondary; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 14px; height: 14px; left: 9px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
QToolTip { background: @surface; color: @text; border: 1px solid @strongLine; padding: 4px 6px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @strongLine; padding: 4px 0; outline: none; }
)";

const char* const Panes = R"(
QDialog, QMessageBox { background: @surface; }
QSplitter::handle { background: @line; }
QStatusBar { background: @surface; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @surface; border: none; border-bottom: 1px solid @line; spacing: 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: @secondary; border: none; border-bottom: 2px solid transparent;
    padding: 8px 12px;
}
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar:focus { border: 2px solid @accent; border-radius: 6px; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QWidget[pane="surface"] { background: @surface; }
QWidget[pane="window"] { background: @window; }
QWidget[pane="document"] { background: @documentGround; }
QWidget[pane="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QWidget[pane="footer"] { background: @surface; border: none; border-top: 1px solid @line; }
QWidget[pane="side"] { background: @surface; border: none; border-right: 1px solid @line; }
)";

const char* const Labels = R"(
QLabel { background: transparent; }
QLabel[textSize="title"] { font-size: @titlePx; }
QLabel[textSize="small"] { font-size: @smallPx; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[ink="secondary"] { color: @secondary; }
QLabel[ink="accent"] { color: @accent; }
QLabel[ink="good"] { color: @good; }
QLabel[ink="soon"] { color: @soon; }
QLabel[ink="bad"] { color: @bad; }
)";

QString pixels(TextSize size)
{
    return QStringLiteral("%1px").arg(Theme::font(size).pixelSize());
}
} // namespace

QString styleSheet(const Theme& theme)
{
    QString sheet;
    for (const char* const part : {Lists, Fields, Popups, Panes, Labels})
        sheet += QLatin1String(part);
    // The longest name first: "accent" is the beginning of "accentGround".
    std::array<NamedRole, RoleNames.size()> names = RoleNames;
    std::sort(names.begin(), names.end(),
              [](const NamedRole& a, const NamedRole& b) { return qstrlen(a.name) > qstrlen(b.name); });
    for (const NamedRole& entry : names)
        sheet.replace(QLatin1Char('@') + QLatin1String(entry.name), theme.color(entry.role).name());
    sheet.replace(QLatin1String("@titlePx"), pixels(TextSize::Title));
    sheet.replace(QLatin1String("@smallPx"), pixels(TextSize::Small));
    return sheet;
}

} // namespace finhub::views
