#include "breakout.h"

#include "attempts.h"

#include <unistd.h>

#include <iterator>

namespace finhub::documents {

void breakOut(const AnswerSheet& sheet, const QByteArray& bytes, const WorkerRequest& request)
{
    if (request.page < 0 || request.page >= static_cast<int>(std::size(Breakouts)))
        leave(WorkerExit::NoSuchPage);
    const QByteArray file = bytes.sliced(qstrlen(Signature));
    if (attempt(Breakouts[request.page], file.constData()))
        _exit(Escaped);
    DecodedPage page;
    page.image = QImage(request.box, QImage::Format_RGB32);
    page.image.fill(0xFFFFFFFF);
    page.pageCount = static_cast<int>(std::size(Breakouts));
    page.pageSize = request.box;
    leave(sheet.write(page) ? WorkerExit::Rendered : WorkerExit::OutOfMemory);
}

} // namespace finhub::documents
