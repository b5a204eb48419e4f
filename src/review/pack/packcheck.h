#pragma once

#include "review/journal/journalcheck.h"

#include <QByteArray>
#include <QStringList>

namespace finhub::review {

/// What the check of a pack has found out.
struct PackReport {
    bool isPack = false;   ///< a zip with a list of its contents and a part of a journal
    bool isSealed = false; ///< the journal's entry of the export names exactly this list of contents
    QStringList changed;   ///< files whose hash is not that of the list
    QStringList missing;   ///< files of the list that are not there
    QStringList unlisted;  ///< files that are in no list
    CustomerId customer;
    JournalReport journal;

    bool isIntact() const
    {
        return isPack && isSealed && changed.isEmpty() && missing.isEmpty() && unlisted.isEmpty() &&
               journal.isIntact();
    }
};

/// Checks a pack on its own: every file against the list of contents, the list against the journal's entry of
/// the export, the journal's part against its key. The bytes may be anything. Any thread.
PackReport checkPack(const QByteArray& zip, const QList<JournalAnchor>& anchors = {});

} // namespace finhub::review
