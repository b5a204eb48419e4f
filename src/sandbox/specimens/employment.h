#pragma once

#include "sandbox/specimens/letterhead.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// Where a person works and what they earn: the same on salary slips, letters and bank statements.
struct Employment {
    QString employer;
    Company company;
    QString position;
    QDate since;
    qint64 grossSalary = 0; ///< a month, hundredths
    int taxPermille = 0;
    int insurancePermille = 0;
    qint64 tax = 0;
    qint64 insurance = 0;
    qint64 netSalary = 0; ///< gross - tax - insurance
};

Employment employmentOf(const SpecimenPerson& person);

} // namespace finhub::sandbox
