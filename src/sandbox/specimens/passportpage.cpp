#include "sandbox/specimens/passportpage.h"

#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/signature.h"
#include "sandbox/specimens/specimenmark.h"
#include "sandbox/specimens/typeface.h"

#include <QPainter>

namespace finhub::sandbox {

namespace {
constexpr QSize PageSize(1400, 985);
constexpr double Margin = 56;
constexpr QRectF Photo(Margin, 176, 304, 383.5);
constexpr QRectF Zone(Margin, 812, PageSize.width() - 2 * Margin, 140);

void drawHeading(QPainter& painter, const IdentityPrint& print)
{
    const QColor ink = print.country.colours[0].darker(150);
    drawSeal(painter, QPointF(Margin + 44, 84), 42, print.country);
    drawFitted(
        painter, QRectF(Margin + 110, 38, 820, 46),
        {print.country.nativeName, Typeface::SansBold, 34, 20, ink, Qt::AlignLeft | Qt::AlignVCenter, 2});
    const QString words =
        inThreeLanguages(print.country.passportWord, QStringLiteral("PASSPORT"), QStringLiteral("PASSEPORT"));
    drawFitted(painter, QRectF(Margin + 110, 88, 820, 34),
               {words, Typeface::Sans, 23, 14, ink, Qt::AlignLeft | Qt::AlignVCenter, 2});
    drawFitted(painter, QRectF(1060, 44, PageSize.width() - Margin - 1060, 40),
               {QStringLiteral("SPECIMEN"), Typeface::SansBold, 30, 20, QColor(0xB4, 0x23, 0x28),
                Qt::AlignRight | Qt::AlignVCenter, 5});
    drawFitted(painter, QRectF(1060, 88, PageSize.width() - Margin - 1060, 34),
               {QStringLiteral("not a travel document"), Typeface::Sans, 17, 12, QColor(0xB4, 0x23, 0x28),
                Qt::AlignRight | Qt::AlignVCenter});
    // A ribbon of the flag's colours.
    const double third = (PageSize.width() - 2 * Margin) / 3;
    for (std::size_t i = 0; i < print.country.colours.size(); ++i)
        painter.fillRect(QRectF(Margin + third * static_cast<double>(i), 142, third, 5),
                         print.country.colours[i]);
    drawMicrotext(painter, QRectF(Margin, 149, PageSize.width() - 2 * Margin, 10), ink);
}

/// The sign of a passport with a chip.
void drawChipSign(QPainter& painter, const QPointF& at)
{
    painter.setPen(QPen(QColor(0x3A, 0x3F, 0x48), 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(at.x(), at.y(), 54, 32));
    painter.setBrush(QColor(0xFA, 0xFA, 0xFA));
    painter.drawLine(at + QPointF(0, 16), at + QPointF(54, 16));
    painter.drawEllipse(at + QPointF(27, 16), 9, 9);
}

void drawFields(QPainter& painter, const IdentityPrint& print)
{
    const IdentityFields& f = print.fields;
    const double left = 396;
    const double wide = 640;
    const double half = 300;
    const double second = left + half + 40;
    const double right = 1064;
    drawField(painter, {left, 174, 110, 50}, QStringLiteral("Type / Type"), QStringLiteral("P"), 27);
    drawField(painter, {left + 130, 174, 170, 50}, QStringLiteral("Code / Code"), print.country.mrzCode, 27);
    drawField(painter, {second, 174, 300, 50}, QStringLiteral("Passport No. / Passeport N°"),
              f.documentNumber, 27);
    drawField(painter, {left, 250, wide, 60}, QStringLiteral("1. Surname / Nom"), f.surname, 33);
    drawField(painter, {left, 326, wide, 60}, QStringLiteral("2. Given names / Prénoms"), f.givenNames, 33);
    drawField(painter, {left, 402, wide, 54}, QStringLiteral("3. Nationality / Nationalité"), f.nationality,
              27);
    drawField(painter, {left, 472, half, 54}, QStringLiteral("4. Date of birth / Date de naissance"),
              passportDate(f.dateOfBirth), 27);
    drawField(painter, {second, 472, half, 54}, QStringLiteral("5. Personal No. / N° personnel"),
              f.personalNumber, 27);
    drawField(painter, {left, 542, 110, 54}, QStringLiteral("6. Sex / Sexe"), f.sex, 27);
    drawField(painter, {left + 130, 542, 510, 54}, QStringLiteral("7. Place of birth / Lieu de naissance"),
              f.placeOfBirth, 27);
    drawField(painter, {left, 612, half, 54}, QStringLiteral("8. Date of issue / Date de délivrance"),
              passportDate(f.issuedOn), 27);
    drawField(painter, {second, 612, half, 54}, QStringLiteral("9. Date of expiry / Date d’expiration"),
              passportDate(f.expiresOn), 27);
    drawField(painter, {left, 682, wide, 54}, QStringLiteral("10. Authority / Autorité"), f.authority, 25);
    drawField(painter, {right, 682, PageSize.width() - Margin - right, 54},
              QStringLiteral("Document / Document"), QStringLiteral("SPECIMEN"), 25);
}
} // namespace

QImage drawPassportPage(const IdentityPrint& print)
{
    QImage page = securitySheet(PageSize, 34, print);
    QPainter painter(&page);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawZonePaper(painter, QRectF(0, 790, PageSize.width(), 195));
    drawSpecimenMark(painter, QRectF(430, 250, 800, 420), -24);
    drawHeading(painter, print);
    drawMainPortrait(painter, Photo, print);
    drawGhostPortrait(painter, QRectF(1090, 330, 216, 272.5), print);
    drawChipSign(painter, QPointF(1290, 176));
    drawFields(painter, print);
    painter.setPen(QPen(QColor(0x5C, 0x64, 0x70), 1.2));
    painter.drawLine(QPointF(Photo.left(), 716), QPointF(Photo.right(), 716));
    drawSignature(painter, QRectF(Photo.left() + 6, 586, Photo.width() - 12, 122), print.signatureName,
                  print.hand, QColor(0x1E, 0x2A, 0x5A));
    drawFitted(painter, QRectF(Photo.left(), 720, Photo.width(), 22),
               {QStringLiteral("Signature of bearer / Signature du titulaire"), Typeface::Sans, 14, 10,
                QColor(0x5C, 0x64, 0x70)});
    drawMachineReadableZone(painter, Zone, print.fields.mrz, 44);
    return page;
}

} // namespace finhub::sandbox
