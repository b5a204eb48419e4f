#include "sandbox/specimens/specimen.h"

#include "sandbox/specimens/bill.h"
#include "sandbox/specimens/drivinglicence.h"
#include "sandbox/specimens/fundsdeclaration.h"
#include "sandbox/specimens/identitycard.h"
#include "sandbox/specimens/imagefile.h"
#include "sandbox/specimens/incomeproof.h"
#include "sandbox/specimens/ownershipdeclaration.h"
#include "sandbox/specimens/paperfile.h"
#include "sandbox/specimens/passportpage.h"
#include "sandbox/specimens/pepdeclaration.h"
#include "sandbox/specimens/personseed.h"
#include "sandbox/specimens/photocopy.h"
#include "sandbox/specimens/photoeffects.h"
#include "sandbox/specimens/photograph.h"
#include "sandbox/specimens/selfie.h"
#include "sandbox/specimens/specimenrandom.h"
#include "sandbox/specimens/statement.h"

namespace finhub::sandbox {

namespace {
QImage identitySheet(const SpecimenRequest& request)
{
    const IdentityPrint print = identityPrint(request);
    switch (print.fields.kind) {
    case IdentityKind::Passport:
        return drawPassportPage(print);
    case IdentityKind::IdentityCard:
        return drawIdentityCard(print);
    case IdentityKind::DrivingLicence:
        return drawDrivingLicence(print);
    }
    return {};
}

/// Cameras make JPEGs, and about half of those lie on a table; scanners make the rest.
QImage identityPicture(const SpecimenRequest& request)
{
    const QImage sheet = identitySheet(request);
    const bool onTable = request.mime == MimeType::Jpeg && SpecimenRandom(request.seed ^ 0x7AB1EULL).oneIn(2);
    return onTable ? photographed(sheet, request.seed) : scanned(sheet);
}

Paper paperFor(const SpecimenRequest& request)
{
    switch (request.type) {
    case DocumentType::ProofOfAddress:
        return utilityBill(request);
    case DocumentType::SourceOfFunds:
        return sourceOfFunds(request);
    case DocumentType::BankStatement:
        return bankStatement(request);
    case DocumentType::IncomeProof:
        return incomeProof(request);
    case DocumentType::BeneficialOwnership:
        return beneficialOwnership(request);
    case DocumentType::PepDeclaration:
        return pepDeclaration(request);
    case DocumentType::Passport:
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::DriversLicense:
    case DocumentType::GovernmentId:
    case DocumentType::Selfie:
    case DocumentType::Unknown:
        break;
    }
    return {};
}
} // namespace

QByteArray drawSpecimen(const SpecimenRequest& request)
{
    if (request.type == DocumentType::Unknown || request.mime == MimeType::Unknown)
        return {};
    // The reference makes the bytes of two documents differ even where the drawings happen to agree.
    const QString mark = QStringLiteral("SPECIMEN ") + referenceFor(request.seed);
    const auto photoFile = [&](const QImage& picture) {
        const QImage photo = withPhotoFlaw(picture, request.flaw, request.seed);
        if (request.mime == MimeType::Pdf)
            return paperAsPdf(photocopy(request, photo), mark, request.uploadedOn);
        return imageFile(photo, request.mime, mark);
    };
    if (request.type == DocumentType::Selfie)
        return photoFile(drawSelfie(request));
    if (isIdentityDocument(request.type))
        return photoFile(identityPicture(request));
    const Paper paper = paperFor(request);
    if (request.mime == MimeType::Pdf)
        return paperAsPdf(paper, mark, request.uploadedOn);
    return photoFile(paperAsImage(paper));
}

} // namespace finhub::sandbox
