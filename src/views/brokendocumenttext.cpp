#include "views/brokendocumenttext.h"

#include <QCoreApplication>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::brokendocumenttext", text);
}
} // namespace

ErrorText brokenDocumentText(DocumentFault fault)
{
    const QString others = tr("The other documents are not affected.");
    switch (fault) {
    case DocumentFault::HashMismatch:
        return {tr("This is not the file that was uploaded."),
                tr("Its SHA-256 differs from the one FinHub recorded, so it is not shown."),
                tr("Do not decide on it. Load it again, and report it if it stays so.")};
    case DocumentFault::UnsupportedKind:
        return {tr("This file is neither a PDF nor a JPEG nor a PNG."), others,
                tr("Ask the customer for the document in one of these forms.")};
    case DocumentFault::TooLarge:
        return {
            tr("This file is too large to be shown."), others,
            tr("The limits are 10 MB, 100 megapixels and 500 pages. Ask the customer for a smaller one.")};
    case DocumentFault::Unreadable:
        return {tr("This file is damaged and cannot be read."), others,
                tr("Ask the customer to send it again.")};
    case DocumentFault::WorkerFailed:
        return {
            tr("This file could not be opened: reading it was stopped for safety."),
            tr("The file may be damaged or made to do harm. Nothing outside its own process was touched."),
            tr("Ask the customer for another copy.")};
    case DocumentFault::WorkerMissing:
        return {tr("Documents cannot be opened on this computer."),
                tr("The program that reads them in isolation did not start, and nothing is read without it."),
                tr("Check the installation: finhub-document-worker is missing or not allowed to run.")};
    case DocumentFault::None:
        break;
    }
    return {tr("This document cannot be shown."), others, tr("Try again.")};
}
} // namespace finhub::views
