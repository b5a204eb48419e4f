#include "everyread.h"

namespace finhub::test {

namespace {
class Reader {
public:
    explicit Reader(SandboxClient& client)
        : m_client(client)
    {
    }

    /// Notes the answer and returns its `data`.
    Json read(const QString& path)
    {
        const Reply reply = m_client.get(path);
        m_answers.insert(path, QByteArray::number(reply.status) + ' ' +
                                   reply.headers.value(QStringLiteral("etag")).toUtf8() + '\n' + reply.bytes);
        return reply.body.is_object() && reply.body.contains("data") ? reply.data() : Json::object();
    }

    void customers()
    {
        for (const char* order : {"createdAt", "-updatedAt", "submittedAt", "name", "stage", "risk"})
            read(Customers + QStringLiteral("?size=1000&sort=") + QLatin1String(order));
        for (const char* claim : {"mine", "free", "others", "mine,others"})
            read(Customers + QStringLiteral("?size=1000&claim=") + QLatin1String(claim));
        const Json list = read(Customers + QStringLiteral("?size=1000"));
        for (const Json& customer : list.at("customers")) {
            const QString path = Customers + u'/' + textAt(customer, "/id");
            read(path);
            read(path + QStringLiteral("/timeline?size=1000"));
            read(path + QStringLiteral("/owner/%1/activation/check").arg(Tenant));
        }
    }

    void verifications()
    {
        const Json list = read(Verifications + QStringLiteral("?size=1000"));
        for (const Json& verification : list.at("verifications")) {
            const QString path = Verifications + u'/' + textAt(verification, "/verificationId");
            read(path);
            read(path + QStringLiteral("/recommendations?size=1000"));
            read(path + QStringLiteral("/notes?size=1000"));
            const Json documents = read(path + QStringLiteral("/documents?size=1000"));
            for (const Json& document : documents.at("documents"))
                read(path + QStringLiteral("/documents/%1/content").arg(textAt(document, "/documentId")));
        }
    }

    void templates()
    {
        const Json list = read(ConsentTemplates);
        for (const Json& consent : list.at("templates"))
            read(ConsentTemplates + u'/' + textAt(consent, "/consentId"));
    }

    void webhooks()
    {
        const Json list = read(Subscriptions + QStringLiteral("?size=1000"));
        for (const Json& subscription : list.at("subscriptions")) {
            const QString path = Subscriptions + u'/' + textAt(subscription, "/id");
            read(path);
            const Json deliveries = read(path + QStringLiteral("/deliveries?size=1000"));
            for (const Json& delivery : deliveries.at("deliveries"))
                read(Deliveries + u'/' + textAt(delivery, "/deliveryId"));
        }
    }

    const QMap<QString, QByteArray>& answers() const { return m_answers; }

private:
    SandboxClient& m_client;
    QMap<QString, QByteArray> m_answers;
};
} // namespace

QMap<QString, QByteArray> everyRead(SandboxClient& client)
{
    Reader reader(client);
    reader.read(QStringLiteral("/api/v2.1/extensions"));
    reader.read(Customers + QStringLiteral("/categorization/hierarchy/") + Tenant);
    reader.customers();
    reader.verifications();
    reader.templates();
    reader.webhooks();
    return reader.answers();
}

QString firstDifference(const QMap<QString, QByteArray>& before, const QMap<QString, QByteArray>& after)
{
    QStringList paths = before.keys() + after.keys();
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        if (before.value(path) != after.value(path))
            return QStringLiteral("%1\n%2\n%3")
                .arg(path, QString::fromUtf8(before.value(path)), QString::fromUtf8(after.value(path)));
    }
    return {};
}

} // namespace finhub::test
