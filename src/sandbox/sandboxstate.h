#pragma once

#include "core/result.h"
#include "sandbox/accounts/lockouts.h"
#include "sandbox/accounts/sessions.h"
#include "sandbox/clock.h"
#include "sandbox/idempotency.h"
#include "sandbox/sandboxoptions.h"
#include "sandbox/seed/seededcustomers.h"
#include "sandbox/store/cases.h"
#include "sandbox/store/documentvault.h"
#include "sandbox/store/store.h"
#include "sandbox/templates/consenttemplates.h"
#include "sandbox/webhooks/webhooks.h"

#include <memory>

namespace finhub::sandbox {

/// Everything that the routes work upon. Lives on the state thread; only options, clock and vault may be used
/// elsewhere.
class SandboxState {
public:
    /// Opens the store and makes the directory.
    static Result<std::unique_ptr<SandboxState>> open(const SandboxOptions& options, const Clock& clock,
                                                      DocumentVault& vault);

    bool offers(Extension extension) const { return options.extensions.contains(extension); }

    const SandboxOptions& options;
    const Clock& clock;
    DocumentVault& vault;
    std::unique_ptr<Store> store;
    std::unique_ptr<SeededCustomers> seeded;
    std::unique_ptr<Cases> cases;
    std::unique_ptr<ConsentTemplates> templates;
    std::unique_ptr<Webhooks> webhooks;
    Sessions sessions;
    Lockouts lockouts;
    Idempotency idempotency;

private:
    SandboxState(const SandboxOptions& options, const Clock& clock, DocumentVault& vault);
};

} // namespace finhub::sandbox
