#pragma once

#include "models/customertablemodel.h"
#include "support/fakefinhub.h"

#include <QList>

#include <optional>

namespace finhub::test {

/// Customer number `number`: id `c<number>`, everything else derived from it.
DirectoryEntry customerNumber(int number);
CustomerId idNumber(int number);
models::CustomerTexts plainTexts();
Error serverFailure();

/// The server's side of the directory: who is in it, in which order, and what a page of it looks like.
class ScriptedDirectory {
public:
    /// Customers 0 to count-1 in this order.
    explicit ScriptedDirectory(int count);

    QList<DirectoryEntry> customers;
    bool sendsTotal = true; ///< false: R21
    std::optional<StageCounts> stageCounts;

    DirectoryPage page(int page, int size) const;
    int indexOf(const CustomerId& id) const;

    /// Answers what is asked now and what is asked because of that, until nothing is open. Returns how many.
    int answerAll(FakeFinHub& finhub) const;
    /// Answers the open call for this page; false when there is none.
    bool answer(FakeFinHub& finhub, int page) const;
};

/// Pages of the calls that are open, in the order in which they were asked for.
QList<int> openPages(const FakeFinHub& finhub);
/// Pages of the calls from this one on that were aborted.
QList<int> abortedPages(const FakeFinHub& finhub, int firstCall = 0);
/// The number of the open call for a page, -1 when there is none.
int openCall(const FakeFinHub& finhub, int page);

} // namespace finhub::test
