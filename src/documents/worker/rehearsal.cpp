#include "documents/worker/rehearsal.h"

#include "documents/worker/imagepage.h"
#include "documents/worker/pdfpage.h"

#include <QBuffer>
#include <QImageWriter>

#include <sys/resource.h>

namespace finhub::documents {

namespace {

constexpr QSize Box{64, 64};

/// No file can be opened while it lives. Open ones are not touched.
class NoNewFiles {
public:
    NoNewFiles()
    {
        m_worked = getrlimit(RLIMIT_NOFILE, &m_before) == 0;
        const rlimit none{0, m_before.rlim_max};
        m_worked = m_worked && setrlimit(RLIMIT_NOFILE, &none) == 0;
    }
    ~NoNewFiles()
    {
        if (m_worked)
            setrlimit(RLIMIT_NOFILE, &m_before);
    }
    NoNewFiles(const NoNewFiles&) = delete;
    NoNewFiles& operator=(const NoNewFiles&) = delete;

    bool worked() const { return m_worked; }

private:
    rlimit m_before{};
    bool m_worked = false;
};

// The engine mends the missing table of contents.
QByteArray smallPdf()
{
    const QByteArray content = "BT /F 12 Tf 5 50 Td (Rehearsal 0123) Tj /G 12 Tf 5 20 Td (abc) Tj ET";
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
           "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
           "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<<"
           "/F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
           "/G<</Type/Font/Subtype/TrueType/BaseFont/Unknown>>>>>>>>\nendobj\n"
           "4 0 obj\n<</Length " +
           QByteArray::number(content.size()) + ">>\nstream\n" + content +
           "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n";
}

QByteArray smallPicture(const QByteArray& format)
{
    QImage image(128, 128, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return bytes;
}

WorkerRequest requestFor(MimeType kind)
{
    WorkerRequest request;
    request.kind = kind;
    request.box = Box;
    return request;
}

} // namespace

bool rehearse()
{
    const QByteArray jpeg = smallPicture("jpeg");
    const NoNewFiles closed;
    return closed.worked() && decodePdf(smallPdf(), requestFor(MimeType::Pdf)).has_value() &&
           decodeImage(jpeg, requestFor(MimeType::Jpeg)).has_value();
}

} // namespace finhub::documents
