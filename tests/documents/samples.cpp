#include "samples.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QtEndian>

#include <array>

namespace finhub::documents::samples {

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0);
    }
    return ~crc;
}

QByteArray encoded(const QImage& image, const char* format, bool progressive)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(90);
    writer.setProgressiveScanWrite(progressive);
    writer.write(image);
    return bytes;
}

template <typename Paint>
QByteArray painted(int pages, Paint paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        paint(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace

QColor pageColor(int page)
{
    const std::array<QColor, 4> colors{Qt::red, Qt::green, Qt::blue, Qt::yellow};
    return colors.at(static_cast<std::size_t>(page) % colors.size());
}

QByteArray pdf(int pages)
{
    return painted(
        pages, [](QPainter& painter, int page) { painter.fillRect(painter.viewport(), pageColor(page)); });
}

QByteArray pdfWithText()
{
    return painted(1, [](QPainter& painter, int) {
        for (int line = 0; line < 60; ++line)
            painter.drawText(600, 600 + line * 210,
                             QStringLiteral("%1  The quick brown fox jumps over the lazy dog").arg(line));
    });
}

QByteArray pdfWithEndlessText()
{
    return painted(1, [](QPainter& painter, int) {
        QFont font;
        font.setPixelSize(20);
        painter.setFont(font);
        for (int line = 0; line < 2600; ++line)
            painter.drawText(100 + line / 650 * 2400, 100 + line % 650 * 21,
                             QStringLiteral("%1").arg(line, 5, 10, QLatin1Char('0')) +
                                 QStringLiteral("abcdefghijklmnopqrs").repeated(5));
    });
}

QByteArray pdfWithTable()
{
    return painted(1, [](QPainter& painter, int) {
        for (int line = 0; line < 12; ++line) {
            const int y = 800 + line * 320;
            painter.drawText(600, y, QStringLiteral("Electricity, day rate"));
            painter.drawText(4200, y, QStringLiteral("151 kWh"));
            painter.drawText(6200, y, QStringLiteral("0,1771"));
            painter.drawText(8200, y, QStringLiteral("26,74"));
        }
    });
}

QByteArray pdfOfEmptyPages(int pages)
{
    constexpr int First = 3; // the number of the first page's object
    QByteArray kids;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    for (int i = 0; i < pages; ++i) {
        kids += QByteArray::number(First + i) + " 0 R ";
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages) + ">>";
    return pdfOf(objects);
}

QByteArray pdfOf(const QList<QByteArray>& objects)
{
    QByteArray bytes = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(bytes.size());
    return bytes + "xref\n0 " + count + '\n' + table + "trailer\n<</Root 1 0 R/Size " + count +
           ">>\nstartxref\n" + start + "\n%%EOF\n";
}

QImage quarters(const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const int x = size.width() / 2;
    const int y = size.height() / 2;
    painter.fillRect(0, 0, x, y, Qt::red);
    painter.fillRect(x, 0, size.width() - x, y, Qt::green);
    painter.fillRect(x, y, size.width() - x, size.height() - y, Qt::blue);
    return image;
}

QByteArray png(const QImage& image)
{
    return encoded(image, "png", false);
}

QByteArray jpeg(const QImage& image, bool progressive)
{
    return encoded(image, "jpeg", progressive);
}

QByteArray pngOf(const QList<std::pair<QByteArray, QByteArray>>& chunks)
{
    QByteArray bytes("\x89PNG\r\n\x1A\n", 8);
    for (const auto& [type, data] : chunks)
        bytes += bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(crc32(type + data));
    return bytes;
}

QByteArray pngHeader(quint32 width, quint32 height, quint8 colourType)
{
    QByteArray header = bigEndian(width) + bigEndian(height);
    for (const quint8 number : std::array<quint8, 5>{8, colourType, 0, 0, 0})
        header += static_cast<char>(number);
    return header;
}

// Written by hand (RFC 1951): one block of fixed codes, a literal zero and then copies of it, 258 at a time;
// 13 bits for 258 bytes.
QByteArray deflatedZeros(qint64 count)
{
    QByteArray bytes = QByteArray::fromHex("7801");
    quint32 pending = 0;
    int pendingBits = 0;
    const auto put = [&](quint32 bits, int width) {
        pending |= bits << pendingBits;
        for (pendingBits += width; pendingBits >= 8; pendingBits -= 8) {
            bytes += static_cast<char>(pending & 0xFF);
            pending >>= 8;
        }
    };
    const auto literalZero = [&] { put(0b00001100, 8); }; // code 0x30, most significant bit first
    put(0b011, 3);                                        // last block, fixed codes
    literalZero();
    qint64 left = count - 1;
    for (; left >= 258; left -= 258) {
        put(0b10100011, 8); // length 258: code 0xC5, reversed
        put(0, 5);          // distance 1
    }
    for (; left > 0; --left)
        literalZero();
    put(0, 7); // end of block
    if (pendingBits > 0)
        bytes += static_cast<char>(pending & 0xFF);
    // Adler-32 of zeros: the first sum stays 1, the second counts the bytes.
    return bytes + bigEndian((static_cast<quint32>(count % 65521) << 16) | 1U);
}

} // namespace finhub::documents::samples
