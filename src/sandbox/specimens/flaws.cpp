#include "sandbox/specimens/specimen.h"
#include "sandbox/specimens/specimenrandom.h"

#include <QList>

namespace finhub::sandbox {

namespace {
QList<Flaw> flawsOf(DocumentType type)
{
    switch (type) {
    case DocumentType::Passport:
    case DocumentType::NationalId:
    case DocumentType::IdCard:
    case DocumentType::DriversLicense:
    case DocumentType::GovernmentId:
        return {Flaw::Blurred, Flaw::Cropped,     Flaw::BlackAndWhite,
                Flaw::Expired, Flaw::NameDiffers, Flaw::BirthDateDiffers};
    case DocumentType::ProofOfAddress:
        return {Flaw::BillTooOld, Flaw::NameDiffers};
    case DocumentType::SourceOfFunds:
    case DocumentType::BankStatement:
    case DocumentType::IncomeProof:
    case DocumentType::BeneficialOwnership:
        return {Flaw::NameDiffers};
    case DocumentType::PepDeclaration:
        return {Flaw::NameDiffers, Flaw::BirthDateDiffers};
    case DocumentType::Selfie:
        return {Flaw::Blurred, Flaw::BlackAndWhite};
    case DocumentType::Unknown:
        return {};
    }
    return {};
}
} // namespace

Flaw flawFor(DocumentType type, quint64 seed)
{
    const QList<Flaw> possible = flawsOf(type);
    // Another stream than the one that draws, so that flawed documents look no different otherwise.
    SpecimenRandom random(seed ^ 0xF1A3F1A3F1A3F1A3ULL);
    if (possible.isEmpty() || !random.oneIn(4))
        return Flaw::None;
    return possible.at(random.below(static_cast<int>(possible.size())));
}

} // namespace finhub::sandbox
