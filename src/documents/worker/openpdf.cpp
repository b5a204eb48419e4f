#include "documents/worker/openpdf.h"

#include "documents/pagegeometry.h"

#include <algorithm>
#include <cmath>

namespace finhub::documents {

OpenPdf::OpenPdf(const QByteArray& bytes)
{
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_document.load(&m_buffer);
}

std::optional<Refusal> OpenPdf::refusalFor(int page) const
{
    if (m_document.status() != QPdfDocument::Status::Ready || m_document.pageCount() < 1)
        return Refusal{WorkerExit::Unreadable};
    if (m_document.pageCount() > MaxPages)
        return Refusal{WorkerExit::TooManyPages, static_cast<quint64>(m_document.pageCount())};
    if (page < 0 || page >= m_document.pageCount())
        return Refusal{WorkerExit::NoSuchPage};
    const QSizeF points = m_document.pagePointSize(page);
    if (isPageSizeAllowed(MimeType::Pdf, points))
        return std::nullopt;
    const QSizeF pixels = naturalPixels(MimeType::Pdf, points);
    const double number = pixels.width() * pixels.height();
    if (!std::isfinite(number) || number <= static_cast<double>(MaxPagePixels))
        return Refusal{WorkerExit::Unreadable};
    const double told = std::min(std::round(number), static_cast<double>(MaxRefusedNumber));
    constexpr quint64 Least = MaxPagePixels + 1; // however close it was
    return Refusal{WorkerExit::TooManyPixels, std::max(static_cast<quint64>(told), Least)};
}

} // namespace finhub::documents
