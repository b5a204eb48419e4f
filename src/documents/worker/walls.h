#pragma once

#include <QtGlobal>

namespace finhub::documents {

/// Locks this process in for the rest of its life, before it touches the first byte of a document:
///
/// - limits: 512 MB of address space, 5 s of CPU, nothing may be written beyond `answerSize` bytes, no
///   descriptor or process may be made, no core dump;
/// - nobody may trace it or read its memory, it dies with the console, and it can gain no privileges;
/// - system calls: only what computing in memory that is already there needs, and writing to
///   standard output and error. Looking for a file is answered
///   with EACCES, since libraries ask for optional ones and take no for an answer; everything else, such as
///   making a socket, a process or executable memory, ends the process at once. All threads.
///
/// False when any of it could not be done; then the document must not be touched.
///
/// In a build under sanitizers (FINHUB_SANITIZED) the limits on address space, processes and descriptors and
/// the filter of system calls are left out: AddressSanitizer reserves terabytes of address space, and its
/// reports need files and a helper process.
///
/// The place for Landlock, when it comes.
bool raiseWalls(qint64 answerSize);

} // namespace finhub::documents
