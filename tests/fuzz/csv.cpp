#include "core/customercsv.h"
#include "fuzz/target.h"

#include <QSet>

using namespace finhub;

/// A file that somebody imports.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const CustomerTable table = readCustomerTable(fuzz::bytes(data, size));
    fuzz::require(table.isText || (table.customers.isEmpty() && table.faults.isEmpty()));
    QSet<QString> seen;
    for (const KnownCustomer& customer : table.customers) {
        const QString id = customer.id.text();
        fuzz::require(!id.isEmpty() && !seen.contains(id));
        seen << id;
    }
    int line = 0;
    for (const CsvLineFault& fault : table.faults) {
        fuzz::require(fault.line >= line);
        line = fault.line;
    }
    return 0;
}
