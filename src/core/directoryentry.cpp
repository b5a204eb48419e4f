#include "core/directoryentry.h"

namespace finhub {

DirectoryEntry entryOf(const Customer& customer)
{
    DirectoryEntry entry;
    entry.id = customer.id;
    entry.firstName = customer.person.firstName;
    entry.lastName = customer.person.lastName;
    entry.email = customer.person.email;
    entry.nationality = customer.person.nationality;
    entry.categoryId = customer.categoryId;
    entry.categoryName = customer.categoryName;
    entry.stage = customer.stage;
    entry.risk = customer.risk;
    entry.verification = customer.verification;
    entry.createdAt = customer.createdAt;
    entry.updatedAt = customer.updatedAt;
    return entry;
}

} // namespace finhub
