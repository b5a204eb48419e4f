#pragma once

#include <QtGlobal>

#include <type_traits>

/// What the console and the document worker say to each other.
///
/// The console starts `finhub-document-worker` with one end of a socket as standard input; nothing else is
/// open but standard output and error, which lead nowhere. The worker loads what it may need, raises its
/// outer walls, says WorkerReady and waits. The console may have it wait for long, and need not wait for it.
///
/// Its one order is one message: a WorkerOrder, and with it two descriptors, a sealed memfd that holds the
/// document and one of fixed size for the answer. The worker puts them in the place of standard input and
/// output, which closes the socket: from there on nothing leads from it to anybody but the answer. It raises
/// the inner walls, decodes one page of one document and ends with one of WorkerExit's codes. When the socket
/// closes without an order it ends as well.
///
/// The answer is a WorkerAnswer at the start of the memory and, from PixelOffset, the rows of the page or the
/// characters of its text. Both sides run on one machine and come from one build, so the numbers stand as the
/// processor has them.
namespace finhub::documents {

/// While the worker waits.
inline constexpr int OrderFd = 0;
/// While it works.
inline constexpr int DocumentFd = 0;
inline constexpr int AnswerFd = 1;

inline constexpr quint32 OrderMagic = 0x4F444846; // "FHDO"
inline constexpr quint32 OrderVersion = 2;

/// What is wanted of a document.
enum class WorkerJobKind : quint32 {
    PdfPage = 1,
    JpegPage = 2,
    PngPage = 3,
    PdfText = 4,   ///< the text of the page; the box counts for nothing
    PdfPlaces = 5, ///< the text, and where every character stands
    PdfZone = 6,   ///< the machine-readable zone in the region, by the reader of zones alone
    JpegZone = 7,
    PngZone = 8,
};

struct WorkerOrder {
    quint32 magic;
    quint32 version;
    quint32 kind;  ///< a WorkerJobKind
    qint32 page;   ///< from 0
    qint32 width;  ///< of the box in pixels; 0 when there is none
    qint32 height; ///< of the box in pixels; 0 when there is none
    qint32 regionLeft;   ///< of the part of the page that is wanted, in pixels of the page in its box
    qint32 regionTop;    ///< likewise
    qint32 regionWidth;  ///< 0 when all of it is
    qint32 regionHeight; ///< 0 when all of it is
    qint32 quarters;     ///< ZoneRequest::quarters
};
static_assert(std::is_trivially_copyable_v<WorkerOrder>);

/// Sent by the worker once, when it waits.
struct WorkerReady {
    quint32 magic;
    quint32 version;
    qint32 landlock; ///< the version of Landlock that shuts the file system off; 0 when the kernel has none
};
static_assert(std::is_trivially_copyable_v<WorkerReady>);

/// How a worker ends. Apart from what the loader (127), the sanitizers (1) and signals use.
enum class WorkerExit : int {
    Rendered = 0,
    BadRequest = 64,      ///< order or descriptors are not those described above, or there was no order
    NoWalls = 65,         ///< it could not lock itself in, so it did not touch the document
    UnsupportedKind = 66, ///< the first bytes are not those of the kind it was asked for
    Unreadable = 67,      ///< the decoder gave up
    NoSuchPage = 68,
    TooManyPixels = 69, ///< the number is in the answer
    TooManyPages = 70,  ///< the number is in the answer
    OutOfMemory = 71,
    NoReader = 72, ///< nothing to read zones with: it was built without, or its data is missing
};

inline constexpr quint32 AnswerMagic = 0x57444846; // "FHDW"
inline constexpr quint32 AnswerVersion = 1;

enum class PixelFormat : quint32 {
    Rgb32 = 1,
    Argb32Premultiplied = 2,
    Text = 3,    ///< no pixels: `width` times TextUnit in one row
    CutText = 4, ///< the same, and there is more
    Zone = 5,    ///< no pixels: `width` characters in one row, every line ended by a line feed
};

/// One UTF-16 unit of a text and its place on the page in points from the upper left corner; no size where it
/// has none.
struct TextUnit {
    quint32 unit;
    float left;
    float top;
    float width;
    float height;
};
static_assert(std::is_trivially_copyable_v<TextUnit> && sizeof(TextUnit) == 20);

/// Larger numbers are not told; products of two sides may be.
inline constexpr quint64 MaxRefusedNumber = 1'000'000'000'000'000'000;

struct WorkerAnswer {
    quint32 magic;
    quint32 version;
    quint32 width;  ///< pixels
    quint32 height; ///< pixels
    quint32 stride; ///< bytes a row
    quint32 format; ///< a PixelFormat
    quint32 pageCount;
    quint32 reserved;
    double pageWidth;  ///< RenderedPage::pageSize
    double pageHeight; ///< RenderedPage::pageSize
    quint64 number;    ///< what was too many, at most MaxRefusedNumber
};
static_assert(std::is_trivially_copyable_v<WorkerAnswer>);

/// Where the pixels begin; a memory page, so that they are aligned for any format.
inline constexpr qint64 PixelOffset = 4096;
static_assert(sizeof(WorkerAnswer) <= PixelOffset);
inline constexpr qint64 BytesPerPixel = 4;
/// The room for the lines of a zone.
inline constexpr qint64 MaxZoneBytes = 256;

} // namespace finhub::documents
