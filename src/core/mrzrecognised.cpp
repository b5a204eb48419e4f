#include "core/mrzrecognised.h"

#include "core/mrzlayout.h"
#include "core/mrzlines.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace finhub {

namespace {
/// So many fillers are miscounted at most.
constexpr int MostMiscounted = 5;
/// A run of fewer is not one whose length is guessed.
constexpr qsizetype ShortestRun = 4;
constexpr QChar Filler = u'<';

/// What takes whose place, by the look of it.
constexpr QStringView Letters = u"OQDILZJASGTB";
constexpr QStringView Digits = u"000112345678";

QChar digitFor(QChar c)
{
    const qsizetype at = Letters.indexOf(c);
    return at < 0 ? c : Digits.at(at);
}

QChar letterFor(QChar c)
{
    const qsizetype at = Digits.indexOf(c);
    return at < 0 ? c : Letters.at(at);
}

/// The format that the lines are nearest to.
std::optional<MrzFormat> formatOf(const QStringList& lines)
{
    std::optional<MrzFormat> nearest;
    qsizetype least = 0;
    for (const MrzFormat format : {MrzFormat::Td1, MrzFormat::Td2, MrzFormat::Td3}) {
        if (lines.size() != mrzLineCount(format))
            continue;
        qsizetype most = 0;
        qsizetype all = 0;
        for (const QString& line : lines) {
            const qsizetype miscounted = std::abs(line.size() - mrzLineLength(format));
            most = std::max(most, miscounted);
            all += miscounted;
        }
        if (most <= MostMiscounted && (!nearest || all < least)) {
            nearest = format;
            least = all;
        }
    }
    return nearest;
}

/// The line with its longest run of fillers so much longer or shorter; as it is where it has none.
QString withLength(const QString& line, qsizetype length)
{
    qsizetype longest = 0;
    qsizetype from = 0;
    for (qsizetype at = 0, run = 0; at < line.size(); ++at) {
        run = line.at(at) == Filler ? run + 1 : 0;
        if (run > longest) {
            longest = run;
            from = at + 1 - run;
        }
    }
    const qsizetype missing = length - line.size();
    if (missing == 0 || longest < ShortestRun)
        return line;
    QString mended = line;
    return missing > 0 ? mended.insert(from, QString(missing, Filler)) : mended.remove(from, -missing);
}

template <typename Mend>
void mend(QString& zone, const MrzPlace& place, Mend mendOne)
{
    for (qsizetype at = place.at; at < place.at + place.length; ++at)
        zone[at] = mendOne(zone.at(at));
}
} // namespace

QStringList mrzRecognised(const QStringList& lines)
{
    const std::optional<MrzFormat> format = formatOf(lines);
    if (!format)
        return lines;
    const int length = mrzLineLength(*format);
    QString zone;
    for (const QString& line : lines)
        zone += withLength(line, length);
    if (zone.size() != lines.size() * length)
        return lines;

    const MrzLayout layout = mrzLayout(*format);
    for (const MrzPlace& place : {layout.documentCode, layout.issuingState, layout.names, layout.nationality})
        mend(zone, place, letterFor);
    for (const MrzPlace& place : {layout.dateOfBirth, layout.expiry})
        mend(zone, {place.at, place.length + 1}, digitFor);
    mend(zone, {layout.documentNumber.at + layout.documentNumber.length, 1}, digitFor);
    mend(zone, {layout.composite, 1}, digitFor);
    if (layout.optionalHasDigit)
        mend(zone, {layout.optionalData.at + layout.optionalData.length, 1}, digitFor);

    QStringList mended;
    for (qsizetype at = 0; at < zone.size(); at += length)
        mended.append(zone.mid(at, length));
    return mended;
}

} // namespace finhub
