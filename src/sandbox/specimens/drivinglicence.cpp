#include "sandbox/specimens/drivinglicence.h"

#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/identitycard.h"
#include "sandbox/specimens/signature.h"
#include "sandbox/specimens/specimenmark.h"
#include "sandbox/specimens/specimenrandom.h"
#include "sandbox/specimens/typeface.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace finhub::sandbox {

namespace {
constexpr double Margin = 48;
constexpr QRectF Photo(Margin, 196, 268, 338);
const QColor Ink(0x1B, 0x1E, 0x24);

/// The blue field with the country's letters, within twelve stars for a member of the Union.
void drawCountrySign(QPainter& painter, const QRectF& field, const Country& country)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x0A, 0x3D, 0x91));
    painter.drawRoundedRect(field, 10, 10);
    if (country.inEuropeanUnion) {
        painter.setBrush(QColor(0xF7, 0xD1, 0x17));
        for (int i = 0; i < 12; ++i) {
            const double angle = M_PI * i / 6;
            const QPointF at =
                field.center() + QPointF(std::cos(angle), std::sin(angle)) * field.height() * 0.39;
            painter.drawEllipse(at, 4, 4);
        }
    }
    drawFitted(painter, field.adjusted(26, 26, -26, -26),
               {country.iso2.isEmpty() ? country.mrzCode : country.iso2, Typeface::SansBold, 30, 14,
                Qt::white, Qt::AlignCenter});
}

void drawHeading(QPainter& painter, const IdentityPrint& print)
{
    const QColor ink = print.country.colours[0].darker(150);
    drawCountrySign(painter, QRectF(Margin, 34, 130, 118), print.country);
    drawFitted(
        painter, QRectF(Margin + 156, 40, 720, 42),
        {print.country.nativeName, Typeface::SansBold, 31, 18, ink, Qt::AlignLeft | Qt::AlignVCenter, 2});
    const QString words = inThreeLanguages(print.country.licenceWord, QStringLiteral("DRIVING LICENCE"),
                                           QStringLiteral("PERMIS DE CONDUIRE"));
    drawFitted(painter, QRectF(Margin + 156, 88, 720, 30),
               {words, Typeface::Sans, 20, 11, ink, Qt::AlignLeft | Qt::AlignVCenter, 1});
    drawMicrotext(painter, QRectF(Margin + 156, 126, 720, 10), ink);
    drawFitted(painter, QRectF(960, 40, CardSize.width() - Margin - 960, 40),
               {QStringLiteral("SPECIMEN"), Typeface::SansBold, 30, 20, QColor(0xB4, 0x23, 0x28),
                Qt::AlignRight | Qt::AlignVCenter, 5});
}

void drawNumbered(QPainter& painter, const QRectF& line, const QString& number, const QString& value,
                  int size)
{
    drawFitted(painter, QRectF(line.left(), line.top(), 52, line.height()),
               {number, Typeface::Sans, 20, 14, QColor(0x5C, 0x64, 0x70)});
    drawFitted(painter, line.adjusted(58, 0, 0, 0), {value, Typeface::SansBold, size, 11, Ink});
}

void drawFields(QPainter& painter, const IdentityPrint& print)
{
    const IdentityFields& f = print.fields;
    const double left = 356;
    const double wide = 690;
    drawNumbered(painter, {left, 196, wide, 44}, QStringLiteral("1."), f.surname, 33);
    drawNumbered(painter, {left, 250, wide, 44}, QStringLiteral("2."), f.givenNames, 33);
    drawNumbered(painter, {left, 304, wide, 40}, QStringLiteral("3."),
                 shortDate(f.dateOfBirth) + QStringLiteral("   ") + f.placeOfBirth, 27);
    drawNumbered(painter, {left, 354, 320, 40}, QStringLiteral("4a."), shortDate(f.issuedOn), 27);
    drawNumbered(painter, {left + 330, 354, wide - 330, 40}, QStringLiteral("4b."), shortDate(f.expiresOn),
                 27);
    drawNumbered(painter, {left, 404, wide, 40}, QStringLiteral("4c."), f.authority, 27);
    drawNumbered(painter, {left, 454, 320, 40}, QStringLiteral("5."), f.documentNumber, 27);
    drawNumbered(painter, {left + 330, 454, wide - 330, 40}, QStringLiteral("4d."), f.personalNumber, 27);
    drawNumbered(painter, {left, 504, wide, 30}, QStringLiteral("7."), QString(), 27);
}

/// 9.: the categories, and since when the holder may drive them.
void drawCategories(QPainter& painter, const IdentityPrint& print)
{
    static constexpr std::array<QStringView, 8> categories{u"AM", u"A1", u"A", u"B1",
                                                           u"B",  u"BE", u"C", u"D"};
    SpecimenRandom random(print.seed ^ 0xCA7E6ULL);
    const double top = 618;
    const double cell = (CardSize.width() - 2 * Margin - 52) / categories.size();
    drawFitted(painter, QRectF(Margin, top, 50, 48),
               {QStringLiteral("9."), Typeface::Sans, 20, 14, QColor(0x5C, 0x64, 0x70)});
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const QRectF box(Margin + 52 + cell * static_cast<double>(i), top, cell, 132);
        painter.setPen(QPen(QColor(0x5C, 0x64, 0x70, 150), 1.2));
        painter.setBrush(QColor(255, 255, 255, 90));
        painter.drawRect(box);
        painter.drawLine(box.topLeft() + QPointF(0, 48), box.topRight() + QPointF(0, 48));
        const bool held = categories[i] == u"B" || categories[i] == u"AM" || random.oneIn(4);
        drawFitted(painter, QRectF(box.left(), top, cell, 48),
                   {categories[i].toString(), Typeface::SansBold, 26, 14, Ink, Qt::AlignCenter});
        drawFitted(painter, QRectF(box.left() + 4, top + 48, cell - 8, 42),
                   {held ? shortDate(print.fields.issuedOn) : QStringLiteral("–"), Typeface::Sans, 19, 10,
                    Ink, Qt::AlignCenter});
        drawFitted(painter, QRectF(box.left() + 4, top + 90, cell - 8, 42),
                   {held ? shortDate(print.fields.expiresOn) : QStringLiteral("–"), Typeface::Sans, 19, 10,
                    Ink, Qt::AlignCenter});
    }
}
} // namespace

QImage drawDrivingLicence(const IdentityPrint& print)
{
    QImage card = securitySheet(CardSize, 46, print);
    QPainter painter(&card);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    drawSpecimenMark(painter, QRectF(360, 190, 780, 380), -20);
    drawHeading(painter, print);
    drawMainPortrait(painter, Photo, print);
    drawGhostPortrait(painter, QRectF(1070, 300, 182, 229.6), print);
    drawFields(painter, print);
    drawSignature(painter, QRectF(414, 506, 400, 84), print.signatureName, print.hand,
                  QColor(0x1E, 0x2A, 0x5A));
    drawCategories(painter, print);
    return card;
}

} // namespace finhub::sandbox
