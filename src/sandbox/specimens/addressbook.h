#pragma once

#include "sandbox/specimens/specimen.h"

#include <QStringList>

namespace finhub::sandbox {

struct PostalAddress {
    QString street; ///< with the house number
    QString postalCode;
    QString city;
    QString country; ///< English name

    /// As on an envelope: street, code and city, country.
    QStringList lines() const;
};

/// Where a person lives: the same for all documents of a person, in the country of the nationality.
PostalAddress addressOf(const SpecimenPerson& person);

/// A city of the country, for a place of birth that was not declared; `choice` picks it.
QString cityOf(const QString& englishCountry, quint64 choice);

} // namespace finhub::sandbox
