#include "documents/worker/zonereader.h"

// The worker of daily use: a reader would make every start of it longer.
namespace finhub::documents {

void prepareZoneReader() {}

ZoneDecoding readZone(const DecodedPage&, int)
{
    return refuse(WorkerExit::NoReader);
}

} // namespace finhub::documents
