#pragma once

#include "documents/worker/decodedpage.h"

#include <QByteArray>
#include <QImage>

namespace finhub::documents {

/// What was read of a zone.
struct DecodedZone {
    QByteArray text; ///< lines of A to Z, 0 to 9 and `<`, each ended by a line feed
    int pageCount = 1;
    QSizeF pageSize;
};

using ZoneDecoding = tl::expected<DecodedZone, Refusal>;

/// Loads what zones are read with, its data included, while files can still be opened. Without it, or in a
/// worker that has no reader, nothing happens.
void prepareZoneReader();

/// Reads the lines of a machine-readable zone from a picture of it, turned by so many quarters to the right.
/// Refuses with WorkerExit::NoReader where there is nothing to read with.
ZoneDecoding readZone(const DecodedPage& zone, int quarters);

/// Whether lines are so long as the lines of a zone are, all of them alike.
bool isRegularZone(const QByteArray& lines);

/// The lines of a zone in what was recognised: without what stands between them and cannot belong to one, at
/// most three of at most 44 characters.
QByteArray zoneLines(const QByteArray& recognised);

} // namespace finhub::documents
