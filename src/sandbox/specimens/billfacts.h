#pragma once

#include "sandbox/specimens/letterhead.h"
#include "sandbox/specimens/specimen.h"

#include <array>

namespace finhub::sandbox {

enum class Utility { Electricity, Water, Internet };

struct BillLine {
    QString text;
    QString quantity;
    QString unitPrice;
    qint64 amount = 0; ///< hundredths
};

/// Everything a utility bill says, before it is drawn.
struct BillFacts {
    Utility utility = Utility::Electricity;
    Company supplier;
    QString customerNumber;
    QString billNumber;
    QDate billedOn; ///< within three months before the upload, unless the flaw is BillTooOld
    QDate dueOn;
    QDate periodFrom;
    QDate periodTo;
    QString meterNumber; ///< empty where nothing is metered
    QString unit;
    int readingBefore = 0;
    int readingAfter = 0;
    std::array<int, 12> consumption{}; ///< of the last twelve months, the billed one last
    QList<BillLine> lines;
    qint64 net = 0;
    int vatPercent = 21;
    qint64 vat = 0;
    qint64 total = 0;
    QString iban;
    bool secondPage = false;
};

BillFacts billFacts(const SpecimenRequest& request);

} // namespace finhub::sandbox
