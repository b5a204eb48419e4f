#pragma once

#include <QtGlobal>

#include <optional>

namespace finhub::documents {

/// Locks this process in for the rest of its life, in two rings: the outer one while it has no document yet,
/// the inner one before it touches the first byte of one.
struct OuterWalls {
    int landlock = 0;        ///< see closeFileSystem()
    bool namespaces = false; ///< see enterNamespaces()
};

/// - nobody may trace it or read its memory, it dies with the console, it has no capability and can gain no
///   privileges;
/// - limits: 512 MB of address space, 5 s of CPU, hardly a descriptor, no core dump;
/// - no file system, where the kernel has Landlock; no network, and no file system either, where it has
///   namespaces for everybody.
///
/// Nothing when any of it could not be done though the kernel has it; then there must be no document. Threads
/// that exist already do not stand behind Landlock and keep it from making namespaces, so make them
/// afterwards.
///
/// In a build under sanitizers (FINHUB_SANITIZED) the limits on address space, processes and descriptors,
/// namespaces, Landlock and the filter of system calls are left out: AddressSanitizer reserves terabytes of
/// address space, and its reports need files and a helper process.
std::optional<OuterWalls> raiseOuterWalls();

/// - nothing may be written beyond `answerSize` bytes, no descriptor and no process or thread may be made;
/// - system calls: only what computing in memory that is already there needs, and writing to standard output
/// and
///   error. Looking for a file is answered with EACCES, since libraries ask for optional ones and take no for
///   an answer; everything else, such as making a socket, a process or executable memory, ends the process at
///   once. All threads.
///
/// False when any of it could not be done; then the document must not be touched.
bool raiseInnerWalls(qint64 answerSize);

} // namespace finhub::documents
