#include "views/actions/actiontable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace finhub::views {

namespace {
using Category = ActionCategory;
using Scope = ActionScope;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(finhub::views::ActionTable)
};

#define NAME(text) QT_TRANSLATE_NOOP("finhub::views::ActionTable", text)

constexpr auto Table = std::to_array<ActionInfo>({
    {"paletteAction", NAME("Find an action, a customer or a setting"), Category::General, Scope::Window,
     "Ctrl+K"},
    {"undoDecisionAction", NAME("Undo the decision"), Category::General, Scope::Window, "Ctrl+Z"},
    {"outboxAction", NAME("Unsettled decisions"), Category::General, Scope::Window},
    {"holdAction", NAME("Time to undo a decision…"), Category::General, Scope::Window},
    {"settingsAction", NAME("Settings…"), Category::General, Scope::Window, "Ctrl+,"},
    {"themeAction", NAME("Light or dark"), Category::General, Scope::Window},
    {"shortcutsAction", NAME("Keyboard shortcuts"), Category::General, Scope::Window, "F1; ?"},
    {"helpAction", NAME("What words and codes mean…"), Category::General, Scope::Window, "Shift+F1"},
    {"diagnosticsAction", NAME("Copy diagnostics"), Category::General, Scope::Window},
    {"aboutAction", NAME("About FinHub Console"), Category::General, Scope::Window},
    {"lockAction", NAME("Lock now"), Category::General, Scope::Window, "Ctrl+L"},
    {"idleLimitAction", NAME("Lock when idle…"), Category::General, Scope::Window, ""},
    {"signOutAction", NAME("Sign out"), Category::General, Scope::Window, "Ctrl+Shift+Q"},

    {"searchAction", NAME("Search the list"), Category::Customers, Scope::Window, "Ctrl+F"},
    {"newCustomerAction", NAME("New customer"), Category::Customers, Scope::Window, "Ctrl+N"},
    {"refreshListAction", NAME("Read the list again"), Category::Customers, Scope::Window, "Ctrl+R"},
    {"addCustomerAction", NAME("Add a customer by id…"), Category::Customers, Scope::Window},
    {"importCustomersAction", NAME("Import customers…"), Category::Customers, Scope::Window},
    {"removeCustomerAction", NAME("Remove from this list"), Category::Customers, Scope::List, "Del"},

    {"takeNextCaseAction", NAME("Open the case that has waited longest"), Category::Case, Scope::Case, "N"},
    {"nextCaseAction", NAME("Next case of the list"), Category::Case, Scope::Case, "J", true},
    {"previousCaseAction", NAME("Previous case of the list"), Category::Case, Scope::Case, "K", true},
    {"leaveCaseAction", NAME("Back to the list"), Category::Case, Scope::Case, "Esc"},
    {"reloadCaseAction", NAME("Read the case again"), Category::Case, Scope::Case, "F5"},
    {"reviewPaneAction", NAME("Show the review"), Category::Case, Scope::Case, "Alt+1"},
    {"overviewPaneAction", NAME("Show everything known of the customer"), Category::Case, Scope::Case,
     "Alt+2"},
    {"phasesPaneAction", NAME("Show the onboarding"), Category::Case, Scope::Case, "Alt+3"},
    {"pasteFilesAction", NAME("Add copied files to the uploads"), Category::Case, Scope::Uploads,
     "Ctrl+V; Shift+Ins"},

    {"approveAction", NAME("Approve"), Category::Decision, Scope::Case, "A"},
    {"rejectAction", NAME("Reject"), Category::Decision, Scope::Case, "X"},
    {"resubmissionAction", NAME("Request a resubmission"), Category::Decision, Scope::Case, "R"},

    {"acceptDocumentAction", NAME("Accept the document"), Category::Document, Scope::Case, "Y"},
    {"refuseDocumentAction", NAME("Do not accept the document"), Category::Document, Scope::Case, "F"},
    {"forgetVerdictAction", NAME("Take the verdict back"), Category::Document, Scope::Case, "O"},
    {"nextDocumentAction", NAME("Next document"), Category::Document, Scope::Case, "]", true},
    {"previousDocumentAction", NAME("Previous document"), Category::Document, Scope::Case, "[", true},
    {"nextPageAction", NAME("Next page"), Category::Document, Scope::Case, "PgDown", true},
    {"previousPageAction", NAME("Previous page"), Category::Document, Scope::Case, "PgUp", true},
    {"zoomInAction", NAME("Zoom in"), Category::Document, Scope::Case, "+", true},
    {"zoomOutAction", NAME("Zoom out"), Category::Document, Scope::Case, "-", true},
    {"fitPageAction", NAME("Fit page"), Category::Document, Scope::Case, "0"},
    {"fitWidthAction", NAME("Fit width"), Category::Document, Scope::Case, "W"},
    {"actualSizeAction", NAME("Actual size"), Category::Document, Scope::Case, "1"},
    {"rotateLeftAction", NAME("Rotate left"), Category::Document, Scope::Case, "Shift+L", true},
    {"rotateRightAction", NAME("Rotate right"), Category::Document, Scope::Case, "L", true},
    {"flipAction", NAME("Mirror"), Category::Document, Scope::Case, "H", true},
    {"loupeAction", NAME("Loupe"), Category::Document, Scope::Case, "Z"},
    {"adjustAction", NAME("Brightness and contrast"), Category::Document, Scope::Case, "B"},
    {"greyAction", NAME("Grey"), Category::Document, Scope::Case, "G"},
    {"invertedAction", NAME("Inverted"), Category::Document, Scope::Case, "I"},
    {"brighterAction", NAME("Brighter"), Category::Document, Scope::Case, "Ctrl+Up", true},
    {"darkerAction", NAME("Darker"), Category::Document, Scope::Case, "Ctrl+Down", true},
    {"moreContrastAction", NAME("More contrast"), Category::Document, Scope::Case, "Ctrl+Right", true},
    {"lessContrastAction", NAME("Less contrast"), Category::Document, Scope::Case, "Ctrl+Left", true},
    {"resetViewAction", NAME("Reset view"), Category::Document, Scope::Case, "V"},
    {"pagesAction", NAME("Page thumbnails"), Category::Document, Scope::Case, "T"},
    {"compareAction", NAME("Compare two documents"), Category::Document, Scope::Case, "C"},
    {"comparePreviousPageAction", NAME("Previous page of the second document"), Category::Document,
     Scope::Case, "Shift+PgUp", true},
    {"compareNextPageAction", NAME("Next page of the second document"), Category::Document, Scope::Case,
     "Shift+PgDown", true},
    {"detachAction", NAME("Documents in a window of their own"), Category::Document, Scope::Case, "Shift+W"},
    {"findAction", NAME("Find text"), Category::Document, Scope::Viewer, "Ctrl+F"},
    {"findNextAction", NAME("Next hit"), Category::Document, Scope::Case, "F3", true},
    {"findPreviousAction", NAME("Previous hit"), Category::Document, Scope::Case, "Shift+F3", true},
    {"selectTextAction", NAME("Select text"), Category::Document, Scope::Case, "S"},
    {"copyTextAction", NAME("Copy text"), Category::Document, Scope::Viewer, "Ctrl+C"},
    {"selectZoneAction", NAME("Select the MRZ"), Category::Document, Scope::Case, "Ctrl+Shift+M"},

    {"matchesAction", NAME("Matches"), Category::Fields, Scope::Case, "M"},
    {"differsAction", NAME("Differs"), Category::Fields, Scope::Case, "D"},
    {"notShownAction", NAME("Not shown"), Category::Fields, Scope::Case, "U"},
    {"nextFieldAction", NAME("Next field"), Category::Fields, Scope::Case, "Alt+Down"},
    {"previousFieldAction", NAME("Previous field"), Category::Fields, Scope::Case, "Alt+Up"},
    {"readMrzAction", NAME("Read the machine-readable zone"), Category::Fields, Scope::Case, "Ctrl+M"},

    {"consentTextsAction", NAME("Consent texts…"), Category::Texts, Scope::Window},
    {"leaveTextsAction", NAME("Back from the consent texts"), Category::Texts, Scope::Texts, "Esc"},
    {"reloadTextsAction", NAME("Read the consent texts again"), Category::Texts, Scope::Texts, "F5"},
    {"leaveOutboxAction", NAME("Back from the unsettled decisions"), Category::Texts, Scope::Outbox, "Esc"},

    {"findInJsonAction", NAME("Find in the JSON"), Category::Data, Scope::JsonDialog, "Ctrl+F"},
    {"nextInJsonAction", NAME("Next hit in the JSON"), Category::Data, Scope::JsonDialog, "F3", true},
    {"previousInJsonAction", NAME("Previous hit in the JSON"), Category::Data, Scope::JsonDialog, "Shift+F3",
     true},
});

constexpr auto Fixed = std::to_array<FixedKeys>({
    {NAME("Enter"), NAME("Sign in; go on in a form; confirm in a dialog"), Category::General},
    {NAME("Esc"), NAME("Close a dialog, a menu or a bar"), Category::General},
    {NAME("Tab, Shift+Tab"), NAME("To the next control, or back"), Category::General},
    {NAME("Enter"), NAME("Open the customer of the row"), Category::Customers},
    {NAME("Up, Down"), NAME("Another row of a list"), Category::Customers},
    {NAME("Left, Right, Enter"), NAME("Choose and open a phase"), Category::Case},
    {NAME("Arrow keys"), NAME("Move the page, or the frame around the MRZ"), Category::Document},
    {NAME("+ - 0 1"), NAME("Zoom a page that has the focus"), Category::Document},
});

#undef NAME
} // namespace

std::span<const ActionInfo> actionTable()
{
    return Table;
}

std::span<const FixedKeys> fixedKeys()
{
    return Fixed;
}

const ActionInfo* findAction(const QString& id)
{
    const auto found = std::find_if(Table.begin(), Table.end(),
                                    [&id](const ActionInfo& info) { return id == QLatin1String(info.id); });
    return found == Table.end() ? nullptr : &*found;
}

QString textOf(const ActionInfo& action)
{
    return Text::tr(action.text);
}

QString keysOf(const FixedKeys& row)
{
    return Text::tr(row.keys);
}

QString textOf(const FixedKeys& row)
{
    return Text::tr(row.text);
}

QList<QKeySequence> defaultKeys(const ActionInfo& action)
{
    QList<QKeySequence> keys;
    for (const QString& key :
         QString::fromLatin1(action.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        keys << QKeySequence(key, QKeySequence::PortableText);
    return keys;
}

QString textOf(ActionCategory category)
{
    switch (category) {
    case Category::General:
        return Text::tr("General");
    case Category::Customers:
        return Text::tr("Customers");
    case Category::Case:
        return Text::tr("Case");
    case Category::Decision:
        return Text::tr("Decision");
    case Category::Document:
        return Text::tr("Document");
    case Category::Fields:
        return Text::tr("Declared data");
    case Category::Texts:
        return Text::tr("Other pages");
    case Category::Data:
        return Text::tr("JSON");
    }
    return {};
}

QString textOf(ActionScope scope)
{
    switch (scope) {
    case Scope::Window:
        return Text::tr("everywhere");
    case Scope::List:
        return Text::tr("in the list of customers");
    case Scope::Case:
        return Text::tr("in an open case");
    case Scope::Viewer:
        return Text::tr("in the documents of a case");
    case Scope::Uploads:
        return Text::tr("on the page for uploads");
    case Scope::Texts:
        return Text::tr("on the page of the consent texts");
    case Scope::Outbox:
        return Text::tr("on the page of unsettled decisions");
    case Scope::JsonDialog:
        return Text::tr("in the window of the JSON");
    }
    return {};
}

bool overlap(ActionScope one, ActionScope other)
{
    if (one == other)
        return true;
    const auto either = [one, other](Scope scope) { return one == scope || other == scope; };
    // A dialog hears nothing of the window behind it; the viewer takes its keys before the window does.
    if (either(Scope::JsonDialog) || either(Scope::Viewer))
        return false;
    return either(Scope::Window) || (either(Scope::Case) && either(Scope::Uploads));
}

} // namespace finhub::views
