#pragma once

#include "review/disk.h"
#include "review/journal/journalkey.h"

#include <optional>

namespace finhub::review {

/// The key of this installation's journals in a file for its owner only, made at the first start. Two
/// consoles that start at once find the same one. GUI thread.
class JournalKeyFile {
public:
    /// `disk` outlives it.
    JournalKeyFile(QString file, Disk& disk);

    /// Reads or makes the key; nullptr when neither can be done now. A file that holds no key is set aside:
    /// journals signed with what it held are continued in new ones.
    const JournalKey* key();

private:
    enum class Found { Key, Missing, Nothing };
    Found read();
    bool make();

    QString m_file;
    QString m_folder;
    Disk& m_disk;
    std::optional<JournalKey> m_key;
};

} // namespace finhub::review
