#pragma once

#include "core/enums.h"

#include <QByteArray>
#include <QDate>
#include <QString>

/// The sandbox's documents: real, openable files for people who do not exist, each one marked SPECIMEN.
namespace finhub::sandbox {

/// The customer as declared at registration (2.4).
struct SpecimenPerson {
    QString firstName;
    QString lastName;
    QDate dateOfBirth;
    QString nationality; ///< English short name of a country (1.6)
    QString gender;      ///< MALE, FEMALE, OTHER or empty
    QString placeOfBirth;
};

/// What a reviewer should find; section 5 has a reason code for each.
enum class Flaw { None, Blurred, Cropped, BlackAndWhite, Expired, NameDiffers, BirthDateDiffers, BillTooOld };

/// One document to draw.
struct SpecimenRequest {
    DocumentType type = DocumentType::Unknown;
    MimeType mime = MimeType::Unknown;
    SpecimenPerson person;
    Flaw flaw = Flaw::None;
    quint64 seed = 0; ///< differs from document to document, and with it the bytes
    QDate uploadedOn; ///< what "expired" and "too old" are counted from
};

/// The bytes of a file of the asked kind. The same request gives the same bytes, in any process and on any
/// thread; a QGuiApplication must exist. A flaw that the type cannot carry is ignored; an unknown type or
/// kind of file gives an empty array.
QByteArray drawSpecimen(const SpecimenRequest& request);

/// The flaw of document `seed`: about a quarter of all documents carry one that fits their type.
Flaw flawFor(DocumentType type, quint64 seed);

} // namespace finhub::sandbox
