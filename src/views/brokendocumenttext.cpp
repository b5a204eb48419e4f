#include "views/brokendocumenttext.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::brokendocumenttext", text);
}

constexpr qint64 Mebibyte = 1024 * 1024;
constexpr qint64 Megapixel = 1'000'000;

/// With one decimal at most, rounded up.
QString inUnits(qint64 number, qint64 unit)
{
    const qint64 tenths = number / unit * 10 + (number % unit * 10 + unit - 1) / unit;
    return QLocale().toString(static_cast<double>(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1);
}

ErrorText excessText(const DocumentExcess& excess, const QString& others)
{
    switch (excess.measure) {
    case DocumentMeasure::Bytes:
        return {tr("This document has %1 MB; at most %2 MB can be shown.")
                    .arg(inUnits(excess.number, Mebibyte), inUnits(excess.limit, Mebibyte)),
                others, tr("Ask the customer for a smaller one.")};
    case DocumentMeasure::Pixels:
        return {tr("This document has a page of %1 megapixels; at most %2 can be shown.")
                    .arg(inUnits(excess.number, Megapixel), inUnits(excess.limit, Megapixel)),
                tr("A page of a PDF counts at 150 dots per inch.") + QLatin1Char(' ') + others,
                tr("Ask the customer for a smaller one.")};
    case DocumentMeasure::Pages:
        return {tr("This document has %1 pages; at most %2 can be shown.")
                    .arg(QLocale().toString(excess.number), QLocale().toString(excess.limit)),
                others, tr("Ask the customer for the pages that matter.")};
    }
    return {};
}
} // namespace

ErrorText brokenDocumentText(const Error& error)
{
    const QString others = tr("The other documents are not affected.");
    switch (error.documentFault) {
    case DocumentFault::HashMismatch:
        return {tr("This is not the file that was uploaded."),
                tr("Its SHA-256 differs from the one FinHub recorded, so it is not shown."),
                tr("Do not decide on it. Load it again, and report it if it stays so.")};
    case DocumentFault::UnsupportedKind:
        return {tr("This file is neither a PDF nor a JPEG nor a PNG."), others,
                tr("Ask the customer for the document in one of these forms.")};
    case DocumentFault::TooLarge:
        if (error.documentExcess)
            return excessText(*error.documentExcess, others);
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
