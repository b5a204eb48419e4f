#include "documents/worker/zonereader.h"

#include <QTransform>

#include <dlfcn.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace finhub::documents {

namespace {

constexpr const char* Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
/// Runs of fillers are miscounted in one size of the picture and not in another; the first is the best guess.
constexpr std::array<double, 4> Scales{1.0, 0.85, 1.2, 0.7};
/// A picture that touches its letters is read badly.
constexpr int Border = 24;

// Never destroyed: the process ends by itself, and nothing may be tidied up behind the walls.
tesseract::TessBaseAPI* s_reader = nullptr;

/// The reader shares its work among threads, and none can be made behind the walls.
void forbidThreads()
{
    using SetLevels = void (*)(int);
    if (const auto setLevels = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")))
        setLevels(0);
}

QByteArray recognised(const QImage& grey)
{
    s_reader->SetImage(grey.constBits(), grey.width(), grey.height(), 1, static_cast<int>(grey.bytesPerLine()));
    const std::unique_ptr<char[]> text(s_reader->GetUTF8Text());
    return text ? QByteArray(text.get()) : QByteArray();
}

/// In grey and in this size, with a border.
QImage prepared(const QImage& zone, double scale)
{
    QImage grey = zone.convertToFormat(QImage::Format_Grayscale8);
    if (scale != 1.0)
        grey = grey.scaled(grey.size() * scale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                   .convertToFormat(QImage::Format_Grayscale8);
    QImage framed(grey.size() + QSize(2 * Border, 2 * Border), QImage::Format_Grayscale8);
    framed.fill(Qt::white);
    for (int y = 0; y < grey.height(); ++y)
        std::copy_n(grey.constScanLine(y), grey.width(), framed.scanLine(y + Border) + Border);
    return framed;
}

} // namespace

void prepareZoneReader()
{
    forbidThreads();
    // No words, which a zone has none of.
    const std::vector<std::string> names{"load_system_dawg", "load_freq_dawg",   "load_unambig_dawg",
                                         "load_punc_dawg",   "load_number_dawg", "load_bigram_dawg"};
    const std::vector<std::string> values(names.size(), "0");
    static tesseract::TessBaseAPI* const reader = new tesseract::TessBaseAPI;
    if (reader->Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) != 0)
        return;
    reader->SetVariable("tessedit_char_whitelist", Alphabet);
    reader->SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    s_reader = reader;
    QImage nothing(64, 64, QImage::Format_Grayscale8);
    nothing.fill(Qt::white);
    static_cast<void>(recognised(nothing)); // what is loaded at the first picture is loaded now
}

ZoneDecoding readZone(const DecodedPage& zone, int quarters)
{
    if (!s_reader)
        return refuse(WorkerExit::NoReader);
    const QImage level =
        quarters == 0 ? zone.image : zone.image.transformed(QTransform().rotate(90.0 * quarters));
    QByteArray lines;
    for (const double scale : Scales) {
        const QImage picture = prepared(level, scale);
        if (picture.isNull())
            return refuse(WorkerExit::OutOfMemory);
        const QByteArray read = zoneLines(recognised(picture));
        if (lines.isEmpty() || isRegularZone(read))
            lines = read;
        if (isRegularZone(lines))
            break;
    }
    return DecodedZone{lines, zone.pageCount, zone.pageSize};
}

} // namespace finhub::documents
