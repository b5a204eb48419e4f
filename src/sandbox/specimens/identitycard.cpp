#include "sandbox/specimens/identitycard.h"

#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/signature.h"
#include "sandbox/specimens/specimenmark.h"
#include "sandbox/specimens/typeface.h"

#include <QLinearGradient>
#include <QPainter>

namespace finhub::sandbox {

namespace {
constexpr double Margin = 48;
constexpr QRectF Photo(Margin, 142, 268, 338);
constexpr QRectF Zone(110, 624, CardSize.width() - 220, 180);

void drawHeading(QPainter& painter, const IdentityPrint& print)
{
    const QColor ink = print.country.colours[0].darker(150);
    drawSeal(painter, QPointF(Margin + 38, 70), 36, print.country);
    drawFitted(
        painter, QRectF(Margin + 94, 30, 780, 42),
        {print.country.nativeName, Typeface::SansBold, 31, 18, ink, Qt::AlignLeft | Qt::AlignVCenter, 2});
    const QString words = inThreeLanguages(print.country.cardWord, QStringLiteral("IDENTITY CARD"),
                                           QStringLiteral("CARTE D’IDENTITÉ"));
    drawFitted(painter, QRectF(Margin + 94, 76, 780, 30),
               {words, Typeface::Sans, 20, 12, ink, Qt::AlignLeft | Qt::AlignVCenter, 1});
    drawFitted(painter, QRectF(960, 36, CardSize.width() - Margin - 960, 40),
               {QStringLiteral("SPECIMEN"), Typeface::SansBold, 30, 20, QColor(0xB4, 0x23, 0x28),
                Qt::AlignRight | Qt::AlignVCenter, 5});
    const double third = (CardSize.width() - 2 * Margin) / 3;
    for (std::size_t i = 0; i < print.country.colours.size(); ++i)
        painter.fillRect(QRectF(Margin + third * static_cast<double>(i), 118, third, 4),
                         print.country.colours[i]);
    drawMicrotext(painter, QRectF(Margin, 123, CardSize.width() - 2 * Margin, 10), ink);
}

void drawChip(QPainter& painter, const QRectF& chip)
{
    QLinearGradient gold(chip.topLeft(), chip.bottomRight());
    gold.setColorAt(0, QColor(0xE8, 0xD2, 0x8C));
    gold.setColorAt(0.5, QColor(0xC9, 0xA8, 0x52));
    gold.setColorAt(1, QColor(0xE2, 0xC8, 0x7C));
    painter.setBrush(gold);
    painter.setPen(QPen(QColor(0x86, 0x6C, 0x2C), 1.6));
    painter.drawRoundedRect(chip, 12, 12);
    const QRectF heart =
        chip.adjusted(chip.width() * 0.33, chip.height() * 0.28, -chip.width() * 0.33, -chip.height() * 0.28);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(heart, 6, 6);
    for (const double y : {heart.top(), heart.center().y(), heart.bottom()}) {
        painter.drawLine(QPointF(chip.left(), y), QPointF(heart.left(), y));
        painter.drawLine(QPointF(heart.right(), y), QPointF(chip.right(), y));
    }
}

void drawFields(QPainter& painter, const IdentityPrint& print)
{
    const IdentityFields& f = print.fields;
    const double left = 352;
    const double wide = 640;
    const double half = 300;
    const double second = left + half + 30;
    drawField(painter, {left, 142, wide, 56}, QStringLiteral("Surname / Nom"), f.surname, 31);
    drawField(painter, {left, 212, wide, 56}, QStringLiteral("Given names / Prénoms"), f.givenNames, 31);
    drawField(painter, {left, 282, 90, 50}, QStringLiteral("Sex / Sexe"), f.sex, 25);
    drawField(painter, {left + 110, 282, wide - 110, 50}, QStringLiteral("Nationality / Nationalité"),
              f.nationality, 25);
    drawField(painter, {left, 346, half, 50}, QStringLiteral("Date of birth / Date de naissance"),
              shortDate(f.dateOfBirth), 25);
    drawField(painter, {second, 346, half, 50}, QStringLiteral("Place of birth / Lieu de naissance"),
              f.placeOfBirth, 25);
    drawField(painter, {left, 410, half, 50}, QStringLiteral("Document No. / N° du document"),
              f.documentNumber, 25);
    drawField(painter, {second, 410, half, 50}, QStringLiteral("Personal No. / N° personnel"),
              f.personalNumber, 25);
    drawField(painter, {left, 474, half, 50}, QStringLiteral("Date of issue / Date de délivrance"),
              shortDate(f.issuedOn), 25);
    drawField(painter, {second, 474, half, 50}, QStringLiteral("Date of expiry / Date d’expiration"),
              shortDate(f.expiresOn), 25);
    drawField(painter, {left, 538, wide, 50}, QStringLiteral("Authority / Autorité"), f.authority, 23);
}
} // namespace

QImage drawIdentityCard(const IdentityPrint& print)
{
    QImage card = securitySheet(CardSize, 46, print);
    QPainter painter(&card);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawZonePaper(painter, QRectF(0, 606, CardSize.width(), 214));
    drawSpecimenMark(painter, QRectF(360, 170, 780, 380), -20);
    drawHeading(painter, print);
    drawMainPortrait(painter, Photo, print);
    drawChip(painter, QRectF(1092, 150, 136, 108));
    drawGhostPortrait(painter, QRectF(1072, 316, 176, 222), print);
    drawFields(painter, print);
    drawSignature(painter, QRectF(Photo.left() + 6, 492, Photo.width() - 12, 76), print.signatureName,
                  print.hand, QColor(0x1E, 0x2A, 0x5A));
    drawFitted(painter, QRectF(Photo.left(), 574, Photo.width(), 20),
               {QStringLiteral("Signature / Signature"), Typeface::Sans, 14, 10, QColor(0x5C, 0x64, 0x70)});
    drawMachineReadableZone(painter, Zone, print.fields.mrz, 30);
    return card;
}

} // namespace finhub::sandbox
