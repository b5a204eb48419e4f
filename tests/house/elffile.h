#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace finhub::house {

/// What of a program says how hard it is to misuse: read from its bytes, so that nothing of the machine it
/// was built on is asked.
struct ElfFile {
    bool positionIndependent = false; ///< an executable that may lie anywhere
    bool relro = false;               ///< tables of the dynamic loader are made read-only
    bool bindNow = false;             ///< and all of them, before main()
    bool executableStack = true;
    bool writableCode = false; ///< a segment that is both, or relocations in the code
    QByteArray runPath;        ///< of RPATH and RUNPATH, empty when there is none
    QList<QByteArray> imports; ///< names of the functions and data that libraries give

    bool usesStackProtector() const;
    /// Whether any call into the C library was replaced by one that knows the size of its buffer.
    bool usesFortify() const;

    /// nullopt when it is no 64-bit little-endian program.
    static std::optional<ElfFile> read(const QString& path);
};

} // namespace finhub::house
