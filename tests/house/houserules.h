#pragma once

#include <QString>
#include <QStringList>

#include <span>

/// Who may include and link whom: DESIGN of the house as a table (docs/architecture.md draws it).
namespace finhub::house {

/// One folder of src/.
struct Room {
    const char* name;
    const char* rooms;        ///< the rooms that it may include, itself apart
    const char* qtModules;    ///< the Qt modules whose headers it may include
    const char* links;        ///< what its library may link, other rooms apart
    const char* privateLinks; ///< what its library may link for its .cpp files only
};

std::span<const Room> allRooms();
/// The room by its name, nullptr when there is none.
const Room* findRoom(const QString& name);

/// A library that only these folders or files below src/ may include. No header that another room reaches may
/// bring it along.
struct ForeignHeader {
    const char* prefix;  ///< of the path in the angle brackets
    const char* sources; ///< whose .cpp files may
    const char* headers; ///< whose headers may
    const char* why;
};

std::span<const ForeignHeader> foreignHeaders();

/// Something that code must not say, and where it may nevertheless.
struct Ban {
    const char* pattern; ///< a regular expression
    bool inStrings;      ///< looked for in string literals instead of in code
    const char* allowed; ///< folders or files below src/
    const char* why;
};

std::span<const Ban> bans();

inline constexpr int MaxLines = 400;

} // namespace finhub::house
