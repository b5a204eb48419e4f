#pragma once

#include "core/id.h"

#include <QString>
#include <QStringList>

#include <span>

namespace finhub::sandbox {

/// An admin user of the tenant (section 6's table).
struct AdminAccount {
    UserId id;
    QString name;
    QString username;
    QString password;
    QStringList roles;
    bool lockedAtStart = false;
};

inline constexpr std::size_t OfficerAccount = 0;
inline constexpr std::size_t SeniorAccount = 1;
inline constexpr std::size_t ViewerAccount = 2;

/// The fixed accounts in the order of section 6.
std::span<const AdminAccount> fixedAccounts();
const AdminAccount* findAccount(const UserId& id);

/// 1.5: whether these roles may write.
bool mayWrite(const QStringList& roles);

/// The tenant that everything belongs to, and its organization.
TenantId sandboxTenant();
OrganizationId sandboxOrganization();
/// Also the second tenant, which is empty.
bool isKnownTenant(const QString& id);

/// What is kept of a password: salted with the user's id, never the password itself.
QByteArray passwordHash(const UserId& user, const QString& password);

} // namespace finhub::sandbox
