#include "house/houserules.h"

#include <algorithm>
#include <array>

namespace finhub::house {

namespace {
constexpr std::array<Room, 9> Rooms{{
    {"core", "", "QtCore", "Qt6::Core tl::expected", "PkgConfig::sodium"},
    {"api", "core", "QtCore", "Qt6::Core", "Qt6::Network nlohmann_json::nlohmann_json"},
    {"documents", "api core", "QtCore QtGui", "Qt6::Core Qt6::Gui", ""},
    {"review", "api core", "QtCore QtSql", "Qt6::Core Qt6::Sql",
     "PkgConfig::sodium PkgConfig::zip"},
    {"models", "review documents api core", "QtCore QtGui", "Qt6::Core Qt6::Gui", ""},
    {"views", "models review documents api core", "QtCore QtGui QtWidgets QtSvg",
     "Qt6::Core Qt6::Gui Qt6::Widgets", "Qt6::Svg"},
    {"walkthrough", "core", "QtCore QtGui QtWidgets", "Qt6::Core Qt6::Gui Qt6::Widgets tl::expected", ""},
    {"sandbox", "core", "QtCore QtGui QtSql", "Qt6::Core Qt6::Gui Qt6::Sql",
     "PkgConfig::httplib nlohmann_json::nlohmann_json Threads::Threads"},
    {"app", "walkthrough sandbox views models review documents api core", "QtCore QtDBus QtGui QtWidgets",
     "Qt6::Core Qt6::Gui Qt6::Widgets", "Qt6::DBus"},
}};

// sandbox/json.h is the one header that shows the parser; only the sandbox's own files reach it.
constexpr std::array<ForeignHeader, 6> Foreign{{
    {"nlohmann/", "api sandbox", "sandbox/json.h", "JSON stays in the .cpp files of api and sandbox"},
    {"httplib.h", "sandbox", "sandbox", "the HTTP server is the sandbox's alone"},
    {"QtNetwork/", "api", "api", "Qt Network is api's alone"},
    {"QtPdf/", "documents/worker", "documents/worker", "PDFs are decoded in the document worker alone"},
    {"QtDBus/", "app/desktoplock.cpp", "", "the desktop is spoken to in one place"},
    {"seccomp.h", "documents/worker", "documents/worker", "only the document worker locks itself in"},
}};

constexpr std::array<Ban, 13> Bans{{
    {R"(\b(QMessageBox::(question|warning|information|critical|about)|QFileDialog::get\w+|)"
     R"(QInputDialog::get\w+|QColorDialog::get\w+|QFontDialog::get\w+)\s*\()",
     false, "", "this dialog runs an event loop of its own; use open() and its signals"},
    // Rooms without widgets have no dialogs; there exec() is that of a database query.
    {R"(\b(?!app\b|application\b)\w+\s*(\.|->)\s*exec\s*\()", false, "sandbox review",
     "no exec() on dialogs; use open() and their signals"},
    {R"(\bQ(Dialog|MessageBox|FileDialog|Menu|Drag|EventLoop|Thread)::exec\s*\()", false, "",
     "no exec() on dialogs; use open() and their signals"},
    {R"(\bQEventLoop\b)", false, "", "no event loop inside an event loop"},
    {R"(\bprocessEvents\s*\()", false, "", "processEvents() lets anything happen in the middle of anything"},
    {R"(\bQSortFilterProxyModel\b)", false, "", "sorting happens at the server or in an index vector"},
    {R"(\bResizeToContents\b|\bresize(Column|Row)s?ToContents\b)", false, "",
     "sizing by contents measures every cell on every update"},
    {R"(#([0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\brgba?\(\s*\d|\bhsla?\(\s*\d)", true,
     "views/style sandbox", "colours come from the tokens in views/style"},
    {R"(\bQColor\s*(\w+\s*)?[({]\s*(\d|0x|"|QStringLiteral|QLatin1String|u"))", false, "views/style sandbox",
     "colours come from the tokens in views/style"},
    {R"(\bqRgba?\s*\(\s*\d|\bQColor::fromRgb\w*\s*\(\s*\d|\bQRgba64::from\w+\s*\(\s*\d)", false,
     "views/style sandbox", "colours come from the tokens in views/style"},
    {R"(\bQt::(black|white|(dark|light)?(Red|Green|Blue|Cyan|Magenta|Yellow|Gray)|red|green|blue|cyan|)"
     R"(magenta|yellow|gray)\b)",
     false, "views/style sandbox documents/worker", "colours come from the tokens in views/style"},
    {R"(\b(tr|Q\w*Application::translate|qApp->translate|QT_TR\w*_NOOP)\s*\()", false,
     "views app walkthrough", "text for people belongs to views"},
    {R"(^\s*using\s+namespace\b)", false, "*.cpp", "no using namespace in a header"},
}};
} // namespace

std::span<const Room> allRooms()
{
    return Rooms;
}

const Room* findRoom(const QString& name)
{
    const auto* const room = std::find_if(Rooms.begin(), Rooms.end(), [&name](const Room& candidate) {
        return name == QLatin1String(candidate.name);
    });
    return room == Rooms.end() ? nullptr : room;
}

std::span<const ForeignHeader> foreignHeaders()
{
    return Foreign;
}

std::span<const Ban> bans()
{
    return Bans;
}

} // namespace finhub::house
