#pragma once

#include "core/knowncustomer.h"

#include <QByteArray>
#include <QList>

/// Reads customers from a table of ids, as spreadsheets write it.
namespace finhub {

/// Why a line of the table was not understood.
enum class CsvFault {
    CustomerMissing,     ///< no customer id in the line
    CustomerInvalid,     ///< not an id of the contract (1.6)
    VerificationInvalid, ///< the customer was not taken either, since the line means something else
    UserInvalid,
    LineTooLong,  ///< more than MaxCsvLine bytes
    QuoteOpen,    ///< a quotation mark that nothing closes
    TooManyLines, ///< this line and all after it were left out
};

/// One line that was not understood. Lines count from 1, as an editor shows them.
struct CsvLineFault {
    int line = 0;
    CsvFault fault = CsvFault::CustomerMissing;

    friend bool operator==(const CsvLineFault&, const CsvLineFault&) = default;
};

/// What a table says.
struct CustomerTable {
    bool isText = true;             ///< false: the file is not a text, and nothing was read
    QList<KnownCustomer> customers; ///< in the order of the file, each once, without a time
    QList<CsvLineFault> faults;     ///< in the order of the file
};

inline constexpr qint64 MaxCsvBytes = 32 * 1024 * 1024;
inline constexpr qsizetype MaxCsvLine = 8 * 1024; ///< bytes of a record, which may go over several lines
inline constexpr int MaxCsvLines = 200'000;       ///< records, empty ones included

/// Columns by the names in the first line: `customerId`, `verificationId` and, where there is one, `userId`,
/// in any order, case and spelling (`customer_id`, `Customer ID`); other columns are ignored. Without such a
/// line the first column is the customer and the second the verification. Separated by comma, semicolon or
/// tab; quotation marks, a byte order mark, UTF-16 with one, and every end of line are understood. Several
/// lines of one customer are one customer, whose first verification is the current one. Any thread.
CustomerTable readCustomerTable(const QByteArray& file);

} // namespace finhub
