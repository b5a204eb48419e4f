#include "teststore.h"

#include "postgresserver.h"

namespace finhub::test {

QString TestStore::missing(StoreKind kind)
{
    return kind == StoreKind::Postgres ? PostgresServer::missing() : QString();
}

PostgresServer& TestStore::server()
{
    static PostgresServer server;
    return server;
}

bool TestStore::isPostgresWanted()
{
    return qEnvironmentVariable("FINHUB_TEST_STORE") == QLatin1String("postgresql");
}

TestStore::TestStore(StoreKind kind)
{
    if (kind == StoreKind::Postgres) {
        m_location = server().newDatabase();
        return;
    }
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = m_folder->filePath(QStringLiteral("sandbox.db"));
}

} // namespace finhub::test
