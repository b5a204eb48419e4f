#pragma once

namespace finhub::documents {

/// What the lying worker does instead of decoding; asked for by page number.
enum class Lie {
    None,             ///< answers as an honest worker would
    Census,           ///< as None, but only when it was started with nothing but what it needs
    SaysNothing,      ///< ends well without having written anything
    ShortAnswer,      ///< claims a page that is larger than the memory for it
    WrongSize,        ///< claims a page of another size than was asked for, with all its pixels
    EndlessAnswer,    ///< writes until nothing more fits, then claims success
    MillionPages,     ///< ends well with a million pages
    BlamesPages,      ///< says that there are too many pages, without a number
    UnknownExit,      ///< ends with a code that means nothing
    LoaderExit,       ///< ends as the dynamic loader does when a library is missing
    LeavesWriter,     ///< ends well, but leaves a process behind that still has the answer mapped
    Hangs,            ///< never ends
    KillsItself,      ///< ends by SIGKILL, as it does when it runs out of CPU time
    BreaksSystemCall, ///< ends by SIGSYS, as it does at the walls
};

} // namespace finhub::documents
