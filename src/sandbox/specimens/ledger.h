#pragma once

#include "sandbox/specimens/specimen.h"

#include <QList>

namespace finhub::sandbox {

struct LedgerEntry {
    QDate on;
    QString text;
    QString detail;
    qint64 amount = 0;  ///< hundredths; negative goes out
    qint64 balance = 0; ///< after the entry
};

/// The account that a bank statement shows: each balance is the one before plus the amount.
struct Ledger {
    QString iban;
    QDate from;
    QDate to;
    qint64 opening = 0;
    QList<LedgerEntry> entries;
    qint64 moneyIn = 0;
    qint64 moneyOut = 0; ///< not positive
    qint64 closing = 0;
};

Ledger ledgerFor(const SpecimenRequest& request);

} // namespace finhub::sandbox
