#pragma once

#include "sandbox/specimens/specimen.h"

#include <QStringList>

namespace finhub::sandbox {

/// The kinds of identity document that are drawn.
enum class IdentityKind { Passport, IdentityCard, DrivingLicence };

/// Everything an identity document prints.
struct IdentityFields {
    IdentityKind kind = IdentityKind::IdentityCard;
    QString surname; ///< upper case, as the three texts below
    QString givenNames;
    QString nationality;
    QString placeOfBirth;
    QString sex; ///< M, F or X
    QDate dateOfBirth;
    QString documentNumber;
    QDate issuedOn;
    QDate expiresOn;
    QString authority;
    QString personalNumber; ///< of the holder, the same on all documents
    /// ICAO 9303: two lines of 44 for a passport, three of 30 for an identity card. Driving licences have
    /// none in Europe: empty.
    QStringList mrz;
};

/// True for the types of 4.4 that satisfy GOVERNMENT_ID.
bool isIdentityDocument(DocumentType type);

/// What drawSpecimen() prints for a request whose type is an identity document, flaws included.
IdentityFields identityFields(const SpecimenRequest& request);

} // namespace finhub::sandbox
