#include "sandbox/specimens/ownershipdeclaration.h"

#include "sandbox/specimens/addressbook.h"
#include "sandbox/specimens/form.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QPainter>

#include <array>

namespace finhub::sandbox {

namespace {
constexpr double Full = Sheet::Right - Sheet::Left;

struct Holding {
    QString company;
    QString registration;
    QString seat;
    int percent = 0;
};

struct Ownership {
    Form form;
    QList<Holding> holdings;
};

Ownership ownershipOf(const SpecimenRequest& request)
{
    static constexpr std::array<QStringView, 8> names{
        u"Orvela Holding",  u"Sandvik Quay Trading", u"Tamarind Estates", u"Kestrel Partners",
        u"Arbora Forestry", u"Marenta Invest",       u"Quillon Media",    u"Brightwater Shipping"};
    SpecimenRandom random(request.seed ^ 0x0B0ULL);
    Ownership ownership;
    ownership.form =
        formFor(request, QStringLiteral("Declaration of beneficial ownership"), QStringLiteral("UBO-3"), 2);
    const int count = random.between(1, 3);
    const int first = random.below(static_cast<int>(names.size()));
    for (int i = 0; i < count; ++i) {
        Holding holding;
        holding.company = names[static_cast<std::size_t>(first + i) % names.size()].toString();
        holding.registration = QString::number(random.between(100000000, 999999999));
        holding.seat = cityOf(request.person.nationality, random.next());
        holding.percent = random.between(5, 20) * 5;
        ownership.holdings.append(holding);
    }
    return ownership;
}

void drawFirstPage(Sheet& sheet, const Ownership& ownership, const SpecimenRequest& request)
{
    double y =
        drawFormHead(sheet, ownership.form,
                     QStringLiteral("The beneficial owner is the natural person to whom the money belongs "
                                    "or who controls it, in the end, through companies or otherwise."));
    y = drawSection(sheet, y, QStringLiteral("1  Person"));
    y = drawPersonFields(sheet, y, request);
    y = drawSection(sheet, y, QStringLiteral("2  On whose behalf I act"));
    sheet.tickBox(Sheet::Left, y, Full, true,
                  QStringLiteral("I open the account for myself and own the money in it"), Ink{34});
    sheet.tickBox(Sheet::Left, y + 70, Full, false,
                  QStringLiteral("I act on behalf of another person, named in an annex"), Ink{34});
    y += 190;
    y = drawSection(sheet, y,
                    QStringLiteral("3  Companies in which I hold 25 % or more, or which I control"));
    const auto row = [&](const QStringList& cells, const Ink& ink) {
        sheet.text(Sheet::Left, y, 640, cells.at(0), ink);
        sheet.text(860, y, 400, cells.at(1), ink);
        sheet.text(1270, y, 400, cells.at(2), ink);
        Ink right = ink;
        right.alignment = Qt::AlignRight | Qt::AlignVCenter;
        sheet.text(1680, y, 220, cells.at(3), right);
        sheet.rule(y + 58);
        y += 72;
    };
    row({QStringLiteral("Company"), QStringLiteral("Register No."), QStringLiteral("Seat"),
         QStringLiteral("Share")},
        boldInk(30));
    for (const Holding& holding : ownership.holdings)
        row({holding.company, holding.registration, holding.seat,
             QStringLiteral("%1 %").arg(holding.percent)},
            Ink{33});
    y += 40;
    y = drawSection(sheet, y, QStringLiteral("4  Nature of control"));
    sheet.tickBox(Sheet::Left, y, 820, true, QStringLiteral("Shares"));
    sheet.tickBox(1050, y, 820, ownership.holdings.size() > 1, QStringLiteral("Voting rights"));
    sheet.tickBox(Sheet::Left, y + 66, 820, ownership.holdings.constFirst().percent > 50,
                  QStringLiteral("Right to appoint the board"));
    sheet.tickBox(1050, y + 66, 820, false, QStringLiteral("Trust or nominee"));
    drawFormFoot(sheet, ownership.form, 1);
}

void drawBox(Sheet& sheet, const QRectF& box, const QString& upper, const QString& lower,
             const QColor& colour)
{
    sheet.fill(box, QColor(0xF4, 0xF6, 0xFA));
    sheet.frame(box, colour, 4);
    Ink ink = boldInk(32);
    ink.alignment = Qt::AlignCenter;
    sheet.text(box.left() + 16, box.top() + 22, box.width() - 32, upper, ink);
    ink = faintInk(27);
    ink.alignment = Qt::AlignCenter;
    sheet.text(box.left() + 16, box.top() + 74, box.width() - 32, lower, ink);
}

void drawSecondPage(Sheet& sheet, const Ownership& ownership)
{
    const QColor line(0x2B, 0x3A, 0x55);
    double y =
        drawFormHead(sheet, ownership.form, QStringLiteral("Continued: structure chart and signature."));
    y = drawSection(sheet, y, QStringLiteral("5  Structure"));
    const QRectF owner(700, y + 30, 700, 140);
    drawBox(sheet, owner, ownership.form.name, QStringLiteral("beneficial owner"), line);
    const double count = static_cast<double>(ownership.holdings.size());
    const double width = 500;
    const double gap = (Full - width * count) / (count + 1);
    const double branch = owner.bottom() + 130;
    for (qsizetype i = 0; i < ownership.holdings.size(); ++i) {
        const Holding& holding = ownership.holdings.at(i);
        const QRectF box(Sheet::Left + gap + (width + gap) * static_cast<double>(i), branch + 150, width,
                         140);
        sheet.painter().setPen(QPen(line, 4));
        sheet.painter().drawLine(QPointF(owner.center().x(), owner.bottom()),
                                 QPointF(owner.center().x(), branch));
        sheet.painter().drawLine(QPointF(owner.center().x(), branch), QPointF(box.center().x(), branch));
        sheet.painter().drawLine(QPointF(box.center().x(), branch), QPointF(box.center().x(), box.top()));
        sheet.text(box.center().x() + 20, branch + 50, 200, QStringLiteral("%1 %").arg(holding.percent),
                   boldInk(32));
        drawBox(sheet, box, holding.company, holding.seat + QStringLiteral(" · ") + holding.registration,
                line);
    }
    y = branch + 400;
    y = drawSection(sheet, y, QStringLiteral("6  Other persons with 25 % or more"));
    sheet.tickBox(Sheet::Left, y, Full, true, QStringLiteral("none"), Ink{34});
    sheet.tickBox(Sheet::Left, y + 70, Full, false,
                  QStringLiteral("named in an annex, each with a copy of an identity document"), Ink{34});
    y = drawSection(sheet, y + 200, QStringLiteral("7  Registers"));
    sheet.paragraph(
        Sheet::Left, y, Full,
        QStringLiteral("The companies above are entered in the register of beneficial owners of the "
                       "country where they have their seat, and the entries agree with this form."),
        Ink{33});
    drawSignatureBlock(sheet, 2330, ownership.form);
    drawFormFoot(sheet, ownership.form, 2);
}
} // namespace

Paper beneficialOwnership(const SpecimenRequest& request)
{
    const Ownership ownership = ownershipOf(request);
    Paper paper;
    paper.title = ownership.form.title;
    paper.pages = {[ownership, request](Sheet& sheet) { drawFirstPage(sheet, ownership, request); },
                   [ownership](Sheet& sheet) { drawSecondPage(sheet, ownership); }};
    return paper;
}

} // namespace finhub::sandbox
