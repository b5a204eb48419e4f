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

/// Everything that the routes work upon: in the store, what a restart must not lose; in memory, the sessions,
/// faults that are armed, and what was made of the store. Lives on the state thread; only options, clock and
/// vault may be used elsewhere.
class SandboxState {
public:
    /// Opens the store and makes the directory.
    static Result<std::unique_ptr<SandboxState>> open(const SandboxOptions& options, const Clock& clock,
                                                      DocumentVault& vault);

    bool offers(Extension extension) const { return options.extensions.contains(extension); }

    /// Whether the store has done everything that was asked of it. If not, memory may be ahead of it, and
    /// nothing may be answered before recover().
    bool isIntact() const { return store->database().isIntact(); }
    /// After the store has refused something: opens it again if its connection may be lost, and reads
    /// everything anew. False while that is not possible.
    bool recover();

    /// Whence on webhooks are posted. The outbox must outlive the last call.
    void beginPosting(WebhookOutbox& outbox);

    const SandboxOptions& options;
    const Clock& clock;
    DocumentVault& vault;
    std::unique_ptr<Store> store;
    std::unique_ptr<SeededCustomers> seeded;
    std::unique_ptr<Cases> cases;
    std::unique_ptr<ConsentTemplates> templates;
    std::unique_ptr<Webhooks> webhooks;
    std::unique_ptr<Lockouts> lockouts;
    std::unique_ptr<Idempotency> idempotency;
    Sessions sessions; ///< end with the process (section 6)

private:
    SandboxState(const SandboxOptions& options, const Clock& clock, DocumentVault& vault);
    /// Makes everything that is kept in the store from what it holds.
    bool readStore();

    WebhookOutbox* m_outbox = nullptr;
    QString m_lastFault; ///< why the store could not be opened again
};

} // namespace finhub::sandbox
