#include "sandbox/specimens/form.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/shownperson.h"
#include "sandbox/specimens/signature.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QPainter>

namespace finhub::sandbox {

namespace {
const QColor Band(0x2B, 0x3A, 0x55);
constexpr double Full = Sheet::Right - Sheet::Left;
} // namespace

Form formFor(const SpecimenRequest& request, const QString& title, const QString& number, int pages)
{
    const SpecimenPerson shown = shownPerson(request);
    SpecimenRandom random(request.seed ^ 0xF023ULL);
    Form form;
    form.title = title;
    form.number = number + QStringLiteral(" / %1").arg(random.between(100000, 999999));
    form.name = QStringList{shown.firstName, shown.lastName}.join(u' ');
    form.city = addressOf(request.person).city;
    form.signedOn = request.uploadedOn.addDays(-random.between(0, 20));
    form.hand = personSeed(request.person);
    form.pages = pages;
    return form;
}

double drawFormHead(Sheet& sheet, const Form& form, const QString& introduction)
{
    sheet.fill(QRectF(0, 0, Sheet::Width, 36), Band);
    Ink title = boldInk(58);
    title.colour = Band;
    sheet.text(Sheet::Left, 130, 1280, form.title, title);
    Ink number = faintInk(28);
    number.alignment = Qt::AlignRight | Qt::AlignVCenter;
    sheet.text(1400, 150, Sheet::Right - 1400, QStringLiteral("Form ") + form.number, number);
    return sheet.paragraph(Sheet::Left, 240, Full, introduction, faintInk(30)) + 30;
}

double drawSection(Sheet& sheet, double y, const QString& title)
{
    sheet.fill(QRectF(Sheet::Left, y, Full, 62), QColor(0xE6, 0xEA, 0xF1));
    Ink ink = boldInk(32);
    ink.colour = Band;
    sheet.text(Sheet::Left + 20, y + 8, Full - 40, title, ink);
    return y + 92;
}

double drawPersonFields(Sheet& sheet, double y, const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    const PostalAddress address = addressOf(request.person);
    const double half = (Full - 60) / 2;
    const double right = Sheet::Left + half + 60;
    sheet.formField(Sheet::Left, y, half, QStringLiteral("Surname"), shown.lastName);
    sheet.formField(right, y, half, QStringLiteral("Given names"), shown.firstName);
    sheet.formField(Sheet::Left, y + 118, half, QStringLiteral("Date of birth"),
                    shortDate(shown.dateOfBirth));
    sheet.formField(right, y + 118, half, QStringLiteral("Nationality"), shown.nationality);
    sheet.formField(Sheet::Left, y + 236, half, QStringLiteral("Street and number"), address.street);
    sheet.formField(right, y + 236, half, QStringLiteral("Postal code, city, country"),
                    address.lines().mid(1).join(QStringLiteral(", ")));
    return y + 370;
}

void drawSignatureBlock(Sheet& sheet, double y, const Form& form)
{
    sheet.paragraph(
        Sheet::Left, y, Full,
        QStringLiteral("I declare that what is written above is complete and true, and that I will "
                       "report every change within fourteen days."),
        Ink{30});
    y += 150;
    drawSignature(sheet.painter(), QRectF(1120, y, 640, 170), form.name, form.hand, QColor(0x1E, 0x2A, 0x5A));
    sheet.text(Sheet::Left, y + 120, 700, form.city + QStringLiteral(", ") + shortDate(form.signedOn),
               boldInk(33));
    sheet.fill(QRectF(Sheet::Left, y + 176, 700, 2.5), QColor(0xA8, 0xB0, 0xBA));
    sheet.fill(QRectF(1060, y + 176, Sheet::Right - 1060, 2.5), QColor(0xA8, 0xB0, 0xBA));
    sheet.text(Sheet::Left, y + 186, 700, QStringLiteral("Place and date"), faintInk(24));
    sheet.text(1060, y + 186, Sheet::Right - 1060, QStringLiteral("Signature: ") + form.name, faintInk(24));
}

void drawFormFoot(Sheet& sheet, const Form& form, int page)
{
    sheet.specimenMarks(
        QStringLiteral("Form %1 · %2 · page %3 of %4").arg(form.number, form.name).arg(page).arg(form.pages));
}

} // namespace finhub::sandbox
