#include "sandbox/accounts/accounts.h"

#include "core/lifecycle.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace finhub::sandbox {

std::span<const AdminAccount> fixedAccounts()
{
    static const std::array<AdminAccount, 4> accounts{{
        {UserId(QStringLiteral("0f6b1c9e-52d4-4d0a-9a35-7e1c2b3d4f50")),
         QStringLiteral("Ona Officer"),
         QStringLiteral("officer@sandbox.test"),
         QStringLiteral("Sandbox-Officer-1"),
         {QStringLiteral("ADMIN"), QStringLiteral("COMPLIANCE_OFFICER")},
         false},
        {UserId(QStringLiteral("1a7c2d0f-63e5-4e1b-8b46-8f2d3c4e5061")),
         QStringLiteral("Simas Senior"),
         QStringLiteral("senior@sandbox.test"),
         QStringLiteral("Sandbox-Senior-1"),
         {QStringLiteral("ADMIN"), QStringLiteral("COMPLIANCE_OFFICER"), QStringLiteral("POWER_TENANT")},
         false},
        {UserId(QStringLiteral("2b8d3e10-74f6-4f2c-9c57-903e4d5f6172")),
         QStringLiteral("Vida Viewer"),
         QStringLiteral("viewer@sandbox.test"),
         QStringLiteral("Sandbox-Viewer-1"),
         {QStringLiteral("VIEWER")},
         false},
        {UserId(QStringLiteral("3c9e4f21-8507-403d-8d68-a14f5e607283")),
         QStringLiteral("Lukas Locked"),
         QStringLiteral("locked@sandbox.test"),
         QStringLiteral("Sandbox-Locked-1"),
         {QStringLiteral("ADMIN")},
         true},
    }};
    return accounts;
}

const AdminAccount* findAccount(const UserId& id)
{
    const auto accounts = fixedAccounts();
    const auto found =
        std::find_if(accounts.begin(), accounts.end(), [&id](const AdminAccount& a) { return a.id == id; });
    return found == accounts.end() ? nullptr : &*found;
}

bool mayWrite(const QStringList& names)
{
    QList<WireValue<Role>> roles;
    for (const QString& name : names)
        roles << WireValue<Role>::fromWire(name);
    return permissionsOf(roles).write;
}

TenantId sandboxTenant()
{
    return TenantId(QStringLiteral("3b9f6a52-1c77-4b0e-8d2a-6f5e4c3b2a10"));
}

OrganizationId sandboxOrganization()
{
    return OrganizationId(QStringLiteral("8c1d2e3f-4a5b-4c6d-9e7f-0a1b2c3d4e5f"));
}

bool isKnownTenant(const QString& id)
{
    return id == sandboxTenant().text() || id == QLatin1String("9e5d4c3b-2a10-4f6e-8b7a-1c2d3e4f5a6b");
}

QByteArray passwordHash(const UserId& user, const QString& password)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(user.text().toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(password.toUtf8());
    return hash.result().toHex();
}

} // namespace finhub::sandbox
