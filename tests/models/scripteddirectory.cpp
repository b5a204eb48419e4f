#include "models/scripteddirectory.h"

namespace finhub::test {

CustomerId idNumber(int number)
{
    return CustomerId(QStringLiteral("c%1").arg(number));
}

DirectoryEntry customerNumber(int number)
{
    DirectoryEntry entry;
    entry.id = idNumber(number);
    entry.firstName = QStringLiteral("First%1").arg(number);
    entry.lastName = QStringLiteral("Last%1").arg(number);
    entry.email = QStringLiteral("customer%1@example.com").arg(number);
    entry.stage = Stage::Approval;
    entry.risk = RiskLevel::Low;
    return entry;
}

models::CustomerTexts plainTexts()
{
    return {[](const DirectoryEntry& entry, models::CustomerColumn column) {
                return QStringLiteral("%1/%2").arg(entry.fullName()).arg(static_cast<int>(column));
            },
            [](models::CustomerColumn column) {
                return QStringLiteral("Column %1").arg(static_cast<int>(column));
            }};
}

Error serverFailure()
{
    Error error = Error::of(ErrorKind::Status);
    error.status = 500;
    error.word = ErrorWord::SimulatedFailure;
    return error;
}

ScriptedDirectory::ScriptedDirectory(int count)
{
    customers.reserve(count);
    for (int number = 0; number < count; ++number)
        customers.append(customerNumber(number));
}

DirectoryPage ScriptedDirectory::page(int page, int size) const
{
    DirectoryPage answer;
    answer.rows.items = customers.mid(qsizetype(page) * size, size);
    if (sendsTotal)
        answer.rows.total = customers.size();
    answer.rows.page = page;
    answer.rows.size = size;
    answer.stageCounts = stageCounts;
    return answer;
}

int ScriptedDirectory::indexOf(const CustomerId& id) const
{
    for (int i = 0; i < customers.size(); ++i) {
        if (customers.at(i).id == id)
            return i;
    }
    return -1;
}

int ScriptedDirectory::answerAll(FakeFinHub& finhub) const
{
    int answered = 0;
    for (int i = 0; i < finhub.directoryPages.count(); ++i) {
        const DirectoryArguments& asked = finhub.directoryPages.arguments(i);
        if (finhub.directoryPages.finish(i, page(asked.page, asked.size)))
            ++answered;
    }
    return answered;
}

bool ScriptedDirectory::answer(FakeFinHub& finhub, int pageNumber) const
{
    const int call = openCall(finhub, pageNumber);
    if (call < 0)
        return false;
    return finhub.directoryPages.finish(call, page(pageNumber, finhub.directoryPages.arguments(call).size));
}

int openCall(const FakeFinHub& finhub, int page)
{
    for (int i = finhub.directoryPages.count() - 1; i >= 0; --i) {
        if (finhub.directoryPages.isOpen(i) && finhub.directoryPages.arguments(i).page == page)
            return i;
    }
    return -1;
}

QList<int> openPages(const FakeFinHub& finhub)
{
    QList<int> pages;
    for (int i = 0; i < finhub.directoryPages.count(); ++i) {
        if (finhub.directoryPages.isOpen(i))
            pages.append(finhub.directoryPages.arguments(i).page);
    }
    return pages;
}

QList<int> abortedPages(const FakeFinHub& finhub, int firstCall)
{
    QList<int> pages;
    for (int i = firstCall; i < finhub.directoryPages.count(); ++i) {
        if (finhub.directoryPages.isAborted(i))
            pages.append(finhub.directoryPages.arguments(i).page);
    }
    return pages;
}

} // namespace finhub::test
