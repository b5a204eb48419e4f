#include "hostile.h"

#include <array>

namespace finhub::documents::samples {

namespace {

QByteArray stream(const QByteArray& entries, const QByteArray& data)
{
    return "<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data +
           "\nendstream";
}

QByteArray form(const QByteArray& content, int inner)
{
    return stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</F " +
                      QByteArray::number(inner) + " 0 R>>>>",
                  content);
}

QByteArray pdfOfOnePage(const QByteArray& page, const QList<QByteArray>& objects = {})
{
    return pdfOf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                   "<</Type/Page/Parent 2 0 R" + page + ">>"} +
                 objects);
}

QByteArray twoBytes(int number)
{
    return QByteArray(1, static_cast<char>(number >> 8)) + static_cast<char>(number & 0xFF);
}

QByteArray segment(quint8 marker, const QByteArray& data)
{
    return QByteArray("\xFF") + static_cast<char>(marker) + twoBytes(int(data.size()) + 2) + data;
}

// The one code of one bit, 0, for this symbol.
QByteArray huffmanTable(quint8 id, quint8 symbol)
{
    QByteArray counts(16, '\0');
    counts[0] = 1;
    return segment(0xC4, QByteArray(1, static_cast<char>(id)) + counts + static_cast<char>(symbol));
}

QByteArray jpegHead(quint8 frame, quint16 width, quint16 height, int components, quint8 acSymbol)
{
    QByteArray data = QByteArray(1, 8) + twoBytes(height) + twoBytes(width) + static_cast<char>(components);
    for (int i = 1; i <= components; ++i)
        data += QByteArray(1, static_cast<char>(i)) + '\x11' + '\0';
    return "\xFF\xD8" + segment(0xDB, QByteArray(1, '\0') + QByteArray(64, '\1')) + segment(frame, data) +
           huffmanTable(0x00, 0) + huffmanTable(0x10, acSymbol);
}

QByteArray scan(const QList<int>& components, quint8 from, quint8 to, qint64 zeroBits)
{
    QByteArray data(1, static_cast<char>(components.size()));
    for (const int component : components)
        data += QByteArray(1, static_cast<char>(component)) + '\0';
    data += QByteArray(1, static_cast<char>(from)) + static_cast<char>(to) + '\0';
    return segment(0xDA, data) + QByteArray((zeroBits + 7) / 8, '\0');
}

qint64 blocksOf(quint16 width, quint16 height)
{
    constexpr int Side = 8;
    return static_cast<qint64>((width + Side - 1) / Side) * ((height + Side - 1) / Side);
}

constexpr char EndOfImage[] = "\xFF\xD9";

} // namespace

QByteArray pdfWithBox(const QByteArray& box)
{
    return pdfOfOnePage("/MediaBox[" + box + "]");
}

QByteArray pdfWithStream(const QByteArray& entries, const QByteArray& data)
{
    return pdfOfOnePage("/MediaBox[0 0 100 100]/Contents 4 0 R", {stream(entries, data)});
}

QByteArray pdfPage(const QByteArray& content, const QByteArray& resources, const QList<QByteArray>& objects)
{
    return pdfOfOnePage("/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<" + resources + ">>",
                        QList<QByteArray>{stream({}, content)} + objects);
}

QByteArray pdfThatContainsItself()
{
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"});
}

QByteArray pdfOfNestedForms(int depth)
{
    QList<QByteArray> forms;
    for (int i = 0; i < depth; ++i)
        forms.append(form("/F Do /F Do", 6 + i));
    forms.append(form("1 0 0 rg 0 0 100 100 re f", 5));
    return pdfPage("/F Do", "/XObject<</F 5 0 R>>", forms);
}

QByteArray pdfOfAFormInItself()
{
    return pdfPage("/F Do", "/XObject<</F 5 0 R>>", {form("/F Do /F Do", 5)});
}

QByteArray pdfOfTiles(const QByteArray& step)
{
    return pdfPage("/Pattern cs /P scn 0 0 100 100 re f", "/Pattern<</P 5 0 R>>",
                   {stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep " +
                               step + "/YStep " + step + "/Resources<<>>",
                           "0 0 1 rg 0 0 0.5 0.5 re f")});
}

QByteArray pdfWithImage(int side, const QByteArray& filters, const QByteArray& data)
{
    const QByteArray length = QByteArray::number(side);
    return pdfPage("100 0 0 100 0 0 cm /I Do", "/XObject<</I 5 0 R>>",
                   {stream("/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width " +
                               length + "/Height " + length + "/Filter[" + filters + "]",
                           data)});
}

QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes, 9).sliced(4); // without the length that Qt puts before it
}

QByteArray doublyDeflatedZeros(qint64 count)
{
    return deflated(deflatedZeros(count));
}

QByteArray pngOfZeros(quint32 width, quint32 height, quint8 colourType, int bytesPerPixel)
{
    const qint64 size = height * (1 + static_cast<qint64>(width) * bytesPerPixel);
    return pngOf(
        {{"IHDR", pngHeader(width, height, colourType)}, {"IDAT", deflatedZeros(size)}, {"IEND", {}}});
}

QByteArray pngWithChunks(const QList<std::pair<QByteArray, QByteArray>>& chunks)
{
    constexpr int Side = 8;
    QList<std::pair<QByteArray, QByteArray>> all{{"IHDR", pngHeader(Side, Side, 2)}};
    all += chunks;
    all.emplace_back("IDAT", deflatedZeros(Side * (1 + Side * 3)));
    all.emplace_back("IEND", QByteArray());
    return pngOf(all);
}

QByteArray jpegThatClaims(quint16 width, quint16 height, bool progressive)
{
    QByteArray bytes = jpeg(quarters({64, 64}), progressive);
    const qsizetype frame = bytes.indexOf(progressive ? "\xFF\xC2" : "\xFF\xC0");
    return bytes.replace(frame + 5, 4, twoBytes(height) + twoBytes(width));
}

// Every block says "as the one before" and "nothing more", a bit each.
QByteArray jpegOfGrey(quint16 width, quint16 height)
{
    return jpegHead(0xC0, width, height, 1, 0) + scan({1}, 0, 63, blocksOf(width, height) * 2) + EndOfImage;
}

// The first scan is as above. Each of the others says "nothing more" for 16,384 blocks at a time, in 15 bits.
QByteArray progressiveOfGrey(quint16 width, quint16 height, int components, int scans)
{
    constexpr quint8 NothingMoreForMany = 0xE0;
    constexpr int Together = 16'384;
    constexpr int Bits = 15;
    const qint64 blocks = blocksOf(width, height);
    QList<int> all;
    for (int i = 1; i <= components; ++i)
        all.append(i);
    QByteArray bytes =
        jpegHead(0xC2, width, height, components, NothingMoreForMany) + scan(all, 0, 0, blocks * components);
    const qint64 bits = (blocks + Together - 1) / Together * Bits;
    for (int i = 0; i < scans; ++i)
        bytes += scan({1 + i % components}, 1, 63, bits);
    return bytes + EndOfImage;
}

} // namespace finhub::documents::samples
