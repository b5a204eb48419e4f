#include "views/phases/verificationwords.h"

#include "views/widgets/plaintext.h"

#include <QCoreApplication>

namespace finhub::views::words {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::verificationwords", text);
}
} // namespace

QString verificationType(const WireValue<VerificationType>& type)
{
    switch (type.value()) {
    case VerificationType::Identity:
        return tr("Identity verification");
    case VerificationType::Document:
        return tr("Document verification");
    case VerificationType::EnhancedDueDiligence:
        return tr("Enhanced due diligence");
    case VerificationType::Sanctions:
        return tr("Sanctions check");
    case VerificationType::CustomerDueDiligence:
        return tr("Customer due diligence");
    case VerificationType::Unknown:
        return displayLine(type.text(), 60);
    }
    return {};
}

QString dueDiligence(DueDiligence diligence)
{
    switch (diligence) {
    case DueDiligence::Standard:
        return tr("Standard");
    case DueDiligence::Enhanced:
        return tr("Enhanced");
    case DueDiligence::Simplified:
        return tr("Simplified");
    case DueDiligence::Unknown:
        return tr("Not said");
    }
    return {};
}

QString priority(Priority priority)
{
    switch (priority) {
    case Priority::Low:
        return tr("Low");
    case Priority::Normal:
        return tr("Normal");
    case Priority::Medium:
        return tr("Medium");
    case Priority::High:
        return tr("High");
    case Priority::Unknown:
        return tr("Not said");
    }
    return {};
}

} // namespace finhub::views::words
