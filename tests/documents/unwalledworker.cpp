#include "breakout.h"
#include "documents/worker/orders.h"
#include "documents/worker/workermain.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace finhub::documents;

/// Takes an order as the worker does and tries to get out, without any walls that could keep it in: whatever
/// fails here would prove nothing there.
int main()
{
    sayReady(0);
    const std::optional<WorkerRequest> request = receiveOrder();
    const std::optional<AnswerSheet> sheet = AnswerSheet::open();
    struct stat status {};
    if (!request || !sheet || fstat(DocumentFd, &status) != 0)
        leave(WorkerExit::BadRequest);
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    if (pread(DocumentFd, bytes.data(), static_cast<size_t>(bytes.size()), 0) != bytes.size())
        leave(WorkerExit::BadRequest);
    breakOut(*sheet, bytes, *request);
}
