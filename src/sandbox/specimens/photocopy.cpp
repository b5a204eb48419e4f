#include "sandbox/specimens/photocopy.h"

#include "sandbox/specimens/documentdate.h"
#include "sandbox/specimens/identityfields.h"
#include "sandbox/specimens/shownperson.h"

#include <QPainter>

#include <algorithm>

namespace finhub::sandbox {

namespace {
QString titleOf(const SpecimenRequest& request)
{
    if (!isIdentityDocument(request.type))
        return QStringLiteral("Photograph");
    switch (identityFields(request).kind) {
    case IdentityKind::Passport:
        return QStringLiteral("Copy of passport");
    case IdentityKind::IdentityCard:
        return QStringLiteral("Copy of identity card");
    case IdentityKind::DrivingLicence:
        return QStringLiteral("Copy of driving licence");
    }
    return {};
}
} // namespace

Paper photocopy(const SpecimenRequest& request, const QImage& picture)
{
    constexpr QSizeF Room(1700, 1900);
    const SpecimenPerson shown = shownPerson(request);
    const QString name = QStringList{shown.firstName, shown.lastName}.join(u' ');
    const QString title = titleOf(request);
    const QString scannedOn = QStringLiteral("Scanned on ") + shortDate(request.uploadedOn);
    // 150 dpi are enough for a copy and keep the file small.
    const QSizeF placed = QSizeF(picture.size()).scaled(Room, Qt::KeepAspectRatio);
    const QImage small = picture.scaled((placed * 150 / 254).toSize().boundedTo(picture.size()),
                                        Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    Paper paper;
    paper.title = title;
    paper.pages.append([=](Sheet& sheet) {
        sheet.text(Sheet::Left, 150, 1200, title, boldInk(48));
        sheet.text(Sheet::Left, 230, 1200, name + QStringLiteral(" · ") + scannedOn, faintInk(30));
        sheet.painter().drawImage(QRectF(QPointF((Sheet::Width - placed.width()) / 2, 340), placed), small);
        sheet.specimenMarks(title + QStringLiteral(" · page 1 of 1"));
    });
    return paper;
}

} // namespace finhub::sandbox
