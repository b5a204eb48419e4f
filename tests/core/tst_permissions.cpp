#include "core/lifecycle.h"

#include <QTest>

using namespace finhub;

/// 1.5: what roles allow, over every set of roles.
class TestPermissions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySetOfRoles();
    void ofTheFixedAccounts_data();
    void ofTheFixedAccounts();
};

void TestPermissions::everySetOfRoles()
{
    const QList<WireValue<Role>> all{
        Role::Admin,        Role::AdminUser,   Role::ComplianceOfficer,
        Role::MasterAdmin,  Role::PowerTenant, Role::Viewer,
        Role::AccountOwner, Role::User,        WireValue<Role>::fromWire(QStringLiteral("AUDITOR"))};
    int writers = 0;
    int deciders = 0;
    for (unsigned set = 0; set < (1U << all.size()); ++set) {
        QList<WireValue<Role>> roles;
        for (int i = 0; i < all.size(); ++i) {
            if (set & (1U << i))
                roles << all[i];
        }
        const bool writes = roles.contains(Role::Admin) || roles.contains(Role::AdminUser) ||
                            roles.contains(Role::ComplianceOfficer) || roles.contains(Role::MasterAdmin);
        const bool higher = writes && roles.contains(Role::PowerTenant);
        const Permissions permissions = permissionsOf(roles);
        QCOMPARE(permissions.write, writes);
        QCOMPARE(permissions.decideHigher, higher);
        writers += permissions.write;
        deciders += permissions.decideHigher;
    }
    QCOMPARE(writers, 512 - 32);
    QCOMPARE(deciders, (512 - 32) / 2);
}

void TestPermissions::ofTheFixedAccounts_data()
{
    QTest::addColumn<QList<Role>>("roles");
    QTest::addColumn<bool>("writes");
    QTest::addColumn<bool>("higher");
    QTest::newRow("officer") << QList{Role::Admin, Role::ComplianceOfficer} << true << false;
    QTest::newRow("senior") << QList{Role::Admin, Role::ComplianceOfficer, Role::PowerTenant} << true << true;
    QTest::newRow("viewer") << QList{Role::Viewer} << false << false;
    QTest::newRow("power alone") << QList{Role::PowerTenant} << false << false;
    QTest::newRow("viewer with power") << QList{Role::Viewer, Role::PowerTenant} << false << false;
    QTest::newRow("customer") << QList{Role::AccountOwner, Role::User} << false << false;
    QTest::newRow("nobody") << QList<Role>{} << false << false;
}

void TestPermissions::ofTheFixedAccounts()
{
    QFETCH(QList<Role>, roles);
    QFETCH(bool, writes);
    QFETCH(bool, higher);
    QList<WireValue<Role>> wire;
    for (const Role role : roles)
        wire << role;
    const Permissions permissions = permissionsOf(wire);
    QCOMPARE(permissions.write, writes);
    QCOMPARE(permissions.decideHigher, higher);
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
