#pragma once

#include "core/values.h"
#include "review/documentfile.h"

#include <QStringList>

namespace finhub::review {

/// Documents made up for a customer, for a demonstration without anybody's papers. They have paths like files
/// of a disk, which only read() understands, and go the same way through the queue.
class SampleDocuments {
public:
    virtual ~SampleDocuments() = default;

    /// Paths of one document for each of the requirements (4.4), made for this person; new ones with every
    /// call. GUI thread.
    virtual QStringList documentsFor(const Person& person, const QList<Requirement>& requirements) = 0;

    /// The document behind such a path; any other path is read from the disk as readDocumentFile() does. Any
    /// thread.
    virtual DocumentFile read(const QString& path) const = 0;
};

} // namespace finhub::review
