#pragma once

#include "sandbox/specimens/sheet.h"
#include "sandbox/specimens/specimen.h"

namespace finhub::sandbox {

/// A declaration that a customer fills in and signs: what its pages have in common.
struct Form {
    QString title;
    QString number; ///< of the form
    QString name;   ///< of the person who declares, as shown
    QString city;   ///< where it was signed
    QDate signedOn;
    quint64 hand = 0; ///< of the signature
    int pages = 1;
};

/// A form of this title, signed some days before the upload.
Form formFor(const SpecimenRequest& request, const QString& title, const QString& number, int pages);

/// Title, form number and the paragraph below it; returns the y below.
double drawFormHead(Sheet& sheet, const Form& form, const QString& introduction);
/// A numbered heading on a band; returns the y below.
double drawSection(Sheet& sheet, double y, const QString& title);
/// Name, date of birth, nationality and address of the person who declares; returns the y below.
double drawPersonFields(Sheet& sheet, double y, const SpecimenRequest& request);
/// Declares that all is true, and signs.
void drawSignatureBlock(Sheet& sheet, double y, const Form& form);
/// The marks with the form's footer.
void drawFormFoot(Sheet& sheet, const Form& form, int page);

} // namespace finhub::sandbox
