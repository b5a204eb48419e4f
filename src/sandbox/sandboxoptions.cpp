#include "sandbox/sandboxoptions.h"

namespace finhub::sandbox {

QList<Extension> implementedExtensions()
{
    return {Extension::CustomerDirectory,
            Extension::VerificationRead,
            Extension::DocumentContent,
            Extension::VerificationReject,
            Extension::ConditionalDecision,
            Extension::IdempotentDecision,
            Extension::Timeline,
            Extension::Claims,
            Extension::Recommendations,
            Extension::Notes};
}

} // namespace finhub::sandbox
