#include "sandbox/specimens/identityprint.h"

#include "sandbox/specimens/capitals.h"
#include "sandbox/specimens/guilloche.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/portrait.h"
#include "sandbox/specimens/shownperson.h"
#include "sandbox/specimens/signature.h"
#include "sandbox/specimens/typeface.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>

namespace finhub::sandbox {

namespace {
const QColor LabelInk(0x5C, 0x64, 0x70);
const QColor ValueInk(0x1B, 0x1E, 0x24);

void drawShadedFace(QPainter& painter, const QRectF& frame, const IdentityPrint& print)
{
    QLinearGradient backdrop(frame.topLeft(), frame.bottomLeft());
    backdrop.setColorAt(0, QColor(0xDD, 0xE5, 0xEA));
    backdrop.setColorAt(1, QColor(0xC3, 0xCF, 0xD6));
    painter.fillRect(frame, backdrop);
    drawPortraitIn(painter, frame, print.face, print.outfit);
}
} // namespace

IdentityPrint identityPrint(const SpecimenRequest& request)
{
    const SpecimenPerson shown = shownPerson(request);
    IdentityPrint print;
    print.fields = identityFields(request);
    print.country = countryNamed(request.person.nationality);
    print.face = faceOf(request.person, print.fields.issuedOn);
    print.outfit = outfitFor(request.person, request.seed);
    print.signatureName = shown.firstName.left(1) + u' ' + shown.lastName;
    print.hand = personSeed(request.person);
    print.seed = request.seed;
    return print;
}

QImage securitySheet(const QSize& size, double cornerRadius, const IdentityPrint& print)
{
    QImage sheet(size, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::transparent);
    const QRectF area(QPointF(0, 0), QSizeF(size));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSecurityPaper(painter, area, print.country, print.seed);
    // Antialiased corners: the paper is kept where the rounded shape is.
    QPainterPath outside;
    outside.addRect(area);
    QPainterPath inside;
    inside.addRoundedRect(area, cornerRadius, cornerRadius);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillPath(outside.subtracted(inside), Qt::black);
    return sheet;
}

QString inThreeLanguages(const QString& native, const QString& english, const QString& french)
{
    QStringList words{capitals(native), english, french};
    words.removeDuplicates();
    return words.join(QStringLiteral(" · "));
}

void drawField(QPainter& painter, const QRectF& box, const QString& label, const QString& value,
               int valueSize)
{
    const double labelHeight = 20;
    drawFitted(painter, QRectF(box.left(), box.top(), box.width(), labelHeight),
               {label, Typeface::Sans, 16, 11, LabelInk});
    const QRectF valueBox(box.left(), box.top() + labelHeight, box.width(), valueSize * 1.28);
    FittedText line{value, Typeface::SansBold, valueSize, valueSize * 3 / 5, ValueInk};
    const QFontMetricsF smallest(typeface(line.face, line.smallestPixelSize));
    const qsizetype middle = value.lastIndexOf(u' ', value.size() * 3 / 5);
    if (smallest.horizontalAdvance(value) > box.width() && middle > 0) {
        line.pixelSize = line.smallestPixelSize;
        line.smallestPixelSize = 10;
        const double half = valueBox.height() / 2;
        line.text = value.left(middle);
        drawFitted(painter, QRectF(box.left(), valueBox.top(), box.width(), half), line);
        line.text = value.mid(middle + 1);
        drawFitted(painter, QRectF(box.left(), valueBox.top() + half, box.width(), half), line);
        return;
    }
    line.smallestPixelSize = 10;
    drawFitted(painter, valueBox, line);
}

void drawMainPortrait(QPainter& painter, const QRectF& frame, const IdentityPrint& print)
{
    drawShadedFace(painter, frame, print);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 60), 1.5));
    painter.drawRect(frame);
}

void drawGhostPortrait(QPainter& painter, const QRectF& frame, const IdentityPrint& print)
{
    QImage ghost(frame.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    ghost.fill(Qt::transparent);
    {
        QPainter inner(&ghost);
        inner.setRenderHint(QPainter::Antialiasing);
        drawPortraitIn(inner, ghost.rect(), print.face, print.outfit);
    }
    // One ink: the darkness of the drawing becomes the ink's opacity.
    const QColor ink = print.country.colours[0].darker(150);
    for (int y = 0; y < ghost.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(ghost.scanLine(y));
        for (int x = 0; x < ghost.width(); ++x) {
            const int alpha = qAlpha(row[x]) * (290 - qGray(row[x])) / 255 * 120 / 255;
            row[x] = qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), std::min(alpha, 255)));
        }
    }
    painter.drawImage(frame.topLeft(), ghost);
}

void drawZonePaper(QPainter& painter, const QRectF& band)
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    painter.fillRect(band, QColor(255, 255, 255, 130));
    painter.restore();
}

void drawMachineReadableZone(QPainter& painter, const QRectF& zone, const QStringList& lines, int columns)
{
    constexpr double AdvancePerPixel = 0.602; // of DejaVu Sans Mono
    const double step = zone.width() / columns;
    const QFont font = typeface(Typeface::Mono, static_cast<int>(step / AdvancePerPixel));
    const double leading = zone.height() / static_cast<double>(lines.size());
    painter.setFont(font);
    painter.setPen(QColor(0x12, 0x12, 0x14));
    // Character by character: a machine expects each in its own column, whatever the font.
    for (qsizetype row = 0; row < lines.size(); ++row)
        for (qsizetype column = 0; column < lines.at(row).size(); ++column)
            painter.drawText(QRectF(zone.left() + step * static_cast<double>(column),
                                    zone.top() + leading * static_cast<double>(row), step, leading),
                             Qt::AlignCenter | Qt::TextDontClip, QString(lines.at(row).at(column)));
}

void drawSeal(QPainter& painter, const QPointF& centre, double radius, const Country& country)
{
    const QColor ink = country.colours[0].darker(125);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, radius * 0.05));
    painter.drawEllipse(centre, radius, radius);
    painter.drawEllipse(centre, radius * 0.84, radius * 0.84);
    const int points = 5 + static_cast<int>(textSeed(country.name) % 4);
    QPolygonF star;
    for (int i = 0; i < points * 2; ++i) {
        const double angle = M_PI * i / points - M_PI / 2;
        const double r = radius * (i % 2 == 0 ? 0.7 : 0.32);
        star.append(centre + QPointF(std::cos(angle), std::sin(angle)) * r);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(star);
    painter.setBrush(country.colours[2]);
    painter.drawEllipse(centre, radius * 0.16, radius * 0.16);
    painter.restore();
}

void drawMicrotext(QPainter& painter, const QRectF& line, const QColor& ink)
{
    painter.setFont(typeface(Typeface::Sans, 7));
    painter.setPen(ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QStringLiteral("SPECIMEN ").repeated(40));
}

} // namespace finhub::sandbox
