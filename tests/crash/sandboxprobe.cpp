#include "crash/sandboxprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>
#include <utility>

namespace finhub::test {

SandboxProbe::SandboxProbe(QUrl url)
    : m_url(std::move(url))
{
}

void SandboxProbe::arm(const VerificationId& verification, const QByteArray& members) const
{
    call("POST", "/api/v2.1/test/faults",
         R"({"match":"POST /api/v2.1/verifications/)" + verification.text().toLatin1() + R"(/approve",)" +
             members + '}');
}

QList<LedgerEntry> SandboxProbe::ledger() const
{
    const QByteArray answer = call("GET", "/api/v2.1/test/ledger", {});
    const QJsonArray decisions =
        QJsonDocument::fromJson(answer).object().value(u"data").toObject().value(u"decisions").toArray();
    QList<LedgerEntry> all;
    for (const auto& value : decisions) {
        const QJsonObject one = value.toObject();
        all.append({VerificationId(one.value(u"path").toString().section(u'/', 4, 4)),
                    one.value(u"body").toString().toUtf8(),
                    one.value(u"idempotencyKey").toString().toLatin1(), one.value(u"status").toInt(),
                    one.value(u"committed").toBool()});
    }
    return all;
}

QByteArray SandboxProbe::call(const QByteArray& method, const char* path, const QByteArray& body) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(m_url.resolved(QUrl(QLatin1String(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 60'000) ||
        reply->error() != QNetworkReply::NoError)
        qFatal("the sandbox refuses %s %s", method.constData(), path);
    return reply->readAll();
}

} // namespace finhub::test
